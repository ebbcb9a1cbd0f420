internal import Casebook
internal import CommandKit
internal import Diagnostics

/// What `load` answers for a source of several articles: one line each.
extension ArticleSummary {
  /// `feed.xml: 12 articles loaded, 3 were loaded already`
  static func head(_ source: String, loaded: Int, already: Int) -> String {
    var parts: [String] = []
    if loaded > 0 { parts.append("\(Layout.count(loaded, "article")) loaded") }
    if already > 0 {
      parts.append("\(loaded > 0 ? "\(already)" : "nothing changed: \(already)") loaded already")
    }
    return "\(Layout.words(source)): " + parts.joined(separator: ", ")
  }

  /// `feed-3   17 Apr 2031  4 paragraphs  “Ferry strike enters second week”`
  static func line(_ article: Article, _ page: Page) -> String {
    let day =
      article.typed.published.map(\.readable)
      ?? article.content.metadata.published.day.map { DayRange($0, $0).readable }
    let paragraphs = article.content.blocks.count { $0.kind.isNumbered }
    let words = [
      "  " + article.name.padded(11), (day ?? "day not stated").padded(14),
      Layout.count(paragraphs, "paragraph").padded(13), "“\(Layout.words(article.title))”",
    ]
    return Layout.cut(words.joined(separator: " "), page.width)
  }
}

extension Diagnostic {
  /// The diagnostic as lines of an answer: the rest was done.
  var warning: [String] {
    var copy = self
    copy.severity = .warning
    return copy.rendered().split(separator: "\n").map(String.init)
  }
}
