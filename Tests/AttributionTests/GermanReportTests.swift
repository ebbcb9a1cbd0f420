import Attribution
import Testing

/// German reports: tags, noun cues, future and hearsay, names in quotation marks.
@Suite struct GermanReportTests {
  @Test(arguments: [
    Case(
      "Viele Boote flohen aus der Stadt Selan, teilten die Behörden mit.",
      "Behörden | Viele Boote flohen aus der Stadt Selan"),
    Case(
      "Der Hafen ist offen, das teilte die Polizei mit.", "Polizei | Der Hafen ist offen"),
    Case(
      "Der Hafen wurde geschlossen, wie die Polizei am Montag in Selan mitteilte.",
      "Polizei | Der Hafen wurde geschlossen"),
    Case(
      "Wie die Sprecherin des Hafens, Mira Oslin, mitteilte, wurde der Hafen geschlossen.",
      "Sprecherin des Hafens | wurde der Hafen geschlossen"),
  ])
  func whoTellsMayStandBehind(_ c: Case) { #expect(said(c.text, "de") == c.found) }

  @Test(arguments: [
    Case(
      "Ein Sprecher des Ministeriums erklärte, die betroffenen Schiffe würden geprüft.",
      "Sprecher des Ministeriums | die betroffenen Schiffe würden geprüft"),
    Case(
      "Das Ministerium erklärte, von den Schiffen nichts zu wissen.",
      "Ministerium | von den Schiffen nichts zu wissen"),
    Case(
      "Mira Oslin wird erklären, dass der Hafen offen bleibt.",
      "Mira Oslin | der Hafen offen bleibt"),
    Case(
      "Die „Selaner Zeitung“ berichtete, der Hafen sei geschlossen.",
      "Selaner Zeitung | der Hafen sei geschlossen"),
    Case(
      "Mira Oslin machte klar, dass der Hafen offen bleibt.", "Mira Oslin | der Hafen offen bleibt"),
  ])
  func moreFormsHaveContent(_ c: Case) { #expect(said(c.text, "de") == c.found) }

  @Test(arguments: [
    Case(
      "Mira Oslin vertrat die Ansicht, dass der Hafen offen bleibt.",
      "Mira Oslin | der Hafen offen bleibt"),
    Case(
      "Mira Oslin ist der Meinung, dass der Hafen offen bleibt.",
      "Mira Oslin | der Hafen offen bleibt"),
    Case(
      "Die Forderung der Gewerkschaft, den Hafen zu schließen, kam am Montag.",
      "Gewerkschaft | den Hafen zu schließen"),
    Case("Die Meinung, dass der Hafen offen bleibt, ist alt."),
  ])
  func nounsHaveTheSubjectOfTheirVerb(_ c: Case) { #expect(said(c.text, "de") == c.found) }

  @Test(arguments: [
    Case(
      "Die Polizei sagte, der Hafen sei geschlossen. Kolm soll dort gearbeitet haben.",
      "Polizei | der Hafen sei geschlossen", "Polizei | Kolm soll dort gearbeitet haben"),
    Case(
      "Die Polizei sagte, der Hafen sei geschlossen. Kolm soll dort bleiben.",
      "Polizei | der Hafen sei geschlossen"),
  ])
  func whatIsToldOfThePastGoesOn(_ c: Case) { #expect(said(c.text, "de") == c.found) }

  @Test(arguments: [
    Case("Auch die Bank, die größte des Landes, meldete Verluste."),
    Case("Nach dem Streit, sagte er nichts."),
  ])
  func aSubjectWithItsAppositionIsNoContent(_ c: Case) { #expect(said(c.text, "de") == c.found) }

  @Test(arguments: [
    Case(
      "„Der Hafen bleibt offen“, sagte Petra Holm der „Hafenzeitung“.",
      "Petra Holm | „Der Hafen bleibt offen“"),
    Case(
      "„Der Hafen bleibt offen“, schrieb die „Hafenzeitung“.",
      "Hafenzeitung | „Der Hafen bleibt offen“"),
  ])
  func whoIsToldIsNotTheSpeaker(_ c: Case) { #expect(said(c.text, "de") == c.found) }

  @Test(arguments: [
    ("Kremlsprecher Iwan Rusk sagte: „Es ist spät.“", "Russia"),
    ("Bundesverteidigungsministerin Petra Holm sagte: „Es ist spät.“", "Germany"),
  ])
  func officesInOneWordNameTheirState(_ text: String, _ party: String) {
    #expect(suggestions(text, "de").map(\.party) == [party])
  }
}
