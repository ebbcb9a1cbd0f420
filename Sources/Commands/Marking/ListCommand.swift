internal import Casebook
internal import CommandKit
internal import Diagnostics
internal import SourceText

/// `list`: records by kind, with filters.
struct ListCommand: QuestionCommand {
  static let kind = Slot(
    ValueKind<ListKind>.choice(ListKind.self, expected: "a kind of record"), "what to list",
    as: "KIND", optional: true)
  static let words = Slot(ValueKind<String>.text, "words that must stand in it", optional: true)
  static let by = Keyword("by", ValueKind<PartyID>.who, "speaker or party")
  static let on = Keyword("on", ValueKind<IssueID>.issue, "the issue")
  static let within = Keyword("in", ValueKind<ArticleID>.article, "the article")
  static let since = Keyword("since", ValueKind<DayRange>.days, "from this day on")
  static let until = Keyword("until", ValueKind<DayRange>.days, "up to this day")
  static let coder = Keyword("coder", ValueKind<String>.text, "whose lines", as: "NAME")

  static let declaration = Declaration(
    "list", .marking, "lists records, by speaker, issue, day and more",
    slots: [kind.erased, words.erased],
    keywords: [
      by.erased, on.erased, within.erased, since.erased, until.erased, coder.erased,
    ], takesTags: true,
    discussion: """
      KIND is articles, annotations, statements, claims, links, parties, issues or tags; \
      statements without one. Rows are typed as they are printed: `show %3`, `tag %1-2 #red-line`, \
      `drop %7`. Days count both ends.
      """,
    examples: [
      Example(
        "list by Alba", gives: "1 statement",
        after: CommandFixtures.truce + [CommandFixtures.statement])
    ],
    otherWords: [
      "statements": "list statements", "annotations": "list annotations",
      "marks": "list annotations", "articles": "list articles", "claims": "list claims",
      "links": "list links", "parties": "list parties", "issues": "list issues",
      "tags": "list tags", "ls": "list articles",
    ])

  let kind: ListKind
  let filter: ListFilter

  init(_ arguments: inout Arguments, _ session: __shared Session) throws(Diagnostic) {
    var filter = ListFilter()
    filter.by = try arguments.value(Self.by, session)
    filter.issue = try arguments.value(Self.on, session)
    filter.article = try arguments.value(Self.within, session)
    filter.since = try arguments.value(Self.since, session)?.first
    filter.until = try arguments.value(Self.until, session)?.last
    filter.coder = try arguments.value(Self.coder, session)
    filter.tags = try arguments.tags()
    var kind = ListKind.statements
    if let first = arguments.peek.peek, first.form == .plain {
      kind = try arguments.next(Self.kind, session)
    }
    filter.words = try arguments.nextIfAny(Self.words, session)
    self.kind = kind
    self.filter = filter
  }

  func normalForm(in session: Session) -> String {
    var line = NormalForm("list")
    line.add(kind.rawValue)
    if let words = filter.words { line.add(quoting: words) }
    line.add("by", name: filter.by.map { session.book.parties[$0].name })
    line.add("on", filter.issue.map { session.book.issues[$0].name })
    line.add("in", filter.article.map { session.book.articles[$0].name })
    line.add("since", filter.since?.description)
    line.add("until", filter.until?.description)
    line.add("coder", name: filter.coder)
    line.add(tags: filter.tags)
    return line.text
  }

  func answer(from session: Session, page: Page) throws(Diagnostic) -> Output {
    let listing = Listing(session, filter, page)
    return switch kind {
    case .statements: listing.statements()
    case .annotations: listing.annotations()
    case .articles: listing.articles()
    case .claims: listing.claims()
    case .links: listing.links()
    case .parties: listing.parties()
    case .issues: listing.issues()
    case .tags: listing.tags()
    }
  }
}

/// What can be listed.
enum ListKind: String, ClosedList {
  case statements, annotations, articles, claims, links, parties, issues, tags
}

/// What a record must be, to be listed.
struct ListFilter: Sendable {
  var by: PartyID?
  var issue: IssueID?
  var article: ArticleID?
  var since: Day?
  var until: Day?
  var coder: String?
  var tags: [String] = []
  var words: String?

  /// Whether a statement passes.
  func passes(_ row: StatementRow, _ session: Session) -> Bool {
    let book = session.book
    let statement = book.statement(row)
    if let by, statement.speaker != by, statement.party != by, !statement.via.contains(by) {
      return false
    }
    if let issue, statement.issue != issue { return false }
    if let coder, !isCoder(statement.coder, coder, book) { return false }
    if since != nil || until != nil {
      guard let days = book.days(of: row) else { return false }
      if let since, days.last < since { return false }
      if let until, days.first > until { return false }
    }
    return passesMark(statement.annotation, session)
  }

  /// Whether an annotation passes; what only statements have is asked of its statements.
  func passes(_ row: AnnotationRow, _ session: Session) -> Bool {
    let asksStatements = by != nil || issue != nil || since != nil || until != nil
    if asksStatements {
      return session.book.statements(on: row).contains { passes($0, session) }
    }
    if let coder, !isCoder(session.book.annotations[row].coder, coder, session.book) {
      return false
    }
    return passesMark(row, session)
  }

  private func passesMark(_ row: AnnotationRow, _ session: Session) -> Bool {
    let book = session.book
    if let article, book.annotations.article(row) != article { return false }
    let own = book.annotations.tags(row).map { book.tags[$0].name }
    for tag in tags where !own.contains(where: { Self.isTag($0, under: tag) }) { return false }
    return holds(session.words(row))
  }

  /// Whether a text holds the words, whatever their capitals.
  func holds(_ text: String) -> Bool {
    guard let words else { return true }
    return NameKey(text).text.contains(NameKey(words).text)
  }

  /// Whether a coder has that name.
  func isCoder(_ number: Int32, _ name: String, _ book: Casebook) -> Bool {
    book.texts.text(number).map { NameKey($0) == NameKey(name) } ?? false
  }

  /// `truce/terms` stands under `truce`.
  private static func isTag(_ name: String, under tag: String) -> Bool {
    let (name, tag) = (NameKey(name).text, NameKey(tag).text)
    return name == tag || name.hasPrefix(tag + "/")
  }
}
