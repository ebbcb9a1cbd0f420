public import SourceText

/// One piece of a passage as it is written down: its words, what stood around them, and where.
public struct AnchorPiece: Hashable, Sendable {
  /// The exact words of the article.
  public var exact: String
  /// Up to `contextLength` Unicode scalars directly before the words.
  public var before: String
  /// Up to `contextLength` Unicode scalars directly after the words.
  public var after: String
  /// The number of Unicode scalars before the words.
  public var start: Int
  /// The number of Unicode scalars in the words.
  public var length: Int

  /// How many scalars of context are kept on each side: as many as Hypothesis and Apache Annotator
  /// keep, about five words.
  public static let contextLength = 32

  /// Takes a piece as a notebook has it.
  public init(exact: String, before: String, after: String, start: Int, length: Int) {
    self.exact = exact
    self.before = before
    self.after = after
    self.start = start
    self.length = length
  }
}

/// How a passage is found again after the text has changed: its pieces, in the order of the text.
public struct Anchor: Hashable, Sendable {
  /// The pieces; nearly always one.
  public var pieces: [AnchorPiece]

  /// Takes the pieces as a notebook has them.
  public init(pieces: [AnchorPiece]) {
    self.pieces = pieces
  }
}

/// Writes down how a passage is found again: the counterpart of `locate`.
///
/// The ranges are byte ranges of `text` that fall between scalars, in the order of the text.
public func describe(_ pieces: [Range<Int>], in text: CanonicalText) -> Anchor {
  Anchor(
    pieces: pieces.map { range in
      let first = text.offset(range.lowerBound, movedBy: -AnchorPiece.contextLength)
      let last = text.offset(range.upperBound, movedBy: AnchorPiece.contextLength)
      let scalars = text.scalarRange(ofBytes: range)
      return AnchorPiece(
        exact: text[range], before: text[first..<range.lowerBound],
        after: text[range.upperBound..<last], start: scalars.lowerBound, length: scalars.count)
    })
}
