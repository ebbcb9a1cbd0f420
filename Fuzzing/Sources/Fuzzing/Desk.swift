internal import Casebook
internal import CommandKit
internal import Commands
internal import Diagnostics
internal import Storage

/// A world of memory in which nothing changes by itself, and sessions in it.
struct Desk {
  static let folder = "/desk"
  let files: MemoryFiles
  let world: World

  /// A desk with files in its folder.
  init(_ files: [String: [UInt8]] = [:]) {
    self.init(
      exactly: Dictionary(uniqueKeysWithValues: files.map { ("\(Self.folder)/\($0)", $1) }))
  }

  /// A desk with files by their absolute paths.
  init(exactly files: [String: [UInt8]]) {
    let made = MemoryFiles(files)
    self.files = made
    world = World(
      files: FileStore(files: made), clock: { Instant(seconds: 1_934_273_700) }, coder: "hv",
      folder: Self.folder, mayShorten: true)
  }

  func open(_ name: String, _ journaling: Session.JournalUse) throws(Diagnostic) -> Session {
    try open(NotebookFile(path: "\(Self.folder)/\(name)", shown: name), journaling)
  }

  /// The notebook of another session.
  func open(_ file: NotebookFile, _ journaling: Session.JournalUse) throws(Diagnostic) -> Session {
    try Session.open(
      file.path, shown: file.shown, commands: AllCommands.list, in: world,
      journaling: journaling)
  }

  /// Runs a line; what it is answered with is safe to show. Whether it was done.
  @discardableResult
  func run(_ line: String, on session: inout Session) -> Bool {
    do throws(Diagnostic) {
      checkSafe(try Interpreter.run(line, on: &session, in: world).text)
      return true
    } catch {
      checkSafe(error.rendered())
      return false
    }
  }
}
