import Attribution
import Testing

@Suite struct GermanTests {
  @Test(arguments: [
    Case("„Der Hafen bleibt zu“, sagte Petra Holm.", "Petra Holm | „Der Hafen bleibt zu“"),
    Case(
      "Petra Holm sagte am Montag, dass der Hafen geöffnet werde.",
      "Petra Holm | der Hafen geöffnet werde"),
    Case("Petra Holm sagte, sie wolle bleiben.", "Petra Holm | sie wolle bleiben"),
    Case(
      "Der Hafen werde geöffnet, teilte die Regierung mit.",
      "Regierung | Der Hafen werde geöffnet"),
    Case(
      "Nach Angaben der Polizei wurde niemand verletzt.",
      "Angaben der Polizei | wurde niemand verletzt"),
    Case(
      "Der Hafen ist laut Polizei seit Montag zu.",
      "Polizei | Der Hafen ist ... seit Montag zu"),
    Case(
      "Der Polizei zufolge wurde niemand verletzt.", "Polizei | wurde niemand verletzt"),
    Case(
      "Wie die Polizei mitteilte, wurde niemand verletzt.",
      "Polizei | wurde niemand verletzt"),
    Case(
      "Petra Holm sagte, sie wolle bleiben. Der Hafen sei sicher. Man habe alles geprüft.",
      "Petra Holm | sie wolle bleiben",
      "Petra Holm | Der Hafen sei sicher. Man habe alles geprüft"),
  ])
  func statementsAreFoundWithTheirSource(_ c: Case) { #expect(said(c.text, "de") == c.found) }

  @Test(arguments: [
    "Der Hafen liegt im Norden der Stadt.", "Sie gab ihm das Buch zurück.", "Er kam nach Hause.",
  ])
  func whatIsNoStatementIsNotSuggested(_ text: String) { #expect(said(text, "de") == []) }
}
