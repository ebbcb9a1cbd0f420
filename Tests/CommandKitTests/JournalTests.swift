import NotebookFormat
import TestKit
import Testing

@testable import CommandKit

/// The journal's text: read as it is written, and whatever of it is torn is left out.
@Suite struct JournalTests {
  private static func edit(_ line: Int, _ removed: String, _ added: String) -> LineEdit {
    LineEdit(line: line, removed: Array(removed.utf8), added: Array(added.utf8))
  }

  private static let entries: [Entry] = [
    Entry(number: 1, kind: .base, line: "", edits: [edit(0, "", "a\nb\n")]),
    Entry(
      number: 2, kind: .change, line: "note a8f5 “x” \"y\"\n\u{1B} 北",
      edits: [edit(1, "b\n", "    > c\n    + d\n"), edit(0, "", "\n")]),
    Entry(number: 3, kind: .undo(2), line: "undo", edits: [edit(1, "x", "x\n")]),
    Entry(number: 4, kind: .redo(2), line: "redo", edits: [edit(7, "no end", "\\\n.\n@ 1\nend")]),
    Entry(number: 5, kind: .outside, line: "edited outside", edits: []),
    Entry(number: 6, kind: .derived, line: "save", edits: [edit(3, "\r\n", "\r\n\u{0}\n+\n-")]),
  ]

  /// A journal of all kinds of entries, and where each block ends.
  private static let journal: (bytes: [UInt8], ends: [Int]) = {
    var bytes = Array(JournalText.header.utf8)
    var ends: [Int] = []
    for entry in entries {
      bytes += JournalText.print(entry, base: "5e07c1d9")
      ends.append(bytes.count)
    }
    bytes += JournalText.saved("77ab01c9")
    return (bytes, ends + [bytes.count])
  }()

  private static let blocks: [JournalText.Block] =
    entries.map { .entry($0, base: "5e07c1d9") } + [.saved("77ab01c9")]

  @Test func aJournalIsReadAsItIsWritten() {
    let (blocks, torn) = JournalText.parse(Self.journal.bytes)
    #expect(blocks == Self.blocks)
    #expect(torn == nil)
  }

  @Test func anEntryReadsLikeThis() {
    let entry = Self.entries[1]
    let text = String(decoding: JournalText.print(entry, base: "5e07"), as: UTF8.self)
    let head = text.prefix { $0 != "\n" }
    #expect(head.hasPrefix("@ 2 change ") && head.split(separator: " ").count == 5)
    expectSame(
      String(text.dropFirst(head.count + 1)),
      """
      line "note a8f5 “x” \\"y\\"\\n\\u001b 北"
      base 5e07
      edit 1 1 2
      -b
      +    > c
      +    + d
      edit 0 0 1
      +
      .

      """)
  }

  @Test func aJournalTornAtAnyByteKeepsWhatStandsBeforeTheTear() {
    let (bytes, ends) = Self.journal
    for length in 0...bytes.count {
      let (blocks, torn) = JournalText.parse(Array(bytes[..<length]))
      let whole = ends.count { $0 <= length }
      #expect(blocks == Array(Self.blocks[..<whole]), "\(length) bytes")
      let start = whole == 0 ? JournalText.header.utf8.count : ends[whole - 1]
      let isWhole = length == start || length == 0
      let isHeaderTorn = length < JournalText.header.utf8.count
      #expect(torn == (isWhole ? nil : isHeaderTorn ? 0 : start), "\(length) bytes")
    }
  }

  @Test func aByteChangedAnywhereIsNoticed() {
    let (bytes, ends) = Self.journal
    let first = JournalText.header.utf8.count
    for place in first..<bytes.count {
      var changed = bytes
      changed[place] ^= 0x01
      let (blocks, torn) = JournalText.parse(changed)
      let before = ends.count { $0 <= place }
      #expect(Array(blocks.prefix(before)) == Array(Self.blocks[..<before]), "byte \(place)")
      #expect(blocks.count == before, "byte \(place)")
      #expect(torn == (before == 0 ? first : ends[before - 1]), "byte \(place)")
    }
  }

  @Test(arguments: [":", "::", ":3", "undo", "undo:", "undo:x", "change:1", "later"])
  func aBlockOfNoKindIsDamage(kind: String) {
    // The sums of the first version leave out the head, so that they stay true.
    let header = Array(JournalText.Version.bodies.header.utf8)
    let entry = Entry(number: 1, kind: .change, line: "x", edits: [Self.edit(0, "", "a\n")])
    let block = String(
      decoding: JournalText.print(entry, base: "5e07c1d9", .bodies), as: UTF8.self)
    #expect(JournalText.parse(header + Array(block.utf8)).torn == nil)
    let changed = block.replacing(" change ", with: " \(kind) ", maxReplacements: 1)
    #expect(changed != block)
    let (blocks, torn) = JournalText.parse(header + Array(changed.utf8))
    #expect(blocks.isEmpty && torn == header.count)
  }

  @Test func aJournalOfTheFirstVersionIsReadAsItIsWritten() {
    var bytes = Array(JournalText.Version.bodies.header.utf8)
    for entry in Self.entries { bytes += JournalText.print(entry, base: "5e07c1d9", .bodies) }
    bytes += JournalText.saved("77ab01c9", .bodies)
    let (blocks, torn) = JournalText.parse(bytes)
    #expect(blocks == Self.blocks && torn == nil)
  }

  @Test func anEntryThatIsNotTheNextIsNoPartOfTheHistory() {
    for number in [0, 2, 6, 7, 9, -1] {
      let entry = Entry(number: number, kind: .change, line: "", edits: [])
      let (bytes, ends) = Self.journal
      let more = bytes + JournalText.print(entry, base: "")
      let (blocks, torn) = JournalText.parse(more)
      #expect(blocks.count == (number == 7 ? 8 : 7), "\(number)")
      #expect(torn == (number == 7 ? nil : ends.last), "\(number)")
    }
  }

  @Test(arguments: UInt64(1)...8)
  func whatFollowsATearNeverCrashes(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let pieces = [
      "@ 1 change ", "12345678 ", "9", "\n", "line \"x\"\n", "edit 0 1 1\n", "-a\n", "\\\n",
    ]
    for _ in 0..<300 {
      let tail = Array(random.several(pieces, most: 12).joined().utf8)
      let (blocks, torn) = JournalText.parse(Self.journal.bytes + tail)
      #expect(blocks == Self.blocks && torn == Self.journal.bytes.count)
      _ = JournalText.parse(Array(JournalText.header.utf8) + tail)
      _ = JournalText.parse(tail)
    }
  }

  @Test(arguments: UInt64(1)...10)
  func entriesAtRandomAreReadAsTheyAreWritten(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let pieces = [
      "a", "\n", "\\\n", "\\", ".\n", "@ ", "\r\n", "    > x\n", "é", "-", "+", "\u{0}",
    ]
    for _ in 0..<200 {
      let edits = (0..<random.below(4)).map { _ in
        Self.edit(
          random.below(99), random.several(pieces, most: 6).joined(),
          random.once(in: 4) ? "" : random.several(pieces, most: 6).joined())
      }
      let entry = Entry(
        number: 1, kind: random.pick([.change, .undo(3), .redo(12), .derived]),
        line: random.several(pieces, most: 6).joined(), edits: edits)
      let bytes = Array(JournalText.header.utf8) + JournalText.print(entry, base: "")
      let (blocks, torn) = JournalText.parse(bytes)
      #expect(torn == nil && blocks == [.entry(entry, base: "")], "\(entry)")
    }
  }

  @Test func anotherFileIsNoJournal() {
    for text in ["", "x", "verbatim journal 3\n", "verbatim journal 1"] {
      let (blocks, torn) = JournalText.parse(Array(text.utf8))
      #expect(blocks.isEmpty && torn == (text.isEmpty ? nil : 0))
    }
  }

  @Test func undoAndRedoTakeTheLastChangeInForce() {
    var history = History()
    func add(_ kind: Entry.Kind) {
      history.append(Entry(number: history.nextNumber, kind: kind, line: "", edits: []))
    }
    for kind in [Entry.Kind.base, .change, .derived, .change, .derived, .derived] { add(kind) }
    #expect(history.undoTarget?.number == 4 && history.redoTarget == nil)
    add(.undo(4))
    #expect(history.undoTarget?.number == 2 && history.redoTarget?.number == 4)
    #expect(!history.isInForce(4) && history.isInForce(2))
    add(.undo(2))
    #expect(history.undoTarget == nil && history.redoTarget?.number == 2)
    add(.redo(2))
    #expect(history.undoTarget?.number == 2 && history.redoTarget?.number == 4)
    add(.outside)
    #expect(history.undoTarget?.number == 10 && history.redoTarget == nil)
  }

  /// Undo and redo at random, with kept results answered in between, on a text of one line for
  /// each entry in force.
  @Test(arguments: UInt64(1)...20)
  func whatWasDerivedGoesAndComesWithItsChange(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var history = History()
    var document = Document()
    // What each change in force, and each that was undone, was made on.
    var states: [[UInt8]] = []
    var undone: [[UInt8]] = []
    func commit(_ kind: Entry.Kind, _ edits: [LineEdit]) {
      for edit in edits {
        let change = document.apply(edit)
        #expect(change != nil, "seed \(seed): entry \(history.nextNumber) does not fit")
      }
      history.append(Entry(number: history.nextNumber, kind: kind, line: "", edits: edits))
    }
    for _ in 0..<80 {
      let number = history.nextNumber
      let line = Array("line \(number)\n".utf8)
      switch random.below(6) {
      case 0, 1:
        states.append(document.bytes)
        undone = []
        commit(
          .change,
          [LineEdit(line: random.below(2), removed: [], added: line)].filter {
            $0.line <= document.lineCount
          })
      case 2:
        if history.undoTarget == nil { continue }
        commit(.derived, [LineEdit(line: 0, removed: [], added: line)])
      case 3, 4:
        guard let target = history.undoTarget, let state = states.popLast() else { continue }
        let after = document.bytes
        commit(.undo(target.number), history.undoEdits)
        #expect(document.bytes == state, "seed \(seed), undo")
        undone.append(state)
        let before = (history, document)
        commit(.redo(target.number), history.redoEdits)
        #expect(document.bytes == after, "seed \(seed), redo")
        (history, document) = before
      default:
        guard let target = history.redoTarget, let state = undone.popLast() else { continue }
        states.append(state)
        commit(.redo(target.number), history.redoEdits)
      }
    }
  }
}
