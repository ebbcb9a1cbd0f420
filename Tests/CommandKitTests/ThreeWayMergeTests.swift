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
}
