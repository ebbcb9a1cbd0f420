internal import Casebook
internal import SourceText

/// Finds quotations that a source has in other words.
///
/// A quotation of four words or more is exact where all its words follow each other in some article,
/// capitals and punctuation left aside. Any other one is compared by pairs of neighbouring words: where
/// at least two of its pairs, and half of them, stand as far from each other in one place, its words are
/// a changed form of that place. What is nearer to nothing is not a quotation of these sources. Time is
/// linear in the texts and in the places that pairs have in common.
struct QuoteCheck {
  /// A quotation that differs.
  struct Difference {
    let quote: Int
    let article: ArticleID
    /// The source's words in that place, in bytes.
    let range: Range<Int>
  }

  private static let fewest = 4
  /// A pair that stands in the quotations more often than this tells no place and is left aside;
  /// without a limit texts of one repeated word would take quadratic time.
  private static let most = 64
  /// The number of each quotation among those that differ from each other; nil for a short one.
  private var numbers: [Int?] = []
  /// The words of those.
  private var distinct: [[UInt64]] = []
  /// Where pairs stand in them: quotation, place of the first word.
  private var pairs: [UInt64: [(quote: Int32, place: Int32)]] = [:]
  /// How many pairs of each are compared.
  private var counts: [Int] = []

  init(_ quotes: [String]) {
    var known: [[UInt64]: Int] = [:]
    for quote in quotes {
      let words = FoldedWordScan(Array(quote.utf8)).words.map(\.hash)
      if words.count < Self.fewest {
        numbers.append(nil)
        continue
      }
      if known[words] == nil {
        known[words] = distinct.count
        distinct.append(words)
      }
      numbers.append(known[words])
    }
    for (number, words) in distinct.enumerated() {
      for place in 0..<words.count - 1 {
        let pair = Self.pair(words[place], words[place + 1])
        if pairs[pair, default: []].count <= Self.most {
          pairs[pair, default: []].append((Int32(number), Int32(place)))
        }
      }
    }
    pairs = pairs.filter { $0.value.count <= Self.most }
    counts = Array(repeating: 0, count: distinct.count)
    for hits in pairs.values { for hit in hits { counts[Int(hit.quote)] += 1 } }
  }

  private static func pair(_ a: UInt64, _ b: UInt64) -> UInt64 { (a &* 0x9E37_79B9_7F4A_7C15) ^ b }

  private struct Best {
    var count = 0
    var article: ArticleID?
    var range = 0..<0
  }

  /// The differing quotations, in their order.
  func differences(in casebook: Casebook) -> [Difference] {
    if distinct.isEmpty { return [] }
    var best = Array(repeating: Best(), count: distinct.count)
    var exact = WordSequences(distinct)
    let table = casebook.articles
    for id in table.all.sorted(by: { table[$0].name < table[$1].name }) {
      let words = FoldedWordScan(table[id].text.bytes).words
      exact.look(in: words.lazy.map(\.hash))
      take(words, id, &best)
    }
    return numbers.enumerated().compactMap { i, number in
      guard let number, !exact.isFound[number], let article = best[number].article,
        best[number].count >= 2, best[number].count * 2 >= counts[number]
      else { return nil }
      return Difference(quote: i, article: article, range: best[number].range)
    }
  }

  private func take(
    _ words: [(hash: UInt64, range: Range<Int>)], _ id: ArticleID, _ best: inout [Best]
  ) {
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
          let last = min(words.count, start + distinct[Int(hit.quote)].count) - 1
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
