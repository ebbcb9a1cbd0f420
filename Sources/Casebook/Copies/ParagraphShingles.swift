internal import SourceText

/// The runs of four words of each paragraph of an article, as numbers: what near-copies are told
/// from.
///
/// Texts are compared as sets of shingles, by containment, and candidates are found by the shingles
/// whose number is 0 modulo 4 (A. Broder, “On the resemblance and containment of documents”, 1997).
/// Capitals of ASCII, punctuation, quotation marks and blanks make no difference. The numbers are
/// the same in every session and never written down.
struct ParagraphShingles: Sendable {
  /// How many words a shingle has. A paragraph with fewer is one shingle.
  static let width = 4

  /// The shingles of all paragraphs, one after the other.
  private let shingles: [UInt64]
  /// Where each paragraph's shingles end.
  private let ends: [Int]
  /// How many words each paragraph has.
  let wordCounts: [Int]
  /// The shingles by which candidates are found: sorted, each once.
  let sample: [UInt64]

  /// The shingles of the numbered blocks.
  init(of content: ArticleContent) {
    var shingles: [UInt64] = []
    var ends: [Int] = []
    var counts: [Int] = []
    let bytes = content.text.bytes
    for block in content.blocks where block.kind.isNumbered {
      let words = WordHashes.words(of: bytes.span.extracting(block.range))
      ParagraphShingles.append(words, to: &shingles)
      ends.append(shingles.count)
      counts.append(words.count)
    }
    self.shingles = shingles
    self.ends = ends
    wordCounts = counts
    var sample = shingles.filter { $0 & 3 == 0 }
    sample.sort()
    var last: UInt64?
    sample.removeAll { number in
      defer { last = number }
      return last == number
    }
    self.sample = sample
  }

  /// How many paragraphs there are.
  var count: Int { ends.count }

  /// The paragraph in which each shingle stands first.
  var places: [UInt64: Int] {
    var places: [UInt64: Int] = [:]
    places.reserveCapacity(shingles.count)
    var start = 0
    for (paragraph, end) in ends.enumerated() {
      for shingle in shingles[start..<end] where places[shingle] == nil {
        places[shingle] = paragraph
      }
      start = end
    }
    return places
  }

  /// How many paragraphs stand in another text, and how many words they have: a paragraph stands
  /// there when one paragraph of it has at least half of its shingles, so that one in which some
  /// words were edited still counts, and turns of phrase from here and there do not.
  func standing(in other: ParagraphShingles) -> (paragraphs: Int, words: Int) {
    let places = other.places
    var votes = [Int](repeating: 0, count: other.count)
    var (paragraphs, words, start) = (0, 0, 0)
    for (number, end) in ends.enumerated() {
      let found = shingles[start..<end].compactMap { places[$0] }
      var most = 0
      for place in found {
        votes[place] += 1
        most = max(most, votes[place])
      }
      for place in found { votes[place] = 0 }
      if start < end, most * 2 >= end - start {
        paragraphs += 1
        words += wordCounts[number]
      }
      start = end
    }
    return (paragraphs, words)
  }

  private static func append(_ words: [UInt64], to shingles: inout [UInt64]) {
    if words.isEmpty { return }
    let span = min(width, words.count)
    for start in 0...(words.count - span) {
      shingles.append(WordHashes.joined(words[start..<start + span]))
    }
  }
}

/// Words as numbers: FNV-1a of their bytes, letters of ASCII as small ones.
enum WordHashes {
  private static let prime: UInt64 = 0x100_0000_01B3
  private static let basis: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The number of each word, in order.
  static func words(of bytes: Span<UInt8>) -> [UInt64] {
    var words: [UInt64] = []
    words.reserveCapacity(bytes.count / 5)
    var hash = basis
    var i = 0
    while i < bytes.count {
      let width = separator(bytes, i)
      if width > 0 {
        if hash != basis { words.append(hash) }
        hash = basis
        i += width
        continue
      }
      let byte = bytes[i]
      let isCapital = (0x41...0x5A).contains(byte)
      hash = (hash ^ UInt64(isCapital ? byte | 0x20 : byte)) &* prime
      i += 1
    }
    if hash != basis { words.append(hash) }
    return words
  }

  /// One number for a run of words, evenly spread (the last step of SplitMix64).
  static func joined(_ words: ArraySlice<UInt64>) -> UInt64 {
    var hash = basis
    for word in words { hash = (hash ^ word) &* prime ^ (hash >> 31) }
    hash = (hash ^ (hash >> 30)) &* 0xBF58_476D_1CE4_E5B9
    hash = (hash ^ (hash >> 27)) &* 0x94D0_49BB_1331_11EB
    return hash ^ (hash >> 31)
  }

  /// How many bytes at that place belong to no word: what is neither letter nor digit of ASCII, the
  /// no-break space, guillemets, U+2010 to U+203A (dashes, quotation marks); 0 within a word.
  private static func separator(_ bytes: Span<UInt8>, _ i: Int) -> Int {
    switch bytes[i] {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return 0
    case 0..<0x80: return 1
    case 0xC2 where i + 1 < bytes.count && [0xA0, 0xAB, 0xBB].contains(bytes[i + 1]): return 2
    case 0xE2
    where i + 2 < bytes.count && bytes[i + 1] == 0x80 && bytes[i + 2] >= 0x90
      && bytes[i + 2] <= 0xBA:
      return 3
    default: return 0
    }
  }
}
