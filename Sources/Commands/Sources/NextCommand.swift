internal import Casebook
internal import CommandKit
internal import Diagnostics
internal import SourceText

/// `next`: the next paragraph not yet read, as a card.
struct NextCommand: LookingCommand {
  static let declaration = Declaration(
    "next", .sources, "shows the next paragraph not yet read",
    discussion: """
      Goes through the open article paragraph by paragraph, and on to the next article. The place \
      is kept from session to session; Enter at the prompt repeats `next`, `skip` passes over \
      paragraphs.
      """,
    examples: [Example("next", gives: "wire:1", after: [CommandFixtures.load])])

  init(_ arguments: inout Arguments, _ session: __shared Session) throws(Diagnostic) {}

  func run(on session: inout Session, in world: World) throws(Diagnostic) -> Output {
    guard let article = Self.unread(session) else {
      if session.book.articles.all.isEmpty {
        throw Diagnostic(.noArticle, hint: "load FILE")
      }
      return Output(["everything is read"], next: ["status"])
    }
    let one = session.book.articles[article]
    let number = (session.readTo[one.name] ?? 0) + 1
    session.current = article
    session.readTo[one.name] = number
    return card(article, number, session, world.page)
  }

  /// The open article if it has paragraphs left, else the first that has.
  static func unread(_ session: Session) -> ArticleID? {
    func hasMore(_ id: ArticleID) -> Bool {
      let one = session.book.articles[id]
      return (session.readTo[one.name] ?? 0) < one.paragraphs.count
    }
    if let open = session.article, hasMore(open) { return open }
    return session.book.articles.all.first(where: hasMore)
  }

  private func card(_ article: ArticleID, _ number: Int, _ session: Session, _ page: Page)
    -> Output
  {
    let one = session.book.articles[article]
    let count = session.book.annotations(of: article).reduce(0) {
      $0 + session.book.statements(on: $1).count
    }
    let heading = heading(before: number, one).map { "   " + Layout.words($0) } ?? ""
    let right = "\(number) of \(one.paragraphs.count), \(Layout.count(count, "statement"))"
    let block = one.paragraphs[number - 1]
    let candidates = Candidates(in: block.range, of: article, session)
    var lines = [Layout.spread("\(one.name):\(number)\(heading)", right, page.columns), page.rule]
    lines += ArticleView(article, session, page)
      .paragraph(block, number, candidates: candidates.pieces)
    lines += candidates.lines(session, page)
    lines.append(page.rule)
    lines.append(
      candidates.pieces.isEmpty
        ? "annotate \(number).1 · attribute \(number) \"words\" to WHO on ISSUE STANCE · next · skip"
        : "accept 1 on ISSUE STANCE · accept 1 to WHO · refuse 1 · next · skip")
    return Output(lines, rows: candidates.pieces.isEmpty ? nil : candidates.rows)
  }

  /// The heading under which a paragraph stands.
  private func heading(before number: Int, _ article: Article) -> String? {
    var count = 0
    var heading: String?
    for block in article.blocks {
      if block.kind == .heading { heading = article.text[block.range] }
      if block.kind.isNumbered { count += 1 }
      if count == number { break }
    }
    return heading
  }
}
