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
      let (value, length) = UTF8Scalars.scalar(at: place, in: span)
      if WordScalars.isWord(value) { return word(value, length, in: span) }
      place += length
    }
    return nil
  }

  private mutating func word(_ first: UInt32, _ length: Int, in span: Span<UInt8>) -> Word {
    let start = place
    place += length
    if !WordScalars.standsAlone(first) {
      var previous = first
      while place < end {
        let (value, length) = UTF8Scalars.scalar(at: place, in: span)
        if WordScalars.standsAlone(value) { break }
        guard WordScalars.isWord(value) || joins(previous, value, in: span) else { break }
        previous = value
        place += length
      }
    }
    // FNV-1a.
    var key: UInt64 = 0xCBF2_9CE4_8422_2325
    for i in start..<place { key = (key ^ UInt64(span[i])) &* 0x100_0000_01B3 }
    return Word(range: start..<place, key: key)
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
