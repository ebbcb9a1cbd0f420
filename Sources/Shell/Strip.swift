internal import CommandKit
internal import Diagnostics
internal import NotebookFormat
internal import Storage

/// Drops the outputs of a notebook.
struct Strip {
  private let launch: Launch

  init(_ launch: Launch) { self.launch = launch }

  /// Drops the outputs; with `journal` the history too, and the kept texts that then nothing in the
  /// folder names. Says what went beside the outputs.
  func run(_ notebook: String, journal: Bool) throws(Diagnostic) -> String? {
    let world = launch.world(page: .kept, mayShorten: false)
    let path = Paths.absolute(notebook, in: launch.folder)
    guard world.files.exists(path) else { throw Diagnostic(.noSuchNotebook(notebook)) }
    let session = try launch.session(notebook, journaling: .grouped, world)
    do throws(FileError) {
      try world.files.writeAtomically(Self.stripped(session.document), to: path)
      guard journal else { return nil }
      try world.files.remove(Journal.path(of: path))
      let count = try KeptTextSweep(files: world.files).run(in: Paths.parent(path))
      return count == 0 ? nil : "\(Layout.count(count, "kept text")) removed that nothing names"
    } catch {
      throw Diagnostic(.cannotWrite(notebook, error.reason))
    }
  }

  /// The document without stamps and outputs.
  static func stripped(_ document: Document) -> [UInt8] {
    var out: [UInt8] = []
    for item in document.items {
      guard document.kind(item) == .record else {
        out += document.buffer[document.range(item)]
        continue
      }
      var start = document.range(item).lowerBound
      let end = document.range(item).upperBound
      while start < end {
        let stop = document.buffer[start..<end].firstIndex(of: 0x0A).map { $0 + 1 } ?? end
        let content = document.buffer[start..<stop].last == 0x0A ? stop - 1 : stop
        let line = LineClass.of(start..<content, in: document.buffer.span)
        if line != .stamp, line != .output { out += document.buffer[start..<stop] }
        start = stop
      }
    }
    return out
  }
}

extension Message {
  static func cannotWrite(_ path: String, _ reason: String) -> Message {
    Message("cannot-write", "‘\(path)’ cannot be written: \(reason)", exit: .inputOutput)
  }
}
