internal import Casebook

extension Reading {
  /// `remain wary of`, `are worried that`: an adjective behind a verb of being or staying.
  func adjective(_ number: Int, at i: Int, floor: Int, hi: Int) -> Event? {
    let cue = knowledge.lexicon.cues[number]
    var j = i - 1
    while j > floor, tokens[j].isWord, tokens[j].isAny(.adverb) || tokens[j].shape.contains(.ly) {
      j -= 1
    }
    guard j > floor, tokens[j].isAny([.be, .copula]), !tokens[j].isCapital, i + 1 < hi else {
      return nil
    }
    var negated = false
    while j > floor, tokens[j - 1].isAny(.auxiliary) || tokens[j - 1].isAny(.adverb) {
      j -= 1
      negated = negated || tokens[j].isAny(.negation)
    }
    guard let source = subject(endingAt: j, from: floor), isAgentive(source),
      let start = attitudeStart(cue, i + 1, hi)
    else { return nil }
    return Event(
      cue: j..<i + 1, number: number, source: source, side: .right(start.token),
      frame: start.frame, cut: nil, negated: negated, rule: .adjective)
  }

  /// What an attitude is about: `that` with a clause, or what follows a preposition of its cue.
  func attitudeStart(_ cue: Cue, _ i: Int, _ hi: Int) -> ContentStart? {
    guard i + 1 < hi else { return nil }
    if tokens[i].key == Keys.that, cue.frames.contains(.that),
      finiteVerb(from: i + 1, to: hi) != nil
    {
      return ContentStart(token: i + 1, frame: .that)
    }
    // `voiced outrage over the weekend` says when.
    guard cue.prepositions.contains(tokens[i].key), tokens[i + 1].isWord, timeEnd(i, hi) <= i + 1
    else { return nil }
    return ContentStart(token: i + 1, frame: .object)
  }

  /// `made a pledge to leave`: what is promised, proposed or asked for.
  private func infinitiveStart(_ cue: Cue, _ i: Int, _ hi: Int) -> ContentStart? {
    guard cue.frames.contains(.infinitive), cue.act != .propose, i + 1 < hi,
      tokens[i].key == Keys.to,
      tokens[i + 1].isWord, !tokens[i + 1].isCapital, !tokens[i + 1].isAny(.determiner)
    else { return nil }
    return ContentStart(token: i, frame: .infinitive)
  }

  /// `raised concerns about`, `voiced doubts that`: a verb that lends its subject to the noun. What
  /// is no speaker (`the decisions have raised concerns`) leaves open whose concerns they are.
  func supported(_ number: Int, at i: Int, floor: Int, hi: Int) -> Event? {
    let cue = knowledge.lexicon.cues[number]
    var v = i - 1
    while v > floor, i - v < 5, tokens[v].isWord, !tokens[v].isAny(.support),
      !tokens[v].isAny(Reading.closed.subtracting([.article, .possessive, .adverb]))
    {
      v -= 1
    }
    guard v > floor, tokens[v].isAny(.support), !tokens[v].isCapital,
      let group = verbGroup(at: v, from: floor), group.form == .finite, !group.absent,
      let start = attitudeStart(cue, i + 1, hi) ?? infinitiveStart(cue, i + 1, hi),
      let source = subject(endingAt: group.start, from: floor), source.kind != .relative
    else { return nil }
    let speaker = isAgentive(source) ? source : nil
    if speaker == nil, cue.stance == nil || cue.act == .promise || cue.act == .propose {
      return nil
    }
    return Event(
      cue: group.start..<i + 1, number: number, source: speaker, side: .right(start.token),
      frame: start.frame, cut: speaker == nil ? group.start : nil, negated: group.negated,
      rule: .noun)
  }

  /// `Alba’s decisions to close the port, question the treaty and float a ban`: an infinitive in a
  /// row behind a noun; the one who holds the noun says it.
  func listed(_ forms: [Int], at i: Int, floor: Int, hi: Int) -> Event? {
    guard i > floor + 3, let number = forms.first(where: { isListed($0, i) }) else { return nil }
    var b = i - 1
    while b > floor, tokens[b].isWord, tokens[b].isAny(.adverb) || tokens[b].shape.contains(.ly) {
      b -= 1
    }
    guard tokens[b].key == Keys.and || tokens[b].mark == .comma,
      let source = holder(ofInfinitiveBefore: b, floor), isAgentive(source)
    else { return nil }
    let group = VerbGroup(
      start: i, verb: i, end: i + 1, form: .finite, negated: false, absent: false)
    guard let start = contentStart(knowledge.lexicon.cues[number], group, i + 1, hi) else {
      return nil
    }
    return Event(
      cue: i..<i + 1, number: number, source: source, side: .right(start.token),
      frame: start.frame, cut: tokens[b].mark == .comma ? b : cutOfRow(b), rule: .noun)
  }

  private func cutOfRow(_ and: Int) -> Int { tokens[and - 1].mark == .comma ? and - 1 : and }

  private func isListed(_ number: Int, _ i: Int) -> Bool {
    let cue = knowledge.lexicon.cues[number]
    return cue.kind == .verb && cue.particle == nil && tokens[i].key == Folding.key(cue.lemma)
  }

  /// Who holds the noun whose infinitive began before a token: nothing but words and commas stands
  /// between, and no finite verb.
  private func holder(ofInfinitiveBefore end: Int, _ floor: Int) -> Source? {
    var i = end - 1
    while i > floor, end - i < 40 {
      let token = tokens[i]
      if token.key == Keys.to, let source = holder(ofNoun: i - 1, floor) { return source }
      if token.isAny(.auxiliary), token.isWord, !token.isCapital { return nil }
      if !token.isWord, token.mark != .comma, token.mark != .genitive { return nil }
      i -= 1
    }
    return nil
  }

  private func holder(ofNoun i: Int, _ floor: Int) -> Source? {
    guard i > floor, tokens[i].cue >= 0,
      knowledge.lexicon.cueForms[Int(tokens[i].cue)].contains(where: {
        let cue = knowledge.lexicon.cues[$0]
        return cue.kind == .noun && cue.frames.contains(.infinitive)
      })
    else { return nil }
    return possessor(of: i, floor)
  }

  /// `has yet to commit troops`: a promise or a consent that is reported to be missing.
  func absent(
    _ event: Event, _ cue: Cue, _ group: VerbGroup, _ after: Int, _ hi: Int
  ) -> Event? {
    guard cue.act == .promise || cue.act == .accept, let source = event.source,
      isAgentive(source)
    else { return nil }
    var cue = cue
    cue.frames.insert(.object)
    guard let start = contentStart(cue, group, after, hi) else { return nil }
    var event = event
    (event.side, event.frame, event.absent) = (.right(start.token), start.frame, true)
    return event
  }
}
