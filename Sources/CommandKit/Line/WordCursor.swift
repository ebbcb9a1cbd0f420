public import Diagnostics

/// Words of a line, read one after the other.
public struct WordCursor: Sendable {
  /// The line they stand in.
  public let line: CommandLine
  /// The words still to be read.
  public private(set) var rest: ArraySlice<Word>
  /// Where an error points when a word is missing.
  let end: Range<Int>

  init(_ line: CommandLine, _ words: ArraySlice<Word>, end: Range<Int>) {
    self.line = line
    rest = words
    self.end = end
  }

  /// The next word.
  public var peek: Word? { rest.first }

  /// Whether nothing is left.
  public var isEmpty: Bool { rest.isEmpty }

  /// What the next word says.
  public var peekText: String? { rest.first.map { line.text($0) } }

  /// Takes the next word.
  @discardableResult
  public mutating func next() -> Word? { rest.popFirst() }

  /// Takes the next word's text, or says what was expected.
  public mutating func text(expected: String) throws(Diagnostic) -> String {
    guard let word = rest.popFirst() else { throw missing(expected) }
    return line.text(word)
  }

  /// Takes several words at once.
  mutating func drop(_ count: Int) { rest = rest.dropFirst(count) }

  /// Puts other words in place of the rest.
  mutating func replaceRest(_ words: [Word]) { rest = words[...] }

  /// The error that something is missing here.
  public func missing(_ expected: String) -> Diagnostic {
    let range = rest.first?.range ?? end
    return Diagnostic(.expected(expected), at: line.place(range))
  }

  /// An error at a word.
  public func error(_ message: Message, at word: Word, hint: String? = nil, notes: [String] = [])
    -> Diagnostic
  {
    Diagnostic(message, at: line.place(word.range), hint: hint, notes: notes)
  }

  /// An error over several words.
  public func error(
    _ message: Message, from first: Word, to last: Word, hint: String? = nil, notes: [String] = []
  ) -> Diagnostic {
    Diagnostic(
      message, at: line.place(first.range.lowerBound..<last.range.upperBound), hint: hint,
      notes: notes)
  }
}

extension Message {
  static func expected(_ what: String) -> Message { Message("expected", "expected \(what)") }
}

extension WordCursor {
  /// A cursor over the words of a text that is no command.
  public static func of(_ text: String) -> WordCursor {
    let line = CommandLine(text, takesNote: false)
    return WordCursor(line, line.words[...], end: line.bytes.count..<line.bytes.count)
  }
}
