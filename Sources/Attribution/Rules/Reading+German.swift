internal import Casebook

/// Sentences whose verb stands second or last, as in German.
extension Reading {
  /// Whether the language puts its verbs so.
  var hasVerbSecond: Bool { knowledge.language == "de" }

  /// The event of a cue verb of a verb-second language.
  func verbSecond(
    at i: Int, floor: Int, hi: Int, sentence: Sentence, before: [Event]
  ) -> Event? {
    guard tokens[i].cue >= 0, !tokens[i].isCapital || i == sentence.range.lowerBound else {
      return nil
    }
    let end = clauseEnd(from: i + 1, hi, sentence)
    guard let number = choosePrefixed(at: i, end, hi) else { return nil }
    let cue = knowledge.lexicon.cues[number]
    let b = i - 1
    let lo = sentence.range.lowerBound
    if isImpersonal(i, end) { return impersonal(i, number, b, end, floor, sentence) }
    if b > lo, tokens[b].mark == .comma || b == floor - 1, i + 1 < end, cue.frames.contains(.tag),
      b == floor - 1 || finiteVerb(from: lo, to: b) != nil, let source = subjectAfter(i, end)
    {
      return Event(
        cue: i..<i + 1, number: number, source: source, side: .left(tag: tagStart(b)..<end),
        frame: .tag,
        cut: tagStart(b), rule: "inverted", day: day(in: source.range.upperBound..<end))
    }
    let start = clauseStart(before: i, floor)
    if tokens[start].key == Keys.dies || tokens[start].key == Keys.das, start == lo, i == lo + 1,
      let source = subjectAfter(i, end)
    {
      return Event(
        cue: i..<i + 1, number: number, source: source, side: .previous, frame: .tag, cut: nil,
        rule: "previous")
    }
    if tokens[start].key == Keys.wie, end == i + 1 {
      guard let source = subjectAfter(start, i) else { return nil }
      return around(start..<i + 1, source, cue: i..<i + 1, number: number, sentence)
    }
    return mainClause(at: i, number, start, end, hi, sentence, before)
  }

  /// `heißt es`: somebody says, nobody is named.
  private func isImpersonal(_ i: Int, _ end: Int) -> Bool {
    tokens[i].isAny(.impersonal) && i + 1 < end && tokens[i + 1].key == Keys.es
  }

  private func impersonal(
    _ i: Int, _ number: Int, _ b: Int, _ end: Int, _ floor: Int, _ sentence: Sentence
  ) -> Event? {
    guard b > sentence.range.lowerBound, tokens[b].mark == .comma || b == floor - 1 else {
      return nil
    }
    var source: Source?
    let named =
      i + 3 < end && tokens[i + 2].isAny(.preposition)
      ? phraseEnd(from: i + 3, to: end) : 0
    if named > i + 3 {
      source = Source(range: i + 3..<named, head: head(of: i + 3..<named), kind: .phrase)
    }
    return Event(
      cue: i..<i + 2, number: number, source: source, side: .left(tag: tagStart(b)..<end),
      frame: .tag, cut: tagStart(b),
      rule: "impersonal")
  }

  /// The cue of a form: one whose prefix ends the clause, else one without prefix.
  private func choosePrefixed(at i: Int, _ end: Int, _ hi: Int) -> Int? {
    var plain: Int?
    for number in knowledge.lexicon.cueForms[Int(tokens[i].cue)] {
      guard let particle = knowledge.lexicon.cues[number].particle else {
        if plain == nil { plain = number }
        continue
      }
      if end - 1 > i, tokens[end - 1].key == particle { return number }
      if hi - 1 > i, hi - i < 30, tokens[hi - 1].key == particle { return number }
    }
    return plain
  }

  /// The next comma, colon or quotation after a token.
  private func clauseEnd(from i: Int, _ hi: Int, _ sentence: Sentence) -> Int {
    var j = i
    while j < hi,
      tokens[j].isWord || tokens[j].mark == .genitive || tokens[j].mark == .open
        || tokens[j].mark == .close || tokens[j].mark == .other
    {
      j += 1
    }
    return j
  }

  private func clauseStart(before i: Int, _ floor: Int) -> Int {
    var j = i
    while j > floor, tokens[j - 1].isWord { j -= 1 }
    return j
  }

  /// The subject after a verb: a pronoun, or a phrase without preposition.
  func subjectAfter(_ verb: Int, _ end: Int) -> Source? {
    var i = verb + 1
    while i < end, tokens[i].isWord, tokens[i].isAny([.adverb, .object]), !tokens[i].isAny(.article)
    {
      i += 1
    }
    guard i < end, tokens[i].isWord else { return nil }
    if tokens[i].isAny(.subject), !tokens[i].isAny(.article) {
      return Source(range: i..<i + 1, head: i, kind: .pronoun)
    }
    guard !tokens[i].isAny(.preposition), !tokens[i].isAny(.time) || tokens[i].isAny(.agent) else {
      return nil
    }
    let stop = phraseEnd(from: i, to: end)
    guard stop > i else { return nil }
    return Source(range: i..<stop, head: germanHead(i..<stop), kind: .phrase)
  }

  private func germanHead(_ range: Range<Int>) -> Int {
    var head = range.lowerBound
    for j in range {
      if j > range.lowerBound, tokens[j].isAny([.preposition, .article]),
        head > range.lowerBound
          || tokens[head].isCapital
      {
        break
      }
      head = j
    }
    return head
  }

  /// `Oslin sagte am Montag, dass …`, `Am Montag sagte Oslin, …`, `Oslin hat gesagt, …`.
  private func mainClause(
    at i: Int, _ number: Int, _ start: Int, _ end: Int, _ hi: Int, _ sentence: Sentence,
    _ before: [Event]
  ) -> Event? {
    let cue = knowledge.lexicon.cues[number]
    var verb = i
    if isParticiple(i) {
      guard let aux = (start..<i).last(where: { tokens[$0].isAny([.have, .do]) }),
        tokens[aux].isAny(.have)
      else { return nil }
      verb = aux
    }
    if tokens[i].isAny(.impersonal) { return nil }
    if i > 0, tokens[i - 1].isAny(.article) { return nil }
    let isShared = verb > start && tokens[verb - 1].isAny(.conjunction)
    guard
      let source = isShared
        ? outer(before)?.source ?? mainSubject(sentence, before: verb - 1)
        : subjectBefore(verb, start, sentence) ?? subjectAfter(verb, end)
    else { return nil }
    if isObject(source) { return nil }
    var event = Event(
      cue: i..<i + 1, number: number, source: source, side: .right(end), frame: .bare, cut: nil,
      rule: "finite", day: day(in: start..<end))
    let isLeft = source.range.upperBound <= verb
    if let content = clauseContent(cue, end, hi, isLeft: isLeft) {
      (event.side, event.frame) = (.right(content.token), content.frame)
      if start > sentence.range.lowerBound, tokens[start - 1].mark == .comma {
        event.cut = start - 1
      }
      return event
    }
    if cue.frames.contains(.evaluation) { return quoted(event, i, sentence) }
    guard cue.frames.contains(.object) || hasPreposition(cue, verb, end), isAgentive(source) else {
      return nil
    }
    event.side = .around(hi..<hi, from: sentence.range.lowerBound)
    event.frame = .object
    event.rule = "report"
    return event
  }

  /// `den Minister`: no subject.
  private func isObject(_ source: Source) -> Bool {
    tokens[source.range.lowerBound].isAny(.accusative)
  }

  private func isParticiple(_ i: Int) -> Bool {
    let range = tokens[i].range
    guard range.count > 5 else { return false }
    let text = bytes[range]
    return text.starts(with: [0x67, 0x65])
      || (i > 0 && tokens[i].shape.contains(.word)
        && containsGe(range))
  }

  /// `mit|ge|teilt`, `an|ge|kündigt`.
  private func containsGe(_ range: Range<Int>) -> Bool {
    for j in range.lowerBound + 2..<range.upperBound - 4
    where bytes[j] == 0x67 && bytes[j + 1] == 0x65 {
      return tokens.isEmpty == false
    }
    return false
  }

  func subjectBefore(_ verb: Int, _ start: Int, _ sentence: Sentence) -> Source? {
    var end = verb
    let lo = sentence.range.lowerBound
    while end > start, tokens[end - 1].isAny(.adverb), !tokens[end - 1].isCapital { end -= 1 }
    guard let found = subject(endingAt: end, from: tokens[max(end - 1, lo)].isWord ? start : lo)
    else { return nil }
    if found.kind == .relative { return tokens[found.head].isAny(.article) ? found : nil }
    let first = found.range.lowerBound
    if first > lo, tokens[first - 1].isAny(.preposition) { return nil }
    return tokens[found.head].isAny(.time) && !tokens[found.head].isAny(.agent) ? nil : found
  }

  /// What follows the clause of a cue: `dass`, a question, an infinitive, a clause, a quotation.
  private func clauseContent(_ cue: Cue, _ end: Int, _ hi: Int, isLeft: Bool) -> ContentStart? {
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
    let speaks = (end + 1..<limit).contains { tokens[$0].isAny(.subjunctive) }
    if cue.frames.contains(.bare), speaks || isLeft && beginsMainClause(end + 1) {
      return .init(token: end + 1, frame: .bare)
    }
    for i in end + 2..<min(hi, end + 26) where tokens[i].key == Keys.dass && i + 1 < hi {
      if tokens[i - 1].mark == .comma { return .init(token: i + 1, frame: .that) }
    }
    guard cue.frames.contains(.infinitive),
      (end + 1..<limit).contains(where: {
        tokens[$0].key == Keys.zu && $0 + 1 < hi && !tokens[$0 + 1].isCapital
      })
    else { return nil }
    return .init(token: end + 1, frame: .infinitive)
  }

  private func beginsMainClause(_ i: Int) -> Bool {
    let token = tokens[i]
    guard token.isWord, !token.isAny([.conjunction, .subordinator, .preposition]) else {
      return false
    }
    if token.isAny(.subject), !token.isAny(.article) { return true }
    return token.isAny(.determiner) && tokens[i + 1].isCapital
  }

  /// `nannte es „…“`: the words in quotation marks alone.
  private func quoted(_ event: Event, _ i: Int, _ sentence: Sentence) -> Event? {
    guard let q = sentence.quotes.first(where: { quotes[$0].open > i }), isAgentive(event.source!)
    else { return nil }
    var event = event
    event.side = .right(quotes[q].open)
    event.frame = .quotation
    event.rule = "quoted"
    return event
  }

  private func hasPreposition(_ cue: Cue, _ verb: Int, _ end: Int) -> Bool {
    guard verb + 1 < end else { return false }
    return (verb + 1..<end).contains { cue.prepositions.contains(tokens[$0].key) }
  }
}
