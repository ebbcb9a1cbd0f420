public import Diagnostics
internal import SourceText

/// A line as it was typed or recorded, cut into words.
public struct CommandLine: Sendable {
  /// The bytes of the line.
  public let bytes: [UInt8]
  /// Its words, the note not among them.
  public let words: [Word]
  /// The bytes of the note behind ` -- `.
  let noteRange: Range<Int>?
  let unclosed: Int?
  /// Whether it comes from a notebook. A later version may have words that an earlier one took as
  /// names: what is recorded stays valid, what is typed is refused.
  public let isRecord: Bool

  /// Cuts a line into words; ` -- ` begins a note where `takesNote` says so.
  public init(_ bytes: [UInt8], takesNote: Bool = true, isRecord: Bool = false) {
    self.isRecord = isRecord
    let scanner = WordScanner(bytes, takesNote: takesNote)
    self.bytes = bytes
    words = scanner.words
    noteRange = scanner.note
    unclosed = scanner.unclosed
  }

  /// A typed line.
  public init(_ text: String, takesNote: Bool = true) {
    self.init(Array(text.utf8), takesNote: takesNote)
  }

  /// The line as text.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// What a word says: without quotation marks, escapes resolved.
  public func text(_ word: Word) -> String {
    switch word.form {
    case .plain, .comma: String(decoding: bytes[word.range], as: UTF8.self)
    case .literal: String(decoding: bytes[inner(word, 3)], as: UTF8.self)
    case .quoted:
      word.isEscaped
        ? JSONString.unescape(bytes[inner(word, 1)])
          ?? String(decoding: bytes[inner(word, 1)], as: UTF8.self)
        : String(decoding: bytes[inner(word, 1)], as: UTF8.self)
    }
  }

  /// The bytes of a word without its quotation marks, where it holds no escapes.
  func rawRange(_ word: Word) -> Range<Int>? {
    switch word.form {
    case .plain, .comma: word.range
    case .literal: inner(word, 3)
    case .quoted: word.isEscaped ? nil : inner(word, 1)
    }
  }

  private func inner(_ word: Word, _ mark: Int) -> Range<Int> {
    let start = word.range.lowerBound + mark
    return start..<max(start, word.range.upperBound - mark)
  }

  /// Whether a plain word is these ASCII letters.
  func isPlain(_ word: Word, _ letters: [UInt8]) -> Bool {
    guard word.form == .plain, word.range.count == letters.count else { return false }
    return bytes[word.range].elementsEqual(letters)
  }

  /// A place in this line, for a diagnostic.
  public func place(_ range: Range<Int>) -> Diagnostic.Place {
    Diagnostic.Place(text: text, span: range)
  }

  /// The end of the line as a place: where something is missing.
  public var end: Diagnostic.Place { place(bytes.count..<bytes.count) }
}
