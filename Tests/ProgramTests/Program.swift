import Glibc
import Storage

/// The built program, run in a folder of its own with the examples in it.
struct Program {
  let folder: String
  private let files = FileStore()

  /// What a run gave.
  struct Result {
    let exit: Int32
    let out: String
    let errors: String
  }

  init() throws {
    var template = Array("/tmp/verbatim-program-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw FileError(operation: "make", path: "/tmp", code: errno)
    }
    folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    shell("cp -rL '\(Program.root)/examples' '\(folder)/examples'")
  }

  /// The folder of the repository.
  static let root = Paths.parent(Paths.parent(Paths.parent(#filePath)))

  /// The program stands beside the bundle of the tests.
  static let path: String = {
    let bundle = CommandLine.arguments.first { $0.contains(".xctest") } ?? CommandLine.arguments[0]
    var folder = bundle
    while folder.contains(".xctest") { folder = Paths.parent(folder) }
    return Paths.absolute(
      Paths.join(folder, "verbatim"), in: Environment.currentFolder ?? "/")
  }()

  /// Runs the program; `arguments` are words of a shell line, so that pipes can be written.
  func run(_ arguments: String, environment: String = "") -> Result {
    line(
      "\(environment) VERBATIM_NOW=2031-04-18T10:15:00Z VERBATIM_CODER=hv '\(Program.path)' \(arguments)"
    )
  }

  /// Runs a shell line in the folder.
  func line(_ text: String) -> Result {
    let status = shell("cd '\(folder)' && { \(text) ; } >'.out' 2>'.errors'")
    return Result(exit: status, out: read(".out"), errors: read(".errors"))
  }

  @discardableResult
  private func shell(_ text: String) -> Int32 {
    let status = system(text)
    return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
  }

  func read(_ name: String) -> String {
    String(decoding: (try? files.read(Paths.join(folder, name))) ?? [], as: UTF8.self)
  }

  func write(_ name: String, _ text: String) throws {
    try files.writeAtomically(
      Array(text.utf8), to: Paths.join(folder, name), makingFolders: true)
  }

  /// Puts a text in place of another in a file.
  func replace(_ old: String, with new: String, in name: String) throws {
    let text = read(name)
    guard let range = text.firstRange(of: old) else {
      throw FileError(operation: "find ‘\(old)’ in", path: name, code: 0)
    }
    try write(name, text[..<range.lowerBound] + new + text[range.upperBound...])
  }

  func remove() { shell("chmod -R u+w '\(folder)'; rm -rf '\(folder)'") }

  /// A notebook with an article, a codebook, a statement and a kept answer.
  func makeNotebook() throws {
    try write("codebook.md", "")
    try write(
      "make.verbatim",
      """
      party Alba kind state short AL
      party "Mira Oslin" kind person of Alba as "Foreign Minister"
      issue truce "The fighting should stop before a settlement."
      load examples/articles/wire.txt as wire
      annotate wire "no truce without guarantees" #red-line
      attribute it to Oslin cue "Oslin said" on truce -1
      keep compare on truce under "Findings"

      """)
    _ = run("run --on talks.md make.verbatim")
  }
}
