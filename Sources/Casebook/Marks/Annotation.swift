public import SourceText

/// How an anchor was found again.
public enum AnchorCondition: UInt8, Sendable {
  /// The exact words at the recorded place.
  case exact = 0
  /// The words after folding quotes, dashes, blanks and case.
  case normalised = 1
  /// Similar words, to be confirmed.
  case drifted = 2
  /// Not found: the words are known, their place is not.
  case orphan = 3
}

/// A passage with tags and notes: the view of one row of the table.
public struct Annotation: Equatable, Sendable {
  /// Its id.
  public var id: RecordID
  /// Where.
  public var article: ArticleID
  /// Bytes of the canonical text, one range a piece, in order; not empty.
  public var pieces: [Range<Int>]
  /// In the order given.
  public var tags: [TagID]
  /// What stands behind ` -- ` on its line.
  public var note: String?
  /// Number of the coder's name in the text pool, -1 when unknown.
  public var coder: Int32
  /// When it was made.
  public var time: Instant?
  /// How its words were found.
  public var condition: AnchorCondition
  /// Its record.
  public var item: RecordItem

  /// An annotation of those pieces.
  public init(id: RecordID, article: ArticleID, pieces: [Range<Int>]) {
    self.id = id
    self.article = article
    self.pieces = pieces
    tags = []
    coder = -1
    condition = .exact
    item = -1
  }

  /// From the first byte of the first piece to the last of the last.
  public var hull: Range<Int> { pieces[0].lowerBound..<pieces[pieces.count - 1].upperBound }

  /// The words in a text, pieces joined by ` … `.
  public func words(in text: CanonicalText) -> String {
    pieces.map { text[$0] }.joined(separator: " … ")
  }
}
