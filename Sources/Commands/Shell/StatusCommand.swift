internal import Casebook
public import CommandKit
internal import Diagnostics
internal import NotebookFormat
internal import SourceText

/// `status`: where the analyst stands.
struct StatusCommand: QuestionCommand {
  static let declaration = Declaration(
    "status", .shell, "shows where you stand, and what is to do",
    examples: [Example("status", gives: "wire", after: [CommandFixtures.load])])

  init(_ arguments: inout Arguments, _ session: Session) throws(Diagnostic) {}

  func normalForm(in session: Session) -> String { "status" }

  func answer(from session: Session, page: Page) throws(Diagnostic) -> Output {
    Output(StatusText.lines(session, page), next: StatusText.next(session))
  }
}

/// The text of `status`, which `open` shows too.
public enum StatusText {
  /// What opening had to mend, then the status.
  public static func opening(_ session: Session, _ page: Page) -> [String] {
    session.recovery + lines(session, page)
  }

  static func lines(_ session: Session, _ page: Page) -> [String] {
    let book = session.book
    let name = session.file?.shown ?? "no name yet"
    var out = ["\(VisibleText.showing(name))   \(Layout.words(heading(session)))"]
    if !book.articles.all.isEmpty {
      out += [page.rule, Row.head] + book.articles.all.map { Row.line($0, session) } + [page.rule]
    }
    out.append(counts(session))
    let todo = todo(session)
    if !todo.isEmpty {
      out += Layout.wrap("to do      " + todo.joined(separator: " · "), page.width)
    }
    if !session.problems.isEmpty {
      out.append(
        "\(Layout.count(session.problems.count, "record")) could not be used: "
          + (session.problems[0].message.sentence))
    }
    return out
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

  private static func todo(_ session: Session) -> [String] {
    let book = session.book
    let ungraded = book.articles.all.filter { book.articles[$0].grade == nil }
    var out = ungraded.prefix(3).map { "grade \(book.articles[$0].name)" }
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

  /// Lines to type next.
  public static func next(_ session: Session) -> [String] {
    if session.book.articles.all.isEmpty { return ["load FILE"] }
    if let article = NextCommand.unread(session) {
      let one = session.book.articles[article]
      return ["next (\(one.name):\((session.readTo[one.name] ?? 0) + 1))"]
    }
    return session.book.statements.count > 1 ? ["compare"] : []
  }

  /// One article's row.
  private enum Row {
    static let head = "   article     published           read   marks  statements  grade"

    static func line(_ id: ArticleID, _ session: Session) -> String {
      let one = session.book.articles[id]
      let rows = session.book.annotations(of: id)
      let statements = rows.reduce(0) { $0 + session.book.statements(on: $1).count }
      let read = "\(session.readTo[one.name] ?? 0)/\(one.paragraphs.count)"
      return (session.article == id ? "->" : "  ") + " " + Layout.fit(one.name, 11) + " "
        + Layout.fit(one.days?.readable ?? "-", 17) + " " + read.leading(6)
        + String(rows.count).leading(8) + String(statements).leading(12)
        + "  " + (one.grade?.rawValue ?? "-").leading(5)
    }
  }
}
