internal import Casebook
internal import SourceText

/// Finds quotations that a source has in other words.
///
/// A quotation of four words or more is compared with every article by pairs of neighbouring words,
/// capitals and punctuation left aside. Where all its pairs follow each other somewhere it is exact.
/// Where at least two, and half of them, do so in one place, its words are a changed form of that
/// place. What is nearer to nothing is not a quotation of these sources. Time is linear in the texts
/// and in the places that pairs have in common.
struct QuoteCheck {
  /// A quotation that differs.
  struct Difference {
    let quote: Int
    let article: ArticleID
    /// The source's words in that place, in bytes.
    let range: Range<Int>
  }

  private static let fewest = 4
  private static let most = 64
  /// Where pairs stand in the quotations: quotation, place of the first word.
  private var pairs: [UInt64: [(quote: Int32, place: Int32)]] = [:]
  private var counts: [Int] = []

  init(_ quotes: [String]) {
    for (i, quote) in quotes.enumerated() {
      let words = FoldedWordScan(Array(quote.utf8)).words
      counts.append(words.count < Self.fewest ? 0 : words.count)
      if words.count < Self.fewest { continue }
      for place in 0..<words.count - 1 {
        let pair = Self.pair(words[place].hash, words[place + 1].hash)
        // A pair that is in everything tells no place; without a limit texts of one repeated word
        // would take quadratic time.
        if pairs[pair, default: []].count < Self.most {
          pairs[pair, default: []].append((Int32(i), Int32(place)))
        }
      }
    }
  }

  private static func pair(_ a: UInt64, _ b: UInt64) -> UInt64 { (a &* 0x9E37_79B9_7F4A_7C15) ^ b }

  private struct Best {
    var count = 0
    var article: ArticleID?
    var range = 0..<0
  }

  /// The differing quotations, in their order.
  func differences(in casebook: Casebook) -> [Difference] {
    var best = Array(repeating: Best(), count: counts.count)
    if pairs.isEmpty { return [] }
    let table = casebook.articles
    for id in table.all.sorted(by: { table[$0].name < table[$1].name }) {
      take(table[id].text.bytes, id, &best)
    }
    return best.enumerated().compactMap { i, found in
      let all = counts[i] - 1
      guard let article = found.article, found.count < all, found.count >= 2,
        found.count * 2 >= all
      else { return nil }
      return Difference(quote: i, article: article, range: found.range)
    }
  }

  private func take(_ bytes: [UInt8], _ id: ArticleID, _ best: inout [Best]) {
    let words = FoldedWordScan(bytes).words
    if words.count < 2 { return }
    // Votes for a quotation beginning at a word, by quotation and word.
    var votes: [Int64: Int] = [:]
    for place in 0..<words.count - 1 {
      guard let hits = pairs[Self.pair(words[place].hash, words[place + 1].hash)] else { continue }
      for hit in hits {
        let start = place - Int(hit.place)
        let key = Int64(hit.quote) << 40 | Int64(start + (1 << 32))
        let count = (votes[key] ?? 0) + 1
        votes[key] = count
        if count > best[Int(hit.quote)].count {
          let first = max(0, start)
          let last = min(words.count, start + counts[Int(hit.quote)]) - 1
          best[Int(hit.quote)] = Best(
            count: count, article: id,
            range: words[first].range.lowerBound..<words[max(first, last)].range.upperBound)
        }
      }
    }
  }
}

/// The words of a text as hashes (FNV-1a, 64 bits) of their letters, ASCII capitals folded.
private struct FoldedWordScan {
  private(set) var words: [(hash: UInt64, range: Range<Int>)] = []

  init(_ bytes: [UInt8]) {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var start = -1
    for i in 0...bytes.count {
      let byte = i < bytes.count ? bytes[i] : 0x20
      let isMark = Self.isPunctuation(at: i, in: bytes)
      if !isMark, Self.isLetter(byte) {
        if start < 0 { start = i }
        let folded = byte >= 0x41 && byte <= 0x5A ? byte + 0x20 : byte
        hash = (hash ^ UInt64(folded)) &* 0x100_0000_01B3
      } else if start >= 0 {
        words.append((hash, start..<i))
        (start, hash) = (-1, 0xCBF2_9CE4_8422_2325)
      }
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte >= 0x30 && byte <= 0x39 || byte >= 0x41 && byte <= 0x5A
      || byte >= 0x61 && byte <= 0x7A
  }

  /// General punctuation, U+2000 to U+203F: typographic quotes, dashes, ellipses.
  private static func isPunctuation(at i: Int, in bytes: [UInt8]) -> Bool {
    func begins(_ at: Int) -> Bool {
      at >= 0 && at + 2 < bytes.count && bytes[at] == 0xE2 && bytes[at + 1] == 0x80
    }
    return begins(i) || begins(i - 1) || begins(i - 2)
  }
}
