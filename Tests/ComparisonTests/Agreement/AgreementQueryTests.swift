import Casebook
import Testing

@testable import Comparison

private func desk() -> Desk {
  func by(_ coder: String, _ words: String, _ issue: String, _ stance: String) -> Said {
    Said(words, "Alba", issue, stance).with { $0.coder = coder }
  }
  return Desk([
    by("ab", "one", "truce", "+2"), by("hv", "one", "truce", "+2"),
    by("ab", "two", "truce", "-1"), by("hv", "two", "truce", "+1"),
    by("ab", "three", "seat", "-2"), by("hv", "three", "seat", "-2"),
    by("ab", "four", "seat", "mixed"), by("hv", "four", "seat", "mixed"),
    by("ab", "five", "seat", "0"),
  ])
}

@Test func unitsAreWhatIsSaidOfTheSame() {
  let result = AgreementQuery().answer(in: desk().casebook())
  #expect(result.coders == ["ab", "hv"])
  #expect(result.units.count == 5 && result.nominal.pairableCount == 4)
  // Mixed is a category, but no degree.
  #expect(result.nominal.percentage == 0.75 && result.degrees.pairableCount == 3)
  #expect(result.disagreements.count == 1 && result.gaps.count == 1)
  #expect(result.rows.count == 2)
}

@Test func passagesOfOneCoderAloneLowerTheirAlpha() {
  let result = AgreementQuery().answer(in: desk().casebook())
  #expect(result.passages.alphas[result.issues.firstIndex(of: "truce")!] == 1)
  #expect((result.passages.alphas[result.issues.firstIndex(of: "seat")!] ?? 1) < 1)
}

@Test func notebooksAreComparedByTextAndNames() {
  var other = desk()
  other.statements = other.statements.filter { $0.coder == "hv" }
  other.parties.reverse()
  var own = desk()
  own.statements = own.statements.filter { $0.coder == "ab" }
  let result = AgreementQuery().answer(
    comparing: [("a.md", own.casebook()), ("b.md", other.casebook())])
  // The texts differ by one paragraph: nothing is the same, and nothing is said to be missing.
  #expect(result.nominal.pairableCount == 0 && result.gaps.isEmpty && result.elsewhereCount == 9)
  other.statements.append(Said("five", "Alba", "seat", "0").with { $0.coder = "hv" })
  let same = AgreementQuery().answer(
    comparing: [("a.md", own.casebook()), ("b.md", other.casebook())])
  #expect(same.coders == ["a.md", "b.md"] && same.nominal.pairableCount == 5)
}

@Test func theCodersOfANotebookStandApart() {
  let result = AgreementQuery().answer(
    comparing: [("a.md", desk().casebook()), ("b.md", desk().casebook())])
  #expect(result.coders == ["a.md ab", "a.md hv", "b.md ab", "b.md hv"])
  #expect(result.nominal.cohenKappa(0, 2)?.kappa == 1)
}

@Test(arguments: [
  ([String](), "No statement"), (["ab"], "Only one coder, ab"),
])
func whatIsMissingForAgreementIsSaid(coders: [String], expected: String) {
  let book = Desk(coders.map { coder in Said("w", "Alba").with { $0.coder = coder } }).casebook()
  let lines = AgreementQuery().answer(in: book).lines(width: 80).joined(separator: " ")
  #expect(lines.contains(expected))
}

@Test func aNotebookWithNothingIsNamed() {
  let result = AgreementQuery().answer(
    comparing: [("a.md", desk().casebook()), ("b.md", Desk().casebook())])
  #expect(result.lines(width: 80).joined(separator: " ").contains("b.md has no statement"))
}

@Test(arguments: [40, 80])
func agreementFitsTheScreen(width: Int) {
  for line in AgreementQuery().answer(in: desk().casebook()).lines(width: width) {
    #expect(line.count <= width && line.last != " ", "\(line)")
  }
}

@Test func agreementAsJSONAndCSVReadsBack() {
  let result = AgreementQuery().answer(in: desk().casebook())
  #expect(JSONReader.isValid(result.jsonLines.joined(separator: "\n")))
  #expect(result.csvLines.count == 6)
}

@Test func otherWordsAreAnotherUnit() {
  let result = AgreementQuery().answer(
    in: Desk([
      Said("one", "Alba", "truce", "+2"),
      Said("two", "Alba", "truce", "+2").with { $0.coder = "hv" },
    ]).casebook())
  #expect(result.units.count == 2 && result.nominal.pairableCount == 0 && result.gaps.count == 2)
}
