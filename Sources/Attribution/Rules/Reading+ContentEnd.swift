extension Reading {
  /// Where the content of an event ends: at the sentence, or before a later cue with a clause of
  /// its own.
  func contentEnd(
    _ event: Event, _ start: Int, _ k: Int, _ events: [Event], _ sentence: Sentence, _ hi: Int
  ) -> Int {
    var end = hi
    for later in events[(k + 1)...] {
      if let cut = later.cut, cut > start {
        end = min(end, cut)
        break
      }
    }
    var i = start
    while i < end {
      if let quote = quote(at: i, sentence) {
        i = max(quote.end, i + 1)
        if isClosing(quote, event, end) { return min(i, end) }
        continue
      }
      if tokens[i].mark == .semicolon { return i }
      if event.rule == .noun, event.frame == .object, goesOn(i, start) { return i }
      if endsContent(i, event, start, end) { return i }
      i += 1
    }
    return end
  }

  /// Whether an object ends with its quotation: a comma inside of it (`a “joke,” adding`), or an
  /// evaluation with `and` behind it.
  private func isClosing(_ quote: QuoteSpan, _ event: Event, _ end: Int) -> Bool {
    guard quote.end < end, !event.frame.isDisjoint(with: .objects) else { return false }
    if tokens[max(quote.innerEnd - 1, quote.open)].mark == .comma { return true }
    return event.frame == .evaluation && tokens[quote.end].isAny(.conjunction)
  }

  /// Whether the narrator's verb stands at a token: `concerns about the tolls | have grown`. A verb
  /// of a relative clause does not count.
  private func goesOn(_ i: Int, _ start: Int) -> Bool {
    let token = tokens[i]
    guard i > start, token.isWord, !token.isCapital, token.isAny(.auxiliary)
    else { return false }
    return !(start..<i).contains {
      tokens[$0].isWord && tokens[$0].isAny([.relative, .question, .complementizer, .subordinator])
        && !tokens[$0].isAny(.preposition)
    }
  }

  /// Whether a clause of the narrator begins at a comma.
  private func endsContent(_ i: Int, _ event: Event, _ start: Int, _ end: Int) -> Bool {
    guard tokens[i].mark == .comma, i + 1 < end, i > start else { return false }
    let next = tokens[i + 1]
    if next.isAny(.relative), !next.isAny(.article) { return !isOpen(event, start, i, end) }
    if event.rule == .shared, next.shape.contains(.ing) { return true }
    return !event.frame.isDisjoint(with: .objects) && !isList(i, start, end)
  }

  /// Whether a clause gets its verb behind a relative clause: `the ruling, which struck down the
  /// tolls, | shows …`.
  private func isOpen(_ event: Event, _ start: Int, _ comma: Int, _ end: Int) -> Bool {
    guard event.frame == .bare || event.frame == .that,
      finiteVerb(from: start, to: comma) == nil,
      let second = (comma + 1..<end).first(where: { tokens[$0].mark == .comma }), second + 1 < end
    else { return false }
    let next = tokens[second + 1]
    guard next.isWord, !next.isCapital, !next.shape.contains(.ing) else { return false }
    return next.isAny(.auxiliary.union(.finite)) || next.cue >= 0
      || !next.isAny(Reading.closed) && next.shape.isSuperset(of: .s)
      || next.shape.contains(.ed)
  }

  /// `criticism from Oslin, Kolm and Holm`: a comma in a row of names.
  private func isList(_ comma: Int, _ start: Int, _ end: Int) -> Bool {
    guard tokens[comma - 1].isCapital, tokens[comma + 1].isCapital else { return false }
    var i = comma + 1
    while i < end, tokens[i].isWord, tokens[i].isCapital { i += 1 }
    guard i < end else { return false }
    if tokens[i].mark == .comma, i + 1 < end {
      return tokens[i + 1].key == Keys.and || isList(i, start, end)
    }
    return tokens[i].key == Keys.and && i + 1 < end && tokens[i + 1].isCapital
  }
}
