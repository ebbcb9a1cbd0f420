/// Passages from some words to others, typed with an ellipsis.
struct Spanning {
  private let query: QuoteQuery
  private let folded: FoldedText
  private let ranges: Ranges
  private let sentenceEnd: ((Int) -> Int)?

  init(
    query: QuoteQuery, folded: FoldedText, ranges: [Range<Int>], sentenceEnd: ((Int) -> Int)?
  ) {
    self.query = query
    self.folded = folded
    self.ranges = Ranges(ranges)
    self.sentenceEnd = sentenceEnd
  }

  /// From each place of the first words to the nearest place of the next ones after them, and so
  /// on, within one range. All are given, also those that end alike: which one is meant is not
  /// guessed.
  func places() -> [Range<Int>] {
    if query.parts.isEmpty { return [] }
    let steps = query.parts.map { places(of: $0) }
    var next = [Int](repeating: 0, count: steps.count)
    return steps[0].compactMap { start in
      guard let range = ranges.container(of: start) else { return nil }
      var end = start.upperBound
      for step in steps.indices.dropFirst() {
        while next[step] < steps[step].count, steps[step][next[step]].lowerBound < end {
          next[step] += 1
        }
        guard next[step] < steps[step].count else { return nil }
        end = steps[step][next[step]].upperBound
      }
      if end > range.upperBound { return nil }
      return start.lowerBound..<(query.runsToSentenceEnd ? stop(after: end, in: range) : end)
    }
  }

  /// The places of a part: as whole words where there are any, else as the beginning of words.
  private func places(of part: QuoteQuery.Part) -> [Range<Int>] {
    let whole = places(of: part, ends: .both)
    if !whole.isEmpty || !part.mayCutEnd { return whole }
    return places(of: part, ends: .start).map { completed($0) }
  }

  private func places(of part: QuoteQuery.Part, ends: WholeEnds) -> [Range<Int>] {
    folded.matches(of: part.folded) { place in
      ranges.container(of: place) != nil && folded.source.isWhole(place, ends: ends)
    }
  }

  /// The place with the rest of its last word.
  private func completed(_ place: Range<Int>) -> Range<Int> {
    let span = folded.source.span
    var end = place.upperBound
    while end < span.count, WordBoundary.isCut(afterRangeAt: end, in: span) {
      end += UTF8Scalars.scalar(at: end, in: span).length
    }
    return place.lowerBound..<end
  }

  private func stop(after end: Int, in range: Range<Int>) -> Int {
    let stop = sentenceEnd?(max(range.lowerBound, end - 1)) ?? range.upperBound
    var last = max(end, min(stop, range.upperBound))
    while last > end,
      let (value, length) = UTF8Scalars.scalar(before: last, in: folded.source.span),
      ScalarFolding.kind(of: value) == .blank
    { last -= length }
    return last
  }
}
