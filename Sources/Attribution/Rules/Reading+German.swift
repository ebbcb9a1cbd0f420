internal import Casebook

/// Sentences whose verb stands second or last, as in German.
extension Reading {
  /// Whether the language puts its verbs so.
  var hasVerbSecond: Bool { knowledge.language == "de" }

  /// The event of a cue verb of a verb-second language.
  func verbSecond(
    at i: Int, floor: Int, hi: Int, sentence: Sentence, before: [Event]
  ) -> Event? {
    let lo = sentence.range.lowerBound
    let (b, end) = (i - 1, clauseEnd(from: i + 1, hi))
    guard tokens[i].cue >= 0, !tokens[i].isCapital || i == lo,
      let number = choosePrefixed(at: i, end, hi)
    else { return nil }
    let cue = knowledge.lexicon.cues[number]
    if isImpersonal(i, end) {
      return impersonal(i, number, b, end, floor, sentence)
        ?? impersonalBefore(i, number, floor, hi, sentence)
    }
    if cue.frames.contains(.tag), b > lo, i + 1 < end, let source = subjectAfter(i, end),
      isBehind(b, lo, floor) || isLast(b, lo, end, hi)
    {
      return Event(
        cue: i..<i + 1, number: number, source: source, side: .left(tag: tagStart(b)..<end),
        frame: .tag, cut: tagStart(b), rule: .inverted,
        day: day(in: source.range.upperBound..<end))
    }
    let start = clauseStart(before: i, floor)
    if start == lo, i == lo + 1, tokens[lo].isAny(.summary), let source = subjectAfter(i, end) {
      return Event(
        cue: i..<i + 1, number: number, source: source, side: .previous, frame: .tag, cut: nil,
        rule: .previous)
    }
    if end == i + 1, let wie = tokens[start].key == Keys.wie ? start : openingWie(lo, i) {
      guard let source = subjectAfter(wie, i) else { return nil }
      return around(wie..<i + 1, source, cue: i..<i + 1, number: number, sentence)
    }
    return mainClause(at: i, number, start, end, hi, sentence, before)
  }

  /// `Wie die Sprecherin, Mira Oslin, mitteilte, …`: a clause with `wie` that opens the sentence, with
  /// an apposition or a name in quotation marks inside.
  private func openingWie(_ lo: Int, _ verb: Int) -> Int? {
    guard tokens[lo].key == Keys.wie, verb - lo < 30, verb + 1 < tokens.count,
      tokens[verb + 1].mark == .comma, finiteVerb(from: lo + 1, to: verb) == nil
    else { return nil }
    return lo
  }

  /// Whether a quotation or a whole clause ends at a token.
  private func isBehind(_ b: Int, _ lo: Int, _ floor: Int) -> Bool {
    // `…, das teilte die Polizei mit`.
    let comma = tokens[b].isAny(.summary) ? b - 1 : b
    return b == floor - 1
      || comma > lo && tokens[comma].mark == .comma && finiteVerb(from: lo, to: comma) != nil
  }

  /// Whether a verb behind a comma has the last clause of its sentence to itself, whatever verb no
  /// table has stands before it: `Viele flohen, teilte die Polizei mit`.
  private func isLast(_ b: Int, _ lo: Int, _ end: Int, _ hi: Int) -> Bool {
    let comma = tokens[b].isAny(.summary) ? b - 1 : b
    guard end >= hi, comma - lo > 3, tokens[comma].mark == .comma,
      !tokens[lo].isAny([.subordinator, .preposition])
    else { return false }
    // `Auch die Bank, die größte des Landes, meldete Verluste`: a subject with its apposition.
    var start = lo
    while start < comma, tokens[start].isAny(.adverb) { start += 1 }
    let first = (lo..<comma).first { tokens[$0].mark == .comma } ?? comma
    return phraseEnd(from: start, to: first) < first
  }

  /// The cue of a form: one whose prefix ends the clause, else one without prefix.
  private func choosePrefixed(at i: Int, _ end: Int, _ hi: Int) -> Int? {
    var plain: Int?
    for number in knowledge.lexicon.cueForms[Int(tokens[i].cue)]
    where knowledge.lexicon.cues[number].kind == .verb {
      guard let particle = knowledge.lexicon.cues[number].particle else {
        if plain == nil { plain = number }
        continue
      }
      if end - 1 > i, tokens[end - 1].key == particle { return number }
      if hi - 1 > i, hi - i < 30, tokens[hi - 1].key == particle { return number }
    }
    return plain
  }

  /// The next comma, colon or quotation after a token; the name of a paper in quotation marks
  /// (`dem „Spiegel“`) does not end a clause.
  func clauseEnd(from i: Int, _ hi: Int) -> Int {
    var j = i
    while j < hi {
      let token = tokens[j]
      if token.mark == .quote, j > i, tokens[j - 1].isWord, let quote = shortQuote(j),
        mediumEnd(from: j, hi) != nil || tokens[j - 1].isAny(.article)
      {
        j = quote.end
        continue
      }
      guard
        token.isWord || token.mark == .genitive || token.mark == .open || token.mark == .close
          || token.mark == .other
      else { return j }
      j += 1
    }
    return j
  }

  func clauseStart(before i: Int, _ floor: Int) -> Int {
    var j = i
    while j > floor, tokens[j - 1].isWord { j -= 1 }
    return j
  }

  /// `Oslin sagte am Montag, dass …`, `Am Montag sagte Oslin, …`, `Oslin hat gesagt, …`.
  private func mainClause(
    at i: Int, _ number: Int, _ start: Int, _ end: Int, _ hi: Int, _ sentence: Sentence,
    _ before: [Event]
  ) -> Event? {
    let cue = knowledge.lexicon.cues[number]
    if let passive = germanPassive(at: i, number, start, end, hi) { return passive }
    guard let verb = finitePart(of: i, start),
      let source = mainSource(verb, start, end, sentence, before)
    else { return nil }
    var event = Event(
      cue: i..<i + 1, number: number, source: source, side: .right(end), frame: .bare, cut: nil,
      rule: .finite, day: day(in: start..<end))
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
    event.rule = .report
    return event
  }

  /// The verb that agrees with the subject: `hat` for `gesagt`; nil for passives and adjectives.
  private func finitePart(of i: Int, _ start: Int) -> Int? {
    if tokens[i].isAny(.impersonal) || i > 0 && tokens[i - 1].isAny(.article) { return nil }
    guard isParticiple(i) else {
      // `wird erklären`, `will sagen`: an infinitive at the end of its clause.
      let isInfinitive = bytes[tokens[i].range].suffix(2).elementsEqual([0x65, 0x6E])
      return isInfinitive ? (start..<i).last { tokens[$0].isAny([.do, .modal]) } ?? i : i
    }
    let last = (start..<i).last { tokens[$0].isAny([.have, .do]) }
    return last.flatMap { tokens[$0].isAny(.have) ? $0 : nil }
  }

  /// The subject before or after a verb, or that of the clause before (`und fügte hinzu`).
  private func mainSource(
    _ verb: Int, _ start: Int, _ end: Int, _ sentence: Sentence, _ before: [Event]
  ) -> Source? {
    let isShared = verb > start && tokens[verb - 1].isAny(.conjunction)
    let source =
      isShared
      ? outer(before)?.source ?? mainSubject(sentence, before: verb - 1)
      : subjectBefore(verb, start, sentence) ?? subjectAfter(verb, end)
    return source.flatMap { isObject($0) ? nil : $0 }
  }

  /// `den Minister`: no subject.
  private func isObject(_ source: Source) -> Bool {
    tokens[source.range.lowerBound].isAny(.accusative)
  }

  func isParticiple(_ i: Int) -> Bool {
    let range = tokens[i].range
    guard range.count > 5 else { return false }
    return bytes[range].starts(with: [0x67, 0x65]) || containsGe(range)
  }

  /// `mit|ge|teilt`, `an|ge|kündigt`.
  private func containsGe(_ range: Range<Int>) -> Bool {
    for j in range.lowerBound + 2..<range.upperBound - 4
    where bytes[j] == 0x67 && bytes[j + 1] == 0x65 {
      return true
    }
    return false
  }

  private func hasPreposition(_ cue: Cue, _ verb: Int, _ end: Int) -> Bool {
    guard verb + 1 < end else { return false }
    return (verb + 1..<end).contains { cue.prepositions.contains(tokens[$0].key) }
  }
}
