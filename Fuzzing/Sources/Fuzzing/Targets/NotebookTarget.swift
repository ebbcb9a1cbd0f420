internal import CommandKit
internal import Diagnostics
internal import NotebookFormat

/// A notebook's file: reading and printing is the identity for all bytes, and whatever it is, a
/// session opens on it or says why not.
struct NotebookTarget: FuzzTarget {
  private static let text = Array("Oslin said there would be “no truce”.\n".utf8)

  func run(_ bytes: [UInt8]) {
    hold(Document(bytes).bytes == bytes, "printing is not the bytes that were read")
    let head = Array("<!-- verbatim notebook 1 -->\n".utf8)
    open(bytes.starts(with: "<!--".utf8) ? bytes : head + bytes)
  }

  private func open(_ bytes: [UInt8]) {
    let desk = Desk(["talks.txt": Self.text, "fuzz.md": bytes])
    do throws(Diagnostic) {
      var session = try desk.open("fuzz.md", .none)
      for problem in session.problems { checkSafe(problem.rendered()) }
      hold(session.document.bytes == bytes, "opening changed the notebook")
      if session.document.first == nil { return }
      for line in ["status", "list", "lint"] { desk.run(line, on: &session) }
    } catch {
      checkSafe(error.rendered())
    }
  }
}
