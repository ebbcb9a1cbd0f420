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
  /// Whether it ends as a sentence ends.
  let endsSentence: Bool
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
    _ stopwords: Set<String>
  ) {
    self.range = range
    self.number = number
    self.blanksBefore = blanksBefore
    let bytes = text.bytes[range.lowerBound..<min(range.upperBound, range.lowerBound + 2_000)]
    let isLong = range.count > SourceLine.longest
    let seen = WordTally(bytes, stopwords)
    words = seen.isWide ? seen.wide / 2 : seen.words
    endsSentence = SourceLine.endsSentence(text[max(range.lowerBound, range.upperBound - 24)..<range.upperBound])
    functionWords = seen.isWide ? 0.35 : Double(seen.known) / Double(max(1, seen.looked))
    capitals = Double(seen.capitals) / Double(max(1, seen.words - 1))
    folded = isLong ? nil : FoldedLine(bytes)
    match = folded.flatMap { [words] in LineTable.shared.match($0, words: words) }
  }

  /// A full stop or its like at the end, closing marks and a reference in brackets behind it.
  private static func endsSentence(_ tail: String) -> Bool {
    var rest = Substring(tail)
    if rest.hasSuffix("]"), let open = rest.lastIndex(of: "[") { rest = rest[..<open] }
    while let last = rest.last, "\"”’»“')›」』* ".contains(last) { rest.removeLast() }
    return rest.last.map { ".!?…。！？।؟։".contains($0) } ?? false
  }

  /// How much the line looks like running text: positive for prose, negative for what pages say
  /// around it.
  var prose: Double {
    switch match?.action {
    case .tail where words < 30: return -4
    case .aside where words < 30: return -3
    case .caption, .correction: return 0
    default: break
    }
    var score: Double
    if words >= 25 {
      score = endsSentence ? 3.5 : 2
    } else if endsSentence {
      score = words >= 12 ? 3 : words >= 6 ? 1.3 : words >= 3 ? 0.4 : -0.8
    } else {
      score = words > 14 ? 0.4 : words > 3 ? -0.7 : -1.1
    }
    if words >= 6, functionWords < 0.1 { score -= 1.5 }
    if !endsSentence, words >= 4, capitals > 0.6 { score -= 0.8 }
    return score
  }
}
