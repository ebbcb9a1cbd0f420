internal import CommandKit
internal import Diagnostics
internal import SourceText

/// A journal as anything may have left it, beside a notebook. The first byte says whether the rest
/// is the file as it is, or blocks that get the right sums: nobody finds those by chance.
struct JournalTarget: FuzzTarget {
  func run(_ bytes: [UInt8]) {
    guard let first = bytes.first else { return }
    let parts = Pieces(Array(bytes.dropFirst()), atMost: 2)
    let journal = first % 2 == 0 ? parts[1] : sealed(parts[1])
    let desk = Desk(["fuzz.md": parts[0], ".fuzz.md.journal": journal])
    do throws(Diagnostic) {
      var session = try desk.open("fuzz.md", .grouped)
      for words in session.recovery { checkSafe(words) }
      desk.run("history", on: &session)
      desk.run("undo", on: &session)
      desk.run("redo", on: &session)
      desk.run("party Newland kind state", on: &session)
      for said in try session.saveChanges(in: desk.world) { checkSafe(said) }
      _ = try desk.open("fuzz.md", .grouped)
    } catch {
      checkSafe(error.rendered())
    }
  }

  /// Blocks from pieces `NUMBER KIND`, a line feed, and a body, parted by zero bytes.
  private func sealed(_ bytes: [UInt8]) -> [UInt8] {
    var out = Array("verbatim journal 1\n".utf8)
    for piece in bytes.split(separator: 0) {
      let end = piece.firstIndex(of: 0x0A) ?? piece.endIndex
      let body = Array(piece[end...].dropFirst())
      let head = String(decoding: piece[..<end], as: UTF8.self)
      out += "@ \(head) \(TextDigest(of: body).hex.prefix(8)) \(body.count)\n".utf8 + body
      out += ".\n".utf8
    }
    return out
  }
}
