extension Reading {
  /// The cues of a sentence in order, the words inside of quotations passed over.
  func events(in sentence: Sentence) -> [Event] {
    var events: [Event] = []
    var floor = sentence.range.lowerBound
    var i = floor
    var quote = sentence.quotes.lowerBound
    let hi = textEnd(sentence)
    while i < hi {
      if quote < sentence.quotes.upperBound, quotes[quote].open <= i {
        i = max(quotes[quote].end, i + 1)
        if quotes[quote].words > 0 { floor = i }
        quote += 1
        continue
      }
      if let event = event(at: i, floor: floor, hi: hi, sentence: sentence, before: events) {
        events.append(event)
        i = max(event.cue.upperBound, i + 1)
      } else {
        i += 1
      }
    }
    return events
  }

  /// The end of a sentence without the marks that close it.
  func textEnd(_ sentence: Sentence) -> Int {
    var end = sentence.range.upperBound
    while end > sentence.range.lowerBound, tokens[end - 1].endsSentence { end -= 1 }
    return end
  }

  private func event(
    at i: Int, floor: Int, hi: Int, sentence: Sentence, before: [Event]
  ) -> Event? {
    if hasVerbSecond {
      return germanEvidential(at: i, hi: hi, floor: floor, sentence: sentence)
        ?? verbSecond(at: i, floor: floor, hi: hi, sentence: sentence, before: before)
        ?? germanNoun(at: i, floor: floor, hi: hi, sentence: sentence)
    }
    if tokens[i].key == Keys.according || tokens[i].isAny(.evidential) {
      return evidential(at: i, hi: hi, sentence: sentence)
    }
    guard tokens[i].cue >= 0 else { return nil }
    let forms = knowledge.lexicon.cueForms[Int(tokens[i].cue)]
    if let group = verbGroup(at: i, from: floor), let verb = choose(forms, after: i, hi: hi) {
      if let found = verbEvent(group, verb, floor, hi, sentence, before) { return found }
    }
    return nounEvent(forms, at: i, floor: floor, hi: hi)
      ?? listed(forms, at: i, floor: floor, hi: hi)
  }

  /// The cue of a verb form: one whose particle follows, else one without particle.
  func choose(_ forms: [Int], after i: Int, hi: Int) -> Int? {
    var plain: Int?
    for number in forms where knowledge.lexicon.cues[number].kind == .verb {
      let cue = knowledge.lexicon.cues[number]
      if let particle = cue.particle {
        let last = i + 1 + cue.rest.count
        guard last < hi, tokens[i + 1].key == particle,
          cue.rest.indices.allSatisfy({ tokens[i + 2 + $0].key == cue.rest[$0] })
        else { continue }
        return number
      } else if plain == nil {
        plain = number
      }
    }
    return plain
  }

  private func verbEvent(
    _ group: VerbGroup, _ number: Int, _ floor: Int, _ hi: Int, _ sentence: Sentence,
    _ before: [Event]
  ) -> Event? {
    var group = group
    let cue = knowledge.lexicon.cues[number]
    if cue.particle != nil { group.end += 1 + cue.rest.count }
    switch group.form {
    case .passive: return passive(group, number, floor, hi, sentence)
    case .participle: return participle(group, number, floor, hi, sentence, before)
    case .finite: break
    }
    if let inverted = inverted(group, number, floor, hi, sentence) { return inverted }
    let end = beforeTime(group.start, floor)
    if let source = subject(endingAt: end, from: floor)
      ?? subject(endingAt: group.start, from: floor)
    {
      return finite(group, number, source, floor, hi, sentence)
    }
    return shared(group, number, hi, sentence, before)
  }

  /// Where the subject before a verb ends, a time between them passed over: `Oslin | on Wednesday
  /// announced`, `a poll | last week found`.
  private func beforeTime(_ end: Int, _ floor: Int) -> Int {
    guard end - 1 > floor, tokens[end - 1].isAny(.time), !tokens[end - 1].isAny(.agent) else {
      return end
    }
    for start in max(floor + 1, end - 5)..<end where timeEnd(start, end) == end {
      // `the deal last week`, but not `in the last week`.
      let before = tokens[start - 1]
      return before.isWord && !before.isAny([.preposition, .article]) ? start : end
    }
    return end
  }

  /// `…,” said Oslin`: the subject after the verb.
  private func inverted(
    _ group: VerbGroup, _ number: Int, _ floor: Int, _ hi: Int, _ sentence: Sentence
  ) -> Event? {
    let cue = knowledge.lexicon.cues[number]
    let b = group.start - 1
    guard cue.frames.isSuperset(of: [.quotation, .tag]), !cue.frames.contains(.addressee),
      group.start == group.verb, b >= sentence.range.lowerBound,
      tokens[b].mark == .comma || b == floor - 1, let source = speaker(from: group.end, hi)
    else { return nil }
    let end = source.range.upperBound
    let after = skipAdverbials(from: end, to: hi)
    // `… ‘joke,’ said the envoy would go`: the verb has its subject before the quotation.
    if b == floor - 1, after < hi, tokens[after].isWord, tokens[after].isAny(.auxiliary) {
      return nil
    }
    if b != floor - 1, !isTagOver(after, hi) || hasSubject(group, after, floor, hi) { return nil }
    return Event(
      cue: group.start..<group.end, number: number, source: source,
      side: .left(tag: tagStart(b)..<max(after, end)), frame: .tag, cut: tagStart(b),
      negated: group.negated, rule: .inverted, day: day(in: end..<max(after, end)))
  }

  /// The subject that follows a verb.
  private func speaker(from start: Int, _ hi: Int) -> Source? {
    guard start < hi else { return nil }
    let isPhrase = tokens[start].isAny(.number) && phraseEnd(from: start, to: hi) > start + 1
    if tokens[start].isAny(.subject), !tokens[start].isAny(.article), !isPhrase {
      return Source(range: start..<start + 1, head: start, kind: .pronoun)
    }
    let end = sourceEnd(from: start, to: hi)
    guard end > start, !tokens[start].isAny([.complementizer, .preposition]) else { return nil }
    return Source(range: start..<end, head: head(of: start..<end), kind: .phrase)
  }

  /// Whether the verb after a comma has its subject before it: `Oslin, the minister, said …`.
  private func hasSubject(_ group: VerbGroup, _ after: Int, _ floor: Int, _ hi: Int) -> Bool {
    guard let inserted = subject(endingAt: group.start, from: floor) else { return false }
    return inserted.range.lowerBound <= floor + 1 || after < hi && tokens[after].isWord
  }

  private func isTagOver(_ after: Int, _ hi: Int) -> Bool {
    after >= hi || !tokens[after].isWord || tokens[after].isAny([.relative, .preposition])
      || tokens[after].shape.contains(.ing)
  }

  /// A tag begins with the comma before it, and after the mark of a quotation.
  func tagStart(_ b: Int) -> Int { tokens[b].mark == .quote ? b + 1 : b }

  /// A phrase with its apposition: `Mira Oslin, the foreign minister of Alba,`.
  func sourceEnd(from start: Int, to hi: Int) -> Int {
    let end = phraseEnd(from: start, to: hi)
    guard end > start, end + 1 < hi, tokens[end].mark == .comma else { return end }
    let next = tokens[end + 1]
    guard next.isAny([.article, .role, .number, .title]) || next.shape.contains(.digits) else {
      return end
    }
    let second = phraseEnd(from: end + 1, to: hi)
    // `Oslin, 43,` but not `the agency, 43 of the ships`.
    if next.isAny(.number) || next.shape.contains(.digits) {
      return second == end + 2 && second < hi && tokens[second].mark == .comma ? second : end
    }
    return second > end + 1 && (second >= hi || !tokens[second].isWord) ? second : end
  }

  /// The words for the day within a stretch.
  func day(in range: Range<Int>) -> Range<Int>? {
    var i = range.lowerBound
    while i < range.upperBound {
      let end = timeEnd(i, range.upperBound)
      if end > i, !isForename(i, of: end) { return i..<end }
      i += 1
    }
    return nil
  }

  /// `told Jan Pell on Thursday that …`: the day between who was told and what.
  func day(behind addressee: Range<Int>?, before content: Int) -> Range<Int>? {
    guard let addressee, addressee.upperBound < content else { return nil }
    return day(in: addressee.upperBound..<content)
  }

  /// Whether a month is the forename of what follows: `Jan Pell`, `April Kolm`.
  private func isForename(_ i: Int, of end: Int) -> Bool {
    guard end == i + 1, end < tokens.count, tokens[i].isCapital, !tokens[i].isAny(.weekday) else {
      return false
    }
    return tokens[end].isWord && tokens[end].isCapital && !tokens[end].isAny(.time)
  }
}
