internal import Casebook
internal import Comparison
internal import SourceText

/// What all parts of a page know: the comparison of everybody on everything, and names.
struct PageFacts {
  let book: Casebook
  let result: CompareResult
  /// All issues with a statement: those of several parties first.
  let issues: [ComparedIssue]
  /// Numbers of the articles on the page, from 1.
  private let articles: [ArticleID: Int]
  /// Addresses of marks, all made at once: one alone takes a walk through its article.
  private let addresses: [AnnotationRow: String]

  init(_ book: Casebook) {
    self.book = book
    result = CompareQuery().answer(in: book)
    issues = result.compared + result.onePartyOnly
    var numbers: [ArticleID: Int] = [:]
    for (i, id) in book.articles.all.enumerated() { numbers[id] = i + 1 }
    articles = numbers
    var addresses: [AnnotationRow: String] = [:]
    for id in book.articles.all {
      let name = book.articles[id].name
      book.forEachMark(of: id) { row, paragraph, letter in
        addresses[row] = "\(name):\(paragraph)\(letter)"
      }
    }
    self.addresses = addresses
  }

  /// `8 articles, 41 statements by 9 parties on 7 issues, 12 Mar..17 Apr 2031`
  var summary: String {
    var text = counted(book.articles.all.count, "article")
    text += ", \(counted(result.total, "statement"))"
    if result.copied > 0 { text += ", \(result.total - result.copied) independent," }
    if !issues.isEmpty {
      text += " by \(counted(result.parties.count, "party", "parties"))"
      text += " on \(counted(issues.count, "issue"))"
    }
    if let days = result.days { text += ", \(dashed(days.readable))" }
    return text
  }

  /// `1 article`, `2 articles`
  func counted(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
    "\(number) \(number == 1 ? noun : plural ?? noun + "s")"
  }

  func label(_ party: PartyID) -> String {
    book.parties.isDefined(party) ? book.parties[party].label : "?"
  }

  func name(_ party: PartyID) -> String {
    book.parties.isDefined(party) ? book.parties[party].name : "?"
  }

  func name(_ issue: IssueID) -> String {
    book.issues.isDefined(issue) ? book.issues[issue].name : "?"
  }

  func proposition(_ issue: IssueID) -> String {
    book.issues.isDefined(issue) ? book.issues[issue].proposition : ""
  }

  /// Where a mark stands: `wire:15a`; its id where paragraphs have no number.
  func address(of annotation: AnnotationRow) -> String {
    addresses[annotation] ?? book.annotations.id(annotation).text
  }

  /// The place of an article's entry on the page.
  func place(of article: ArticleID) -> String { "source-\(articles[article] ?? 0)" }

  /// The place of an issue's table.
  func place(of issue: Int) -> String { "issue-\(issue + 1)" }

  /// A figure with the signs of print: `−1`, `+1 to +2`.
  func figure(_ position: Position) -> String {
    let low = figure(position.low)
    return position.low == position.high ? low : "\(low) to \(figure(position.high))"
  }

  func figure(_ degree: Int) -> String {
    degree > 0 ? "+\(degree)" : degree < 0 ? "\u{2212}\(-degree)" : "0"
  }

  /// The class that colours a position.
  func tone(_ position: Position?) -> String {
    guard let position else { return "none" }
    let sum = position.low + position.high
    if sum == 0 { return position.low == 0 ? "zero" : "mixed" }
    let isStrong = sum.magnitude > 2
    return (sum > 0 ? "plus" : "minus") + (isStrong ? "2" : "1")
  }

  /// A range of days with a dash between.
  func dashed(_ days: String) -> String {
    guard let dots = days.firstRange(of: "..") else { return days }
    return days[..<dots.lowerBound] + "\u{2013}" + days[dots.upperBound...]
  }

  /// What marks mean, in words.
  func meaning(_ marks: Marks) -> [String] {
    let words: [(Marks, String)] = [
      (.conditional, "on a condition"), (.hedged, "hedged"), (.uncommitted, "uncommitted"),
      (.mixed, "mixed"), (.notStated, "not stated"),
    ]
    return words.filter { marks.contains($0.0) }.map(\.1)
  }

  /// The text, or the beginning of one that is too long to be shown whole.
  static func cut(_ text: String, to scalars: Int) -> String {
    if text.utf8.count <= scalars { return text }
    let view = text.unicodeScalars
    guard let end = view.index(view.startIndex, offsetBy: scalars, limitedBy: view.endIndex),
      end < view.endIndex
    else { return text }
    return String(view[..<end]) + "…"
  }

  /// A BCP 47 code, where it looks like one.
  static func language(_ code: String?) -> [Attribute] {
    guard let code, (2...35).contains(code.utf8.count),
      code.utf8.allSatisfy({
        (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || $0 == 0x2D
      })
    else { return [] }
    return [.the(.lang, code)]
  }
}
