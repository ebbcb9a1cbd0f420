internal import Casebook

extension Reading {
  /// `Oslin’s claim that`, `concerns among allies that`, `proposals from Corda to`, `wary of`.
  func nounEvent(_ forms: [Int], at i: Int, floor: Int, hi: Int) -> Event? {
    for number in forms {
      switch knowledge.lexicon.cues[number].kind {
      case .noun:
        if let found = noun(number, at: i, floor: floor, hi: hi) { return found }
        if let found = supported(number, at: i, floor: floor, hi: hi) { return found }
      case .adjective:
        if let found = adjective(number, at: i, floor: floor, hi: hi) { return found }
      case .verb: continue
      }
    }
    return nil
  }

  private func noun(_ number: Int, at i: Int, floor: Int, hi: Int) -> Event? {
    let cue = knowledge.lexicon.cues[number]
    guard i + 1 < hi else { return nil }
    var source = possessor(of: i, floor)
    var after = i + 1
    if source == nil, let (holder, next) = holder(after: i, hi, cue) {
      source = holder
      after = next
    }
    guard let source, after < hi, isAgentive(source) else { return nil }
    var start: Int?
    var frame = Cue.Frames.that
    if after > i + 1, cue.act != .propose, let about = attitudeStart(cue, after, hi) {
      (start, frame) = (about.token, about.frame)
    } else if tokens[after].key == Keys.that, cue.frames.contains(.that),
      finiteVerb(from: after + 1, to: hi) != nil
    {
      start = after + 1
    } else if tokens[after].key == Keys.to, cue.frames.contains(.infinitive),
      after > i + 1, cue.act == .propose
    {
      start = after
      frame = .infinitive
    }
    guard let start, start < hi else { return nil }
    return Event(
      cue: i..<i + 1, number: number, source: source, side: .right(start), frame: frame, cut: nil,
      rule: .noun)
  }

  /// The possessor of a noun, adjectives between passed over.
  func possessor(of i: Int, _ floor: Int) -> Source? {
    var j = i - 1
    while j > floor, i - j < 4, tokens[j].isWord, !tokens[j].isAny(Reading.closed) { j -= 1 }
    guard j >= floor else { return nil }
    if tokens[j].mark == .genitive { return phraseSubject(endingAt: j, from: floor) }
    guard tokens[j].isAny(.possessive), !tokens[j].isAny(.relative), tokens[j].key != Keys.it else {
      return nil
    }
    return Source(range: j..<j + 1, head: j, kind: .pronoun)
  }

  /// `among European allies`, `from a coalition, led by Corda,`.
  private func holder(after i: Int, _ hi: Int, _ cue: Cue) -> (Source, Int)? {
    let link = tokens[i + 1].key
    guard link == Keys.from || link == Keys.among || link == Keys.by || link == Keys.in,
      i + 2 < hi
    else { return nil }
    var end = phraseEnd(from: i + 2, to: hi, deep: false)
    // `among allies regarding the tolls`: what it is about is no part of who they are.
    if end >= hi || !cue.prepositions.contains(tokens[end].key) {
      end = phraseEnd(from: i + 2, to: hi)
    }
    guard end > i + 2, end < hi else { return nil }
    let source = Source(range: i + 2..<end, head: head(of: i + 2..<end), kind: .phrase)
    if link == Keys.in, !tokens[i + 2..<end].contains(where: { $0.isAny(.group) }) { return nil }
    guard tokens[end].mark == .comma,
      let second = (end + 1..<min(end + 16, hi)).first(where: { tokens[$0].mark == .comma })
    else { return (source, end) }
    return (source, second + 1)
  }

  /// Whether a source can want or say something: a person, an office, a group, a body, a paper.
  func isAgentive(_ source: Source) -> Bool {
    switch source.kind {
    case .pronoun: return tokens[source.head].key != Keys.it
    case .relative: return tokens[source.head].key == Keys.who
    case .phrase: break
    }
    let head = tokens[source.head]
    if head.isAny(.agent) || head.isAny(.document) { return true }
    if head.isCapital, !head.isAny(.time) { return true }
    return head.isAny([.plural, .female, .male])
  }

  /// One word in lower case that is no noun for somebody: an adverb, as a rule.
  private func isBareWord(_ source: Source) -> Bool {
    let head = tokens[source.head]
    return source.kind == .phrase && source.range.count == 1 && !head.isCapital
      && !head.shape.contains(.s) && !isAgentive(source)
  }

  /// Whether the source of an event goes with its frame: objects and infinitives ask for somebody.
  func isPlausible(_ event: Event, _ cue: Cue, _ group: VerbGroup) -> Bool {
    guard let source = event.source, !isBareWord(source) else { return false }
    switch event.frame {
    case .quotation, .that: return true
    case .bare, .question:
      return cue.frames.contains(.bare) && source.kind != .relative || isAgentive(source)
    default: return isAgentive(source)
    }
  }
}
