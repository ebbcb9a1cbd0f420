extension Reading {
  /// Passes over what tells when, where and to whom something is said: `on Thursday`, `in a
  /// statement`, `to reporters`, `later`.
  func skipAdverbials(from start: Int, to hi: Int) -> Int {
    var i = start
    while i < hi {
      let next = adverbialEnd(i, hi)
      if next == i { return i }
      i = next
    }
    return i
  }

  /// The end of one adverbial that begins at `i`; `i` where none does.
  func adverbialEnd(_ i: Int, _ hi: Int) -> Int {
    let token = tokens[i]
    guard token.isWord else { return i }
    let time = timeEnd(i, hi)
    if time > i { return time }
    // `there were 18 letters`: the clause begins here.
    if token.key == Keys.there, i + 1 < hi, tokens[i + 1].isAny(.auxiliary) { return i }
    let isManner = token.shape.contains(.ly) && !token.isAny(WordClass.agent.union(.occasion))
    if token.isAny(.adverb) || isManner, !token.isCapital,
      !token.isAny([.conjunction, .negation])
    {
      return i + 1 == hi || !isSubjectStart(i + 1) || tokens[i + 1].isAny(.timeLead) ? i + 1 : i
    }
    guard token.isAny(.preposition), token.key != Keys.that, i + 1 < hi else { return i }
    return mediumEnd(i, hi)
  }

  private func isSubjectStart(_ i: Int) -> Bool {
    tokens[i].isAny([.subject, .article, .possessive]) && !tokens[i].isAny(.complementizer)
  }

  /// `on Thursday`, `last week`, `earlier this month`, `in March 2031`, `Oct. 4`.
  func timeEnd(_ i: Int, _ hi: Int) -> Int {
    var j = i
    while j < hi, j - i < 3, tokens[j].isWord, tokens[j].isAny(.timeLead),
      !tokens[j].isAny(.time)
    {
      j += 1
    }
    if j < hi, tokens[j].isAny(.article), j > i { j += 1 }
    let first = j
    while j < hi, j - first < 4 {
      let token = tokens[j]
      let number = token.shape.contains(.digits) && j > first
      guard token.isWord, token.isAny(.time) || number else { break }
      j += 1
    }
    if j == first, j > i, j < hi, tokens[j].shape.contains(.digits),
      tokens[j].end - tokens[j].start == 4,
      j + 1 == hi || !tokens[j + 1].isWord
    {
      return j + 1
    }
    return j > first ? j : i
  }

  /// `in a statement to the press`, `on Twitter`, `during the debate`, `to reporters`: a
  /// preposition and a phrase with a noun of a medium.
  private func mediumEnd(_ i: Int, _ hi: Int) -> Int {
    let end = phraseEnd(from: i + 1, to: hi)
    guard end > i + 1 else { return i }
    var isMedium = tokens[i].key == Keys.to && end - i < 6
    for j in i + 1..<end where tokens[j].isAny(.medium) || tokens[j].key == Keys.x {
      isMedium = true
    }
    if !isMedium, tokens[i].isAny(.occasionLead), channel(after: i, end) != nil { isMedium = true }
    let quoted =
      end < hi
      && (tokens[end].mark == .quote || tokens[end].mark == .colon
        || tokens[end].mark == .comma && end + 1 < hi && tokens[end + 1].mark == .quote)
    if !isMedium, !quoted { return i }
    var j = end
    if j + 1 < hi, tokens[j].key == Keys.to { j = max(j, phraseEnd(from: j + 1, to: hi)) }
    return j
  }
}
