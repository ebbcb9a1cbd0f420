internal import Casebook

extension Reading {
  /// A finite cue with its own subject: its content follows, or stands before (`…, she said`), or
  /// is the phrase before the subject (`terms that Alba rejects`).
  func finite(
    _ group: VerbGroup, _ number: Int, _ source: Source, _ floor: Int, _ hi: Int,
    _ sentence: Sentence
  ) -> Event? {
    let cue = knowledge.lexicon.cues[number]
    let lo = sentence.range.lowerBound
    let after = skipAdverbials(from: group.end, to: hi)
    var event = Event(
      cue: cueRange(group), number: number, source: source, side: .right(after),
      frame: .bare, cut: cut(before: source.range.lowerBound, lo), negated: group.negated,
      rule: .finite, day: day(in: group.end..<after))
    if cue.frames.contains(.impersonal) {
      guard let side = emerging(source, cue, group, hi) else { return nil }
      (event.side, event.frame, event.source, event.rule) = (side, .that, nil, .impersonal)
      return event
    }
    if let told = toldBehind(event, cue, group, floor, hi, lo) { return told }
    let isTag =
      cue.frames.contains(.tag) || cue.frames.contains(.documentTag) && isDocument(source)
    if isTag, let tag = tag(source, after, floor, hi, lo) {
      (event.side, event.frame, event.cut) = (.left(tag: tag), .tag, tag.lowerBound)
      return event
    }
    if let side = besides(cue, source, after, hi, lo) {
      (event.side, event.frame) = (side, .bare)
      event.cut = nil
      return event
    }
    if group.negated, isReply(cue) { return nil }
    if group.absent { return absent(event, cue, group, after, hi) }
    if let passed = passedOn(event, group, hi) { return passed }
    if let start = contentStart(cue, group, after, hi) {
      (event.side, event.frame) = (.right(start.token), start.frame)
      event.addressee = start.addressee
      event.day = event.day ?? day(behind: start.addressee, before: start.token)
      return isPlausible(event, cue, group) ? event : nil
    }
    guard let before = antecedent(cue, source, after, hi, lo) else { return nil }
    let first = before.lowerBound
    (event.side, event.frame, event.rule) = (.antecedent(before), .object, .antecedent)
    event.cut = first > lo && tokens[first - 1].mark == .comma ? first - 1 : nil
    return event
  }

  /// `…, Oslin told Harbour Radio.`: the clause behind its content names who was told.
  private func toldBehind(
    _ event: Event, _ cue: Cue, _ group: VerbGroup, _ floor: Int, _ hi: Int, _ lo: Int
  ) -> Event? {
    guard cue.frames.isSuperset(of: [.tag, .addressee]), group.end < hi,
      let source = event.source
    else { return nil }
    let end = tokens[group.end].isAny(.object) ? group.end + 1 : phraseEnd(from: group.end, to: hi)
    guard end > group.end, tokens[group.end].key != Keys.that else { return nil }
    let after = skipAdverbials(from: end, to: hi)
    guard after >= hi || !tokens[after].isWord && tokens[after].mark != .colon,
      let tag = tag(source, after, floor, hi, lo)
    else { return nil }
    var event = event
    (event.side, event.frame, event.cut) = (.left(tag: tag), .tag, tag.lowerBound)
    event.addressee = group.end..<end
    event.day = day(in: end..<max(after, end))
    return event
  }

  /// Whether a source is a paper or a poll: `a study by the harbour council`.
  private func isDocument(_ source: Source) -> Bool {
    source.kind == .phrase && tokens[self.head(of: source.range)].isAny(.document)
  }

  /// Whether a cue takes up what somebody else said: `did not respond to a request` says nothing.
  private func isReply(_ cue: Cue) -> Bool {
    cue.frames.contains(.quotation) && cue.prepositions.contains(Keys.to)
      && !cue.frames.contains(.object)
  }

  /// The clause with the cue, where it stands behind its content: after a comma or a quotation.
  private func tag(
    _ source: Source, _ after: Int, _ floor: Int, _ hi: Int, _ lo: Int
  ) -> Range<Int>? {
    let b = source.range.lowerBound - 1
    let isAfterQuote = b >= lo && b == floor - 1 || isLooseClose(b, lo)
    // `On “This Week,” Oslin said that …`: a title, not what was said.
    if isAfterQuote, after + 1 < hi, tokens[after].key == Keys.that,
      finiteVerb(from: after + 1, to: hi) != nil
    {
      return nil
    }
    guard b > lo, source.kind != .relative, tokens[b].mark == .comma || isAfterQuote,
      isTagEnd(after, hi, isAfterQuote)
    else { return nil }
    return (isAfterQuote ? b + 1 : b)..<after
  }

  /// `We stay,” Oslin said.`: a closing mark whose opening one is missing.
  private func isLooseClose(_ i: Int, _ lo: Int) -> Bool {
    guard i > lo + 1, tokens[i].mark == .quote, quoteOf[i] < 0 else { return false }
    switch tokens[i - 1].mark {
    case .comma, .question, .exclamation: return true
    default: return false
    }
  }

  /// Whether a cue takes a position on its object.
  static func isPosition(_ cue: Cue) -> Bool {
    switch cue.act {
    case .deny, .demand, .propose, .threaten, .reject: true
    default: false
    }
  }

  /// `quoted Oslin as saying that …`: the words are those of the second.
  private func passedOn(_ event: Event, _ group: VerbGroup, _ hi: Int) -> Event? {
    let end = phraseEnd(from: group.end, to: hi)
    guard end > group.end, end + 2 < hi, tokens[end].key == Keys.as,
      tokens[end + 1].key == Keys.saying
    else { return nil }
    var event = event
    event.via = event.source?.range
    event.source = Source(
      range: group.end..<end, head: head(of: group.end..<end), kind: .phrase)
    event.cue = event.cue.lowerBound..<end + 2
    event.side = .right(tokens[end + 2].key == Keys.that ? end + 3 : end + 2)
    event.frame = tokens[end + 2].mark == .quote ? .quotation : .that
    return event
  }

  /// The words of a cue: auxiliaries and the verb, without adverbs before them.
  func cueRange(_ group: VerbGroup) -> Range<Int> {
    var start = group.start
    while start < group.verb, !tokens[start].isAny(.auxiliary), !tokens[start].isAny(.negation),
      !tokens[start].isAny(.catenative)
    {
      start += 1
    }
    return start..<group.end
  }

  /// Whether a tag is over: nothing or a mark follows. After a quotation whatever follows.
  private func isTagEnd(_ after: Int, _ hi: Int, _ isAfterQuote: Bool) -> Bool {
    if after >= hi || isAfterQuote { return true }
    let token = tokens[after]
    return token.mark == .comma || token.mark == .semicolon || token.mark == .dash
      || token.mark == .close
  }

  /// Where the content of an earlier cue ends before a clause of its own: `…, but the ministry`.
  func cut(before start: Int, _ lo: Int) -> Int? {
    let b = start - 1
    guard b > lo else { return nil }
    if tokens[b].mark == .semicolon || tokens[b].mark == .dash { return b }
    guard tokens[b].isWord, tokens[b].isAny([.conjunction, .subordinator]) else { return nil }
    return tokens[b - 1].mark == .comma ? b - 1 : nil
  }

  /// `terms Alba has rejected`: the phrase before the subject, where nothing follows.
  private func antecedent(
    _ cue: Cue, _ source: Source, _ after: Int, _ hi: Int, _ lo: Int
  ) -> Range<Int>? {
    guard cue.frames.contains(.object), Reading.isPosition(cue), source.kind == .phrase,
      tokens[source.head].isCapital || tokens[source.head].isAny(.agent),
      after >= hi || !tokens[after].isWord, after >= hi || tokens[after].mark != .quote
    else { return nil }
    var end = source.range.lowerBound
    if end - 1 > lo, tokens[end - 1].isAny(.relative), tokens[end - 1].isWord { end -= 1 }
    if end - 1 > lo, tokens[end - 1].mark == .comma, end < source.range.lowerBound { end -= 1 }
    guard end > lo, let phrase = phraseSubject(endingAt: end, from: lo) else { return nil }
    return phrase.range
  }

  /// `called it a mistake and confirmed that …`: the subject of the cue before.
  ///
  /// A form without ending (`would follow Oslin and endorse Kolm`) goes on with an auxiliary, unless
  /// the subject is several.
  func shared(
    _ group: VerbGroup, _ number: Int, _ hi: Int, _ sentence: Sentence, _ before: [Event]
  ) -> Event? {
    guard group.start > sentence.range.lowerBound else { return nil }
    var cut = group.start - 1
    guard tokens[cut].isAny(.conjunction) || tokens[cut].mark == .comma else { return nil }
    guard
      let source = outer(before)?.source
        ?? (tokens[cut].isWord ? mainSubject(sentence, before: cut) : nil), isAgentive(source),
      group.start < group.verb || !isBase(group.verb, number) || isSeveral(source)
    else { return nil }
    if tokens[cut].isWord, cut > 0, tokens[cut - 1].mark == .comma { cut -= 1 }
    let after = skipAdverbials(from: group.end, to: hi)
    let cue = knowledge.lexicon.cues[number]
    guard let start = contentStart(cue, group, after, hi) else { return nil }
    return Event(
      cue: cueRange(group), number: number, source: source, side: .right(start.token),
      frame: start.frame, cut: cut, negated: group.negated, rule: .shared,
      day: day(in: group.end..<after) ?? day(behind: start.addressee, before: start.token),
      addressee: start.addressee)
  }

  private func isBase(_ verb: Int, _ number: Int) -> Bool {
    let lemma = knowledge.lexicon.cues[number].lemma
    return tokens[verb].key == Folding.key(lemma.prefix { $0 != "+" })
  }

  private func isSeveral(_ source: Source) -> Bool {
    let head = tokens[source.head]
    return head.isAny([.plural, .group]) || head.shape.contains(.s) || head.key == Keys.i
  }

  /// The last cue that does not lie in the content of another.
  func outer(_ events: [Event]) -> Event? {
    events.last { $0.source != nil && ($0.cut != nil || $0.rule != .finite) }
      ?? events.first { $0.source != nil }
  }

  /// The word behind what opens a sentence and is no subject: `Speaking in Selan, | Oslin`, `Hours
  /// later, | she`, `Likewise, | the board`; the same word where nothing does.
  private func behindOpening(_ i: Int, _ end: Int) -> Int {
    guard !hasVerbSecond, let comma = (i..<end).first(where: { tokens[$0].mark == .comma }),
      comma > i, comma + 1 < end, tokens[comma + 1].isWord, comma - i < 16,
      !tokens[comma + 1].isAny([.relative, .preposition]) || tokens[comma + 1].isAny(.article)
    else { return i }
    let isParticiple = tokens[i].shape.contains(.ing) || tokens[i].cue >= 0
    let isTime = tokens[comma - 1].isAny([.time, .adverb]) && cast.named(at: comma - 1) == nil
    let isAdverb = comma == i + 1 && !tokens[i].isAny(.agent) && entity(i) == nil
    let isName = cast.named(at: i) != nil || tokens[i].isAny([.article, .subject, .agent])
    return !isName && (isParticiple || isTime || isAdverb) ? comma + 1 : i
  }

  /// The subject of the first clause of a sentence.
  func mainSubject(_ sentence: Sentence, before end: Int) -> Source? {
    var i = sentence.range.lowerBound
    if i < end, tokens[i].isAny(.preposition), !tokens[i].isAny(.subject) {
      guard let comma = (i..<end).first(where: { tokens[$0].mark == .comma }) else { return nil }
      i = comma + 1
    }
    while i < end, tokens[i].isWord, tokens[i].isAny([.conjunction, .adverb]) { i += 1 }
    guard i < end else { return nil }
    i = behindOpening(i, end)
    if tokens[i].isAny(.subject), !tokens[i].isAny([.article, .number]) {
      return Source(range: i..<i + 1, head: i, kind: .pronoun)
    }
    let stop = phraseEnd(from: i, to: end)
    guard stop > i else { return nil }
    return Source(range: i..<stop, head: head(of: i..<stop), kind: .phrase)
  }
}
