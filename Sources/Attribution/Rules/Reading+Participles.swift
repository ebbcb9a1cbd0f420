extension Reading {
  /// `…, adding that`: the subject of the cue before, else of the sentence.
  func participle(
    _ group: VerbGroup, _ number: Int, _ floor: Int, _ hi: Int, _ sentence: Sentence,
    _ before: [Event]
  ) -> Event? {
    let lo = sentence.range.lowerBound
    let b = group.start - 1
    guard b >= lo else { return nil }
    // `issued a statement | saying`: the words of what was issued are those of who issued it.
    let isIssued = tokens[b].isAny(.occasion) && !tokens[b].isCapital && b > lo + 1
    let isFree =
      isIssued || tokens[b].mark == .comma || tokens[b].mark == .dash || b == floor - 1
      || tokens[b].isAny([.conjunction, .subordinator, .preposition])
    guard isFree, !tokens[b].isAny(.article) else { return nil }
    let after = skipAdverbials(from: group.end, to: hi)
    let cue = knowledge.lexicon.cues[number]
    guard let start = contentStart(cue, group, after, hi),
      let source = (isIssued ? issuer(of: b, floor) : nil) ?? outer(before)?.source
        ?? mainSubject(sentence, before: group.start), !isIssued || isAgentive(source)
    else { return nil }
    return Event(
      cue: cueRange(group), number: number, source: source, side: .right(start.token),
      frame: start.frame, cut: cutOfParticiple(b),
      negated: group.negated, rule: .participle, day: day(in: group.end..<after),
      addressee: start.addressee)
  }

  /// Who issued something: the subject of the verb before `a statement`.
  private func issuer(of noun: Int, _ floor: Int) -> Source? {
    guard let phrase = phraseSubject(endingAt: noun + 1, from: floor),
      tokens[phrase.range.lowerBound].isAny(.determiner)
    else { return nil }
    var verb = phrase.range.lowerBound - 1
    while verb > floor, tokens[verb - 1].isAny(WordClass.auxiliary.union(.adverb)) { verb -= 1 }
    return verb > floor ? subject(endingAt: verb, from: floor) : nil
  }

  private func cutOfParticiple(_ b: Int) -> Int? {
    if tokens[b].mark == .quote { return b + 1 }
    // `leaving the board and backing Kolm`: both belong to what is said.
    let isRow = tokens[b].isAny(.conjunction) && b > 0 && tokens[b - 1].mark != .comma
    let isIssued = tokens[b].isAny(.occasion)
    return tokens[b].isWord && (tokens[b].isAny(.preposition) || isIssued || isRow) ? nil : b
  }
}
