internal import Casebook
internal import CommandKit
internal import Comparison
internal import Diagnostics

/// `silence`: who spoke on what in which week, and who did not.
struct SilenceCommand: QuestionCommand {
  static let declaration = Declaration(
    "silence", .comparing, "shows who spoke on what in which week",
    slots: [CompareCommand.parties.erased],
    keywords: [
      CompareCommand.on.erased, CompareCommand.since.erased, CompareCommand.until.erased,
      CompareCommand.coder.erased, CompareCommand.by.erased, CompareCommand.format.erased,
    ],
    discussion: """
      One line for each party on each issue, those that never spoke too, with a figure for each \
      week. *Silent* counts the weeks for which others went on after its last statement. Then come \
      demands, questions and proposals with an addressee: the first statement of the addressee on \
      the issue from that day on, or how long there has been none, up to the last day of all \
      statements. Answers are looked for among all statements, whatever parties and days are asked \
      for; where days are not known or overlap, an answer is *perhaps* one. No number of days is \
      overstated.
      """,
    examples: [
      Example(
        "silence", gives: "last 17 Apr",
        after: CommandFixtures.truce + [CommandFixtures.statement])
    ])

  let query: SilenceQuery
  let format: TableFormat

  init(_ arguments: inout Arguments, _ session: __shared Session) throws(Diagnostic) {
    var query = SilenceQuery()
    (query.question, format) = try ComparingArguments.read(&arguments, session)
    self.query = query
  }

  func normalForm(in session: Session) -> String {
    var line = ComparingArguments.normalForm("silence", query.question, session)
    line.add(format)
    return line.text
  }

  func answer(from session: Session, page: Page) throws(Diagnostic) -> Output {
    if let nothing = session.withoutStatements { return nothing }
    let silence = query.answer(in: session.book)
    return Output(
      session.printed(silence, as: format, page), rows: session.rows(of: silence.rows),
      stamp: silence.stamp(in: session.book))
  }
}
