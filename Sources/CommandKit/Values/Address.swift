internal import Casebook

/// A place in an article as it is typed: `5`, `5.2`, `5-7`, `5q`, `15a`.
struct Address: Equatable, Sendable {
  var paragraph: Int
  /// The sentence within the paragraph, from 1.
  var sentence: Int?
  /// The last paragraph of several.
  var last: Int?
  /// Only the words in quotation marks.
  var isQuoted = false
  /// The letter of a mark.
  var letter: String?

  /// Reads an address; nil for anything else.
  init?(_ text: some StringProtocol) {
    var rest = Array(text.utf8)[...]
    func number() -> Int? {
      let digits = rest.prefix { (0x30...0x39).contains($0) }
      guard !digits.isEmpty, digits.count < 8 else { return nil }
      rest = rest.dropFirst(digits.count)
      return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
    guard let first = number(), first > 0 else { return nil }
    paragraph = first
    if rest.first == 0x2E {
      rest = rest.dropFirst()
      guard let value = number(), value > 0 else { return nil }
      sentence = value
    } else if rest.first == 0x2D {
      rest = rest.dropFirst()
      guard let value = number(), value >= first else { return nil }
      last = value
    }
    if rest.elementsEqual([0x71]) {
      isQuoted = true
    } else if !rest.isEmpty {
      guard sentence == nil, last == nil, rest.allSatisfy({ (0x61...0x7A).contains($0) }) else {
        return nil
      }
      letter = String(decoding: rest, as: UTF8.self)
    }
  }
}

extension Session {
  /// The bytes that an address means in an article, one range a paragraph, sentence or quotation;
  /// nil where there is no such place.
  func pieces(of address: Address, in article: ArticleID) -> [Range<Int>]? {
    let paragraphs = book.articles[article].paragraphs
    let last = address.last ?? address.paragraph
    guard last <= paragraphs.count else { return nil }
    var pieces = paragraphs[address.paragraph - 1..<last].map(\.range)
    if let sentence = address.sentence {
      let sentences = sentences(of: pieces[0], in: article)
      guard sentence <= sentences.count else { return nil }
      pieces = [sentences[sentence - 1]]
    }
    guard address.isQuoted else { return pieces }
    let text = book.articles[article].text
    let quoted = pieces.flatMap { Quotation.quoted(in: text, $0) }
    return quoted.isEmpty ? nil : quoted
  }
}
