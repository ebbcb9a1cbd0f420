public import SourceText

/// Finds a passage again in a text that may have changed: the counterpart of `describe`.
///
/// Each piece is looked for exactly at its old place, exactly elsewhere, folded, and at last
/// approximately; then all pieces must stand in their order. Who locates many anchors in one text
/// passes its folded form; else it is made when a piece is not found as it is.
public func locate(
  _ anchor: Anchor, in text: CanonicalText, folded: FoldedText? = nil
) -> Resolution {
  var locator = Locator(text: text, folded: folded)
  return PieceOrder.join(anchor.pieces.map { locator.find($0) })
}

/// Where one piece was found.
struct PieceFinding {
  var state: AnchorState
  var place: Range<Int>?
  var score = 0.0
  var nearest: Range<Int>?
  var candidates: [Range<Int>] = []
  var moved = false
  /// What an ambiguous piece is once its neighbours tell which place is meant.
  var settled: (state: AnchorState, score: Double)?
}

/// Finds single pieces in one text.
struct Locator {
  let text: CanonicalText
  private var folded: FoldedText?

  init(text: CanonicalText, folded: FoldedText?) {
    self.text = text
    self.folded = folded
  }

  mutating func find(_ piece: AnchorPiece) -> PieceFinding {
    let sought = SoughtPiece(piece, in: text)
    if let place = sought.oldPlace, place.isEmpty || sought.isSure(of: place) {
      return PieceFinding(state: .exact, place: place, score: 1)
    }
    if sought.exact.isEmpty { return PieceFinding(state: .orphan) }
    if let finding = sought.choice(among: sought.exactPlaces(), state: .exact, score: 1) {
      return finding
    }
    let folded = self.folded ?? FoldedText(text)
    self.folded = folded
    let places = sought.foldedPlaces(in: folded)
    if let finding = sought.choice(
      among: places, state: .normalised, score: Weights.normalised)
    {
      return finding
    }
    return Drift(of: sought, in: folded).finding()
  }
}

/// What the parts of a finding count for.
enum Weights {
  /// The words themselves count somewhat more than all that stands around them; the proportions
  /// are those of Hypothesis, found there on real pages.
  static let quote = 50.0
  static let before = 20.0
  static let after = 20.0
  /// The old position only decides between equals: an insertion above moves everything.
  static let position = 2.0

  /// Words that are the same after folding are nearly, not quite, the words; whatever drifted
  /// stays below.
  static let normalised = 0.99
  static let mostDrifted = 0.98

  /// Below this similarity of the words another sentence is likelier than an edited one.
  static let leastSimilarity = 0.7
  /// Below this score the surroundings speak against the place.
  static let leastScore = 0.72
  /// Nearer scores do not tell two places apart.
  static let margin = 0.05
  /// Contexts of equal words this near to each other are a tie: one letter in fifty.
  static let tie = 0.02
}
