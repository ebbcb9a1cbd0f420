internal import Casebook
internal import CommandKit
internal import Comparison
internal import Diagnostics

/// `positions`: what one party said, issue by issue, day by day.
struct PositionsCommand: QuestionCommand {
  static let party = Slot(ValueKind<PartyID>.who, "whose", as: "PARTY")

  static let declaration = Declaration(
    "positions", .comparing, "lists what a party said, and where it changed",
    slots: [party.erased],
    keywords: [
      CompareCommand.on.erased, CompareCommand.since.erased, CompareCommand.until.erased,
      CompareCommand.coder.erased, CompareCommand.by.erased, CompareCommand.format.erased,
    ],
    discussion: """
      Statements stand by issue and day. `>>` marks where the position of later days differs from \
      that of earlier ones, and says whether the change is there without any one source (publisher, \
      else article). `!!` marks statements of the same days on opposite sides. Statements without a \
      day take no part in either.
      """,
    examples: [
      Example(
        "positions Alba on truce", gives: "no truce without guarantees",
        after: CommandFixtures.truce + [CommandFixtures.statement])
    ])

  let query: PositionsQuery
  let format: TableFormat

  init(_ arguments: inout Arguments, _ session: __shared Session) throws(Diagnostic) {
    let party = try arguments.next(Self.party, session)
    var query = PositionsQuery(of: party)
    (query.question, format) = try ComparingArguments.options(&arguments, session)
    query.question.parties = [party]
    self.query = query
  }

  func normalForm(in session: Session) -> String {
    var line = ComparingArguments.normalForm("positions", query.question, session)
    line.add(format)
    return line.text
  }

  func answer(from session: Session, page: Page) throws(Diagnostic) -> Output {
    let ledger = query.answer(in: session.book)
    return Output(
      session.printed(ledger, as: format, page), rows: session.rows(of: ledger.rows),
      stamp: ledger.result.stamp(in: session.book))
  }
}
