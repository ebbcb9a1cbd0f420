internal import Casebook
internal import CommandKit
internal import Comparison
internal import Diagnostics

/// `matrix`: parties by issues, mean stance and number of statements.
struct MatrixCommand: QuestionCommand {
  static let least = Keyword(
    "least", ValueKind<Int>.number(1...1_000_000), "leaves out what has fewer statements", as: "N")
  static let at = Keyword("at", ValueKind<Bool>.flag, "as in at least 3; may be left out")
  static let net = Keyword(
    "net", ValueKind<Bool>.flag, "supporting less opposing statements, not means")
  static let sort = Keyword(
    "sort", .choice(MatrixOrder.self, expected: "spread, statements or name"),
    "in what order issues stand; spread")
  static let transposed = Keyword("transposed", ValueKind<Bool>.flag, "parties down, issues across")

  static let declaration = Declaration(
    "matrix", .comparing, "shows parties by issues: mean stance and counts",
    slots: [CompareCommand.parties.erased],
    keywords: [
      CompareCommand.on.erased, CompareCommand.since.erased, CompareCommand.until.erased,
      CompareCommand.coder.erased, CompareCommand.by.erased, at.erased, least.erased, net.erased,
      sort.erased,
      transposed.erased,
      CompareCommand.format.erased,
    ],
    discussion: """
      Each cell has the mean stance of all statements and, in brackets, how many there are. The \
      spread is the distance between the highest and the lowest mean of an issue. `as json` also says \
      how far the stances on each issue agree (van der Eijk, Leik, Tastle and Wierman).
      """,
    examples: [
      Example(
        "matrix", gives: "mean stance", after: CommandFixtures.truce + [CommandFixtures.statement])
    ])

  let query: MatrixQuery
  let format: TableFormat

  init(_ arguments: inout Arguments, _ session: __shared Session) throws(Diagnostic) {
    var query = MatrixQuery()
    let at = try arguments.value(Self.at, session) ?? false
    let least = try arguments.value(Self.least, session)
    if at, least == nil {
      throw Diagnostic(
        .notTogether("at stands before least"), at: arguments.line.end, hint: "matrix at least 3")
    }
    query.atLeast = least ?? 1
    query.isTransposed = try arguments.value(Self.transposed, session) ?? false
    query.showsNet = try arguments.value(Self.net, session) ?? false
    query.order = try arguments.value(Self.sort, session)?.order ?? .spread
    (query.question, format) = try ComparingArguments.read(&arguments, session)
    self.query = query
  }

  func normalForm(in session: Session) -> String {
    var line = ComparingArguments.normalForm("matrix", query.question, session)
    if query.atLeast > 1 { line.add("at least", String(query.atLeast)) }
    if query.showsNet { line.add("net") }
    if query.order != .spread { line.add("sort", MatrixOrder(query.order).rawValue) }
    if query.isTransposed { line.add("transposed") }
    line.add(format)
    return line.text
  }

  func answer(from session: Session, page: Page) throws(Diagnostic) -> Output {
    if let nothing = session.withoutStatements { return nothing }
    let matrix = query.answer(in: session.book)
    return Output(
      session.printed(matrix, as: format, page), stamp: matrix.result.stamp(in: session.book))
  }
}

/// The words of `sort`.
enum MatrixOrder: String, ClosedList {
  case spread, statements, name

  init(_ order: MatrixQuery.Order) {
    switch order {
    case .spread: self = .spread
    case .statements: self = .statements
    case .name: self = .name
    }
  }

  var order: MatrixQuery.Order {
    switch self {
    case .spread: .spread
    case .statements: .statements
    case .name: .name
    }
  }
}
