/// How well an anchor still holds, from best to worst.
public enum AnchorState: String, CaseIterable, Sendable {
  /// The very words.
  case exact
  /// The words but for quotes, dashes, blanks or case.
  case normalised
  /// Words much like them, in much the same place; to be confirmed by a person.
  case drifted
  /// Several places fit equally well.
  case ambiguous
  /// Nowhere.
  case orphan
}

extension AnchorState: Comparable {
  /// A state is less than another when it is better.
  public static func < (a: AnchorState, b: AnchorState) -> Bool { a.rank < b.rank }

  private var rank: Int {
    switch self {
    case .exact: 0
    case .normalised: 1
    case .drifted: 2
    case .ambiguous: 3
    case .orphan: 4
    }
  }
}

/// Where an anchor was found, and how well.
public struct Resolution: Equatable, Sendable {
  /// The state of the passage: that of its worst piece.
  public var state: AnchorState
  /// The byte ranges of the pieces, in order; empty when ambiguous or orphan.
  public var pieces: [Range<Int>]
  /// From 0 to 1, which is exact; that of the worst piece. Normalised passages score more than
  /// drifted ones.
  public var score: Double
  /// For an orphan: the nearest words, where any are near.
  public var nearest: Range<Int>?
  /// When ambiguous: the places that fit equally well, in the order of the text. For an orphan that
  /// is one because two places are alike: those.
  public var candidates: [Range<Int>]
  /// Whether a piece stands elsewhere than it was written down.
  public var moved: Bool

  /// Takes a finding as it is.
  public init(
    state: AnchorState, pieces: [Range<Int>] = [], score: Double = 0, nearest: Range<Int>? = nil,
    candidates: [Range<Int>] = [], moved: Bool = false
  ) {
    self.state = state
    self.pieces = pieces
    self.score = score
    self.nearest = nearest
    self.candidates = candidates
    self.moved = moved
  }
}
