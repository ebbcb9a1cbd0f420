internal import Casebook
internal import CommandKit
internal import SourceText

/// The rows of articles: what was read, marked and suggested in each.
struct StatusRows {
  private(set) var lines: [String] = []
  /// How many suggestions are open in the articles listed.
  private(set) var open = 0

  /// The articles that have a row.
  static func articles(_ session: Session, atMost most: Int) -> [ArticleID] {
    let all = session.book.articles.all
    // The open article and those not read to their end come first where not all fit.
    return all.count <= most
      ? all : Array((all.filter { isOpen($0, session) } + all).uniqued().prefix(most))
  }

  /// - Parameter suggestions: how many are open in each article; nil where nobody has looked.
  init(_ session: Session, suggestions: [ArticleID: Int]?, atMost most: Int) {
    let book = session.book
    let all = book.articles.all
    if all.isEmpty { return }
    let chosen = Self.articles(session, atMost: most)
    open = chosen.reduce(0) { $0 + (suggestions?[$1] ?? 0) }
    let width = min(16, chosen.map { DisplayWidth.cells(of: book.articles[$0].name) }.max() ?? 0)
    let head = "   " + "article".padded(max(width, 7) + 2) + "published        read   marks"
    lines.append(
      head + "  statements" + (suggestions == nil ? "" : "  suggested") + "  grade  next")
    for id in chosen {
      let suggested = suggestions.map { "\($0[id] ?? 0) open" }
      lines.append(Self.line(id, session, max(width, 7), suggested))
    }
    if all.count > most { lines.append("   \(all.count - most) more: list articles") }
  }

  private static func isOpen(_ id: ArticleID, _ session: Session) -> Bool {
    let one = session.book.articles[id]
    return session.article == id || (session.readTo[one.name] ?? 0) < one.paragraphs.count
  }

  private static func line(
    _ id: ArticleID, _ session: Session, _ width: Int, _ suggested: String?
  ) -> String {
    let one = session.book.articles[id]
    let rows = session.book.annotations(of: id)
    let statements = rows.reduce(0) { $0 + session.book.statements(on: $1).count }
    let read = session.readTo[one.name] ?? 0
    let next = read < one.paragraphs.count ? "\(one.name):\(read + 1)" : "-"
    return (session.article == id ? "-> " : "   ") + Layout.fit(one.name, width + 2)
      + Layout.fit(one.days?.readable ?? "not stated", 15)
      + "\(read)/\(one.paragraphs.count)".leading(6) + String(rows.count).leading(8)
      + String(statements).leading(12) + (suggested.map { $0.leading(11) } ?? "")
      + "  " + (one.grade?.rawValue ?? "-").padded(7) + Layout.cut(next, 20)
  }
}

extension Array where Element: Hashable {
  /// Each element once, where it comes first.
  fileprivate func uniqued() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
