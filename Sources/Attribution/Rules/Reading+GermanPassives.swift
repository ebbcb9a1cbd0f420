internal import Casebook

/// German statements of nobody in particular: `heißt es`, `es wird befürchtet, dass`.
extension Reading {
  /// `heißt es`: somebody says, nobody is named.
  func isImpersonal(_ i: Int, _ end: Int) -> Bool {
    tokens[i].isAny(.impersonal) && i + 1 < end && tokens[i + 1].key == Keys.es
  }

  /// `…, heißt es in dem Bericht`: the content stands before.
  func impersonal(
    _ i: Int, _ number: Int, _ b: Int, _ end: Int, _ floor: Int, _ sentence: Sentence
  ) -> Event? {
    guard b > sentence.range.lowerBound, tokens[b].mark == .comma || b == floor - 1 else {
      return nil
    }
    return Event(
      cue: i..<i + 2, number: number, source: phrase(from: i + 2, to: end),
      side: .left(tag: tagStart(b)..<end), frame: .tag, cut: tagStart(b), rule: .impersonal)
  }

  /// `In dem Bericht heißt es, die Tore seien zu`: the content follows.
  func impersonalBefore(_ i: Int, _ number: Int, _ floor: Int, _ hi: Int, _ sentence: Sentence)
    -> Event?
  {
    let end = clauseEnd(from: i + 1, hi)
    guard
      let content = clauseContent(knowledge.lexicon.cues[number], end, hi, isLeft: true)
    else { return nil }
    return Event(
      cue: i..<i + 2, number: number,
      source: phrase(from: clauseStart(before: i, floor), to: i) ?? phrase(from: i + 2, to: end),
      side: .right(content.token), frame: content.frame, cut: nil, rule: .impersonal)
  }

  /// What stands behind a preposition: `in dem Bericht`, `aus Paris`.
  private func phrase(from i: Int, to end: Int) -> Source? {
    guard i + 1 < end, tokens[i].isAny(.preposition) else { return nil }
    let stop = phraseEnd(from: i + 1, to: end)
    guard stop > i + 1 else { return nil }
    let source = Source(range: i + 1..<stop, head: head(of: i + 1..<stop), kind: .phrase)
    return tokens[source.head].isAny(.time) ? nil : source
  }

  /// `es wird befürchtet, dass`, `ihm wurde vorgeworfen, … zu`: a participle with `werden` ends the
  /// clause. `von der Polizei` says who speaks.
  func germanPassive(at i: Int, _ number: Int, _ start: Int, _ end: Int, _ hi: Int) -> Event? {
    let cue = knowledge.lexicon.cues[number]
    let isPassive =
      cue.frames.contains(.impersonal)
      || isPastParticiple(i) && (start..<i).contains { tokens[$0].isAny(.do) }
        && !(start..<i).contains { tokens[$0].isAny([.have, .modal]) }
    guard isPassive, end == i + 1 || cue.particle != nil, end + 1 < hi,
      tokens[end].mark == .comma, let content = clauseContent(cue, end, hi, isLeft: false),
      content.frame == .that || content.frame == .infinitive
    else { return nil }
    let by = (start..<i).first { tokens[$0].key == Keys.von }
    return Event(
      cue: i..<i + 1, number: number, source: by.flatMap { phrase(from: $0, to: i) },
      side: .right(content.token), frame: content.frame, cut: nil, rule: .impersonal)
  }

  /// `gefordert`, `befürchtet`, but not the infinitive of a future: `wird erklären`.
  private func isPastParticiple(_ i: Int) -> Bool {
    isParticiple(i) || bytes[Int(tokens[i].end) - 1] == UInt8(ascii: "t")
  }
}
