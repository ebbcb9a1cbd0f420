internal import Casebook

extension Reading {
  /// Finds the statements of every sentence, then joins the quotations that go on.
  mutating func findDrafts() {
    for p in paragraphs.indices {
      if let draft = knowledge.isFull ? transcript(p) : dialogue(p) ?? transcript(p) {
        drafts.append(draft)
        continue
      }
      for s in paragraphs[p].sentences {
        let found = drafts(of: s)
        drafts += found.isEmpty ? loose(s) : found
        if found.isEmpty, drafts.last?.sentence != s { drafts += freeIndirect(s, p) }
      }
    }
  }

  /// Longer sentences are lists, tables or noise: nothing is told apart there.
  static let longest = 1_200

  private func drafts(of s: Int) -> [Draft] {
    let sentence = sentences[s]
    if isShouted(sentence) { return [] }
    if !knowledge.isFull { return bareQuotations(s) }
    let events = sentence.range.count <= Reading.longest ? events(in: sentence) : []
    var out: [Draft] = []
    for k in events.indices {
      let content = content(of: k, events, sentence)
      guard words(content) > 0 else { continue }
      let event = events[k]
      if isInner(event, content, out) { continue }
      let hearer = event.addressee.map { told($0) }
      let nested = nested(in: content, of: event, sentence)
      out.append(
        Draft(
          content: content, source: event.source, cue: event.cue,
          cueNumber: event.number >= 0 ? event.number : nil, voice: voice(content, sentence),
          sentence: s, negated: event.negated, absent: event.absent, rule: event.rule,
          day: event.day,
          addressee: hearer?.addressee,
          channel: hearer?.channel ?? channel(of: event, besides: content, events, sentence),
          via: event.via))
      out += nested
    }
    return out
  }

  /// Whether an attitude is part of what somebody else says: `she said he wanted`.
  private func isInner(_ event: Event, _ content: [Range<Int>], _ out: [Draft]) -> Bool {
    guard event.number >= 0,
      event.rule == .impersonal
        || !knowledge.lexicon.cues[event.number].frames.contains(.quotation)
    else { return false }
    return out.contains { $0.content.contains { $0.overlaps(event.cue) } }
  }

  private func words(_ content: [Range<Int>]) -> Int {
    var count = 0
    for piece in content { for i in piece where tokens[i].isWord { count += 1 } }
    return count
  }

  /// Whether a line is in capitals: nothing can be told apart there.
  private func isShouted(_ sentence: Sentence) -> Bool {
    guard sentence.range.count > 6 else { return false }
    var (words, capitals) = (0, 0)
    for i in sentence.range where tokens[i].isWord && tokens[i].end - tokens[i].start > 2 {
      words += 1
      if tokens[i].shape.contains(.capitals) { capitals += 1 }
    }
    return words > 3 && capitals * 10 >= words * 8
  }

  /// The pieces of the content of an event.
  private func content(of k: Int, _ events: [Event], _ sentence: Sentence) -> [Range<Int>] {
    let hi = textEnd(sentence)
    switch events[k].side {
    case .previous: return previous(sentence)
    case .antecedent(let range): return [trimmed(range)]
    case .divided(let subject, let rest):
      return [trimmed(subject), rightContent(events[k], from: rest, k, events, sentence, hi)]
    case .around(let range, let start):
      let pieces = [
        min(start, range.lowerBound)..<range.lowerBound,
        range.upperBound..<max(hi, range.upperBound),
      ]
      return pieces.map(trimmed).filter { words([$0]) > 0 }
    case .right(let start):
      return [rightContent(events[k], from: start, k, events, sentence, hi)]
    case .left(let tag):
      return leftContent(tag, k, events, sentence, hi).map(trimmed).filter { !$0.isEmpty }
    }
  }

  /// The sentence before, in the same paragraph.
  private func previous(_ sentence: Sentence) -> [Range<Int>] {
    guard sentence.number > paragraphs[sentence.paragraph].sentences.lowerBound else { return [] }
    let before = sentences[sentence.number - 1]
    return [trimmed(before.range.lowerBound..<textEnd(before))]
  }

  private func rightContent(
    _ event: Event, from start: Int, _ k: Int, _ events: [Event], _ sentence: Sentence, _ hi: Int
  ) -> Range<Int> {
    var end = contentEnd(event, start, k, events, sentence, hi)
    if event.frame == .bare || event.frame == .that, let last = channelStart(start, end) {
      end = last
    }
    guard event.frame == .quotation, let quote = quote(at: start, sentence) else {
      return trimmed(start..<max(start, end))
    }
    let last = tokens[max(quote.innerEnd - 1, quote.open)]
    let isWhole =
      last.endsSentence || last.mark == .comma || quote.end >= hi
      || !tokens[quote.end].isWord
    return isWhole ? start..<max(start, quote.end) : trimmed(start..<max(start, end))
  }

  func quote(at i: Int, _ sentence: Sentence) -> QuoteSpan? {
    guard i < quoteOf.count, quoteOf[i] >= 0, quotes[Int(quoteOf[i])].open == i else { return nil }
    return quotes[Int(quoteOf[i])]
  }

  private func leftContent(
    _ tag: Range<Int>, _ k: Int, _ events: [Event], _ sentence: Sentence, _ hi: Int
  ) -> [Range<Int>] {
    var start = sentence.range.lowerBound
    for event in events[..<k] {
      if case .left(let other) = event.side, other.upperBound <= tag.lowerBound {
        start = other.upperBound
      }
    }
    while start < tag.lowerBound,
      !tokens[start].isWord && tokens[start].mark != .quote
        && tokens[start].mark != .open && tokens[start].mark != .other
    {
      start += 1
    }
    var pieces = [start..<tag.lowerBound]
    if let rest = rest(after: tag, k, events, sentence, hi) { pieces.append(rest) }
    return pieces
  }

  /// What goes on after a tag: `The port, Oslin said, is closed`.
  private func rest(
    after tag: Range<Int>, _ k: Int, _ events: [Event], _ sentence: Sentence, _ hi: Int
  ) -> Range<Int>? {
    var i = tag.upperBound
    var end = hi
    for later in events[(k + 1)...] {
      if let cut = later.cut, cut >= i {
        end = min(end, cut)
        break
      }
    }
    guard i < end,
      tokens[i].mark == .comma || tokens[i].mark == .colon || tokens[i].mark == .dash
        || tokens[i].mark == .quote
    else { return laterQuote(i, end, sentence) }
    if !tokens[i].isWord, tokens[i].mark != .quote { i += 1 }
    guard i < end else { return nil }
    if tokens[i].mark == .quote { return quote(at: i, sentence).map { $0.open..<$0.end } }
    let afterQuote = tag.lowerBound > 0 && isInQuote(tag.lowerBound - 1, sentence)
    if afterQuote || tokens[i].isAny([.relative, .conjunction, .subordinator])
      || tokens[i].shape.contains(.ing)
    {
      return laterQuote(i, end, sentence)
    }
    return i..<end
  }

  private func laterQuote(_ i: Int, _ end: Int, _ sentence: Sentence) -> Range<Int>? {
    for q in sentence.quotes where quotes[q].open >= i && quotes[q].end <= end + 1 {
      let mark = tokens[quotes[q].open - 1].mark
      if quotes[q].words > 2, mark == .comma || mark == .colon {
        return quotes[q].open..<quotes[q].end
      }
    }
    return nil
  }

  func isInQuote(_ i: Int, _ sentence: Sentence) -> Bool {
    quoteOf[i] >= 0
  }

  /// Without the marks around, but with those of a quotation.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (lo, hi) = (range.lowerBound, range.upperBound)
    while lo < hi, isEdge(lo) { lo += 1 }
    while hi > lo, isEdge(hi - 1) || tokens[hi - 1].endsSentence { hi -= 1 }
    return lo..<hi
  }

  private func isEdge(_ i: Int) -> Bool {
    switch tokens[i].mark {
    case .comma, .colon, .semicolon, .dash: true
    default: false
    }
  }
}
