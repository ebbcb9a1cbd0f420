internal import Casebook

extension Reading {
  /// `laut Polizei`, `nach Angaben der Polizei`, `der Polizei zufolge`, `…, so die Polizei`.
  func germanEvidential(at i: Int, hi: Int, floor: Int, sentence: Sentence) -> Event? {
    let lo = sentence.range.lowerBound
    guard i + 1 < hi || tokens[i].isAny(.postposition) else { return nil }
    if tokens[i].isAny(.postposition) {
      guard let source = phraseSubject(endingAt: i, from: floor) else { return nil }
      return around(
        source.range.lowerBound..<i + 1, source, cue: i..<i + 1, number: -1, sentence)
    }
    if tokens[i].isAny(.evidential) { return opinion(from: i + 1, i, hi, sentence) }
    if tokens[i].key == Keys.nach, i > lo + 1, tokens[i - 1].isAny(.opinion),
      tokens[i - 2].isAny(.determiner)
    {
      let source = Source(range: i - 2..<i, head: i - 2, kind: .pronoun)
      return around(i - 2..<i + 1, source, cue: i..<i + 1, number: -1, sentence)
    }
    if tokens[i].key == Keys.nach || tokens[i].key == Keys.aus {
      var j = i + 1
      while j < hi, j - i < 3, tokens[j].isWord, !tokens[j].isCapital { j += 1 }
      guard j < hi, tokens[j].isAny(.opinion) else { return nil }
      return opinion(from: i + 1, i, hi, sentence)
    }
    guard tokens[i].key == Keys.so, i > lo, tokens[i - 1].mark == .comma || i == floor else {
      return nil
    }
    return so(i, hi, sentence)
  }

  private func opinion(from start: Int, _ i: Int, _ hi: Int, _ sentence: Sentence) -> Event? {
    var end = phraseEnd(from: start, to: hi, deep: false)
    if end > start, tokens[start..<end].contains(where: { $0.isAny([.document, .opinion]) }) {
      end = phraseEnd(from: start, to: hi)
    }
    if let quote = quote(at: end, sentence), quote.end <= hi { end = quote.end }
    guard end > start else { return nil }
    let source = Source(range: start..<end, head: head(of: start..<end), kind: .phrase)
    return around(i..<end, source, cue: i..<i + 1, number: -1, sentence)
  }

  /// `…, so der Minister.`
  private func so(_ i: Int, _ hi: Int, _ sentence: Sentence) -> Event? {
    var start = i + 1
    while start < hi, tokens[start].isAny(.adverb), !tokens[start].isCapital { start += 1 }
    guard start < hi else { return nil }
    var end = phraseEnd(from: start, to: hi)
    if tokens[start].isAny(.subject), !tokens[start].isAny(.article) { end = start + 1 }
    guard end > start, tokens[end - 1].isCapital || end == start + 1 else { return nil }
    let source = Source(range: start..<end, head: head(of: start..<end), kind: .phrase)
    let after = skipAdverbials(from: end, to: hi)
    return Event(
      cue: i..<i + 1, number: -1, source: source, side: .left(tag: i - 1..<max(after, end)),
      frame: .tag, cut: i - 1, rule: .so)
  }

  /// A source inside of its content: what stands before and after it.
  func around(
    _ range: Range<Int>, _ source: Source, cue: Range<Int>, number: Int, _ sentence: Sentence
  ) -> Event {
    Event(
      cue: cue, number: number, source: source,
      side: .around(range, from: subordinateStart(range.lowerBound, sentence)), frame: .tag,
      cut: nil, rule: .around)
  }

  /// Where the clause around a source begins, if it is a subordinate one; else the sentence.
  private func subordinateStart(_ i: Int, _ sentence: Sentence) -> Int {
    let lo = sentence.range.lowerBound
    let last = i - 1 > lo && tokens[i - 1].mark == .comma ? i - 2 : i - 1
    for j in stride(from: last, to: lo, by: -1) where tokens[j].mark == .comma {
      let next = tokens[j + 1]
      return next.isAny([.subordinator, .complementizer]) || next.isAny(.relative) && j + 2 >= i
        ? j + 1 : lo
    }
    return lo
  }
}
