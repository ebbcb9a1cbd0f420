/// A word of a folded text.
struct Word: Equatable {
  /// Where it begins and ends.
  var range: Range<Int>
  /// A digest of its bytes; two words with the same digest are taken for the same.
  var key: UInt64

  /// How much it counts: long words tell more than short ones, up to a point.
  var weight: Int { min(max(range.count, 1), 12) }
}

/// Reads the words of a folded text one after another. Apostrophes between letters belong to a word
/// (`don't`), points and commas between digits too (`1,000.5`).
struct WordScanner {
  private(set) var place: Int
  private let end: Int

  init(_ range: Range<Int>) {
    place = range.lowerBound
    end = range.upperBound
  }

  /// The next word, nil at the end.
  @inline(__always)
  mutating func next(in span: Span<UInt8>) -> Word? {
    while place < end {
      if Self.isPlain(span[place]) { return word(0x61, in: span) }
      let (value, length) = UTF8Scalars.scalar(at: place, in: span)
      if WordScalars.isWord(value) { return word(value, in: span) }
      place += length
    }
    return nil
  }

  /// Whether a byte is a letter of a folded ASCII word, as nearly all are.
  @inline(__always)
  private static func isPlain(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }

  private mutating func word(_ first: UInt32, in span: Span<UInt8>) -> Word {
    let start = place
    if WordScalars.standsAlone(first) {
      place += UTF8Scalars.scalar(at: place, in: span).length
    } else {
      toEndOfWord(in: span)
    }
    // FNV-1a.
    var key: UInt64 = 0xCBF2_9CE4_8422_2325
    for i in start..<place { key = (key ^ UInt64(span[i])) &* 0x100_0000_01B3 }
    return Word(range: start..<place, key: key)
  }

  @inline(__always)
  private mutating func toEndOfWord(in span: Span<UInt8>) {
    var previous: UInt32 = 0
    while place < end {
      if Self.isPlain(span[place]) {
        previous = 0x61
        place += 1
        continue
      }
      let (value, length) = UTF8Scalars.scalar(at: place, in: span)
      if WordScalars.standsAlone(value) { return }
      guard WordScalars.isWord(value) || joins(previous, value, in: span) else { return }
      previous = value
      place += length
    }
  }

  private func joins(_ before: UInt32, _ joint: UInt32, in span: Span<UInt8>) -> Bool {
    guard place + 1 < end else { return false }
    if joint == 0x27 {
      let after = UTF8Scalars.scalar(at: place + 1, in: span).value
      return WordScalars.isWord(before) && WordScalars.isWord(after)
    }
    return (joint == 0x2E || joint == 0x2C) && isDigit(before) && isDigit(UInt32(span[place + 1]))
  }

  private func isDigit(_ value: UInt32) -> Bool { value >= 0x30 && value < 0x3A }

  /// All words of a range.
  static func words(of range: Range<Int>, in bytes: [UInt8]) -> [Word] {
    var scanner = WordScanner(range)
    var words: [Word] = []
    while let word = scanner.next(in: bytes.span) { words.append(word) }
    return words
  }
}
