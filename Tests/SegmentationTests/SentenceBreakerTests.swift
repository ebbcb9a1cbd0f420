import Segmentation
import SourceText
import Testing

/// A text whose sentences are parted by `|`, in a language.
struct SentenceCase: CustomTestStringConvertible, Sendable {
  let parts: [String]
  let language: String?

  init(_ marked: String, _ language: String? = "en") {
    parts = marked.isEmpty ? [] : marked.split(separator: "|").map(String.init)
    self.language = language
  }

  var testDescription: String { parts.joined(separator: " ") }
}

@Suite struct SentenceBreakerTests {
  @Test(arguments: [
    SentenceCase("The ferry left.|Nobody waved."),
    SentenceCase("Is it over?|It is!|So they said."),
    SentenceCase("The U.S. envoy came late.|He left early."),
    SentenceCase("She flew to the U.S.|The talks went on."),
    SentenceCase("Minister S.V. Lavrov spoke.|J. Brandt did not."),
    SentenceCase("Mr. Kolm met Dr. Hallin at noon.|Both smiled."),
    SentenceCase("Nobody asked the U.S. President Hale before.|He asked."),
    SentenceCase("It costs approx. 40 crowns, i.e. Nothing new.|He paid."),
    SentenceCase("It opened at 3.5 percent.|It closed at 4."),
  ])
  func abbreviationsAndInitialsEndNoSentence(_ c: SentenceCase) { check(c) }

  @Test(arguments: [
    SentenceCase("“Why?” he asked.|Nobody knew."),
    SentenceCase("“Stop!” the guard cried.|They stopped."),
    SentenceCase("“We will not stop.”|Aldous left the hall."),
    SentenceCase("He said: “It is over.”|“It is not,” she said."),
    SentenceCase("(They had met before.)|Now they met again."),
  ])
  func marksBehindASentenceStayWithIt(_ c: SentenceCase) { check(c) }

  @Test(arguments: [
    SentenceCase("Am 17. April begann es.|Am 3. Mai war Schluss.", "de"),
    SentenceCase("Manche, z.B. Fischer, blieben.|Andere gingen.", "de"),
    SentenceCase("Dr. Berg kam.|Prof. Kolb auch.", "de"),
    SentenceCase("M. Durand est venu.|Il est reparti.", "fr"),
    SentenceCase("El Sr. Gil llegó.|Nadie lo vio.", "es"),
  ])
  func everyLanguageHasItsOwnAbbreviations(_ c: SentenceCase) { check(c) }

  @Test(arguments: ["", " ", "  \n\t "])
  func blanksHaveNoSentence(_ text: String) {
    #expect(sentences(text, nil).isEmpty)
  }

  @Test func aLanguageWithoutRowsIsReadLikeEnglish() {
    #expect(sentences("Mr. Kolm came. He left.", "xx") == ["Mr. Kolm came.", "He left."])
  }

  @Test func rangesCountFromTheBeginningOfTheText() {
    let text = CanonicalText("Head\nOne. Two.")
    let found = SentenceBreaker(language: "en").sentences(of: text, in: 5..<text.count)
    #expect(found == [5..<9, 10..<14])
  }

  private func check(_ c: SentenceCase, at place: SourceLocation = #_sourceLocation) {
    let found = sentences(c.parts.joined(separator: " "), c.language)
    #expect(found == c.parts, sourceLocation: place)
  }

  private func sentences(_ text: String, _ language: String?) -> [String] {
    let text = CanonicalText(text)
    let breaker = SentenceBreaker(language: language)
    return breaker.sentences(of: text, in: 0..<text.count).map { text[$0] }
  }
}
