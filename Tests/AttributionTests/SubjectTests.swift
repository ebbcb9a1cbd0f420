import Testing

/// What stands between a subject, its verb and its content: times, insertions, relative clauses.
@Suite struct SubjectTests {
  @Test(arguments: [
    Case(
      "The delegate Jon Reed on Wednesday announced that he was leaving the board.",
      "Jon Reed | he was leaving the board"),
    Case(
      "A Harbour Press poll last week found that 63 percent of Albans want a new port.",
      "Harbour Press poll | 63 percent of Albans want a new port"),
    Case(
      "The deals of last week said nothing, but Mira Oslin said that the port is shut.",
      "Mira Oslin | the port is shut"),
    Case(
      "Of the clerks, 26% say they are loyal to the board.", "26% | they are loyal to the board"),
  ])
  func aTimeMayStandBetweenSubjectAndVerb(_ c: Case) { #expect(said(c.text) == c.found) }

  @Test(arguments: [
    Case(
      "Port opponents said the ruling, which struck down tolls on old ships, illustrates the need.",
      "Port opponents | the ruling, which struck down tolls on old ships, illustrates the need"),
    Case(
      "Mira Oslin said there were 18 letters between the two ministries.",
      "Mira Oslin | there were 18 letters between the two ministries"),
    Case(
      "Mira Oslin said his friends feel the same way.", "Mira Oslin | his friends feel the same way"
    ),
    Case(
      "Mira Oslin said on CNN, where she often is, that the port is shut.",
      "Mira Oslin | the port is shut"),
    Case(
      "On Harbour TV’s “This Week,” Mira Oslin said that the port is shut.",
      "Mira Oslin | the port is shut"),
  ])
  func aClauseIsReadToItsEnd(_ c: Case) { #expect(said(c.text) == c.found) }

  @Test(arguments: [
    Case(
      "Mira Oslin said the port is shut, which surprised all of Selan.",
      "Mira Oslin | the port is shut"),
    Case("Mira Oslin said a word to each of the clerks."),
  ])
  func whatIsNoClauseIsNotMadeOne(_ c: Case) { #expect(said(c.text) == c.found) }

  @Test(arguments: [
    Case(
      "The port had lost its money last year, budget documents show.",
      "budget documents | The port had lost its money last year"),
    Case(
      "Ships are late in all harbours, a study by the harbour council found.",
      "study by the harbour council | Ships are late in all harbours"),
    Case("The door was open, Mira Oslin found."),
  ])
  func papersAndPollsShowBehindWhatTheySay(_ c: Case) { #expect(said(c.text) == c.found) }

  @Test(arguments: [
    Case(
      "The harbour board issued a statement saying it would leave the talks.",
      "harbour board | it would leave the talks"),
    Case(
      "In the evening Mira Oslin has sent a letter urging the board to resign.",
      "Mira Oslin | the board to resign"),
    Case("The board keeps a record showing it."),
  ])
  func whatIsIssuedSpeaksForItsIssuer(_ c: Case) { #expect(said(c.text) == c.found) }

  @Test(arguments: [
    Case(
      "Hours later, Mira Oslin thanked the board, telling Reed, “We will be back soon.”",
      "Mira Oslin | the board", "Mira Oslin | “We will be back soon.”"),
    Case(
      "Speaking at a town hall in Selan, Mira Oslin went after Reed, calling him “a total fool.”",
      "Mira Oslin | him “a total fool.”"),
    Case(
      "Together, the harbour clerks left for Selan, saying they would be back.",
      "harbour clerks | they would be back"),
    Case(
      "Mira Oslin, the minister, left for Selan, saying she would be back.",
      "Mira Oslin | she would be back"),
  ])
  func whatOpensASentenceIsNotItsSubject(_ c: Case) { #expect(said(c.text) == c.found) }
}
