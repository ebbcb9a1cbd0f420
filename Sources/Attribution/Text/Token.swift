/// A word, a number or a mark of a text, with what the tables say of it.
struct Token: Sendable {
  /// Punctuation, as far as the rules tell it apart.
  enum Mark: UInt8, Sendable {
    case none, comma, stop, colon, semicolon, dash, open, close, question, exclamation, ellipsis
    case quote, genitive, bullet, other
  }

  /// How a word is written.
  struct Shape: OptionSet, Sendable {
    let rawValue: UInt16
    static let word = Shape(rawValue: 1)
    static let capital = Shape(rawValue: 2)
    static let capitals = Shape(rawValue: 4)
    static let digits = Shape(rawValue: 8)
    static let spaced = Shape(rawValue: 16)
    static let ly = Shape(rawValue: 32)
    static let ing = Shape(rawValue: 64)
    static let ed = Shape(rawValue: 128)
    static let s = Shape(rawValue: 256)
    /// Nothing but a mark follows, or a blank: a quotation mark here may close.
    static let spacedAfter = Shape(rawValue: 512)
  }

  /// The first byte.
  var start: Int32
  /// The byte after the last.
  var end: Int32
  /// The word in lower case, as a number.
  var key: UInt64
  /// What the tables say.
  var classes: WordClass
  /// The number of its cues in the table, or -1.
  var cue: Int32
  /// The phrases that begin with it, or -1.
  var phrases: Int32
  /// The entity that begins here, or -1.
  var entity: Int32
  /// How it is written.
  var shape: Shape
  /// Which punctuation it is.
  var mark: Mark

  /// Whether it is a word or a number.
  var isWord: Bool { mark == .none }
  /// Whether it is a word that begins with a capital.
  var isCapital: Bool { shape.contains(.capital) }
  /// Whether one of the classes is its own.
  func isAny(_ of: WordClass) -> Bool { !classes.isDisjoint(with: of) }
  /// Whether it ends a sentence.
  var endsSentence: Bool {
    mark == .stop || mark == .question || mark == .exclamation || mark == .ellipsis
  }
  /// The bytes.
  var range: Range<Int> { Int(start)..<Int(end) }
}
