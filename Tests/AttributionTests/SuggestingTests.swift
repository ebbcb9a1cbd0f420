import Attribution
import Casebook
import Testing

/// Who says what, in sentences written for this project.
@Suite struct SuggestingTests {
  /// What one suggestion should be.
  struct Expected: CustomTestStringConvertible, Sendable {
    let text: String
    let who: String?
    let words: String
    let voice: Voice
    var testDescription: String { text }
  }

  private func suggest(_ text: String, language: String = "en") -> [Suggestion] {
    let bytes = Array(text.utf8)
    return Suggester.suggest(
      in: bytes, blocks: Suggester.paragraphs(of: bytes), language: language)
  }

  private func words(_ one: Suggestion, _ text: String) -> String {
    let bytes = Array(text.utf8)
    return one.content.map { String(decoding: bytes[$0], as: UTF8.self) }
      .joined(separator: " … ")
  }

  @Test(arguments: [
    Expected(
      text: "“We will not leave the harbour,” Foreign Minister Mira Oslin said on Monday.",
      who: "Mira Oslin", words: "We will not leave the harbour", voice: .direct),
    Expected(
      text: "Foreign Minister Mira Oslin said that the guns must fall silent first.",
      who: "Mira Oslin", words: "the guns must fall silent first", voice: .indirect),
    Expected(
      text: "According to envoy Jorun Tale, the talks will go on until Friday.",
      who: "Jorun Tale", words: "the talks will go on until Friday", voice: .indirect),
    Expected(
      text: "Envoy Jorun Tale called the offer “a price worth paying” for an open sea.",
      who: "Jorun Tale", words: "“a price worth paying”", voice: .mixed),
  ])
  func aStatementHasItsWordsAndItsSpeaker(_ expected: Expected) throws {
    let found = suggest(expected.text)
    let one = try #require(found.first)
    #expect(found.count == 1)
    #expect(one.sourceName == expected.who)
    #expect(words(one, expected.text).contains(expected.words))
    #expect(one.voice == expected.voice)
  }

  @Test func aSplitQuotationIsOneStatementInTwoPieces() throws {
    let text = "“The truce holds,” envoy Jorun Tale said. “It will hold tomorrow.”"
    let found = suggest(text)
    #expect(found.count == 1)
    #expect(found.first?.content.count == 2)
  }

  @Test func aPronounLeadsBackToTheSpeaker() throws {
    let text = """
      Foreign Minister Mira Oslin arrived on Monday. She said that the guns must fall silent first.
      """
    let one = try #require(suggest(text).first)
    #expect(one.sourceName == "Mira Oslin")
    #expect(one.sureness == .guessed)
  }

  @Test(arguments: [
    "The storm claimed dozens of lives along the coast.",
    "The ferry crossed the straits at noon and returned in the evening.",
    "He read the novel “The Long Winter” on the train.",
    "", "“”", "“““", "\"", "THE TABLE: 1 2 3 4 5 6", "if (a) { return \"b\"; }",
  ])
  func whatIsNoStatementIsLeftAlone(_ text: String) { #expect(suggest(text).isEmpty) }

  @Test func everyRangeLiesInItsText() {
    let pieces = [
      "“", "”", "\"", "Oslin", " said ", "that ", "„", "«", "»", "é", "会", ".", "\n", " ",
    ]
    var seed: UInt64 = 7
    for _ in 0..<400 {
      var text = ""
      for _ in 0..<40 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int(seed >> 33) % pieces.count]
      }
      let count = text.utf8.count
      for one in suggest(text) {
        let ranges = one.content + [one.source, one.cue].compactMap { $0 }
        #expect(ranges.allSatisfy { $0.lowerBound < $0.upperBound && $0.upperBound <= count })
      }
    }
  }

  @Test func aSentenceWithoutEndIsRead() {
    let text = String(repeating: "he said that she said “and so on, ", count: 600)
    #expect(suggest(text).count < 2_000)
  }

  @Test func otherLanguagesGiveTheirQuotations() {
    let text = "« Nous resterons à table », a déclaré la ministre Mira Oslin."
    #expect(suggest(text, language: "fr").allSatisfy { $0.voice == .direct })
  }
}
