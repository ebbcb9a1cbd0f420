/// What the words of a line are like, counted over its bytes.
struct WordTally {
  /// Runs between blanks that hold a letter or a digit.
  private(set) var words = 0
  /// Words that begin with a capital, the first left out.
  private(set) var capitals = 0
  /// Words that were looked up as function words: those of the first hundred.
  private(set) var looked = 0
  /// How many of them are function words.
  private(set) var known = 0
  /// Letters of scripts that put no blanks between words.
  private(set) var wide = 0

  /// Whether the line is of such a script.
  var isWide: Bool { wide > 4 && wide > words }

  init(_ bytes: ArraySlice<UInt8>, _ stopwords: Set<String>) {
    var start = bytes.startIndex
    while start < bytes.endIndex {
      var end = start
      while end < bytes.endIndex, bytes[end] != 0x20, bytes[end] != 0x09 { end += 1 }
      if end > start { take(bytes[start..<end], stopwords) }
      start = end + 1
    }
  }

  private mutating func take(_ word: ArraySlice<UInt8>, _ stopwords: Set<String>) {
    var letters = word
    while let byte = letters.first, !WordTally.isLetter(letters, byte) { letters = letters.dropFirst() }
    guard let first = letters.first else { return }
    words += 1
    for byte in word where (0xE3...0xED).contains(byte) { wide += 1 }
    if words > 1, WordTally.isCapital(letters, first) { capitals += 1 }
    guard looked < 100 else { return }
    looked += 1
    while let byte = letters.last, byte < 0x80, !WordTally.isASCIILetter(byte) {
      letters = letters.dropLast()
    }
    if letters.count <= 16, stopwords.contains(WordTally.lower(letters)) { known += 1 }
  }

  private static func isASCIILetter(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte)
  }

  /// Whether a letter or digit begins here; beyond ASCII everything is one but the marks of U+2000 to
  /// U+203F.
  private static func isLetter(_ rest: ArraySlice<UInt8>, _ byte: UInt8) -> Bool {
    if byte < 0x80 { return isASCIILetter(byte) }
    if byte == 0xE2, rest.count > 1 { return rest[rest.startIndex + 1] != 0x80 }
    return byte >= 0xC3
  }

  private static func isCapital(_ rest: ArraySlice<UInt8>, _ byte: UInt8) -> Bool {
    if byte < 0x80 { return (0x41...0x5A).contains(byte) }
    return String(decoding: rest.prefix(4), as: UTF8.self).unicodeScalars.first?.properties.isUppercase
      ?? false
  }

  private static func lower(_ word: ArraySlice<UInt8>) -> String {
    if word.allSatisfy({ $0 < 0x80 }) {
      return String(decoding: word.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }, as: UTF8.self)
    }
    return String(decoding: word, as: UTF8.self).lowercased()
  }
}
