internal import Casebook
internal import CommandKit
internal import Comparison
internal import Diagnostics

/// `matrix`: parties by issues, mean stance and number of statements.
struct MatrixCommand: QuestionCommand {
  static let least = Keyword(
    "least", ValueKind<Int>.number(1...1_000_000), "leaves out what has fewer statements", as: "N")
  static let transposed = Keyword("transposed", ValueKind<Bool>.flag, "parties down, issues across")

  static let declaration = Declaration(
    "matrix", .comparing, "shows parties by issues: mean stance and counts",
    slots: [CompareCommand.parties.erased],
    keywords: [
      CompareCommand.on.erased, CompareCommand.since.erased, CompareCommand.until.erased,
      CompareCommand.coder.erased, CompareCommand.by.erased, least.erased, transposed.erased,
    ],
    discussion: """
      Each cell has the mean stance of all statements and, in brackets, how many there are. The \
      spread is the distance between the highest and the lowest mean of an issue.
      """,
    examples: [
      Example(
        "matrix", gives: "mean stance", after: CommandFixtures.truce + [CommandFixtures.statement])
    ])

  let query: MatrixQuery

  init(_ arguments: inout Arguments, _ session: __shared Session) throws(Diagnostic) {
    var query = MatrixQuery()
    query.atLeast = try arguments.value(Self.least, session) ?? 1
    query.isTransposed = try arguments.value(Self.transposed, session) ?? false
    (query.question, _) = try ComparingArguments.read(&arguments, session)
    self.query = query
  }

  func normalForm(in session: Session) -> String {
    var line = ComparingArguments.normalForm("matrix", query.question, session)
    if query.atLeast > 1 { line.add("least", String(query.atLeast)) }
    if query.isTransposed { line.add("transposed") }
    return line.text
  }

  func answer(from session: Session, page: Page) throws(Diagnostic) -> Output {
    if session.book.statements.count == 0 {
      return Output(["no statements yet"], next: ["attribute PASSAGE to WHO on ISSUE STANCE"])
    }
    let matrix = query.answer(in: session.book)
    return Output(
      matrix.lines(in: session.book, width: page.width),
      stamp: matrix.result.stamp(in: session.book))
  }
}
