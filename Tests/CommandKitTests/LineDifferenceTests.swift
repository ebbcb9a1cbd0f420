import NotebookFormat
import TestKit
import Testing

@testable import CommandKit

@Suite struct LineDifferenceTests {
  /// Puts edits into effect one after the other, on a document.
  private func applied(_ edits: [LineEdit], to old: String) -> String? {
    var document = Document(Array(old.utf8))
    for edit in edits {
      guard document.apply(edit) != nil else { return nil }
    }
    return String(decoding: document.bytes, as: UTF8.self)
  }

  private func check(_ old: String, _ new: String, _ about: String = "") {
    let edits = LineDifference.edits(from: Array(old.utf8), to: Array(new.utf8))
    expectSame(applied(edits, to: old) ?? "(an edit does not fit)", new, "\(about)\(old) → \(new)")
    let back = edits.reversed().map(\.inverse)
    expectSame(applied(back, to: new) ?? "(an edit does not fit)", old, "\(about)\(new) → \(old)")
    #expect(edits.isEmpty == (old == new))
    #expect(edits.map(\.line) == edits.map(\.line).sorted(by: >))
  }

  @Test(arguments: [
    ("", ""), ("", "a\n"), ("a\n", ""), ("a\n", "a\n"), ("a\nb\nc\n", "a\nc\n"),
    ("a\nc\n", "a\nb\nc\n"), ("a\nb\n", "b\na\n"), ("a", "a\n"), ("a\n", "a"), ("a\nb", "a\nb\nc"),
    ("a\nb\nc\nd\ne\n", "a\nx\nc\ny\ne\n"), ("a\na\na\n", "a\na\n"), ("a\r\n", "a\n"),
    ("\n", "\n\n"),
    ("    > a\n    + b\n", "    > a\n    | x\n    + b\n"), ("x\n    | a\n", "    > x\n    | a\n"),
  ])
  func editsGiveTheNewTextAndBackTheOld(old: String, new: String) {
    check(old, new)
  }

  @Test(arguments: UInt64(1)...20)
  func editsBetweenTextsAtRandomGiveTheNewText(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let lines = ["a\n", "b\n", "\n", "    > c\n", "    + d\n", "    | e\n", "    : f g\n", "# h\n"]
    for round in 0..<40 {
      var old = random.several(lines, most: 30)
      var new = old
      for _ in 0..<random.below(6) {
        let place = random.below(new.count + 1)
        if random.once(in: 2) { new.insert(random.pick(lines), at: place) }
        if random.once(in: 2), place < new.count { new.remove(at: place) }
      }
      if random.once(in: 5) { old.append("no end") }
      if random.once(in: 5) { new.append("no end") }
      check(old.joined(), new.joined(), "seed \(seed), round \(round): ")
    }
  }

  @Test func longAndVeryDifferentTextsAreOneEdit() {
    func text(_ word: String) -> String {
      (0..<4_100).map { $0 == 2_000 ? "the same\n" : "\(word) \($0)\n" }.joined()
    }
    let (old, new) = (text("old"), text("new"))
    let edits = LineDifference.edits(from: Array(old.utf8), to: Array(new.utf8))
    #expect(edits.count == 1)
    #expect(applied(edits, to: old) == new)
  }
}
