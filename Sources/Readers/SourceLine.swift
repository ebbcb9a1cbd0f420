internal import SourceText

/// One line of a source that is not blank, with what can be seen of it alone.
struct SourceLine {
  /// Bytes of the canonical text, blanks at both ends left out.
  let range: Range<Int>
  /// Its number in the source, from 1.
  let number: Int
  /// Blank lines before it.
  let blanksBefore: Int
  /// Runs between blanks that hold a letter or a digit; half the letters of a text without blanks.
  let words: Int
  /// Whether it is in writing without blanks between words.
  let isWide: Bool
  /// Whether it ends as a sentence ends.
  let endsSentence: Bool
  /// Whether it ends with a question or an exclamation mark.
  let asksOrCalls: Bool
  /// Share of function words among its first words.
  let functionWords: Double
  /// Share of words that begin with a capital.
  let capitals: Double
  /// Its folded form; nil for a long line, which no table knows.
  let folded: FoldedLine?
  let match: LineMatch?

  /// Lines longer than this are prose, whatever they say.
  static let longest = 600

  init(
    _ range: Range<Int>, number: Int, blanksBefore: Int, in text: CanonicalText,
    _ language: FunctionWords.Languages
  ) {
    self.range = range
    self.number = number
    self.blanksBefore = blanksBefore
    let bytes = text.bytes[range.lowerBound..<min(range.upperBound, range.lowerBound + 2_000)]
    let isLong = range.count > SourceLine.longest
    let seen = WordTally(bytes, language)
    isWide = seen.isWide
    words = seen.isWide ? seen.wide / 2 : seen.words
    endsSentence = SentenceEnd.isAt(text.bytes[range])
    asksOrCalls = text.bytes[range].suffix(3).contains { $0 == 0x3F || $0 == 0x21 }
    functionWords = seen.isWide ? 0.35 : Double(seen.known) / Double(max(1, seen.looked))
    capitals = Double(seen.capitals) / Double(max(1, seen.words - 1))
    folded = isLong ? nil : FoldedLine(bytes)
    match = folded.flatMap { [words] in LineTable.shared.match($0, words: words) }
  }

  /// How much the line looks like running text: positive for prose, negative for what pages say
  /// around it.
  var prose: Double {
    switch match?.action {
    case .tail where words < 30: return -3
    case .aside where words < 30: return -2
    case .caption, .correction: return 0
    default: break
    }
    if isWide { return wideProse }
    var score: Double
    if words >= 25 {
      score = endsSentence ? 3.5 : 2
    } else if endsSentence {
      score = words >= 12 ? 3 : words >= 6 ? 1.3 : words >= 3 ? 0.4 : -0.8
    } else {
      score = words > 14 ? 0.4 : words > 3 ? -0.9 : -0.8
    }
    if words >= 6, functionWords < 0.1 { score -= 1.5 }
    if !endsSentence, words >= 4, capitals > 0.6 { score -= 1.2 }
    return score
  }
}

extension SourceLine {
  /// The same in writing without blanks: there headlines and what sites say of themselves are as long
  /// as sentences elsewhere, and paragraphs longer.
  private var wideProse: Double {
    if !endsSentence { return words > 40 ? 0.4 : words > 14 ? -0.9 : -1.2 }
    return words >= 36 ? 3.5 : words >= 25 ? 1.5 : words >= 12 ? 1 : words >= 4 ? 0.3 : -0.8
  }
}

/// Whether a line ends as a sentence ends: with a full stop or its like, closing marks and a
/// reference in brackets behind it.
enum SentenceEnd {
  static func isAt(_ line: ArraySlice<UInt8>) -> Bool {
    var rest = line.suffix(24)
    if rest.last == 0x5D, let open = rest.lastIndex(of: 0x5B) { rest = rest[..<open] }
    while let mark = closing.first(where: { ends(rest, $0) }) { rest = rest.dropLast(mark.count) }
    return stops.contains { ends(rest, $0) }
  }

  private static func ends(_ line: ArraySlice<UInt8>, _ mark: [UInt8]) -> Bool {
    guard let last = mark.last, line.last == last else { return false }
    return mark.count == 1 || line.suffix(mark.count).elementsEqual(mark)
  }

  private static let closing = marks("\"”’»“')›」』）* ")
  private static let stops = marks(".!?…。！？।؟։")

  private static func marks(_ text: String) -> [[UInt8]] {
    text.unicodeScalars.map { Array(String($0).utf8) }
  }
}
