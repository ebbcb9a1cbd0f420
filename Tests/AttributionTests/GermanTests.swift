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
    // What stands between a speaker and the subjunctive that goes on.
    Case(
      "Petra Holm sagte, sie wolle bleiben. Der Hafen ist alt. Dort fehle ein Kran.",
      "Petra Holm | sie wolle bleiben", "Petra Holm | Dort fehle ein Kran"),
    // Who has not spoken yet.
    Case("Petra Holm widersprach. Der Hafen sei sicher.", "Petra Holm | Der Hafen sei sicher"),
    Case("Die Polizei zog Bilanz. Niemand sei verletzt.", "Polizei | Niemand sei verletzt"),
    Case(
      "Petra Holm widersprach. Solange es regne, sei der Hafen sicher.",
      "Petra Holm | Solange es regne, sei der Hafen sicher"),
  ])
  func whatGoesOnInTheSubjunctiveIsFound(_ c: Case) { #expect(said(c.text, "de") == c.found) }

  @Test(arguments: [
    "Die Tage wurden kürzer. Der Hafen sei sicher.",
    "Petra Holm lachte. Der Brief kam später, obwohl er wichtig sei.",
    "Petra Holm lachte. Zuletzt habe ich sie am Hafen gesehen.",
    "Petra Holm sagte, sie wolle bleiben.\n\nEin Wort ist lang. Man sei froh.",
  ])
  func whoIsNobodyDoesNotGoOn(_ text: String) {
    #expect(!said(text, "de").contains { !$0.hasSuffix("sie wolle bleiben") })
  }

  @Test(arguments: [
    "Der Hafen liegt im Norden der Stadt.", "Sie gab ihm das Buch zurück.", "Er kam nach Hause.",
  ])
  func whatIsNoStatementIsNotSuggested(_ text: String) { #expect(said(text, "de") == []) }
}
