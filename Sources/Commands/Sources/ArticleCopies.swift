internal import Casebook
internal import CommandKit

/// What is said of articles that carry one text.
struct ArticleCopies {
  private let book: Casebook
  private let copies: NearCopies

  init(_ book: Casebook) {
    self.book = book
    copies = book.nearCopies
  }

  /// `a copy of wire (18 of 22 paragraphs)`, `a later text of ledger (11 of 11 paragraphs)`; nil for
  /// an article that depends on no other.
  func tie(_ id: ArticleID) -> String? { copies.tie(of: id).map { Self.words($0, book) } }

  /// The lines of `show NAME`: on what it depends, and what depends on it.
  func card(_ id: ArticleID) -> [(name: String, text: String?)] {
    let tie = copies.tie(of: id)
    let stated = tie?.isVersion == true ? nil : book.articles[id].versionOf
    let others = copies.followers(of: copies.original(of: id)).filter {
      $0 != id && $0 != tie?.original
    }
    let names = others.map { other in
      book.articles[other].name
        + (tie == nil ? copies.tie(of: other).map { Self.briefly($0) } ?? "" : "")
    }
    return [
      ("version of", stated),
      ("copy of", tie.flatMap { $0.isVersion ? nil : Self.original($0, book) }),
      ("later text", tie.flatMap { $0.isVersion ? "of " + Self.original($0, book) : nil }),
      (tie == nil ? "copies" : "also in", names.joined(separator: ", ")),
    ]
  }

  /// The closing line of a list: `4 articles, 3 of them independent`.
  func count(_ articles: [ArticleID]) -> String {
    let own = articles.count { copies.tie(of: $0) == nil }
    let all = Layout.count(articles.count, "article")
    return own == articles.count ? all : "\(all), \(own) of them independent"
  }

  /// What `load` says of an article that has just come in: compared with each other one, and with
  /// nothing said of clusters, so that many loads cost no more than one.
  static func note(on id: ArticleID, in book: Casebook) -> String? {
    guard book.articles[id].versionOf == nil,
      let (copy, tie) = NearCopies.nearest(to: id, in: book)
    else { return nil }
    if copy == id { return words(tie, book) }
    return "\(book.articles[copy].name) is \(words(tie, book))"
  }

  private static func words(_ tie: NearCopies.Tie, _ book: Casebook) -> String {
    (tie.isVersion ? "a later text of " : "a copy of ") + original(tie, book)
  }

  private static func original(_ tie: NearCopies.Tie, _ book: Casebook) -> String {
    "\(book.articles[tie.original].name) (\(kind(tie)))"
  }

  private static func kind(_ tie: NearCopies.Tie) -> String {
    "\(tie.shared) of \(Layout.count(tie.count, "paragraph"))"
  }

  private static func briefly(_ tie: NearCopies.Tie) -> String {
    (tie.isVersion ? " (later text, " : " (") + kind(tie) + ")"
  }
}
