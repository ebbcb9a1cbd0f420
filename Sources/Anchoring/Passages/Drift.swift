internal import SourceText

/// Looks for a piece whose words have changed.
struct Drift {
  private let sought: SoughtPiece
  private let folded: FoldedText

  init(of sought: SoughtPiece, in folded: FoldedText) {
    self.sought = sought
    self.folded = folded
  }

  /// A place with the score of its words, context and position.
  private struct Scored {
    var place: Range<Int>
    var similarity: Double
    var score: Double
  }

  /// Drifted, where one place is like enough and says the same; else orphan with the nearest words.
  func finding() -> PieceFinding {
    let piece = sought.piece
    let near = Approximation(
      of: piece.exact, before: piece.before, after: piece.after, in: folded)
    let all = apart(near.candidates().map(scored).sorted { $0.score > $1.score })
    let good = all.filter {
      $0.similarity >= Weights.leastSimilarity && $0.score >= Weights.leastScore
    }
    guard let best = good.first else {
      return orphan(all.first { $0.similarity >= Approximation.leastNear })
    }
    let telling = tellingWordsOfQuote()
    guard tellingWords(of: best.place) == telling else { return orphan(best) }
    let rivals = good.dropFirst().filter {
      $0.score > best.score - Weights.margin && tellingWords(of: $0.place) == telling
    }
    if !rivals.isEmpty {
      let places = [best.place] + rivals.map(\.place)
      return orphan(best, candidates: places.sorted { $0.lowerBound < $1.lowerBound })
    }
    return PieceFinding(
      state: .drifted, place: best.place, score: min(best.score, Weights.mostDrifted),
      moved: sought.text.scalarOffset(ofByte: best.place.lowerBound) != piece.start)
  }

  /// The places that do not overlap a better one.
  private func apart(_ places: [Scored]) -> [Scored] {
    places.reduce(into: []) { kept, next in
      if !kept.contains(where: { $0.place.overlaps(next.place) }) { kept.append(next) }
    }
  }

  private func orphan(_ near: Scored?, candidates: [Range<Int>] = []) -> PieceFinding {
    PieceFinding(
      state: .orphan, score: min(near?.score ?? 0, Weights.mostDrifted), nearest: near?.place,
      candidates: candidates)
  }

  private func scored(_ candidate: Approximation.Candidate) -> Scored {
    let place = candidate.place
    let start = sought.text.scalarOffset(ofByte: place.lowerBound)
    let distance = abs(start - sought.piece.start)
    let position = 1 - min(1, Double(distance) / Double(max(1, sought.text.scalarCount)))
    var (sum, whole) = (Weights.quote * candidate.similarity, Weights.quote)
    sum += Weights.position * position
    whole += Weights.position
    if let before = sought.context.before(place) {
      sum += Weights.before * before
      whole += Weights.before
    }
    if let after = sought.context.after(place) {
      sum += Weights.after * after
      whole += Weights.after
    }
    return Scored(place: place, similarity: candidate.similarity, score: sum / whole)
  }

  private func tellingWords(of place: Range<Int>) -> [[UInt8]] {
    Meaning.words(of: place, in: sought.text.bytes, isOrdinary: isOrdinary)
  }

  private func tellingWordsOfQuote() -> [[UInt8]] {
    let piece = sought.piece
    let start = piece.before.utf8.count
    return Meaning.words(
      of: start..<start + sought.exact.count,
      in: Array((piece.before + piece.exact + piece.after).utf8), isOrdinary: isOrdinary)
  }

  /// Whether the text has a folded word in small letters somewhere.
  private func isOrdinary(_ word: [UInt8]) -> Bool {
    let bytes = sought.text.bytes
    let search = ByteSearch(word, in: bytes)
    var at = 0
    while let start = search.next(in: bytes, from: at, to: bytes.count) {
      if bytes.isWhole(start..<start + word.count, ends: .both) { return true }
      at = start + 1
    }
    return false
  }
}
