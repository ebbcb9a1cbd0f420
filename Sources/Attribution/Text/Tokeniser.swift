/// Cuts a stretch of a text into tokens and looks each up in the lexicon.
struct Tokeniser {
  let bytes: [UInt8]
  let knowledge: AttributionKnowledge
  private(set) var tokens: [Token] = []

  init(_ bytes: [UInt8], _ knowledge: AttributionKnowledge) {
    self.bytes = bytes
    self.knowledge = knowledge
  }

  /// Adds the tokens of a range.
  mutating func add(_ range: Range<Int>) {
    var i = range.lowerBound
    var spaced = true
    while i < range.upperBound {
      let blank = blankLength(at: i)
      if blank > 0 {
        i += blank
        spaced = true
        continue
      }
      let end = tokenEnd(i, limit: range.upperBound)
      append(i..<end, spaced: spaced, limit: range.upperBound)
      spaced = false
      i = end
    }
  }

  /// The length of the blank at a place: ASCII, NO-BREAK SPACE, the spaces of U+2000 and after.
  private func blankLength(at i: Int) -> Int {
    let byte = bytes[i]
    if byte <= 0x20 { return 1 }
    if byte == 0xC2, i + 1 < bytes.count, bytes[i + 1] == 0xA0 { return 2 }
    guard i + 2 < bytes.count, byte == 0xE2 || byte == 0xE3 || byte == 0xEF else { return 0 }
    switch (byte, bytes[i + 1], bytes[i + 2]) {
    case (0xE2, 0x80, 0x80...0x8F), (0xE2, 0x80, 0xAF), (0xE3, 0x80, 0x80), (0xEF, 0xBB, 0xBF):
      return 3
    default: return 0
    }
  }

  /// Whether a letter or digit begins at a place.
  private func isLetter(_ i: Int, _ limit: Int) -> Bool {
    guard i < limit else { return false }
    let byte = bytes[i]
    if byte < 0x80 {
      return byte >= 0x61 && byte <= 0x7A || byte >= 0x41 && byte <= 0x5A || isDigit(byte)
        || byte == 0x5F
    }
    if byte == 0xC2 { return false }
    if byte == 0xE2 { return i + 1 < limit && bytes[i + 1] >= 0xB0 && bytes[i + 1] <= 0xB6 }
    if byte == 0xE3, i + 1 < limit, bytes[i + 1] == 0x80 { return false }
    if byte == 0xEF, i + 1 < limit, bytes[i + 1] == 0xBC { return false }
    return byte >= 0xC3
  }

  private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private func scalarLength(_ i: Int) -> Int {
    switch bytes[i] {
    case 0..<0xC0: 1
    case 0xC0..<0xE0: 2
    case 0xE0..<0xF0: 3
    default: 4
    }
  }

  /// The length of an apostrophe at a place, straight or typographic.
  private func apostrophe(_ i: Int, _ limit: Int) -> Int {
    guard i < limit else { return 0 }
    if bytes[i] == 0x27 { return 1 }
    return i + 2 < limit && bytes[i] == 0xE2 && bytes[i + 1] == 0x80 && bytes[i + 2] == 0x99
      ? 3 : 0
  }

  private func tokenEnd(_ i: Int, limit: Int) -> Int {
    if isLetter(i, limit) { return wordEnd(i, limit) }
    let mark = apostrophe(i, limit)
    if mark > 0, i > 0, isLetterBefore(i), i + mark < limit, bytes[i + mark] | 0x20 == 0x73,
      !isLetter(i + mark + 1, limit)
    {
      return i + mark + 1
    }
    if bytes[i] == 0x2E || bytes[i] == 0x2D || bytes[i] == 0x60 {
      var end = i + 1
      while end < limit, bytes[end] == bytes[i] { end += 1 }
      return end
    }
    if bytes[i] == 0x27, i + 1 < limit, bytes[i + 1] == 0x27 { return i + 2 }
    return min(i + scalarLength(i), limit)
  }

  private func isLetterBefore(_ i: Int) -> Bool {
    let byte = bytes[i - 1]
    return byte >= 0x80 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || isDigit(byte)
      || byte == 0x2E
  }

  /// The end of a word: letters and digits, hyphens and apostrophes inside, the full stops of
  /// initials (`U.S.`, `S.V.`) and of abbreviations, points and commas inside of numbers.
  private func wordEnd(_ start: Int, _ limit: Int) -> Int {
    var i = start
    var letters = 0
    while i < limit {
      if isLetter(i, limit) {
        letters += 1
        i = min(i + scalarLength(i), limit)
        continue
      }
      guard let next = inner(i, limit, letters: letters, start: start) else { break }
      if next == i + 1, bytes[i] == 0x2E || bytes[i] == 0x2D { letters = 0 }
      i = next
    }
    return i < limit && bytes[i] == 0x2E && isAbbreviation(start, i, letters) ? i + 1 : i
  }

  /// Where a word goes on after a mark inside of it; nil where it ends.
  private func inner(_ i: Int, _ limit: Int, letters: Int, start: Int) -> Int? {
    let byte = bytes[i]
    if byte == 0x2D, isLetter(i + 1, limit) { return i + 1 }
    if byte == 0x2E || byte == 0x2C, i > start, isDigit(bytes[i - 1]), i + 1 < limit,
      isDigit(bytes[i + 1])
    {
      return i + 1
    }
    if byte == 0x2E, letters == 1, isLetter(i + 1, limit), bytes[i - 1] >= 0x41 { return i + 1 }
    if byte == 0x26, letters > 0, isLetter(i + 1, limit) { return i + 1 }
    let mark = apostrophe(i, limit)
    guard mark > 0, isLetter(i + mark, limit) else { return nil }
    let genitive = bytes[i + mark] | 0x20 == 0x73 && !isLetter(i + mark + 1, limit)
    return genitive && !isContraction(start, i) ? nil : i + mark
  }

  /// `he’s`, `it’s`, `that’s` stay one word; `Oslin’s` is two tokens.
  private func isContraction(_ start: Int, _ end: Int) -> Bool {
    end - start <= 5
      && knowledge.classes(of: Folding.key(bytes, start..<end))
        .isSubset(of: [.subject, .male, .female, .article, .adverb, .complementizer, .relative])
      && !knowledge.classes(of: Folding.key(bytes, start..<end)).isEmpty
  }

  private func isAbbreviation(_ start: Int, _ end: Int, _ letters: Int) -> Bool {
    // `wrote on X. It …`: the platform, no initial.
    if letters == 1, end - start == 1, bytes[start] == 0x58,
      tokens.last?.isAny([.preposition, .occasionLead]) == true
    {
      return false
    }
    if letters == 1, end - start <= 2, Folding.isCapital(bytes, start), !isDigit(bytes[end - 1]) {
      return true
    }
    if end - start > 2, letters == 1, bytes[end - 2] == 0x2E { return true }
    guard end - start <= 6 else { return false }
    return knowledge.classes(of: Folding.key(bytes, start..<end)).contains(.abbreviation)
      && (Folding.isCapital(bytes, start) || bytes[start] | 0x20 != bytes[start])
  }

  private mutating func append(_ range: Range<Int>, spaced: Bool, limit: Int) {
    var token = Token(
      start: Int32(truncatingIfNeeded: range.lowerBound),
      end: Int32(truncatingIfNeeded: range.upperBound), key: 0, classes: [], cue: -1, phrases: -1,
      entity: -1, shape: spaced ? .spaced : [], mark: .none)
    let after = range.upperBound
    if after >= limit || blankLength(at: after) > 0 { token.shape.insert(.spacedAfter) }
    if isLetter(range.lowerBound, limit) {
      fill(&token, range)
    } else {
      token.mark = Marks.mark(bytes, range)
      token.key = Folding.key(bytes, range)
    }
    tokens.append(token)
  }

  private func fill(_ token: inout Token, _ range: Range<Int>) {
    let last = bytes[range.upperBound - 1] == 0x2E ? range.upperBound - 1 : range.upperBound
    token.key = Folding.key(bytes, range.lowerBound..<last)
    token.shape.formUnion(shape(range.lowerBound..<last))
    guard let entry = knowledge.entry(token.key) else { return }
    token.classes = entry.classes
    token.cue = entry.cue
    token.phrases = entry.phrases
  }

  private func shape(_ range: Range<Int>) -> Token.Shape {
    var shape: Token.Shape = .word
    let first = bytes[range.lowerBound]
    if isDigit(first) { shape.insert(.digits) }
    if Folding.isCapital(bytes, range.lowerBound) {
      shape.insert(.capital)
      if range.count > 1, bytes[range].allSatisfy({ $0 < 0x61 }) { shape.insert(.capitals) }
    }
    guard range.count > 3 else { return shape }
    let (y, z) = (bytes[range.upperBound - 2], bytes[range.upperBound - 1])
    if y == 0x6C, z == 0x79 { shape.insert(.ly) }
    if y == 0x65, z == 0x64 { shape.insert(.ed) }
    if z == 0x73, y != 0x73, y != 0x75 { shape.insert(.s) }
    if y == 0x6E, z == 0x67, bytes[range.upperBound - 3] == 0x69 { shape.insert(.ing) }
    return shape
  }
}
