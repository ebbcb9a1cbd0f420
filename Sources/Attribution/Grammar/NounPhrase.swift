extension Reading {
  /// The end of a noun phrase that begins at `i` and is read forwards, with its prepositional
  /// phrases where `deep`; `i` itself where none begins.
  func phraseEnd(from i: Int, to hi: Int, deep: Bool = true) -> Int {
    var j = i
    var nouns = 0
    while j < hi, j - i < 48, let next = phraseStep(j, i, hi, &nouns, deep: deep) { j = next }
    while j > i, tokens[j - 1].isWord, !tokens[j - 1].isCapital,
      tokens[j - 1].isAny([.preposition, .conjunction]) || hasVerbSecond
    {
      j -= 1
    }
    return nouns > 0 ? j : i
  }

  /// The token after one part of a phrase that began at `i`; nil where the phrase is over.
  private func phraseStep(
    _ j: Int, _ i: Int, _ hi: Int, _ nouns: inout Int, deep: Bool
  ) -> Int? {
    let token = tokens[j]
    if token.mark == .open { return nouns > 0 ? closeBracket(j, hi).map { $0 + 1 } : nil }
    if token.mark == .genitive { return j + 1 }
    guard token.isWord else { return nil }
    // `Friday’s decision`.
    if token.isAny([.weekday, .time]), j + 2 < hi, tokens[j + 1].mark == .genitive { return j + 2 }
    if token.isAny(.determiner), !token.isCapital || nouns == 0 {
      let goesOn = nouns == 0 || hasVerbSecond && token.isAny(.genitive) && j + 1 < hi
      return goesOn ? j + 1 : nil
    }
    if isNounHere(j, i) {
      nouns += 1
      return j + 1
    }
    guard deep, nouns > 0, links(j, hi) else { return nil }
    return j + 1 < hi && tokens[j + 1].isAny(.determiner) ? j + 2 : j + 1
  }

  private func closeBracket(_ open: Int, _ hi: Int) -> Int? {
    for i in open + 1..<min(open + 16, max(hi, open + 1)) where tokens[i].mark == .close {
      return i
    }
    return nil
  }

  private func isNounHere(_ j: Int, _ i: Int) -> Bool {
    let token = tokens[j]
    if token.isCapital, j > i, !token.isAny(.weekday) { return true }
    if token.isAny(.weekday) { return false }
    if token.isAny(.time), !token.isAny(.agent), !token.isCapital { return false }
    if token.isAny(.agent) || token.isAny([.document, .number]) { return true }
    if isNounBehindArticle(j) { return true }
    if token.isAny(Reading.closed) { return false }
    if token.shape.contains(.ly), !token.isCapital, !token.isAny(.occasion) { return false }
    // `Oslin appeared`: a past form behind a name is its verb.
    if token.shape.contains(.ed), !token.isCapital, j > i, tokens[j - 1].isCapital { return false }
    if token.cue >= 0, !token.isCapital, token.shape.contains(.ed) { return false }
    return !hasVerbSecond || j == i || !tokens[j - 1].isCapital || tokens[j - 1].isAny(.determiner)
  }

  /// `the move`, `its claims`: what may be a verb is a noun behind an article.
  func isNounBehindArticle(_ i: Int) -> Bool {
    let token = tokens[i]
    guard !hasVerbSecond, i > 0, token.isAny(.finite), !token.isAny(.auxiliary.union(.clausal))
    else { return false }
    let before = tokens[i - 1]
    return before.isWord && before.isAny(.determiner)
      && !before.isAny([.subject, .object, .relative, .complementizer])
  }

  /// Whether a preposition or an `and` goes on with the phrase.
  private func links(_ j: Int, _ hi: Int) -> Bool {
    guard j + 1 < hi else { return false }
    let (link, next) = (tokens[j], tokens[j + 1])
    guard next.isWord, next.isCapital || next.isAny(.determiner) || isNounHere(j + 1, j) else {
      return false
    }
    if link.key == Keys.and { return true }
    if next.isAny(.weekday) || next.isAny(.time) && !next.isCapital { return false }
    return link.isAny(.preposition) && !link.isAny(.subordinator) && link.key != Keys.to
  }

  /// The head of a phrase read forwards: its last noun before a preposition.
  func head(of range: Range<Int>) -> Int {
    var head = range.lowerBound
    for j in range {
      let token = tokens[j]
      if j > range.lowerBound, token.isWord, token.isAny(.preposition), !token.isCapital { break }
      if token.mark == .open || token.mark == .comma { break }
      if token.isWord { head = j }
    }
    return head
  }
}
