internal import Casebook
internal import SourceText

/// Finds words on the live page: `text=[prefix-,]start[,end][,-suffix]`.
///
/// Source: WICG, *URL Fragment Text Directives*, section 3.2 (syntax) and 4.3 (what to put in):
/// whole words up to 300 characters, else the first and the last words; words before or behind only
/// where the same words stand elsewhere too. Browsers compare without case, and so is it done here.
struct TextDirectives {
  /// Beyond so many bytes a text is not searched: words before are then always given.
  static let longestSearched = 1 << 16
  /// Nor is the text of more marks than these: each search takes a walk through the text.
  static let mostSearched = 2_000
  /// Words longer than this are told by their beginning and their end.
  static let longestWhole = 300
  /// So many words tell a beginning or an end.
  static let edgeWords = 5
  /// So many words before or behind are tried.
  static let mostContext = 8

  private let text: CanonicalText
  private let folded: [UInt8]
  private let isSearched: Bool

  /// Directives for the words of one text with that many marks.
  init(_ text: CanonicalText, marks: Int = 1) {
    self.text = text
    isSearched =
      text.bytes.count <= TextDirectives.longestSearched && marks <= TextDirectives.mostSearched
    folded = isSearched ? text.bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 } : []
  }

  /// The directive for some pieces, bytes of the text; nil where they hold no words.
  func directive(for pieces: [Range<Int>]) -> String? {
    let parts = pieces.compactMap { part($0) }
    return parts.isEmpty ? nil : parts.joined(separator: "&")
  }

  private func part(_ piece: Range<Int>) -> String? {
    let words = self.words(piece)
    guard let first = words.first, let last = words.last else { return nil }
    let crosses = blockEnd(from: first.lowerBound) < last.upperBound
    if piece.count <= TextDirectives.longestWhole, !crosses {
      let hull = first.lowerBound..<last.upperBound
      let (before, behind) = context(of: hull)
      return "text=" + (before.map { encoded($0) + "-," } ?? "") + encoded(hull)
        + (behind.map { ",-" + encoded($0) } ?? "")
    }
    let head = edge(words, of: first.lowerBound..<blockEnd(from: first.lowerBound))
    let tail = edge(
      words.reversed(), of: blockStart(before: last.upperBound)..<last.upperBound)
    let (before, _) = context(of: head)
    return "text=" + (before.map { encoded($0) + "-," } ?? "") + encoded(head) + ","
      + encoded(tail)
  }

  /// The first words within a block, from either end.
  private func edge(_ words: [Range<Int>], of block: Range<Int>) -> Range<Int> {
    let some = words.prefix(TextDirectives.edgeWords).filter { block.contains($0.lowerBound) }
    let (first, last) = (some.first ?? words[0], some.last ?? words[0])
    return min(first.lowerBound, last.lowerBound)..<max(first.upperBound, last.upperBound)
  }

  /// The fewest words before some words, else also behind them, with which they stand only once.
  private func context(of hull: Range<Int>) -> (before: Range<Int>?, behind: Range<Int>?) {
    if isSearched, isOnce(hull) { return (nil, nil) }
    let before = self.words(blockStart(before: hull.lowerBound)..<hull.lowerBound)
      .suffix(TextDirectives.mostContext).reversed()
    let end = blockEnd(from: hull.upperBound)
    let behind = self.words(hull.upperBound..<max(end, hull.upperBound))
      .prefix(TextDirectives.mostContext)
    var start = hull.lowerBound
    for word in before {
      start = word.lowerBound
      if isSearched ? isOnce(start..<hull.upperBound) : start + 24 < hull.lowerBound {
        return (start..<before[before.startIndex].upperBound, nil)
      }
    }
    let prefix = before.first.map { start..<$0.upperBound }
    guard isSearched, let first = behind.first else { return (prefix, nil) }
    let last = behind.first { isOnce(start..<$0.upperBound) } ?? behind[behind.endIndex - 1]
    return (prefix, first.lowerBound..<last.upperBound)
  }

  /// Whether some bytes stand only once in the text, case aside.
  private func isOnce(_ range: Range<Int>) -> Bool {
    let bytes = folded.span
    guard let first = range.first else { return true }
    let lead = bytes[first]
    var at = 0
    while at + range.count <= bytes.count {
      if bytes[at] == lead, at != first {
        var i = 1
        while i < range.count, bytes[at + i] == bytes[first + i] { i += 1 }
        if i == range.count { return false }
      }
      at += 1
    }
    return true
  }

  // MARK: Words and blocks

  private func words(_ range: Range<Int>) -> [Range<Int>] {
    let bytes = text.bytes.span
    var words: [Range<Int>] = []
    var start: Int?
    for i in range {
      let isBlank = bytes[i] <= 0x20
      if !isBlank, start == nil { start = i }
      if isBlank, let from = start {
        words.append(from..<i)
        start = nil
      }
    }
    if let start { words.append(start..<range.upperBound) }
    return words
  }

  /// Where the block that holds a byte ends: at two line feeds.
  private func blockEnd(from offset: Int) -> Int {
    let bytes = text.bytes.span
    var i = offset
    while i < bytes.count, !(bytes[i] == 0x0A && i + 1 < bytes.count && bytes[i + 1] == 0x0A) {
      i += 1
    }
    return i
  }

  private func blockStart(before offset: Int) -> Int {
    let bytes = text.bytes.span
    var i = offset
    while i > 0, !(bytes[i - 1] == 0x0A && i > 1 && bytes[i - 2] == 0x0A) { i -= 1 }
    return i
  }

  /// Everything but ASCII letters, digits, `.`, `_` and `~` as `%XX`, blanks as one `%20`: `-`, `,`
  /// and `&` mean something in a directive.
  private func encoded(_ range: Range<Int>) -> String {
    var out: [UInt8] = []
    var isBlank = false
    for byte in text.bytes[range] {
      if byte <= 0x20 {
        isBlank = true
        continue
      }
      if isBlank { out += "%20".utf8 }
      isBlank = false
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2E, 0x5F, 0x7E: out.append(byte)
      default: out += [0x25, Self.digit(byte >> 4), Self.digit(byte & 15)]
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x37 + value }
}
