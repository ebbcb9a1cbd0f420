public import Casebook
internal import Segmentation
public import SourceText

extension Session {
  /// The sentences of some bytes of an article, in order.
  public func sentences(of range: Range<Int>, in article: ArticleID) -> [Range<Int>] {
    sentences(in: article)(range)
  }

  /// What tells the sentences of some bytes of an article; it holds nothing of the session.
  func sentences(in article: ArticleID) -> (Range<Int>) -> [Range<Int>] {
    let (content, language) = (book.articles[article].content, book.articles[article].language)
    return { range in
      content.sentences(of: range, language: language) {
        SentenceBreaker(language: language).sentences(of: content.text, in: range)
      }
    }
  }

  /// The sentences of the analyst's own words, in order.
  public func sentences(ofProse text: CanonicalText) -> [Range<Int>] {
    SentenceBreaker(language: nil).sentences(of: text, in: 0..<text.count)
  }

  /// Where some bytes stand, as a hint for people: `wire:15.1`, `wire:15`, or `wire`.
  public func hint(for range: Range<Int>, in article: ArticleID) -> String {
    let name = book.articles[article].name
    guard let number = book.paragraph(at: range.lowerBound, in: article) else { return name }
    let sentences = sentences(
      of: book.articles[article].paragraphs[number - 1].range, in: article)
    guard
      let sentence = sentences.firstIndex(where: {
        $0.lowerBound <= range.lowerBound && range.upperBound <= $0.upperBound
      })
    else { return "\(name):\(number)" }
    return "\(name):\(number).\(sentence + 1)"
  }

  /// The blocks in which typed words are looked up: all but what was set aside.
  func searchable(_ article: ArticleID) -> [Range<Int>] {
    book.articles[article].blocks.filter { $0.kind != .setAside }.map(\.range)
  }
}
