internal import Casebook
public import CommandKit
internal import Comparison
internal import Diagnostics
internal import NotebookFormat
internal import SourceText

/// The text of `status`, which opening a notebook shows too.
public enum StatusText {
  /// Articles listed at most; the rest is counted.
  private static let articlesShown = 20
  /// Positions listed at most in one line.
  private static let positionsShown = 3

  /// What opening had to mend, then the status. Open suggestions are not counted: looking for them
  /// takes longer than a prompt may.
  public static func opening(_ session: Session, _ page: Page) -> [String] {
    session.recovery + lines(session, page, suggestions: nil)
  }

  /// The articles that are listed.
  static func articles(_ session: Session) -> [ArticleID] {
    StatusRows.articles(session, atMost: articlesShown)
  }

  static func lines(_ session: Session, _ page: Page, suggestions: [ArticleID: Int]?) -> [String] {
    let table = StatusRows(session, suggestions: suggestions, atMost: articlesShown)
    let name = session.file?.shown ?? "no name yet"
    var out = ["\(VisibleText.showing(name))   \(Layout.words(heading(session)))"]
    if !table.lines.isEmpty { out += [page.rule] + table.lines + [page.rule] }
    out.append(counts(session))
    out += positions(session, page)
    out += field("to do", todo(session, table), page)
    out += last(session, page)
    if !session.problems.isEmpty {
      out.append(
        "\(Layout.count(session.problems.count, "record")) could not be used: "
          + (session.problems[0].message.sentence))
    }
    return out
  }

  /// A named line of several items; nothing where there is none.
  private static func field(_ name: String, _ items: [String], _ page: Page) -> [String] {
    if items.isEmpty { return [] }
    let lines = Layout.wrap(items.joined(separator: " · "), page.width.map { $0 - 11 })
    return lines.enumerated().map { ($0 == 0 ? name : "").padded(11) + $1 }
  }

  /// The notebook's first heading.
  private static func heading(_ session: Session) -> String {
    guard let item = session.document.items.first(where: { session.document.kind($0) == .heading })
    else { return "" }
    let bytes = session.document.buffer[session.document.range(item)]
    return String(decoding: bytes.drop { $0 == 0x23 || $0 == 0x20 }, as: UTF8.self)
      .split(separator: "\n").first.map(String.init) ?? ""
  }

  private static func counts(_ session: Session) -> String {
    let book = session.book
    let open = book.statements.all.count { book.statements.issues[$0.row] < 0 }
    let without = open > 0 ? " (\(open) without a position)" : ""
    let unchecked = book.claims.count { $0.status == nil || $0.status == .unchecked }
    return [
      Layout.count(book.annotations.count, "mark"),
      Layout.count(book.statements.count, "statement") + without,
      Layout.count(book.issues.all.count, "issue"),
      Layout.count(book.parties.all.count, "party", "parties"),
      Layout.count(book.claims.count, "claim") + (unchecked > 0 ? " (\(unchecked) unchecked)" : ""),
    ].joined(separator: " · ")
  }

  /// The widest clashes, and positions with little under them.
  private static func positions(_ session: Session, _ page: Page) -> [String] {
    let book = session.book
    if book.statements.count == 0 { return [] }
    let result = CompareQuery().answer(in: book)
    let sharpest = result.sharpest.prefix(positionsShown).map { issue in
      let ends = issue.farthest.map { party in
        "\(Layout.words(book.parties[party].label)) \(issue.cell(of: party)?.position?.text ?? "")"
      }
      return "\(Layout.words(book.issues[issue.issue].name)) \(ends.joined(separator: " : "))"
    }
    let thin = ThinPositions(result, book)
    return field("sharpest", Array(sharpest), page)
      + field("thin", thin.sentences(atMost: positionsShown), page)
  }

  private static func todo(_ session: Session, _ table: StatusRows) -> [String] {
    let book = session.book
    let ungraded = book.articles.all.filter { book.articles[$0].grade == nil }
    var out = ungraded.prefix(3).map { "grade \(book.articles[$0].name)" }
    if ungraded.count > 3 { out[2] += " and \(ungraded.count - 3) more" }
    if table.open > 0 { out.append("\(Layout.count(table.open, "suggestion")) open") }
    var used: Set<Int32> = []
    for row in book.statements.all {
      used.insert(book.statements.speakers[row.row])
      used.insert(book.statements.parties[row.row])
    }
    let groups = Set(book.parties.memberships.map(\.group))
    let idle = book.parties.all.filter {
      book.parties[$0].kind == .person && !used.contains($0.rawValue) && !groups.contains($0)
    }
    if let first = idle.first {
      let more = idle.count > 1 ? " and \(idle.count - 1) more" : ""
      out.append("\(Layout.words(book.parties[first].name))\(more) defined, never used")
    }
    return out
  }

  /// The statement made last: where, what, by whom and when.
  private static func last(_ session: Session, _ page: Page) -> [String] {
    let book = session.book
    guard let row = book.statements.latest else { return [] }
    let statement = book.statement(row)
    let who = (statement.party ?? statement.speaker).map { Layout.words(book.parties[$0].name) }
    let issue = statement.issue.map { Layout.words(book.issues[$0].name) } ?? "no issue yet"
    let stance = statement.stance.map { " \($0.mark)" } ?? ""
    let condition = statement.condition == nil ? "" : " if …"
    let made = [book.texts.text(statement.coder), statement.time?.readable].compactMap { $0 }
    let left =
      "last".padded(11) + book.address(of: statement.annotation)
      + " \(who ?? "nobody named") \(issue)\(stance)\(condition)"
    return [Layout.spread(left, Layout.words(made.joined(separator: " ")), page.columns)]
  }

  /// Lines to type next.
  public static func next(_ session: Session) -> [String] {
    if session.book.articles.all.isEmpty { return ["load FILE"] }
    if let article = NextCommand.unread(session) {
      let one = session.book.articles[article]
      return ["next (\(one.name):\((session.readTo[one.name] ?? 0) + 1))", "suggest \(one.name)"]
    }
    return session.book.statements.count > 1 ? ["compare"] : []
  }
}

/// Positions that rest on little: on sources without a name, or in articles graded D or worse.
private struct ThinPositions {
  private var all: [(position: String, why: String)] = []

  init(_ result: CompareResult, _ book: Casebook) {
    for issue in result.compared + result.onePartyOnly {
      for cell in issue.cells {
        guard let position = cell.position else { continue }
        let rows = result.statements(of: cell).filter(\.isCurrent).flatMap(\.rows)
        guard let why = Self.why(rows, book) else { continue }
        let party = Layout.words(book.parties[cell.party].label)
        let name = Layout.words(book.issues[issue.issue].name)
        all.append(("\(name) \(party) \(position.text)", why))
      }
    }
  }

  /// Why a position on these statements is thin; nil where it is not.
  private static func why(_ rows: [StatementRow], _ book: Casebook) -> String? {
    guard let first = rows.first else { return nil }
    let place = book.address(of: book.statement(first).annotation)
    let isOne = Set(rows.map { book.statements.id($0) }).count == 1
    if rows.allSatisfy({ isUnnamed($0, book) }) {
      return isOne ? "rests on one unnamed source (\(place))" : "rests on unnamed sources only"
    }
    let grades = rows.map { row in
      let annotation = book.statement(row).annotation
      return book.articles[book.annotations.article(annotation)].grade
    }
    guard let best = grades.compactMap({ $0?.rawValue }).min(), !grades.contains(nil), best >= "D",
      best != "F"
    else { return nil }
    return "rests on sources graded \(best)"
  }

  private static func isUnnamed(_ row: StatementRow, _ book: Casebook) -> Bool {
    let statement = book.statement(row)
    guard let who = statement.speaker ?? statement.party else { return true }
    return book.parties[who].kind == .unnamed
  }

  func sentences(atMost most: Int) -> [String] {
    let shown = all.prefix(most).map { "\($0.position) \($0.why)" }
    return shown + (all.count > most ? ["\(all.count - most) more"] : [])
  }
}
