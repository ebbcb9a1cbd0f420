import TestKit
import Testing

import struct Casebook.Issue
import struct Casebook.Tag

@testable import Casebook

/// The index of ids and the pool of texts against dictionaries.
@Suite struct IndexTests {
  @Test(arguments: [UInt64(1), 2, 3])
  func rowsAreFoundByTheirIDs(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var index = IDIndex()
    var ids: [RecordID] = []
    var known: [RecordID: Int] = [:]
    if seed == 2 { index.reserve(3_000, ids) }
    for _ in 0..<3_000 {
      // Ids that differ only in their last digits, and ids of ten digits, are among them.
      let value = random.once(in: 2) ? random.next() : UInt64(random.below(2_000))
      let hex = String(value % 0x100_0000_0000, radix: 16)
      let digits = String(repeating: "0", count: 10 - hex.utf8.count) + hex
      let id = RecordID(
        random.pick(RecordID.Kind.allCases), digest: digits, digits: random.pick([8, 10]))
      #expect(index.row(of: id, in: ids) == known[id])
      if known[id] != nil { continue }
      ids.append(id)
      known[id] = ids.count - 1
      index.insert(row: ids.count - 1, in: ids)
    }
    for (id, row) in known { #expect(index.row(of: id, in: ids) == row) }
  }

  @Test(arguments: UInt64(1)...4)
  func everyTextHasOneNumber(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var pool = TextPool()
    var known: [[UInt8]: Int32] = [:]
    var order: [String] = []
    let pieces = ["", "a", "b", "é", "e\u{301}", "北", " ", "\u{0}"]
    for _ in 0..<3_000 {
      let text = random.several(pieces, most: 5).joined()
      let bytes = Array(text.utf8)
      #expect(pool.number(of: bytes.span) == known[bytes])
      let number = pool.intern(text)
      #expect(number == known[bytes] ?? Int32(order.count))
      if known[bytes] == nil { order.append(text) }
      known[bytes] = number
    }
    #expect(pool.count == order.count)
    for (i, text) in order.enumerated() {
      #expect(pool[Int32(i)].utf8.elementsEqual(text.utf8))
      #expect(pool.text(Int32(i)) == text)
    }
    #expect(pool.text(-1) == nil)
  }

  @Test func namesInATableKeepTheirRows() {
    var table = NamedTable<TagID, Tag>()
    let red = table.define(Tag(name: "Red-Line"), name: "Red-Line")
    let x = table.define(Tag(name: "x"), name: "x")
    #expect(table.named("red-line") == red && table.named("RED-LINE") == red)
    #expect(table.all == [red, x])
    table.remove(red)
    #expect(table.named("red-line") == nil && !table.isDefined(red) && table.all == [x])
    #expect(table.rowCount == 2)
    #expect(table.define(Tag(name: "red-line"), name: "red-line") == red)
    #expect(table[red].name == "red-line")
  }

  @Test func anOldNameLeadsToARowUntilAnotherHasIt() {
    var table = NamedTable<IssueID, Issue>()
    let truce = table.define(Issue(name: "truce", proposition: "Stop."), name: "truce")
    table.alias("armistice", to: truce)
    #expect(table.named("Armistice") == truce)
    let other = table.define(Issue(name: "armistice", proposition: "End."), name: "armistice")
    #expect(table.named("armistice") == other)
    table.remove(other)
    #expect(table.named("armistice") == truce)
    table.remove(truce)
    #expect(table.named("armistice") == nil && table.all.isEmpty)
  }

  @Test(arguments: [
    (0, "a"), (15, "p"), (16, "r"), (24, "z"), (25, "aa"), (26, "ab"), (49, "az"), (50, "ba"),
    (649, "zz"), (650, "aaa"),
  ])
  func marksHaveLettersWithoutQ(index: Int, letter: String) {
    #expect(Casebook.letter(index) == letter)
  }

  @Test func noTwoMarksHaveOneLetter() {
    let letters = (0..<3_000).map { Casebook.letter($0) }
    #expect(Set(letters).count == 3_000)
    #expect(!letters.contains { $0.contains("q") })
  }
}
