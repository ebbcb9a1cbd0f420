public import Diagnostics
internal import Casebook

/// What a source gave: its articles, and what could not be read of it.
public struct ReadSource: Sendable {
  /// The articles, in the order of the source; at least one.
  public private(set) var articles: [ReadArticle] = []
  /// The parts that could not be read, in order, with the reason.
  public private(set) var problems: [(number: Int, reason: Diagnostic)] = []
  /// How many parts there are, with those that could not be read.
  public private(set) var count = 0
  /// What should be said of the source as a whole.
  public private(set) var notes: [String] = []

  /// Whether a program had to convert it, which opening a notebook does not do.
  public internal(set) var isConverted = false

  /// Whether a record has to name the part it means.
  public var isDivided: Bool { count > 1 }

  /// The article with a number, from 1; without a number the first.
  public func article(_ number: Int?) -> ReadArticle? {
    number.map { number in articles.first { $0.number == number } } ?? articles.first
  }

  init() {}

  /// A source that is one article.
  init(_ article: ReadArticle) {
    articles = [article]
    count = 1
  }

  /// Reads the next part; where that fails the others are read all the same.
  mutating func add(_ read: () throws(Diagnostic) -> ReadArticle) {
    count += 1
    do throws(Diagnostic) {
      var article = try read()
      article.number = count
      articles.append(article)
    } catch { problems.append((count, error)) }
  }

  /// Passes over a part that is no article; the numbers of the others stay.
  mutating func skip() { count += 1 }

  mutating func say(_ note: String) { notes.append(note) }

  /// The source, where it has an article.
  ///
  /// - Throws: what was wrong with its first part, else that it is empty.
  func checked(_ name: String) throws(Diagnostic) -> ReadSource {
    if !articles.isEmpty { return self }
    throw problems.first?.reason ?? Diagnostic(.emptySource(name))
  }
}
