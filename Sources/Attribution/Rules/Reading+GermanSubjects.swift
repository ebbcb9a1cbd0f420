/// Who stands before and behind a German verb.
extension Reading {
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
    if let quoted = quotedName(from: i, end) { return quoted }
    let stop = phraseEnd(from: i, to: end)
    guard stop > i else { return nil }
    return Source(range: i..<stop, head: germanHead(i..<stop), kind: .phrase)
  }

  /// A source whose name stands in quotation marks: `das „Selaner Institut“`.
  private func quotedName(from i: Int, _ end: Int) -> Source? {
    var open = i
    while open < end, open < i + 3, tokens[open].isWord {
      // `sagte Holm der „Zeitung“`: who is told is no subject.
      if open > i, tokens[open].isAny(.article) { return nil }
      open += 1
    }
    guard open < end, let quote = shortQuote(open), quote.end <= end, quote.words > 0 else {
      return nil
    }
    return Source(
      range: quote.open + 1..<quote.innerEnd, head: quote.innerEnd - 1, kind: .phrase)
  }

  /// The same before a verb: `Die „Selaner Zeitung“ hatte …`.
  private func quotedName(before verb: Int, _ lo: Int) -> Source? {
    guard verb > lo, quoteOf[verb - 1] >= 0, tokens[verb - 1].mark == .quote,
      let quote = shortQuote(quotes[Int(quoteOf[verb - 1])].open), quote.end == verb,
      quote.words > 0
    else { return nil }
    var first = quote.open
    while first > lo, quote.open - first < 3, tokens[first - 1].isWord,
      tokens[first - 1].isCapital || tokens[first - 1].isAny(.article)
    {
      first -= 1
    }
    let isNamed = first < quote.open || mediumEnd(from: quote.open, verb) != nil
    let name = quote.open + 1..<quote.innerEnd
    return isNamed ? Source(range: name, head: quote.innerEnd - 1, kind: .phrase) : nil
  }

  func germanHead(_ range: Range<Int>) -> Int {
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

  func subjectBefore(_ verb: Int, _ start: Int, _ sentence: Sentence) -> Source? {
    var end = verb
    let lo = sentence.range.lowerBound
    if let quoted = quotedName(before: verb, lo) { return quoted }
    while end > start, tokens[end - 1].isAny(.adverb), !tokens[end - 1].isCapital { end -= 1 }
    guard let found = subject(endingAt: end, from: tokens[max(end - 1, lo)].isWord ? start : lo)
    else { return nil }
    if found.kind == .relative { return tokens[found.head].isAny(.article) ? found : nil }
    let first = found.range.lowerBound
    if first > lo, tokens[first - 1].isAny(.preposition) { return nil }
    return tokens[found.head].isAny(.time) && !tokens[found.head].isAny(.agent) ? nil : found
  }
}
