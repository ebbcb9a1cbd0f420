import Casebook
import TestKit
import Testing

@testable import NotebookFormat

@Suite struct FactTests {
  private func facts(_ lines: [String]) -> MarkFacts {
    MarkFacts(lines.map { Array($0.utf8)[...] })
  }

  @Test func coderTimeAndOriginAreRead() throws {
    let facts = facts([
      "by hv 2031-04-18T10:15:00Z", "suggested", "by \"A. \\\"B\\\" C\" 2031-04-18T10:15:40Z",
      "of a later version", "by nobody",
    ])
    #expect(facts.isSuggested)
    #expect(!facts.isUncommitted)
    #expect(self.facts(["suggested", "uncommitted"]).isUncommitted)
    #expect(facts.coders.map(\.name) == ["hv", "A. \"B\" C", "nobody"])
    #expect(
      facts.coders.map { $0.time?.description } == [
        "2031-04-18T10:15:00Z", "2031-04-18T10:15:40Z", nil,
      ])
    #expect(facts.anchors.isEmpty)
  }

  @Test func theFactsOfAMarkAreInTheOrderOfTheFileHoweverTheyCameThere() throws {
    let id = try #require(RecordID("a8f536ced".utf8))
    let first = "    : a8f536ced by mo 2031-04-18T10:15:00Z\n    : a8f536ced0 by ts\n"
    var document = Document(Array(first.utf8))
    #expect(MarkFacts(of: id, in: document).coders.map(\.name) == ["mo"])
    let added = Array("    : a8f536ced by hv\n    : a8f536ced wire 1+2 \"a\" … \"b\"\n".utf8)
    _ = document.apply(LineEdit(line: 0, removed: [], added: added))
    let facts = MarkFacts(of: id, in: document)
    #expect(facts.coders.map(\.name) == ["hv", "mo"])
    #expect(facts.anchors.map(\.before) == ["a"])
    #expect(MarkFacts(of: id, in: document, withContext: false).anchors.map(\.before) == [""])
    document.touchFacts(of: [id])
  }

  static let anchors = [
    AnchorFact(article: "wire", start: 4674, length: 27, before: " be “", after: "”. Its"),
    AnchorFact(article: "a-1", start: 0, length: 1, before: "", after: ""),
    AnchorFact(article: "北京", start: 12, length: 3, before: "\"\\\" … \"", after: "\n\t\u{7F} … x"),
    AnchorFact(article: "x", start: 1, length: 2, before: "ends in \\", after: "\\ begins"),
  ]

  @Test(arguments: anchors)
  func anchorsAreReadAsTheyArePrinted(anchor: AnchorFact) {
    #expect(facts([anchor.text]).anchors == [anchor])
  }

  @Test func anAnchorIsOneLine() {
    expectSame(Self.anchors[0].text, "wire 4674+27 \" be “\" … \"”. Its\"")
    for anchor in Self.anchors { #expect(!anchor.text.contains("\n")) }
  }

  @Test(arguments: UInt64(1)...10)
  func anchorsAtRandomAreReadAsTheyArePrinted(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let pieces = ["\"", "\\", "…", " … ", "\" … \"", "北", "é", "\n", "\u{0}", "a", " ", "\\u0041"]
    for _ in 0..<200 {
      let anchor = AnchorFact(
        article: random.pick(["wire", "x.y", "ч"]), start: random.below(1 << 30),
        length: random.below(1 << 20), before: random.several(pieces, most: 8).joined(),
        after: random.several(pieces, most: 8).joined())
      #expect(facts([anchor.text]).anchors == [anchor])
    }
  }

  @Test(arguments: [
    "", "wire", "wire ", "wire 5", "wire 5+", "wire +6 \"a\" … \"b\"", "wire five+6",
    "wire -5+6 \"a\" … \"b\"",
  ])
  func whatIsNoAnchorIsPassedOver(line: String) {
    #expect(facts([line]).anchors.isEmpty)
  }

  @Test func brokenAnchorsNeverCrash() {
    for anchor in Self.anchors {
      let bytes = Array(anchor.text.utf8)
      for end in 0...bytes.count { _ = MarkFacts([bytes[..<end], bytes[end...]]) }
    }
    for line in ["by", "by ", "by \"", "by \"\\", "by \"a\\\" 2031", "wire 1+1 \"\\"] {
      _ = facts([line])
    }
  }

  @Test(arguments: [
    ("    : a8f536ced by hv", "a8f536ced"), ("    : wire text 77ab", "wire"),
    ("    : issue truce was x", "issue truce"),
    ("    : party \"Mira Oslin\" was x", "party \"Mira Oslin\""),
    ("    : party \"a \\\" b\" was", "party \"a \\\" b\""), ("    : issue", "issue"), ("    :", ""),
    ("    : a8f5 by hv", "a8f5"),
  ])
  func theKeyIsWhatAFactIsAbout(line: String, key: String) {
    let document = Document(Array("\(line)\n".utf8))
    #expect(document.factKey(0).text == key)
    #expect(document.facts(of: document.factKey(0)).count == 1)
  }
}
