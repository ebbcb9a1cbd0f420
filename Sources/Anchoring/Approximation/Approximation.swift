/// The places of a text that are most like a quote.
struct Approximation {
  /// A place that is like the quote.
  struct Candidate {
    /// A range of the text itself.
    var place: Range<Int>
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
  /// At most so many pairs of words are compared.
  private static let work = 20_000_000

  init(of exact: String, before: String = "", after: String = "", in folded: FoldedText) {
    self.folded = folded
    quote = FoldedText(exact)
    words = Self.words(of: quote)
    let around = Self.words(of: FoldedText(before)) + Self.words(of: FoldedText(after))
    bag = WordBag(
      words.map { ($0.key, $0.weight * Self.quoteFactor) } + around.map { ($0.key, $0.weight) })
  }

  /// The candidates, the most similar first.
  func candidates() -> [Candidate] {
    if words.isEmpty { return [] }
    var left = Self.work
    var found: [Candidate] = []
    for window in bag.windows(in: folded) {
      let region = WordScanner.words(of: widened(window), in: folded.bytes)
      left -= region.count * words.count
      if left < 0, !found.isEmpty { break }
      guard let best = Alignment.best(of: words, quote.bytes, in: region, folded.bytes) else {
        continue
      }
      let range = withMarks(
        region[best.words.lowerBound].range.lowerBound..<region[best.words.upperBound - 1]
          .range.upperBound)
      let place = folded.widenedSourceRange(of: range)
      if !found.contains(where: { $0.place.overlaps(place) }) {
        found.append(Candidate(place: place, similarity: best.similarity))
      }
    }
    return found.sorted { $0.similarity > $1.similarity }
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
