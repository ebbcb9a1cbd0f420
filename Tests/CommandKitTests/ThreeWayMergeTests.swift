import TestKit
import Testing

@testable import CommandKit
@testable import NotebookFormat

struct ThreeWayMergeTests {
  private static let base = "one\n\n    > party Alba\n    + kind state\n\ntwo\nthree\n"

  private func merge(_ ours: String, _ theirs: String, of base: String = Self.base)
    -> (text: String, conflicts: [String])
  {
    let merge = ThreeWayMerge(
      base: Array(base.utf8), ours: Array(ours.utf8), theirs: Array(theirs.utf8))
    var document = Document(Array(ours.utf8))
    for edit in merge.edits { #expect(document.apply(edit) != nil) }
    return (String(decoding: document.bytes, as: UTF8.self), merge.conflicts)
  }

  @Test func changesOfDifferentPlacesBecomeOne() {
    let ours = Self.base.replacing("one", with: "ONE\nand more").replacing("two\n", with: "")
    let theirs = Self.base.replacing("kind state", with: "kind bloc") + "four\n"
    let both = merge(ours, theirs)
    #expect(both.conflicts.isEmpty)
    #expect(
      both.text == "ONE\nand more\n\n    > party Alba\n    + kind bloc\n\nthree\nfour\n")
  }

  @Test func whatBothPutInAtOnePlaceStandsOneBehindTheOther() {
    let both = merge(Self.base + "ours\n", Self.base + "theirs\n")
    #expect(both.conflicts.isEmpty)
    #expect(both.text == Self.base + "ours\ntheirs\n")
  }

  @Test func theSameChangeOnBothSidesIsOne() {
    let changed = Self.base.replacing("two", with: "2") + "four\n"
    let both = merge(changed, changed)
    #expect(both.conflicts.isEmpty)
    #expect(both.text == changed)
  }

  @Test func aRecordIsNeverPutTogetherFromTwoSides() {
    let ours = Self.base.replacing("party Alba", with: "party Corda")
    let theirs = Self.base.replacing("kind state", with: "kind bloc")
    let both = merge(ours, theirs)
    #expect(both.conflicts == ["party Alba kind"])
    #expect(both.text == ours)
  }

  @Test func whatOneSideTookOutAndTheOtherChangedIsAConflict() {
    let both = merge(
      Self.base.replacing("two\n", with: ""), Self.base.replacing("two", with: "2"))
    #expect(both.conflicts == ["two"])
  }

  /// A line as sides make it: taken out, changed, or followed by another.
  private func changed(_ place: Int, _ marks: [String]) -> String {
    if marks.isEmpty { return "line \(place)\n" }
    switch place % 3 {
    case 0: return ""
    case 1: return "line \(place) \(marks[0])\n"
    default: return "line \(place)\n" + marks.map { "\($0)\n" }.joined()
    }
  }

  @Test(arguments: UInt64(1)...40)
  func changesAtRandomBecomeOneButWhereBothChangedALine(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let marks = (0..<400).map { place in
      // A line between two changes keeps them apart.
      ["ours", "theirs"].filter { _ in place % 2 == 0 && random.once(in: 4) }
    }
    func side(_ name: String) -> String {
      marks.enumerated().map { changed($0, $1.filter { $0 == name }) }.joined()
    }
    let base = marks.indices.map { changed($0, []) }.joined()
    let both = merge(side("ours"), side("theirs"), of: base)
    #expect(both.text == marks.enumerated().map { changed($0, $1) }.joined())
    let clashing = marks.indices.filter { $0 % 3 == 1 && marks[$0].count == 2 }
    #expect(both.conflicts.count == clashing.count)
  }
}
