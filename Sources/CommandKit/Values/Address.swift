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
    let bytes = Array(text.utf8)
    self.init(bytes.span)
  }

  /// The same for bytes of a line.
  init?(_ text: Span<UInt8>) {
    var i = 0
    guard let first = Self.number(text, &i), first > 0 else { return nil }
    paragraph = first
    if i < text.count, text[i] == 0x2E {
      i += 1
      guard let value = Self.number(text, &i), value > 0 else { return nil }
      sentence = value
    } else if i < text.count, text[i] == 0x2D {
      i += 1
      guard let value = Self.number(text, &i), value >= first else { return nil }
      last = value
    }
    if i == text.count { return }
    if i + 1 == text.count, text[i] == 0x71 {
      isQuoted = true
      return
    }
    guard sentence == nil, last == nil else { return nil }
    var letters = ""
    for place in i..<text.count {
      guard (0x61...0x7A).contains(text[place]) else { return nil }
      letters.unicodeScalars.append(Unicode.Scalar(text[place]))
    }
    letter = letters
  }

  /// A number of at most seven digits.
  private static func number(_ text: Span<UInt8>, _ i: inout Int) -> Int? {
    let start = i
    var value = 0
    while i < text.count, (0x30...0x39).contains(text[i]) {
      if i - start == 7 { return nil }
      value = value * 10 + Int(text[i] - 0x30)
      i += 1
    }
    return i > start ? value : nil
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
