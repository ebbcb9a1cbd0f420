/// The channel of a statement: the occasion or the medium that stands beside its content, `in an
/// interview with the Harbour Times`, `on X`, `told Fox News`.
extension Reading {
  /// The words for the channel of an event, without preposition and article; nil where there is none.
  ///
  /// They stand between the cue and its content, behind the content, or open the sentence.
  func channel(
    of event: Event, besides content: [Range<Int>], _ events: [Event], _ sentence: Sentence
  ) -> Range<Int>? {
    guard speaks(event) else { return nil }
    for gap in gaps(of: event, besides: content, events, sentence) {
      if let found = channel(in: gap, hasVerbSecond) { return found }
    }
    return nil
  }

  /// Whether an event is one of speech, not of an attitude.
  private func speaks(_ event: Event) -> Bool {
    guard event.number >= 0 else { return event.rule == .according || event.rule == .so }
    let cue = knowledge.lexicon.cues[event.number]
    // `issued a warning that` is speech, `Oslin’s hope that` is none.
    let isSpoken = cue.kind == .verb || cue.kind == .noun && event.cue.count > 1
    return isSpoken && !cue.frames.isDisjoint(with: [.quotation, .that, .addressee])
  }

  /// The stretches beside the content, those next to the cue first.
  private func gaps(
    of event: Event, besides content: [Range<Int>], _ events: [Event], _ sentence: Sentence
  ) -> [Range<Int>] {
    let source = event.source?.range ?? event.cue
    let first = min(event.cue.lowerBound, source.lowerBound)
    let last = max(event.cue.upperBound, hasVerbSecond ? 0 : source.upperBound)
    var (lo, hi) = (sentence.range.lowerBound, textEnd(sentence))
    for other in events where other.cue != event.cue {
      if other.cue.upperBound <= first { lo = max(lo, other.cue.upperBound) }
      if other.cue.lowerBound >= last { hi = min(hi, other.cue.lowerBound) }
    }
    var gaps: [Range<Int>] = []
    let next = content.first { $0.upperBound > last }
    let end = next.map { max(last, $0.lowerBound) } ?? clauseEnd(from: last, hi)
    if last < end { gaps.append(last..<end) }
    if let next, next.upperBound < hi, case .right = event.side {
      var start = next.upperBound
      if tokens[start].mark == .comma { start += 1 }
      gaps.append(start..<clauseEnd(from: start, hi))
    }
    let floor = content.last { $0.upperBound <= first }?.upperBound ?? lo
    if floor < first, finiteVerb(from: floor, to: first) == nil { gaps.append(floor..<first) }
    return gaps
  }

  private func channel(in gap: Range<Int>, _ names: Bool) -> Range<Int>? {
    var i = gap.lowerBound
    while i < gap.upperBound {
      if tokens[i].isAny(.occasionLead), let found = channel(after: i, gap.upperBound) {
        return found
      }
      if names, isDative(i, gap.lowerBound), let end = mediumEnd(from: i, gap.upperBound) {
        return unquoted(i..<end)
      }
      i += 1
    }
    return nil
  }

  /// German: whether a name is that of whom something is told: `dem Sender | Radio Selan`.
  private func isDative(_ i: Int, _ lo: Int) -> Bool {
    var j = i - 1
    while j > lo, i - j < 4, tokens[j].isWord, !tokens[j].isAny(.article) { j -= 1 }
    return j >= lo && Keys.datives.contains(tokens[j].key)
  }

  /// The channel behind a preposition: an occasion with what belongs to it, or a medium.
  func channel(after lead: Int, _ hi: Int) -> Range<Int>? {
    var start = lead + 1
    while start < hi, tokens[start].isAny(.determiner), !isName(start) { start += 1 }
    guard start < hi else { return nil }
    if let end = mediumEnd(from: start, hi) {
      let whole = tokens[start].mark == .quote ? end : phraseEnd(from: start, to: hi)
      return unquoted(withoutGenitive(start..<max(end, whole)))
    }
    let end = phraseEnd(from: lead + 1, to: hi)
    guard end > start, tokens[headBeforeLink(start..<end)].isAny(.occasion) else { return nil }
    return withoutGenitive(start..<withQuotedName(end, hi))
  }

  private func withoutGenitive(_ range: Range<Int>) -> Range<Int> {
    tokens[range.upperBound - 1].mark == .genitive ? range.dropLast() : range
  }

  /// `Interview mit der | „Bild“`: the name of a paper in quotation marks belongs to the phrase.
  private func withQuotedName(_ end: Int, _ hi: Int) -> Int {
    var i = end
    while i < hi, i < end + 3, tokens[i].isAny([.preposition, .determiner]) { i += 1 }
    guard i > end, i < hi, let quote = shortQuote(i), quote.end <= hi else { return end }
    return quote.end
  }

  func shortQuote(_ i: Int) -> QuoteSpan? {
    guard i < quoteOf.count, quoteOf[i] >= 0 else { return nil }
    let quote = quotes[Int(quoteOf[i])]
    return quote.open == i && quote.closed && quote.words < 6 ? quote : nil
  }

  /// Without quotation marks around.
  private func unquoted(_ range: Range<Int>) -> Range<Int> {
    guard let quote = shortQuote(range.lowerBound), quote.end == range.upperBound else {
      return range
    }
    return quote.open + 1..<quote.innerEnd
  }

  /// The last word of a phrase before its first preposition.
  private func headBeforeLink(_ range: Range<Int>) -> Int {
    var head = range.lowerBound
    for i in range {
      if i > range.lowerBound, tokens[i].isAny(.preposition), !tokens[i].isCapital { break }
      if tokens[i].isWord { head = i }
    }
    return head
  }

  /// The token after the name of a medium that begins at a token; nil where none does.
  func mediumEnd(from i: Int, _ hi: Int) -> Int? {
    let media = knowledge.lexicon.media
    if let quote = shortQuote(i), quote.end <= hi {
      let keys = (i + 1..<quote.innerEnd).map { tokens[$0].key }
      let isName = media.quoted.contains(keys) || media.byFirst[keys.first ?? 0] != nil
      return isName || media.endings.contains(keys.last ?? 0) ? quote.end : nil
    }
    guard isName(i), tokens[i].isWord else { return nil }
    for keys in media.byFirst[tokens[i].key, default: []]
    where i + keys.count <= hi && keys.indices.allSatisfy({ tokens[i + $0].key == keys[$0] }) {
      return i + keys.count
    }
    var end = i
    while end < hi, tokens[end].isWord, tokens[end].isCapital, !tokens[end].isAny(.weekday) {
      end += 1
      if end > i + 1, media.endings.contains(tokens[end - 1].key) { return end }
    }
    return nil
  }

  /// Whether a name may begin at a word: `The Hill`, but not `The port` at the start of a sentence.
  private func isName(_ i: Int) -> Bool {
    tokens[i].isCapital && (i == 0 || tokens[i - 1].isWord || !tokens[i].isAny(.article))
  }

  /// Where the channel behind what is told begins: `the port is shut, | in a statement on Monday`.
  /// Only what fills the rest of the sentence behind a comma or a quotation counts: without one it
  /// belongs to what is told as often as not. Nil where nothing does.
  func channelStart(_ start: Int, _ end: Int) -> Int? {
    guard !hasVerbSecond, end - start > 6 else { return nil }
    for i in stride(from: end - 2, to: max(start + 3, end - 12), by: -1)
    where tokens[i].isAny(.occasionLead) && quoteOf[i] < 0 {
      let before = tokens[i - 1].mark
      if before == .comma || before == .quote, let found = channel(after: i, end),
        skipAdverbials(from: found.upperBound, to: end) == end
      {
        return i
      }
    }
    return nil
  }

  /// Who is told and the medium that tells it on, taken apart: `told Fox News`, `told CNN’s Oslin`.
  func told(_ addressee: Range<Int>) -> (addressee: Range<Int>?, channel: Range<Int>?) {
    var start = addressee.lowerBound
    while start + 1 < addressee.upperBound, tokens[start].isAny(.determiner), !isName(start) {
      start += 1
    }
    let media = knowledge.lexicon.media
    let isShort =
      start == addressee.upperBound - 1 && start > addressee.lowerBound && tokens[start].isCapital
      && media.endings.contains(tokens[start].key)
    if isShort { return (nil, start..<addressee.upperBound) }
    if let end = mediumEnd(from: start, addressee.upperBound) {
      return (end == addressee.upperBound ? nil : addressee, start..<end)
    }
    let isOccasion = tokens[headBeforeLink(start..<addressee.upperBound)].isAny(.occasion)
    return isOccasion ? (nil, start..<addressee.upperBound) : (addressee, nil)
  }
}
