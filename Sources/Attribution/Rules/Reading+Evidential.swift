extension Reading {
  /// `according to the ministry`: a source without a verb, before, behind or inside its content.
  func evidential(at i: Int, hi: Int, sentence: Sentence) -> Event? {
    let start = i + 2
    guard tokens[i].key == Keys.according, start < hi, tokens[i + 1].key == Keys.to else {
      return nil
    }
    var end = sourceEnd(from: start, to: hi)
    if tokens[start].isAny(.object), !(tokens[start].isAny(.possessive) && end > start + 1) {
      end = start + 1
    }
    guard end > start else { return nil }
    let source = Source(range: start..<end, head: head(of: start..<end), kind: .phrase)
    return evidence(i..<i + 2, source, hi, sentence, rule: .according)
  }

  /// The event of a source that stands beside its content between marks.
  func evidence(
    _ cue: Range<Int>, _ source: Source, _ hi: Int, _ sentence: Sentence, rule: Rule
  ) -> Event? {
    let lo = sentence.range.lowerBound
    let after = skipAdverbials(from: source.range.upperBound, to: hi)
    var event = Event(
      cue: cue, number: -1, source: source, side: .right(after + 1), frame: .bare, cut: nil,
      rule: rule)
    let first = (lo..<cue.lowerBound).allSatisfy {
      !tokens[$0].isWord || tokens[$0].isAny([.conjunction, .adverb])
    }
    if first {
      guard let comma = (after..<min(after + 30, hi)).first(where: { tokens[$0].mark == .comma }),
        comma + 1 < hi
      else { return nil }
      event.side = .right(comma + 1)
      event.source?.range = source.range.lowerBound..<max(source.range.upperBound, comma)
      return event
    }
    let before = cue.lowerBound - 1
    let comma = tokens[before].mark == .comma || tokens[before].mark == .dash
    event.side = .left(tag: (comma ? before : cue.lowerBound)..<after)
    event.frame = .tag
    event.cut = comma ? before : cue.lowerBound
    return event
  }
}
