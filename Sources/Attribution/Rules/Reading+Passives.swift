internal import Casebook

/// Statements whose source is not named: it is said that something is so, by nobody in particular.
extension Reading {
  /// `it was announced that the gates would open`, `Oslin is said to have left`; where a `by` says
  /// who speaks, that is the source.
  func passive(
    _ group: VerbGroup, _ number: Int, _ floor: Int, _ hi: Int, _ sentence: Sentence
  ) -> Event? {
    let cue = knowledge.lexicon.cues[number]
    // `it should be noted`: the narrator speaks.
    guard !group.absent, !(group.start..<group.verb).contains(where: { tokens[$0].isAny(.modal) }),
      let subject = subject(endingAt: group.start, from: floor)
    else { return nil }
    let (speaker, next) = agent(from: group.end, hi)
    let isInfinitive = next < hi && tokens[next].key == Keys.to
    let after = isInfinitive ? next : skipAdverbials(from: next, to: hi)
    guard after + 1 < hi else { return nil }
    var event = Event(
      cue: cueRange(group), number: number, source: speaker, side: .right(after + 1),
      frame: .that, cut: cut(before: subject.range.lowerBound, sentence.range.lowerBound),
      negated: group.negated, rule: .impersonal, day: day(in: group.end..<after))
    if tokens[subject.head].key == Keys.it, subject.range.count == 1 {
      return tokens[after].key == Keys.that && cue.frames.contains(.that) ? event : nil
    }
    guard cue.frames.contains(.passiveInfinitive), tokens[after].key == Keys.to else { return nil }
    event.side = .divided(subject.range, rest: after)
    event.frame = .infinitive
    return event
  }

  /// `it emerged that`: a verb that has no other subject.
  func emerging(_ source: Source, _ cue: Cue, _ group: VerbGroup, _ hi: Int) -> Event.Side? {
    let after = skipAdverbials(from: group.end, to: hi)
    guard tokens[source.head].key == Keys.it, after + 1 < hi, tokens[after].key == Keys.that else {
      return nil
    }
    return .right(after + 1)
  }

  /// `by the ministry` behind a passive, and the token after it.
  private func agent(from i: Int, _ hi: Int) -> (Source?, Int) {
    guard i + 1 < hi, tokens[i].key == Keys.by else { return (nil, i) }
    let end = sourceEnd(from: i + 1, to: hi)
    guard end > i + 1 else { return (nil, i) }
    let range = i + 1..<end
    return (Source(range: range, head: head(of: range), kind: .phrase), end)
  }
}
