internal import Casebook

extension Reading {
  /// A statement within a quotation: `“M. Oslin confirmed the truce,” the ministry said`. Its words
  /// are Oslin's, passed on by the ministry. Only somebody who is named with the verb counts, so that
  /// what the speaker says of the world is not taken for what others say.
  func nested(in content: [Range<Int>], of outer: Event, _ sentence: Sentence) -> [Draft] {
    guard let source = outer.source, !hasVerbSecond else { return [] }
    var out: [Draft] = []
    for piece in content {
      guard let quote = quote(at: piece.lowerBound, sentence), quote.words > 5 else { continue }
      var lo = quote.open + 1
      while lo < quote.innerEnd {
        let hi = innerSentenceEnd(lo, quote.innerEnd)
        if let event = firstEvent(lo, hi, sentence) {
          out.append(draft(event, hi, sentence, via: source))
        }
        lo = max(hi, lo) + 1
      }
    }
    return out
  }

  private func innerSentenceEnd(_ lo: Int, _ end: Int) -> Int {
    (lo..<end).first { tokens[$0].endsSentence } ?? end
  }

  /// The first cue of a sentence within a quotation that has a name for its subject.
  private func firstEvent(_ lo: Int, _ hi: Int, _ sentence: Sentence) -> Event? {
    for i in lo..<min(hi, lo + 24) where tokens[i].cue >= 0 {
      let forms = knowledge.lexicon.cueForms[Int(tokens[i].cue)]
      guard let group = verbGroup(at: i, from: lo), group.form == .finite, !group.absent,
        let number = choose(forms, after: i, hi: hi),
        let source = subject(endingAt: group.start, from: lo), source.range.lowerBound == lo,
        isNamed(source)
      else { continue }
      let cue = knowledge.lexicon.cues[number]
      guard cue.frames.isSuperset(of: [.quotation, .that]),
        let found = finite(group, number, source, lo, hi, sentence), case .right = found.side
      else { return nil }
      return found
    }
    return nil
  }

  private func isNamed(_ source: Source) -> Bool {
    source.kind == .phrase && (cast.named(at: source.head) != nil || entity(source.head) != nil)
  }

  private func draft(_ event: Event, _ hi: Int, _ sentence: Sentence, via source: Source) -> Draft {
    var start = hi
    if case .right(let token) = event.side { start = min(token, hi) }
    let content = [trimmed(start..<hi)]
    return Draft(
      content: content, source: event.source, cue: event.cue,
      cueNumber: event.number >= 0 ? event.number : nil, voice: voice(content, sentence),
      sentence: sentence.number, negated: event.negated, rule: .nested, day: event.day,
      addressee: event.addressee, via: source.range)
  }

  /// Direct where every word stands in quotation marks, mixed where some do.
  func voice(_ content: [Range<Int>], _ sentence: Sentence) -> Voice {
    var (inside, outside) = (0, 0)
    for piece in content {
      for i in piece where tokens[i].isWord {
        if isInQuote(i, sentence) { inside += 1 } else { outside += 1 }
      }
    }
    // A closing mark alone, without the one that opens, is one all the same.
    let isClosed = content.contains { piece in
      piece.last.map { tokens[$0].mark == .quote && quoteOf[$0] < 0 } ?? false
    }
    if isClosed { return .direct }
    return inside == 0 ? .indirect : outside == 0 ? .direct : .mixed
  }
}
