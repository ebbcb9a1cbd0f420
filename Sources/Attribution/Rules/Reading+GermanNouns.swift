extension Reading {
  /// German noun cues: `vertrat die Ansicht, dass`, `ist der Meinung, dass`, `die Forderung der
  /// Gewerkschaft, den Hafen zu schließen`: a noun behind a verb that lends it its subject, or before
  /// the genitive of whoever holds it; its clause follows behind a comma.
  func germanNoun(at i: Int, floor: Int, hi: Int, sentence: Sentence) -> Event? {
    guard tokens[i].isCapital, i + 3 < hi, i > floor else { return nil }
    let end = clauseEnd(from: i + 1, hi)
    guard end + 2 < hi, tokens[end].mark == .comma, end == i + 1 || tokens[i + 1].isAny(.genitive),
      let number = nounCue(tokens[i].key)
    else { return nil }
    let cue = knowledge.lexicon.cues[number]
    guard
      let content = clauseContent(cue, end, hi, isLeft: false),
      content.frame == .that || content.frame == .infinitive
    else { return nil }
    guard let (source, first) = lender(of: i, end, floor, sentence) else { return nil }
    return Event(
      cue: first..<i + 1, number: number, source: source, side: .right(content.token),
      frame: content.frame, cut: nil, rule: .noun)
  }

  /// Names have no cues, and a German noun is written like a name: the table itself is asked.
  private func nounCue(_ key: UInt64) -> Int? {
    guard let forms = knowledge.entry(key)?.cue, forms >= 0 else { return nil }
    return knowledge.lexicon.cueForms[Int(forms)].first {
      knowledge.lexicon.cues[$0].kind == .noun
    }
  }

  /// Who holds a noun, and where its cue begins.
  private func lender(of noun: Int, _ end: Int, _ floor: Int, _ sentence: Sentence) -> (
    Source, Int
  )? {
    if noun + 1 < end, tokens[noun + 1].isAny(.genitive) {
      let source = Source(range: noun + 1..<end, head: germanHead(noun + 1..<end), kind: .phrase)
      return isSomebody(source) ? (source, noun) : nil
    }
    let start = clauseStart(before: noun, floor)
    guard let verb = (start..<noun).last(where: { tokens[$0].isAny(.support) }),
      let source = subjectBefore(verb, start, sentence) ?? subjectAfter(verb, noun),
      !tokens[source.range.lowerBound].isAny(.accusative), source.range.upperBound <= noun,
      source.kind == .pronoun || isSomebody(source)
    else { return nil }
    return (source, verb)
  }
}
