import Casebook
import TestKit
import Testing

@testable import NotebookFormat

/// Edits against plain bytes, and against the document read anew from them.
@Suite struct DocumentEditTests {
  private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var out: [ArraySlice<UInt8>] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
      out.append(bytes[start..<end])
      start = end
    }
    return out
  }

  /// Items as kind and text; neighbours that are blank, or prose, are one.
  private static func outline(_ document: Document) -> String {
    var out: [(ItemKind, String)] = []
    for item in document.items {
      let kind = document.kind(item)
      let text = String(decoding: document.buffer[document.range(item)], as: UTF8.self)
      if let last = out.last, last.0 == kind, kind == .blank || kind == .prose {
        out[out.count - 1].1 += text
      } else {
        out.append((kind, text))
      }
    }
    return out.map { "[\($0.0)]\n\($0.1)\n" }.joined()
  }

  private static func facts(_ document: Document) -> String {
    let keys = Set(
      document.items.filter { document.kind($0) == .fact }.map { document.factKey($0) })
    return keys.map { key in
      let lines = document.facts(of: key).map { String(decoding: $0, as: UTF8.self) }
      return "\(key.text): \(lines.joined(separator: " | "))\n"
    }.sorted().joined()
  }

  /// An edit at random that fits the bytes, and the bytes it makes.
  private static func edit(_ bytes: [UInt8], _ maker: inout RandomNotebook) -> (LineEdit, [UInt8]) {
    let lines = lines(bytes)
    var from = maker.random.below(lines.count + 1)
    var removed = min(lines.count - from, maker.random.below(4))
    if from == lines.count, let last = lines.last, last.last != 0x0A {
      (from, removed) = (from - 1, 1)
    }
    let old = Array(lines[from..<from + removed].joined())
    var new = maker.lines(removed == 0 ? 1 + maker.random.below(4) : maker.random.below(4))
    if from + removed < lines.count, let last = new.last, last != 0x0A { new.append(0x0A) }
    if from + removed == lines.count, maker.random.once(in: 3), !new.isEmpty { new.removeLast() }
    let edit = LineEdit(line: from, removed: old, added: new)
    return (edit, Array(lines[..<from].joined()) + new + lines[(from + removed)...].joined())
  }

  @Test(arguments: UInt64(1)...24)
  func editsAtRandomEqualTheDocumentReadAnew(seed: UInt64) throws {
    var maker = RandomNotebook(seed: seed)
    var bytes = maker.file(most: 60)
    var document = Document(bytes)
    for step in 0..<40 {
      let (edit, wanted) = Self.edit(bytes, &maker)
      let about = "seed \(seed), step \(step), line \(edit.line)"
      let applied = document.apply(edit)
      let change = try #require(applied, "\(about)")
      let fresh = Document(wanted)
      guard expectSame(text(document.bytes), text(wanted), about),
        expectSame(Self.outline(document), Self.outline(fresh), about),
        expectSame(Self.facts(document), Self.facts(fresh), about)
      else { return }
      #expect(document.bytes == wanted, "\(about)")
      #expect(document.lineCount == fresh.lineCount, "\(about)")
      #expect(change.removed.allSatisfy { !document.contains($0) }, "\(about)")
      #expect(change.added.allSatisfy { document.contains($0) }, "\(about)")
      bytes = wanted
    }
  }

  @Test(arguments: UInt64(1)...24)
  func theInverseGivesTheSameBytes(seed: UInt64) throws {
    var maker = RandomNotebook(seed: seed &+ 1_000)
    var bytes = maker.file(most: 60)
    let (start, outline) = (bytes, Self.outline(Document(bytes)))
    var document = Document(bytes)
    var done: [LineEdit] = []
    for _ in 0..<25 {
      let (edit, wanted) = Self.edit(bytes, &maker)
      let change = document.apply(edit)
      try #require(change != nil)
      done.append(edit)
      bytes = wanted
    }
    for edit in done.reversed() {
      let change = document.apply(edit.inverse)
      try #require(change != nil, "seed \(seed)")
    }
    #expect(document.bytes == start, "seed \(seed)")
    expectSame(Self.outline(document), outline, "seed \(seed)")
  }

  @Test(arguments: UInt64(1)...2)
  func longDocumentsKeepTheirLineNumbers(seed: UInt64) throws {
    var maker = RandomNotebook(seed: seed)
    var bytes = maker.lines(1_500)
    var document = Document(bytes)
    for _ in 0..<200 {
      let (edit, wanted) = Self.edit(bytes, &maker)
      let change = document.apply(edit)
      try #require(change != nil)
      bytes = wanted
    }
    expectSame(Self.outline(document), Self.outline(Document(bytes)), "seed \(seed)")
    var line = 1
    for item in document.items {
      #expect(document.line(item) == line)
      #expect(document.item(atLine: line - 1) == item)
      line += document.lineCount(item)
    }
  }

  @Test func otherLinesThanSaidAreNotTakenOut() {
    var document = Document(Array("one\ntwo\n    > three\n".utf8))
    let before = document.items
    let wrong = [
      LineEdit(line: 0, removed: Array("two\n".utf8), added: []),
      LineEdit(line: 1, removed: Array("two\n    > four\n".utf8), added: []),
      LineEdit(line: 2, removed: Array("    > three\nmore\n".utf8), added: []),
      LineEdit(line: 4, removed: [], added: Array("x\n".utf8)),
      LineEdit(line: 3, removed: Array("x\n".utf8), added: []),
    ]
    for edit in wrong {
      let change = document.apply(edit)
      #expect(change == nil)
      #expect(document.items == before)
    }
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
