internal import Casebook
internal import CommandKit
internal import NotebookFormat
internal import SourceText

/// Listings by kind: a head line, a row each, a closing line.
struct Listing {
  let session: Session
  let filter: ListFilter
  let page: Page

  init(_ session: Session, _ filter: ListFilter, _ page: Page) {
    self.session = session
    self.filter = filter
    self.page = page
  }

  private var book: Casebook { session.book }

  /// Rows by where their records stand in the notebook, so that no order in which they were made
  /// shows; what has no record comes last, by name.
  private func inOrder<Value>(
    _ values: [Value], _ item: (Value) -> RecordItem, _ name: (Value) -> String = { _ in "" }
  ) -> [Value] {
    func key(_ value: Value) -> (Int, String) {
      let item = item(value)
      let isThere = item >= 0 && session.document.contains(item)
      return (isThere ? session.document.line(item) : .max, name(value))
    }
    return values.map { (key($0), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
  }

  /// The place of every article among them.
  private var articlePlaces: [ArticleID: Int] {
    let all = inOrder(book.articles.all, { book.articles[$0].item })
    return Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1, $0) })
  }

  // MARK: Marks

  func statements() -> Output {
    let places = articlePlaces
    let rows = book.statements.all.filter { filter.passes($0, session) }
      .sorted { isBefore($0, $1, places) }
    if rows.isEmpty { return nothing("statement") }
    let addresses = rows.map { book.address(of: book.statement($0).annotation) }
    let columns = Columns(addresses, page)
    var lines = [columns.head]
    for (i, row) in rows.enumerated() { lines.append(columns.row(i, row, addresses[i], session)) }
    let all = Layout.count(rows.count, "statement")
    return Output(
      lines + [all], rows: rows.map { .record(book.statements.id($0)) },
      next: ["show %1", "edit %1 stance -1", "tag %1 #TAG"])
  }

  /// By day, then article, place, id and coder; what has no day comes last.
  private func isBefore(
    _ a: StatementRow, _ b: StatementRow, _ places: [ArticleID: Int]
  ) -> Bool {
    func key(_ row: StatementRow) -> (Int32, Int, Int, RecordID, String) {
      let statement = book.statement(row)
      return (
        book.days(of: row)?.first.number ?? .max,
        places[book.annotations.article(statement.annotation)] ?? .max,
        book.annotations.start(statement.annotation), statement.id,
        book.texts.text(statement.coder) ?? ""
      )
    }
    return key(a) < key(b)
  }

  func annotations() -> Output {
    let places = articlePlaces
    func key(_ row: AnnotationRow) -> (Int, Int, RecordID) {
      (
        places[book.annotations.article(row)] ?? .max, book.annotations.start(row),
        book.annotations.id(row)
      )
    }
    let rows = book.annotations.all.filter { filter.passes($0, session) }
      .sorted { key($0) < key($1) }
    if rows.isEmpty { return nothing("annotation") }
    let lines = rows.enumerated().map { i, row in
      "%\(i + 1)".padded(5) + AnnotateCommand.described(row, session, page.narrowed(by: 5))
    }
    return Output(
      lines + [Layout.count(rows.count, "annotation")],
      rows: rows.map { .record(book.annotations.id($0)) })
  }

  func claims() -> Output {
    let found = inOrder(book.claims, { $0.item }).filter { claim in
      filter.holds(claim.text)
        && (filter.coder.map { filter.isCoder(claim.coder, $0, book) } ?? true)
        && (filter.by == nil && filter.issue == nil && filter.article == nil && filter.tags.isEmpty
          || claim.made.contains { isMade($0) })
    }
    if found.isEmpty { return nothing("claim") }
    let lines = found.enumerated().map { i, claim in
      Layout.cut("%\(i + 1)".padded(5) + ClaimCommand.described(claim), page.width)
    }
    return Output(lines + [Layout.count(found.count, "claim")], rows: found.map { .record($0.id) })
  }

  private func isMade(_ id: RecordID) -> Bool {
    if id.kind == .statement {
      return book.statements.rows(of: id).contains { filter.passes($0, session) }
    }
    return book.annotations.row(of: id).map { filter.passes($0, session) } ?? false
  }

  func links() -> Output {
    let found = inOrder(book.links, { $0.item }).filter { filter.holds($0.why ?? "") }
    if found.isEmpty { return nothing("link") }
    let lines = found.enumerated().map { i, link in
      Layout.cut("%\(i + 1)".padded(5) + LinkCommand.described(link), page.width)
    }
    return Output(lines + [Layout.count(found.count, "link")], rows: found.map { .record($0.id) })
  }

  // MARK: Sources and codebook

  func articles() -> Output {
    let found = inOrder(book.articles.all, { book.articles[$0].item })
      .filter { filter.holds(book.articles[$0].title) }
    if found.isEmpty { return nothing("article") }
    let copies = ArticleCopies(book)
    let widest = found.map { DisplayWidth.cells(of: book.articles[$0].name) }.max() ?? 0
    let number = max(5, "\(found.count)".utf8.count + 2)
    let indent = number + min(max(widest, 11), 24) + 1
    let lines = found.enumerated().flatMap { i, id -> [String] in
      let one = book.articles[id]
      let grade = one.grade.map { "grade \($0.rawValue)" } ?? "not graded"
      let day = one.days?.readable ?? "no day"
      let head = "%\(i + 1)".padded(number) + Layout.fit(one.name, indent - number - 1) + " "
      let line = Layout.spread(head + Layout.words(one.title), "\(day), \(grade)", page.columns)
      let tie = copies.tie(id).map { [Layout.cut("".padded(indent) + $0, page.width)] } ?? []
      return [line] + tie
    }
    return Output(
      lines + [copies.count(found)], rows: found.map { .article($0) },
      next: ["read \(book.articles[found[0]].name)"])
  }

  func parties() -> Output {
    let found = inOrder(book.parties.all, { book.parties[$0].item })
      .filter { filter.holds(book.parties[$0].name) }
    if found.isEmpty { return nothing("party", "parties") }
    let lines = found.enumerated().map { i, id in
      Layout.cut("%\(i + 1)".padded(5) + session.described(id), page.width)
    }
    return Output(
      lines + [Layout.count(found.count, "party", "parties")], rows: found.map { .party($0) })
  }

  func issues() -> Output {
    let found = inOrder(book.issues.all, { book.issues[$0].item }).filter {
      filter.holds(book.issues[$0].name + " " + book.issues[$0].proposition)
    }
    if found.isEmpty { return nothing("issue") }
    let lines = found.enumerated().map { i, id in
      Layout.cut("%\(i + 1)".padded(5) + IssueCommand.described(book.issues[id]), page.width)
    }
    return Output(lines + [Layout.count(found.count, "issue")], rows: found.map { .issue($0) })
  }

  func tags() -> Output {
    var uses: [TagID: Int] = [:]
    for row in book.annotations.all {
      for tag in book.annotations.tags(row) { uses[tag, default: 0] += 1 }
    }
    let found = inOrder(book.tags.all, { book.tags[$0].item }, { book.tags[$0].name }).filter {
      (uses[$0] != nil || book.tags[$0].item >= 0) && filter.holds(book.tags[$0].name)
    }
    if found.isEmpty { return nothing("tag") }
    let lines = found.enumerated().map { i, id in
      let used = Layout.count(uses[id, default: 0], "mark")
      return Layout.spread(
        "%\(i + 1)".padded(5) + DefineCommand.described(book.tags[id]), used, page.columns)
    }
    return Output(lines + [Layout.count(found.count, "tag")], rows: found.map { .tag($0) })
  }

  private func nothing(_ noun: String, _ plural: String? = nil) -> Output {
    Output(["no \(plural ?? noun + "s") of that kind"], rows: [])
  }
}

extension Page {
  /// The same page with some cells taken.
  func narrowed(by cells: Int) -> Page {
    var page = self
    page.width = width.map { $0 - cells }
    return page
  }
}

/// The columns of a listing of statements, as wide as the page allows.
private struct Columns {
  let at: Int
  let who = 13
  let on: Int
  let page: Page

  init(_ addresses: [String], _ page: Page) {
    at = min(16, max(8, addresses.map { DisplayWidth.cells(of: $0) }.max() ?? 8)) + 1
    on = 13
    self.page = page
  }

  var head: String {
    "     id    " + "at".padded(at) + "day     " + "who".padded(who + 1) + "on".padded(on + 1)
      + "st  words"
  }

  func row(_ i: Int, _ row: StatementRow, _ address: String, _ session: Session) -> String {
    let book = session.book
    let statement = book.statement(row)
    let speaker = statement.speaker ?? statement.party
    let who = speaker.map { book.parties[$0].short ?? StatementGroup.lastName(book.parties[$0]) }
    let stance = (statement.stance?.mark ?? "") + marks(statement)
    let day = book.days(of: row).map { $0.isDay ? $0.first.short : "?" } ?? "-"
    let head =
      "%\(i + 1)".padded(5) + book.statements.id(row).text(digits: 4) + " "
      + Layout.fit(address, at - 1) + " " + day.padded(8)
      + Layout.fit(VisibleText.showing(who ?? "-"), self.who) + " "
      + Layout.fit(statement.issue.map { book.issues[$0].name } ?? "-", on) + " "
      + stance.padded(4)
    return Layout.cut(head + session.words(statement.annotation), page.width)
  }

  private func marks(_ statement: Statement) -> String {
    (statement.condition == nil ? "" : "?") + (statement.hedge == nil ? "" : "~")
  }
}
