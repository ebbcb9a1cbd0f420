import Attribution
import Testing

/// Cues of several words: a verb that lends its subject to a noun, and fixed turns.
@Suite struct LightVerbTests {
  @Test(arguments: [
    Case("Mira Oslin made the suggestion that the port be shut.", "Mira Oslin | the port be shut"),
    Case(
      "The harbour board has issued a stern warning that the port would be shut.",
      "harbour board | the port would be shut"),
    Case(
      "Mira Oslin gave assurances that the port would stay open.",
      "Mira Oslin | the port would stay open"),
    Case("Mira Oslin expressed concern over the tolls.", "Mira Oslin | the tolls"),
    Case("Mira Oslin raised questions about the tolls.", "Mira Oslin | the tolls"),
    Case("Mira Oslin voiced support for the tolls.", "Mira Oslin | the tolls"),
    Case("Mira Oslin made a pledge to shut the port.", "Mira Oslin | to shut the port"),
  ])
  func aLightVerbLendsItsSubjectToTheNoun(_ c: Case) { #expect(said(c.text) == c.found) }

  @Test(arguments: [
    Case(
      "Mira Oslin made it clear that the port will be shut.", "Mira Oslin | the port will be shut"),
    Case("Mira Oslin has made clear the port will be shut.", "Mira Oslin | the port will be shut"),
    Case("Mira Oslin came out against the tolls.", "Mira Oslin | the tolls"),
    Case("The board was taking issue with the tolls.", "board | the tolls"),
    Case("Mira Oslin spoke in favor of the tolls.", "Mira Oslin | the tolls"),
  ])
  func aCueMayHaveSeveralWords(_ c: Case) { #expect(said(c.text) == c.found) }

  @Test(arguments: [
    "Mira Oslin voiced outrage over the weekend.", "Mira Oslin came out of the port.",
    "The storm made the point that was missing.", "Mira Oslin made plans to leave.",
    "Mira Oslin took the aim of the board for granted.",
  ])
  func theWordsAloneSayNothing(_ text: String) { #expect(said(text) == []) }
}
