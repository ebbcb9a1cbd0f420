import Casebook
import CommandKit
import Commands
import Diagnostics
import Glibc
import Storage

/// A transcript: lines that begin with `> ` are typed, lines that begin with `# ` say why, the rest
/// is the answer. `# coder ab` says who types from there on.
struct Transcript {
  let path: String
  let text: String

  /// The folder of the repository.
  static let root = Paths.parent(Paths.parent(Paths.parent(#filePath)))

  /// All transcripts of a folder below `Tests/Transcripts`, by name.
  static func names(in folder: String) -> [String] {
    let path = Paths.join(root, "Tests/Transcripts/\(folder)")
    return ((try? FileStore().list(path)) ?? []).filter { $0.hasSuffix(".txt") }
  }

  init(_ name: String) throws {
    path = Paths.join(Transcript.root, "Tests/Transcripts/\(name)")
    text = String(decoding: try FileStore().read(path), as: UTF8.self)
  }

  /// A transcript that stands in another file.
  init(text: String) {
    path = ""
    self.text = text
  }

  /// The transcript with the answers that are given now.
  func replayed() throws -> String {
    var folder = try Scratch()
    defer { folder.remove() }
    var session = Session(commands: AllCommands.list)
    var out = ""
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("# ") { out += line + "\n" }
      if line.hasPrefix("# coder ") { folder.coder = String(line.dropFirst(8)) }
      guard line.hasPrefix("> ") else { continue }
      out += line + "\n" + folder.answer(to: String(line.dropFirst(2)), on: &session)
    }
    return out
  }
}

/// A folder for one transcript, with the examples and the fixtures in it.
struct Scratch {
  let path: String
  var coder = "hv"
  private let files = FileStore()

  init() throws {
    var template = Array("/tmp/verbatim-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw FileError(operation: "make", path: "/tmp", code: errno)
    }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    for (name, target) in [
      ("examples", "examples"), ("notebooks", "notebooks"), ("fixtures", "Tests/Fixtures"),
    ] {
      symlink(Paths.join(Transcript.root, target), Paths.join(path, name))
    }
  }

  var world: World {
    World(
      files: files, clock: { Instant(seconds: 1_934_273_700) }, coder: coder, folder: path,
      mayShorten: true, standardInput: { Array("A line from standard input.\n".utf8) })
  }

  func answer(to line: String, on session: inout Session) -> String {
    do throws(Diagnostic) {
      return try Interpreter.run(line, on: &session, in: world).text
    } catch {
      return error.rendered()
    }
  }

  func remove() {
    let process = "rm -rf '\(path)'"
    _ = system(process)
  }
}
