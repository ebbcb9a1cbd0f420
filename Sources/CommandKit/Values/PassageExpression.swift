public import Casebook
internal import Diagnostics
internal import LineEditing

/// A passage as it was typed or recorded: pieces joined by ` + `.
public struct PassageExpression: Sendable {
  /// One piece.
  struct Piece: Sendable {
    /// The article, by name; none where it is left out.
    var article: String?
    /// The place.
    var address: Address?
    /// The words.
    var words: String?
    /// The number of a row, from 1.
    var row: Int?
    /// An id or `it`.
    var reference: String?
    /// The id, where it is a whole or a shortened one.
    var id: RecordID?
    /// The bytes of the line it was typed in.
    var range: Range<Int>
  }

  /// The pieces.
  var pieces: [Piece]
  /// The line it stands in.
  public let line: CommandLine

  /// Whether it can only mean a mark that is there already: an id, `it`.
  public var isReference: Bool { pieces.count == 1 && pieces[0].reference != nil }

  /// The recorded words of every piece.
  public var words: [String] { pieces.map { $0.words ?? "" } }

  /// The recorded article.
  public var articleName: String? { pieces.first?.article }

  /// A place in the line, for a diagnostic.
  func error(_ message: Message, _ range: Range<Int>, hint: String? = nil, notes: [String] = [])
    -> Diagnostic
  {
    Diagnostic(message, at: line.place(range), hint: hint, notes: notes)
  }

  /// From the first to the last byte of the line that it takes.
  public var range: Range<Int> {
    pieces[0].range.lowerBound..<pieces[pieces.count - 1].range.upperBound
  }
}

/// A passage that was found.
public struct Passage: Sendable, Equatable {
  /// The article.
  public var article: ArticleID
  /// Bytes of the canonical text, in order, not overlapping.
  public var pieces: [Range<Int>]

  /// A passage of an article.
  public init(article: ArticleID, pieces: [Range<Int>]) {
    self.article = article
    self.pieces = pieces
  }
}

extension ValueKind where Value == PassageExpression {
  /// A passage, or a reference to one that is marked already.
  public static let passage = ValueKind(
    "PASSAGE", expected: "a passage, as wire:5, 5.2 or \"words of the article\"",
    candidates: { $0.passages() },
    read: { cursor, session throws(Diagnostic) in
      var pieces = [try piece(&cursor, session)]
      while cursor.peek?.form == .plain, cursor.peekText == "+" {
        cursor.next()
        pieces.append(try piece(&cursor, session))
      }
      return PassageExpression(pieces: pieces, line: cursor.line)
    })

  private static let expected = "a passage, as wire:5, 5.2 or \"words of the article\""

  private static func piece(_ cursor: inout WordCursor, _ session: Session) throws(Diagnostic)
    -> PassageExpression.Piece
  {
    guard let first = cursor.peek, first.form != .comma else { throw cursor.missing(expected) }
    var piece = PassageExpression.Piece(range: first.range)
    if first.form == .plain {
      try place(first, &piece, cursor)
      cursor.next()
      if piece.row != nil || piece.reference != nil { return piece }
    }
    if let word = cursor.peek, word.isQuoted {
      piece.words = cursor.line.text(word)
      piece.range = first.range.lowerBound..<word.range.upperBound
      if piece.words?.isEmpty == true { throw cursor.error(.emptyText, at: word) }
      cursor.next()
    } else if piece.address == nil {
      throw cursor.missing(
        "words of the article in quotation marks, or a paragraph as \(cursor.line.text(first)):5")
    }
    return piece
  }

  /// Understands the plain word at the beginning of a piece.
  private static func place(
    _ word: Word, _ piece: inout PassageExpression.Piece, _ cursor: WordCursor
  ) throws(Diagnostic) {
    let line = cursor.line
    let bytes = line.bytes.span.extracting(word.range)
    if bytes[0] == 0x25, let number = Int(line.text(word).dropFirst()), number > 0 {
      piece.row = number
    } else if let id = RecordID(prefix: line.bytes[word.range]) {
      piece.reference = line.text(word)
      piece.id = id
    } else if line.isPlain(word, Array("it".utf8)) {
      piece.reference = "it"
    } else if let address = Address(bytes) {
      piece.address = address
    } else if let colon = bytes.indices.last(where: { bytes[$0] == 0x3A }) {
      let start = word.range.lowerBound
      piece.article = String(decoding: line.bytes[start..<start + colon], as: UTF8.self)
      guard let address = Address(bytes.extracting(droppingFirst: colon + 1)) else {
        throw cursor.error(
          .badAddress(line.text(word)), at: word, hint: "NAME:5, NAME:5.2 or NAME:5-7")
      }
      piece.address = address
    } else {
      piece.article = line.text(word)
    }
  }
}

extension Message {
  static func badAddress(_ text: String) -> Message {
    Message("bad-address", "‘\(text)’ is not a place in an article")
  }
}
