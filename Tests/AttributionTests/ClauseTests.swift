import Testing

/// Where the content of a cue begins, and what stands around it.
@Suite struct ClauseTests {
  @Test(arguments: [
    Case("Mira Oslin says she’s leaving the board.", "Mira Oslin | she’s leaving the board"),
    Case("Mira Oslin said Tuesday it'll be calm.", "Mira Oslin | it'll be calm"),
    Case(
      "The port, which is as old as the town, is shut, as Mira Oslin noted.",
      "Mira Oslin | The port, which is as old as the town, is shut"),
    Case(
      "As the survey noted, the harbour was half empty.",
      "survey | the harbour was half empty"),
    Case(
      "The board passed rules that many say will ruin the port.",
      "many | that ... will ruin the port"),
    Case(
      "Jon Reed came back to what he said were old debts.",
      "Jon Reed | what ... were old debts"),
    Case(
      "Jon Reed asked Mira Oslin on Monday whether the port would open.",
      "Jon Reed | whether the port would open"),
    Case("Jon Reed asked her about the old debts.", "Jon Reed | the old debts"),
    Case("Jon Reed asked if the port would open.", "Jon Reed | if the port would open"),
    Case(
      "Mira Oslin called Friday’s vote a “win for the harbour.”",
      "Mira Oslin | Friday’s vote a “win for the harbour.”"),
  ])
  func theContentBeginsWhereTheClauseDoes(_ c: Case) { #expect(said(c.text) == c.found) }

  @Test(arguments: [
    Case("Mira Oslin herself said the port would open.", "Mira Oslin | the port would open"),
    Case(
      "Jon Reed said Mira Oslin would leave the board and endorse him.",
      "Jon Reed | Mira Oslin would leave the board and endorse him"),
  ])
  func theSubjectIsTheOneThatSpeaks(_ c: Case) { #expect(said(c.text) == c.found) }

  @Test(arguments: [
    Case("\"It will open,” Mira Oslin said.", "Mira Oslin | \"It will open,”"),
    Case(
      "Jon Reed said Ada Holm (R-S.C.) would open the port.",
      "Jon Reed | Ada Holm (R-S.C.) would open the port"),
  ])
  func marksThatDoNotFitAreTolerated(_ c: Case) { #expect(said(c.text) == c.found) }
}
