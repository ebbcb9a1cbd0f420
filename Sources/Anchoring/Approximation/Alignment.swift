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

  /// Aligns the whole quote with any part of the text (after Sellers). Nil where either has no
  /// words.
  static func best(
    of quote: [Word], _ quoteBytes: [UInt8], in text: ArraySlice<Word>, _ bytes: [UInt8]
  ) -> Alignment? {
    if quote.isEmpty || text.isEmpty { return nil }
    let table = Table(quote, quoteBytes, text, bytes, anyPart: true)
    let end = table.costs.indices.dropFirst().min { table.costs[$0] < table.costs[$1] } ?? 1
    let low = text.startIndex + min(table.starts[end], end - 1)
    let words = low..<text.startIndex + end
    let whole = max(weight(of: quote[...]), weight(of: text[words]))
    return Alignment(words: words, similarity: max(0, 1 - table.costs[end] / whole))
  }

  /// The similarity of a quote to a part of a text as a whole.
  static func similarity(
    of quote: [Word], _ quoteBytes: [UInt8], to text: ArraySlice<Word>, _ bytes: [UInt8]
  ) -> Double {
    let table = Table(quote, quoteBytes, text, bytes, anyPart: false)
    let whole = max(weight(of: quote[...]), weight(of: text))
    return max(0, 1 - table.costs[text.count] / whole)
  }

  /// For each number of words of a text: the least cost of a quote that ends there, and the number
  /// of words before the place where it begins. A word costs its weight, so that similarity is
  /// about that of the letters.
  private struct Table {
    var costs: [Double]
    var starts: [Int]

    init(
      _ quote: [Word], _ quoteBytes: [UInt8], _ text: ArraySlice<Word>, _ bytes: [UInt8],
      anyPart: Bool
    ) {
      costs = [0]
      for word in text { costs.append(anyPart ? 0 : costs[costs.count - 1] + Double(word.weight)) }
      starts = Array(0...text.count)
      for word in quote {
        let omitted = Double(word.weight)
        var (diagonal, start) = (costs[0], starts[0])
        costs[0] += omitted
        for (j, other) in text.enumerated() {
          let replacing = diagonal + cost(of: word, quoteBytes, other, bytes, quote.count)
          let omitting = costs[j + 1] + omitted
          let adding = costs[j] + Double(other.weight)
          let next = (costs[j + 1], starts[j + 1])
          if replacing <= omitting, replacing <= adding {
            (costs[j + 1], starts[j + 1]) = (replacing, start)
          } else if omitting <= adding {
            costs[j + 1] = omitting
          } else {
            (costs[j + 1], starts[j + 1]) = (adding, starts[j])
          }
          (diagonal, start) = next
        }
      }
    }
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
