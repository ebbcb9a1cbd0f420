internal import Attribution
internal import Casebook
internal import CommandKit
internal import SourceText

/// The open suggestions of a paragraph, as its card shows them.
struct Candidates {
  private let article: ArticleID
  private let all: [Suggestion]
  /// What `accept` and `refuse` take.
  let rows: [Row]

  /// Some suggestions of an article, with their numbers in it.
  init(of article: ArticleID, _ all: [Suggestion], _ numbers: [Int]) {
    self.article = article
    self.all = all
    rows = zip(all, numbers).map { Row.suggestion(article, $0.content, $1) }
  }

  /// - Parameter range: the bytes of the paragraph.
  init(in range: Range<Int>, of article: ArticleID, _ session: Session) {
    let found = Suggestions(article, session)
    let own = found.open.filter { range.contains(found.all[$0].content[0].lowerBound) }
    self.init(of: article, own.map { found.all[$0] }, own)
  }

  /// The words of each, in pieces.
  var pieces: [[Range<Int>]] { all.map(\.content) }

  /// A line each: who, by which words, what is done, how it is told, how sure it is who speaks.
  func lines(_ session: Session, _ page: Page) -> [String] {
    let text = session.book.articles[article].text
    return all.enumerated().map { i, one in
      let who = Layout.words(one.sourceName ?? one.party ?? "?")
      let behind = one.party.map { $0 == one.sourceName ? "" : " (\(Layout.words($0)))" } ?? ""
      let cue = one.cue.map { Layout.quoted(Layout.words(text[$0])) } ?? ""
      let line =
        " %\(i + 1)".padded(5) + Layout.fit(who + behind, 30) + " " + Layout.fit(cue, 20) + " "
        + (one.act?.rawValue ?? "-").padded(9) + one.voice.rawValue.padded(9)
        + one.sureness.rawValue
      return Layout.cut(line, page.width)
    }
  }
}
