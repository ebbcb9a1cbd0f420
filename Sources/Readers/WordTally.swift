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

  init(_ bytes: ArraySlice<UInt8>, _ language: FunctionWords.Languages) {
    var start = bytes.startIndex
    while start < bytes.endIndex {
      var end = start
      while end < bytes.endIndex, bytes[end] != 0x20, bytes[end] != 0x09 { end += 1 }
      if end > start { take(bytes[start..<end], language) }
      start = end + 1
    }
  }

  private mutating func take(_ word: ArraySlice<UInt8>, _ language: FunctionWords.Languages) {
    var start = word.startIndex
    while start < word.endIndex, !WordTally.isLetter(word, start) { start += 1 }
    guard start < word.endIndex else { return }
    words += 1
    for byte in word where (0xE3...0xED).contains(byte) { wide += 1 }
    if words > 1, LowerCase.isCapital(LowerCase.scalar(word, start).value) { capitals += 1 }
    guard looked < 100 else { return }
    looked += 1
    var end = word.endIndex
    while end > start, word[end - 1] < 0x80, !WordTally.isASCIILetter(word[end - 1]) { end -= 1 }
    if FunctionWords.shared.languages(word[start..<end]) & language != 0 { known += 1 }
  }

  private static func isASCIILetter(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }

  /// Whether a letter or digit begins here; beyond ASCII everything is one but the marks of U+2000
  /// to U+203F.
  private static func isLetter(_ word: ArraySlice<UInt8>, _ i: Int) -> Bool {
    let byte = word[i]
    if byte < 0x80 { return isASCIILetter(byte) }
    if byte == 0xE2, i + 1 < word.endIndex { return word[i + 1] != 0x80 }
    return byte >= 0xC3
  }
}
