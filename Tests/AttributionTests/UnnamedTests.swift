import Attribution
import Testing

/// Statements of nobody in particular.
@Suite struct UnnamedTests {
  @Test(arguments: [
    Case(
      "It was announced that the gates would open on Friday.", "? | the gates would open on Friday"),
    Case("It has been widely reported that Alba left.", "? | Alba left"),
    Case("It emerged on Monday that Corda had closed the port.", "? | Corda had closed the port"),
    Case(
      "Mira Oslin is said to have left the harbour.", "? | Mira Oslin ... to have left the harbour"),
    Case("The talks are not expected to end soon.", "? | The talks ... to end soon"),
    Case(
      "It was announced by the foreign ministry that the gates would open.",
      "foreign ministry | the gates would open"),
  ])
  func whatIsSaidByNobodyIsFound(_ c: Case) { #expect(said(c.text) == c.found) }

  @Test(arguments: [
    "It should be noted that the gates are old.", "It was a mistake that the gates were opened.",
    "The guards were told to leave.", "A new order emerged that nobody likes.",
    "The gates were closed to keep the wind out.",
  ])
  func whatTheNarratorSaysIsNotSuggested(_ text: String) { #expect(said(text) == []) }

  @Test(arguments: [
    Case("Es wird befürchtet, dass der Hafen zu bleibt.", "? | der Hafen zu bleibt"),
    Case("Am Montag wurde bekannt, dass Alba abzog.", "? | Alba abzog"),
    Case("Petra Holm wurde aufgefordert, den Hafen zu räumen.", "? | den Hafen zu räumen"),
    Case("Bisher hieß es, der Hafen bleibe zu.", "? | der Hafen bleibe zu"),
    Case(
      "In dem Bericht heißt es, der Hafen bleibe zu.", "Bericht | der Hafen bleibe zu"),
    Case(
      "Von der Polizei wurde gemeldet, dass der Hafen zu ist.", "Polizei | der Hafen zu ist"),
  ])
  func germanPassivesAreFound(_ c: Case) { #expect(said(c.text, "de") == c.found) }

  @Test(arguments: [
    // A future and a perfect are no passives, and what is done for something is no content.
    Case("Morgen wird Alba erklären, dass der Hafen zu ist.", "Alba | der Hafen zu ist"),
    Case(
      "Petra Holm hat gefordert, dass der Hafen zu bleibt.", "Petra Holm | der Hafen zu bleibt"),
    Case("Es wurde gefordert, um Platz zu schaffen."),
    Case("Der Hafen wurde geräumt, um Platz zu schaffen."),
  ])
  func otherGermanPassivesAreNot(_ c: Case) { #expect(said(c.text, "de") == c.found) }

  @Test func withinWhatSomebodySaysItIsNoStatementOfItsOwn() {
    let found = said("Mira Oslin said the talks are expected to end soon.")
    #expect(found == ["Mira Oslin | the talks are expected to end soon"])
  }
}
