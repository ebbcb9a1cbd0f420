public import SourceText

/// What looking typed words up gave.
public enum Lookup: Equatable, Sendable {
  /// How the words were found.
  public enum Match: Sendable {
    /// The very bytes.
    case exact
    /// Equal after folding quotes, dashes, blanks, ellipses and case.
    case folded
    /// From the words before an ellipsis to those after it, or to the end of the sentence.
    case spanning
  }

  /// All places, in the order of the text; one place: the words are unique.
  case found([Range<Int>], how: Match)
  /// No place; the nearest words, where any are near.
  case nowhere(nearest: Range<Int>?)
}

/// Looks typed words up in the searchable parts of a text.
///
/// `ranges` are byte ranges in the order of the text; a match never crosses from one to another.
/// `sentenceEnd` gives the end of the sentence that contains a byte offset; without it words with
/// an ellipsis at the end run to the end of their range. Who looks up often in one text passes its
/// folded form; else it is made when the words are not found as they are.
public func lookUp(
  _ typed: String, in text: CanonicalText, within ranges: [Range<Int>],
  sentenceEnd: ((Int) -> Int)? = nil, folded: FoldedText? = nil
) -> Lookup {
  let query = QuoteQuery(typed)
  if query.literal.isEmpty { return .nowhere(nearest: nil) }
  let closing = ClosingMarks(text)
  let exact = text.places(ofExact: Array(query.literal.utf8), within: ranges)
  if !exact.isEmpty { return .found(closing.taken(into: exact, within: ranges), how: .exact) }

  let folded = folded ?? FoldedText(text)
  let words = FoldedText(query.literal).bytes
  let equal = folded.places(ofFolded: words, within: ranges, ends: .both)
  if !equal.isEmpty { return .found(closing.taken(into: equal, within: ranges), how: .folded) }

  let spans = Spanning(query: query, folded: folded, ranges: ranges, sentenceEnd: sentenceEnd)
  let spanning = spans.places()
  if !spanning.isEmpty {
    return .found(closing.taken(into: spanning, within: ranges), how: .spanning)
  }
  let near = Approximation(of: query.literal, in: folded).nearest()
  return .nowhere(nearest: near.flatMap { Ranges(ranges).clip($0) })
}

/// All places where words begin that begin like the typed ones, folded: what `find` shows.
public func occurrences(
  of typed: String, in text: CanonicalText, within ranges: [Range<Int>], folded: FoldedText? = nil
) -> [Range<Int>] {
  let words = FoldedText(QuoteQuery(typed).literal).bytes
  if words.isEmpty { return [] }
  return (folded ?? FoldedText(text)).places(ofFolded: words, within: ranges, ends: .start)
}
