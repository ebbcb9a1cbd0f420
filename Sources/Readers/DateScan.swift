internal import SourceText

/// Looks at bytes before any string is made of them: most lines hold no day and no byline.
extension CanonicalText {
  /// Whether a range holds four digits in a row, as every full day does.
  func mayHaveDay(_ range: Range<Int>) -> Bool {
    var run = 0
    for i in range {
      run = (0x30...0x39).contains(bytes[i]) ? run + 1 : 0
      if run == 4 { return true }
    }
    return false
  }

  /// Whether a range begins with one of some words in lower case, whatever its own case.
  func begins(_ range: Range<Int>, with words: [[UInt8]]) -> Bool {
    words.contains { holds($0, at: range.lowerBound, before: range.upperBound) }
  }

  /// Whether a range holds one of some words in lower case between two blanks or at its beginning.
  func holds(_ range: Range<Int>, _ words: [[UInt8]]) -> Bool {
    var start = range.lowerBound
    while start < range.upperBound {
      if begins(start..<range.upperBound, with: words) { return true }
      while start < range.upperBound, bytes[start] != 0x20, bytes[start] != 0x0A { start += 1 }
      start += 1
    }
    return false
  }

  private func holds(_ word: [UInt8], at start: Int, before end: Int) -> Bool {
    guard start + word.count <= end else { return false }
    for (k, byte) in word.enumerated() {
      let own = bytes[start + k]
      if own != byte, !((0x41...0x5A).contains(own) && own + 0x20 == byte) { return false }
    }
    return true
  }
}

extension DateWords {
  /// All full days in a range of a text.
  static func days(in text: CanonicalText, _ range: Range<Int>) -> [Found] {
    text.mayHaveDay(range) ? days(in: text[range]) : []
  }
}

extension Byline {
  /// The names of the byline that a range of a text is; empty for any other line.
  static func names(in text: CanonicalText, _ range: Range<Int>) -> [String] {
    guard range.count < 400, text.begins(range, with: MetadataWords.shared.byBytes) else {
      return []
    }
    return names(in: text[range])
  }

  /// Whether a range of a text is a byline.
  static func isByline(_ text: CanonicalText, _ range: Range<Int>) -> Bool {
    !names(in: text, range).isEmpty
  }
}
