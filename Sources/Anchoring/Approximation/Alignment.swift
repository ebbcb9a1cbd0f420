/// The part of a text that is most like a quote, word by word.
struct Alignment {
  /// A range of the text's words.
  var words: Range<Int>
  /// From 0 to 1, which is equal.
  var similarity: Double

  /// Words that are longer are not compared letter by letter.
  private static let longestWord = 32
  /// Quotes with more words are compared by whole words only.
  private static let longestQuote = 400
  /// Words that share less than this are different words.
  private static let leastAlike = 0.6

  /// Aligns (after Sellers: the quote as a whole, any part of the text) with the cost of a word
  /// its weight, so that similarity is about that of the letters. Nil where either has no words.
  static func best(of quote: [Word], _ quoteBytes: [UInt8], in text: [Word], _ bytes: [UInt8])
    -> Alignment?
  {
    if quote.isEmpty || text.isEmpty { return nil }
    // For each number of words of the text: the least cost of the quote so far ending there, and
    // the word where that alignment begins.
    var costs = [Double](repeating: 0, count: text.count + 1)
    var starts = Array(0...text.count)
    for word in quote {
      let weight = Double(word.weight)
      var (diagonal, diagonalStart) = (costs[0], starts[0])
      costs[0] += weight
      for j in text.indices {
        let replacing = diagonal + cost(of: word, quoteBytes, text[j], bytes, quote.count)
        let omitting = costs[j + 1] + weight
        let adding = costs[j] + Double(text[j].weight)
        (diagonal, diagonalStart, costs[j + 1], starts[j + 1]) =
          replacing <= omitting && replacing <= adding
          ? (costs[j + 1], starts[j + 1], replacing, diagonalStart)
          : omitting <= adding
            ? (costs[j + 1], starts[j + 1], omitting, starts[j + 1])
            : (costs[j + 1], starts[j + 1], adding, starts[j])
      }
    }
    let end = costs.indices.dropFirst().min { costs[$0] < costs[$1] } ?? 1
    let words = min(starts[end], end - 1)..<end
    let whole = max(weight(of: quote[...]), weight(of: text[words]))
    return Alignment(words: words, similarity: max(0, 1 - costs[end] / whole))
  }

  private static func weight(of words: ArraySlice<Word>) -> Double {
    Double(words.reduce(0) { $0 + $1.weight })
  }

  private static func cost(
    of a: Word, _ aBytes: [UInt8], _ b: Word, _ bBytes: [UInt8], _ quoteLength: Int
  ) -> Double {
    if a.key == b.key { return 0 }
    let whole = Double(a.weight + b.weight) / 2
    let (m, n) = (a.range.count, b.range.count)
    guard quoteLength <= longestQuote, abs(m - n) * 3 <= max(m, n), max(m, n) <= longestWord,
      aBytes[a.range.lowerBound] == bBytes[b.range.lowerBound]
        || aBytes[a.range.upperBound - 1] == bBytes[b.range.upperBound - 1]
    else { return whole }
    let distance = EditDistance.between(
      aBytes.span.extracting(a.range), bBytes.span.extracting(b.range))
    let alike = 1 - Double(distance) / Double(max(m, n))
    return alike < leastAlike ? whole : whole * (1 - alike)
  }
}
