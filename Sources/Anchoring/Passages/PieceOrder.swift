/// Puts the findings of single pieces together: they must stand in their order.
enum PieceOrder {
  /// The finding of a whole passage.
  static func join(_ pieces: [PieceFinding]) -> Resolution {
    var pieces = pieces
    settle(&pieces)
    guard let worst = pieces.max(by: { $0.state < $1.state }) else {
      return Resolution(state: .orphan)
    }
    let score = pieces.map(\.score).min() ?? 0
    let moved = pieces.contains { $0.moved }
    let places = pieces.compactMap(\.place)
    guard places.count == pieces.count else {
      return Resolution(
        state: worst.state, score: score, nearest: worst.nearest, candidates: worst.candidates,
        moved: moved)
    }
    guard !moved || isInOrder(places) else {
      return Resolution(state: .orphan, score: score, nearest: places.first, moved: moved)
    }
    return Resolution(state: worst.state, pieces: places, score: score, moved: moved)
  }

  /// Settles a piece with several equal places by its neighbours: where only one of them lies
  /// between the piece before and the piece after, that is it.
  private static func settle(_ pieces: inout [PieceFinding]) {
    guard pieces.contains(where: { $0.place != nil }) else { return }
    for i in pieces.indices where pieces[i].state == .ambiguous {
      let low = pieces[..<i].last { $0.place != nil }?.place?.upperBound ?? 0
      let high = pieces[(i + 1)...].first { $0.place != nil }?.place?.lowerBound ?? Int.max
      let between = pieces[i].candidates.filter { $0.lowerBound >= low && $0.upperBound <= high }
      guard between.count == 1, let found = pieces[i].settled else { continue }
      pieces[i] = PieceFinding(
        state: found.state, place: between[0], score: found.score, moved: true)
    }
  }

  private static func isInOrder(_ places: [Range<Int>]) -> Bool {
    zip(places, places.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound }
  }
}
