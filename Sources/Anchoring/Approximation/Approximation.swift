/// The places of a text that are most like a quote.
struct Approximation {
  /// A place that is like the quote.
  struct Candidate {
    /// A range of the text itself.
    var place: Range<Int>
    /// The same range of the folded bytes.
    var folded: Range<Int>
    /// The similarity of the words alone.
    var similarity: Double
  }

  private let quote: FoldedText
  private let words: [Word]
  private let bag: WordBag
  private let folded: FoldedText

  /// The words of the quote count twice as much as those of its context, which help to find it
  /// when it is short.
  private static let quoteFactor = 2
  /// Words less alike than this are not worth showing as the nearest.
  static let leastNear = 0.25
  /// At most so many pairs of words are compared after the best window: a tenth of a second.
  private static let work = 20_000_000
  /// And at most so many in one window: only quotes of some ten thousand words have more, which
  /// are not looked for.
  private static let mostWork = 400_000_000

  init(of exact: String, before: String = "", after: String = "", in folded: FoldedText) {
    self.folded = folded
    quote = FoldedText(exact)
    words = Self.words(of: quote)
    let around = Self.words(of: FoldedText(before)) + Self.words(of: FoldedText(after))
    bag = WordBag(
      words.map { ($0.key, $0.weight * Self.quoteFactor) } + around.map { ($0.key, $0.weight) })
  }

  /// The candidates, the most similar first; some of them may overlap, where it is the context
  /// that must tell how far the passage goes.
  func candidates() -> [Candidate] {
    if words.isEmpty { return [] }
    var left = Self.work
    var found: [Candidate] = []
    for window in bag.windows(in: folded) {
      // A widened window has at most about twice the words of the bag, and its rest is looked
      // through again.
      let cost = 4 * bag.count * words.count
      left -= cost
      if cost > Self.mostWork || left < 0 && !found.isEmpty { break }
      let near = aligned(in: widened(window))
      for place in near where !found.contains(where: { $0.folded == place.folded }) {
        found.append(place)
      }
    }
    return found.sorted { $0.similarity > $1.similarity }
  }

  /// The part of a region that is most like the quote, and what is most like it beside that part:
  /// repeated lines may share a window.
  private func aligned(in range: Range<Int>) -> [Candidate] {
    let near = best(in: range)
    guard let first = near.first?.folded else { return [] }
    let rests = [
      range.lowerBound..<max(range.lowerBound, first.lowerBound),
      min(first.upperBound, range.upperBound)..<range.upperBound,
    ]
    return near + rests.filter { $0.count > first.count / 2 }.flatMap { best(in: $0) }
  }

  /// The part of a region that is most like the quote; where its first or last word is another one
  /// than the quote's, also with the word beside it, which may have taken the place of the quote's.
  private func best(in range: Range<Int>) -> [Candidate] {
    let region = WordScanner.words(of: range, in: folded.bytes)
    guard let best = Alignment.best(of: words, quote.bytes, in: region[...], folded.bytes) else {
      return []
    }
    let (low, high) = (best.words.lowerBound, best.words.upperBound)
    var found = [candidate(region[best.words], best.similarity)]
    let lows = low > 0 && region[low].key != words.first?.key ? [low, low - 1] : [low]
    let highs =
      high < region.count && region[high - 1].key != words.last?.key ? [high, high + 1] : [high]
    for start in lows {
      for end in highs where start..<end != best.words {
        let similarity = Alignment.similarity(
          of: words, quote.bytes, to: region[start..<end], folded.bytes)
        found.append(candidate(region[start..<end], similarity))
      }
    }
    return found
  }

  private func candidate(_ words: ArraySlice<Word>, _ similarity: Double) -> Candidate {
    let start = words.first?.range.lowerBound ?? 0
    let range = withMarks(start..<(words.last?.range.upperBound ?? start))
    return Candidate(
      place: folded.widenedSourceRange(of: range), folded: range, similarity: similarity)
  }

  /// The most similar place.
  func nearest() -> Range<Int>? {
    candidates().first { $0.similarity >= Self.leastNear }?.place
  }

  private static func words(of text: FoldedText) -> [Word] {
    WordScanner.words(of: 0..<text.bytes.count, in: text.bytes)
  }

  /// A window with half its length on both sides, from blank to blank.
  private func widened(_ window: Range<Int>) -> Range<Int> {
    let bytes = folded.bytes
    let more = window.count / 2 + 64
    var start = max(0, window.lowerBound - more)
    var end = min(bytes.count, window.upperBound + more)
    // No word is that long; where there are no blanks, a scalar's start must do.
    let (earliest, latest) = (max(0, start - 64), min(bytes.count, end + 64))
    while start > earliest, bytes[start - 1] != 0x20 { start -= 1 }
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    while end < latest, bytes[end] != 0x20 { end += 1 }
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return start..<end
  }

  /// Takes in the marks directly before and after a range that the quote has there too.
  private func withMarks(_ range: Range<Int>) -> Range<Int> {
    guard let first = words.first, let last = words.last else { return range }
    var (start, end) = (range.lowerBound, range.upperBound)
    for byte in quote.bytes[..<first.range.lowerBound].reversed() {
      guard start > 0, folded.bytes[start - 1] == byte else { break }
      start -= 1
    }
    for byte in quote.bytes[last.range.upperBound...] {
      guard end < folded.bytes.count, folded.bytes[end] == byte else { break }
      end += 1
    }
    return start..<end
  }
}
