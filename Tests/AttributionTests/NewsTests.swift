import Attribution
import Casebook
import Testing

/// What is common in the news of many papers: British spelling, sources behind whose noun something
/// stands, offices of several words, nicknames, marks that are missing.
@Suite struct NewsTests {
  @Test(arguments: [
    Case("Mira Oslin emphasised that the port is shut.", "Mira Oslin | the port is shut"),
    Case(
      "Mira Oslin said the port is shut, but Jon Reed has signalled that it may open.",
      "Mira Oslin | the port is shut", "Jon Reed | it may open"),
    Case("Mira Oslin favours a new quay.", "Mira Oslin | a new quay"),
  ])
  func britishSpellingIsRead(_ c: Case) { #expect(said(c.text) == c.found) }

  @Test(arguments: [
    Case("Mira Oslin welcomed the move.", "Mira Oslin | the move"),
    Case("The ministry rejected the offer and the move.", "ministry | the offer and the move"),
  ])
  func aVerbBehindAnArticleIsANoun(_ c: Case) { #expect(said(c.text) == c.found) }

  @Test(arguments: [
    Case(
      "Two diplomats familiar with the talks said no date had been set.",
      "Two diplomats familiar with the talks | no date had been set"),
    Case(
      "People close to the mayor said he was tired.",
      "People close to the mayor | he was tired"),
    Case(
      "A study published by the council found that the quay is old.",
      "study published by the council | the quay is old"),
    Case("The port of the town said it was shut.", "port of the town | it was shut"),
  ])
  func theSourceIsTheNounBeforeItsAdjective(_ c: Case) { #expect(said(c.text) == c.found) }

  @Test(arguments: [
    Case("U.S. Secretary of State Jon Reed said it was late.", "Jon Reed | it was late"),
    Case("Minister of Defence Pavel Orsin said it was late.", "Pavel Orsin | it was late"),
    Case(
      "A spokesman for President Pavel Orsin said it was late.",
      "spokesman for President Pavel Orsin | it was late"),
  ])
  func anOfficeOfSeveralWordsStandsBeforeItsName(_ c: Case) { #expect(said(c.text) == c.found) }

  @Test(arguments: [
    Case("Ivan “the Bear” Rusk said the quay would hold.", "Rusk | the quay would hold"),
    Case("Ivan \"Bear\" Rusk said the quay would hold.", "Rusk | the quay would hold"),
    Case("“No way,” Rusk said.", "Rusk | “No way,”"),
  ])
  func aNicknameIsNoQuotation(_ c: Case) {
    let found = suggestions(c.text)
    #expect(said(c.text).map { $0.hasSuffix(c.found[0].dropFirst(4)) } == [true])
    #expect(found.map(\.voice) == [c.text.contains("way") ? .direct : .indirect])
  }

  @Test(arguments: [
    Case(
      "We will fight on,\" Oslin said. \"The port is ours.\"",
      "Oslin | We will fight on,\" ... \"The port is ours.\""),
    Case("\"We will fight on, Oslin said. The port is ours.", "Oslin | \"We will fight on"),
  ])
  func aMissingMarkHidesNoStatement(_ c: Case) { #expect(said(c.text) == c.found) }

  @Test(arguments: [
    ("Mira Oslin did not say whether the port would open.", [Act?.none]),
    ("Mira Oslin did not rule out sanctions.", [Act?.none]),
    ("Mira Oslin said the port would open.", [.assert]),
  ])
  func negationSuspendsTheAct(_ text: String, _ acts: [Act?]) {
    #expect(suggestions(text).map(\.act) == acts)
  }

  @Test(arguments: [
    Case("She read “The Long Road”, a novel.", ""),
    Case("The letter read: “The port is shut.”", "letter | “The port is shut.”"),
  ])
  func aTitleThatIsReadIsNoStatement(_ c: Case) {
    #expect(said(c.text) == c.found.filter { !$0.isEmpty })
  }
}
