internal import SourceText

/// A piece that is looked for in a text.
struct SoughtPiece {
  let piece: AnchorPiece
  let text: CanonicalText
  let exact: [UInt8]
  let context: ContextScore
  /// Whether the piece began or ended inside of a word; else no place may.
  private let cuts: (start: Bool, end: Bool)
  /// Whether the words alone are too few to tell a place: `no` stands in every article.
  private let isShort: Bool

  /// Pieces with fewer words are only taken where some of the context is there too.
  private static let fewWords = 3
  /// How much of it.
  private static let leastContext = 0.2
  /// The place where the piece was counts as having half of its context, whatever now surrounds it.
  private static let oldPlaceContext = 0.5
  /// Of so many places the context is compared closely; they are chosen by the letters next to
  /// them.
  private static let compared = 256

  init(_ piece: AnchorPiece, in text: CanonicalText) {
    var piece = piece
    // A notebook may hold more context than is written down; no more is compared.
    piece.before = Self.scalars(piece.before.unicodeScalars.suffix(AnchorPiece.contextLength))
    piece.after = Self.scalars(piece.after.unicodeScalars.prefix(AnchorPiece.contextLength))
    self.piece = piece
    self.text = text
    exact = Array(piece.exact.utf8)
    context = ContextScore(piece, in: text)
    let around = Array((piece.before + piece.exact + piece.after).utf8)
    let start = piece.before.utf8.count
    cuts = (
      WordBoundary.isCut(beforeRangeAt: start, in: around.span),
      WordBoundary.isCut(afterRangeAt: start + exact.count, in: around.span)
    )
    isShort = WordScanner.words(of: 0..<exact.count, in: exact).count < Self.fewWords
  }

  private static func scalars(_ scalars: Substring.UnicodeScalarView) -> String {
    String(String.UnicodeScalarView(scalars))
  }

  /// The old place, where the very words still stand.
  var oldPlace: Range<Int>? {
    guard piece.start >= 0, piece.start <= text.scalarCount else { return nil }
    let start = text.byteOffset(ofScalar: piece.start)
    let end = start + exact.count
    guard end <= text.count, text.bytes[start..<end].elementsEqual(exact) else { return nil }
    return start..<end
  }

  /// Whether words at the old place need no comparison with other places.
  func isSure(of place: Range<Int>) -> Bool {
    !isShort || context.both(place) >= Self.leastContext
  }

  /// The places of the very words.
  func exactPlaces() -> BestPlaces {
    var best = BestPlaces(limit: Self.compared)
    let search = ByteSearch(exact, in: text.bytes)
    let old = oldPlace
    var at = 0
    while let start = search.next(in: text.bytes, from: at, to: text.count) {
      offer(start..<start + exact.count, old: old, to: &best)
      at = start + 1
    }
    return best
  }

  /// The places of words that are the same after folding.
  func foldedPlaces(in folded: FoldedText) -> BestPlaces {
    var best = BestPlaces(limit: Self.compared)
    let words = FoldedText(QuoteQuery(piece.exact).literal).bytes
    if words.isEmpty { return best }
    let search = ByteSearch(words, in: folded.bytes)
    var at = 0
    while let start = search.next(in: folded.bytes, from: at, to: folded.bytes.count) {
      if let place = folded.sourceRange(of: start..<start + words.count) {
        offer(place, old: nil, to: &best)
      }
      at = start + 1
    }
    return best
  }

  private func offer(_ place: Range<Int>, old: Range<Int>?, to best: inout BestPlaces) {
    let span = text.bytes.span
    if !cuts.start, WordBoundary.isCut(beforeRangeAt: place.lowerBound, in: span) { return }
    if !cuts.end, WordBoundary.isCut(afterRangeAt: place.upperBound, in: span) { return }
    best.offer(place, rank: place == old ? Int.max : context.adjacent(place))
  }

  /// The place with the best context, or that several are as good; nil where none will do.
  func choice(among best: BestPlaces, state: AnchorState, score: Double) -> PieceFinding? {
    let old = oldPlace
    let scored = best.places.map { place in
      (place, max(context.both(place), place == old ? Self.oldPlaceContext : 0))
    }
    guard let top = scored.map(\.1).max(), !isShort || top >= Self.leastContext else { return nil }
    let equal = scored.filter { $0.1 > top - Weights.tie }.map(\.0)
    if equal.count > 1 {
      return PieceFinding(
        state: .ambiguous, candidates: equal.sorted { $0.lowerBound < $1.lowerBound },
        settled: (state, score))
    }
    let moved = text.scalarOffset(ofByte: equal[0].lowerBound) != piece.start
    return PieceFinding(state: state, place: equal[0], score: score, moved: moved)
  }
}

/// The places with the highest ranks.
struct BestPlaces {
  private let limit: Int
  private var ranks: [Int] = []
  /// The places, in no order.
  private(set) var places: [Range<Int>] = []

  init(limit: Int) {
    self.limit = limit
  }

  mutating func offer(_ place: Range<Int>, rank: Int) {
    if places.count < limit {
      places.append(place)
      ranks.append(rank)
      return
    }
    guard rank > lowest.rank else { return }
    places[lowest.index] = place
    ranks[lowest.index] = rank
    lowest = findLowest()
  }

  private lazy var lowest = findLowest()

  private func findLowest() -> (index: Int, rank: Int) {
    let index = ranks.indices.min { ranks[$0] < ranks[$1] } ?? 0
    return (index, ranks[index])
  }
}
