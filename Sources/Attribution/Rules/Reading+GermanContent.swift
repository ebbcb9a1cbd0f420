extension Reading {
  /// What follows the clause of a cue: `dass`, a question, an infinitive, a clause, a quotation.
  func clauseContent(_ cue: Cue, _ end: Int, _ hi: Int, isLeft: Bool) -> ContentStart? {
    guard end + 1 < hi else { return nil }
    if tokens[end].mark == .colon || tokens[end].mark == .quote {
      let at = tokens[end].mark == .colon ? end + 1 : end
      guard cue.frames.contains(.quotation), tokens[at].mark == .quote else { return nil }
      return ContentStart(token: at, frame: .quotation)
    }
    guard tokens[end].mark == .comma else { return nil }
    let next = tokens[end + 1]
    if next.key == Keys.dass || next.key == Keys.dass2, end + 2 < hi {
      return ContentStart(token: end + 2, frame: .that)
    }
    if next.isAny(.question), !next.isAny(.article) {
      return cue.frames.contains(.question) ? .init(token: end + 1, frame: .question) : nil
    }
    if next.mark == .quote { return .init(token: end + 1, frame: .quotation) }
    let limit = min(hi, end + 30)
    let speaks = (end + 1..<limit).contains {
      tokens[$0].isAny(.subjunctive) || Keys.conditionals.contains(tokens[$0].key)
    }
    if cue.frames.contains(.bare), speaks || isLeft && beginsMainClause(end + 1) {
      return .init(token: end + 1, frame: .bare)
    }
    return laterClause(cue, end, hi)
  }

  /// `sagte, ohne zu zögern, dass …`; `drohte, die Straße zu sperren`.
  private func laterClause(_ cue: Cue, _ end: Int, _ hi: Int) -> ContentStart? {
    for i in end + 2..<min(hi, end + 26) where tokens[i].key == Keys.dass && i + 1 < hi {
      if tokens[i - 1].mark == .comma { return .init(token: i + 1, frame: .that) }
    }
    let isInfinitive = (end + 1..<min(hi, end + 30)).contains {
      tokens[$0].key == Keys.zu && $0 + 1 < hi && !tokens[$0 + 1].isCapital
    }
    // `um Platz zu schaffen` says what for, not what.
    guard cue.frames.contains(.infinitive), isInfinitive,
      !Keys.purposes.contains(tokens[end + 1].key)
    else { return nil }
    return .init(token: end + 1, frame: .infinitive)
  }

  private func beginsMainClause(_ i: Int) -> Bool {
    let token = tokens[i]
    guard token.isWord, !token.isAny([.conjunction, .subordinator, .preposition]) else {
      return false
    }
    if token.isAny(.subject), !token.isAny(.article) { return true }
    guard token.isAny(.determiner) else { return false }
    // `die betroffenen Schiffe`.
    var noun = i + 1
    while noun < tokens.count, noun < i + 4, tokens[noun].isWord, !tokens[noun].isCapital,
      !tokens[noun].isAny(Reading.closed)
    {
      noun += 1
    }
    return noun < tokens.count && tokens[noun].isCapital
  }

  /// `nannte es „…“`: the words in quotation marks alone.
  func quoted(_ event: Event, _ i: Int, _ sentence: Sentence) -> Event? {
    guard let q = sentence.quotes.first(where: { quotes[$0].open > i }),
      event.source.map(isAgentive) == true
    else { return nil }
    var event = event
    event.side = .right(quotes[q].open)
    event.frame = .quotation
    event.rule = .quoted
    return event
  }
}
