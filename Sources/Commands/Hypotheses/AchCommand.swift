internal import Casebook
internal import CommandKit
internal import Comparison
internal import Diagnostics

/// `ach`: the matrix of competing hypotheses.
struct AchCommand: QuestionCommand {
  static let hypotheses = Slot(
    ValueKind<HypothesisID>.hypothesis, "which hypotheses; all", optional: true, repeats: true)

  static let declaration = Declaration(
    "ach", .comparing, "sets hypotheses against the evidence",
    slots: [hypotheses.erased], keywords: [CompareCommand.format.erased],
    discussion: """
      The analysis of competing hypotheses (Heuer): evidence refutes, so that what counts is \
      inconsistency. Each I adds the item's weight, each II twice, C and CC nothing; the least sum \
      is the least refuted. Weight is the source's grade times the claim's credibility, A and 1 \
      being 1, each step 0.2 less, what is not graded 0.6. `tells` is the weight times the distance \
      between the hypotheses that an item fits most and least: 0 tells nothing.

      Below the table stand the single items on which the result hangs. `show %1` shows row 1.
      """,
    examples: [
      Example(
        "ach", gives: "Least inconsistent: sincere, by 0.36.",
        after: CommandFixtures.truce + [
          CommandFixtures.statement, "hypothesis bluff \"Alba does not mean to sign.\"",
          "hypothesis sincere \"Alba means to sign.\"", "evidence 15a I bluff",
          "evidence 15a C sincere",
        ])
    ])

  let query: AchQuery
  let format: TableFormat

  init(_ arguments: inout Arguments, _ session: __shared Session) throws(Diagnostic) {
    var query = AchQuery()
    format = try arguments.value(CompareCommand.format, session) ?? .table
    for id in try arguments.all(Self.hypotheses, session) where !query.hypotheses.contains(id) {
      query.hypotheses.append(id)
    }
    self.query = query
  }

  func normalForm(in session: Session) -> String {
    var line = NormalForm("ach")
    for id in query.hypotheses { line.add(name: session.book.hypotheses[id].name) }
    line.add(format)
    return line.text
  }

  func answer(from session: Session, page: Page) throws(Diagnostic) -> Output {
    let book = session.book
    if book.hypotheses.all.isEmpty {
      return Output(["no hypotheses yet"], next: ["hypothesis NAME \"A full sentence.\""])
    }
    let result = query.answer(in: book)
    return Output(
      session.printed(result, as: format, page), rows: result.rows.map { .record($0) },
      stamp: result.stamp(in: book))
  }
}
