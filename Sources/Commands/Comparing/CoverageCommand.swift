internal import Casebook
internal import CommandKit
internal import Comparison
internal import Diagnostics

/// `coverage`: what is read, marked and attributed, paragraph by paragraph.
struct CoverageCommand: QuestionCommand {
  static let articles = Slot(
    ValueKind<ArticleID>.article, "which articles; all", optional: true, repeats: true)

  static let declaration = Declaration(
    "coverage", .comparing, "shows what is read, marked and attributed",
    slots: [articles.erased],
    keywords: [CompareCommand.coder.erased, CompareCommand.format.erased],
    discussion: """
      One line for each article, then one sign for each of its paragraphs, and the next paragraph \
      without a mark. With `coder NAME` only that coder's marks and statements count.

      What is read is where you stand, and no record: a kept answer leaves it out.
      """,
    examples: [
      Example(
        "coverage", gives: "Next without a mark: wire:1.",
        after: CommandFixtures.truce + [CommandFixtures.statement])
    ])

  let query: CoverageQuery
  let format: TableFormat

  init(_ arguments: inout Arguments, _ session: __shared Session) throws(Diagnostic) {
    var query = CoverageQuery()
    format = try arguments.value(CompareCommand.format, session) ?? .table
    if let coder = try arguments.value(CompareCommand.coder, session) {
      query.coder = try ComparingArguments.number(
        ofCoder: coder, among: Self.coders(session), arguments.line, session)
    }
    for article in try arguments.all(Self.articles, session)
    where !query.articles.contains(article) { query.articles.append(article) }
    self.query = query
  }

  /// Whoever made a mark or a statement.
  private static func coders(_ session: Session) -> Set<Int32> {
    let book = session.book
    return Set(book.statements.all.map { book.statements.coders[$0.row] })
      .union(book.annotations.all.map { book.annotations.coder($0) })
  }

  func normalForm(in session: Session) -> String {
    var line = NormalForm("coverage")
    for article in query.articles { line.add(name: session.book.articles[article].name) }
    line.add("coder", name: query.coder.flatMap { session.book.texts.text($0) })
    line.add(format)
    return line.text
  }

  func answer(from session: Session, page: Page) throws(Diagnostic) -> Output {
    output(query, session, page)
  }

  func run(on session: inout Session, in world: World) throws(Diagnostic) -> Output {
    var query = query
    query.readTo = session.readTo
    return output(query, session, world.page)
  }

  private func output(_ query: CoverageQuery, _ session: Session, _ page: Page) -> Output {
    let book = session.book
    if book.articles.all.isEmpty {
      return Output(["nothing is loaded yet"], next: ["load FILE"])
    }
    let coverage = query.answer(in: book)
    return Output(
      session.printed(coverage, as: format, page),
      rows: coverage.listed.map { .article($0.article) },
      next: format == .table ? coverage.nextUncoded(in: book).map { ["read \($0)"] } ?? [] : [],
      stamp: coverage.stamp(in: book))
  }
}
