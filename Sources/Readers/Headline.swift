internal import SourceText

/// The line that is the headline: above the first full paragraph and near it, some words long,
/// without the end of a sentence, better where the page says it twice.
struct Headline {
  let index: Int?

  /// What counts for and against a line, in words.
  private static let mostWords = 12
  private static let perLineBetween = 0.5
  private static let saidTwice = 5.0
  private static let sentence = 8.0
  private static let long = 4.0
  private static let figures = 8.0
  private static let noFunctionWord = 2.0
  /// So many lines above the first paragraph are looked at.
  private static let farthest = 80

  init(_ lines: [SourceLine], lead: Int, in text: CanonicalText) {
    var best: (weight: Double, index: Int)?
    var between = 0
    for i in lines.indices.prefix(lead).reversed() where between <= Headline.farthest {
      if Headline.mayBe(lines[i]), !Headline.beginsSmall(lines[i], text),
        !Byline.isByline(text, lines[i].range)
      {
        let echo = Headline.isEchoed(i, lines) ? Headline.saidTwice : 0
        let weight = Headline.weight(lines[i], between) + echo
        if best.map({ $0.weight < weight }) ?? true { best = (weight, i) }
      }
      if lines[i].match == nil { between += 1 }
    }
    // Of a title that stands there twice the first is the headline, the other repeats it.
    index = best.map { best in
      lines.indices.prefix(lead).first { lines[$0].folded == lines[best.index].folded }
        ?? best.index
    }
  }

  private static func mayBe(_ line: SourceLine) -> Bool {
    guard line.match == nil, (2...34).contains(line.words), let folded = line.folded else {
      return false
    }
    return folded.bytes.last != 0x3A
  }

  /// Whether a line goes on with a small letter: what stands under a headline, no headline.
  private static func beginsSmall(_ line: SourceLine, _ text: CanonicalText) -> Bool {
    (0x61...0x7A).contains(text.bytes[line.range.lowerBound])
      && !text.bytes[line.range].prefix(8).contains { (0x41...0x5A).contains($0) }
  }

  /// Whether another line is the same, or begins or ends with it.
  private static func isEchoed(_ i: Int, _ lines: [SourceLine]) -> Bool {
    guard let own = lines[i].folded, lines[i].words >= 3 else { return false }
    return lines.indices.contains { k in
      guard k != i, let other = lines[k].folded, other.bytes.count >= own.bytes.count else {
        return false
      }
      return other.ends(with: own) || other.bytes.starts(with: own.bytes)
    }
  }

  private static func weight(_ line: SourceLine, _ between: Int) -> Double {
    var weight = Double(min(line.words, mostWords)) - Double(min(between, 30)) * perLineBetween
    if line.endsSentence, !line.asksOrCalls { weight -= sentence }
    if line.words > 20 { weight -= long }
    if line.words < 6, line.folded?.bytes.contains(0x23) == true { weight -= figures }
    if line.functionWords == 0 { weight -= noFunctionWord }
    return weight
  }
}
