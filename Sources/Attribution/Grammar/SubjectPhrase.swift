extension Reading {
  /// The subject that ends before token `end`, in the clause that begins at `lo`.
  func subject(endingAt end: Int, from lo: Int) -> Source? {
    guard end > lo else { return nil }
    let last = tokens[end - 1]
    if last.mark == .comma || last.mark == .dash {
      return subjectBeforeInsertion(end - 1, from: lo)
    }
    if last.mark == .close || isPercent(end - 1) { return phraseSubject(endingAt: end, from: lo) }
    guard last.isWord else { return nil }
    if Keys.reflexives.contains(last.key), end - 1 > lo {
      return phraseSubject(endingAt: end - 1, from: lo)
    }
    if last.isAny(.relative), !last.isAny([.article, .preposition, .adverb]) {
      return Source(range: end - 1..<end, head: end - 1, kind: .relative)
    }
    if last.isAny(.subject), !last.isAny(.article) {
      if last.isAny([.number]) { return phraseSubject(endingAt: end, from: lo) }
      return Source(range: end - 1..<end, head: end - 1, kind: .pronoun)
    }
    return phraseSubject(endingAt: end, from: lo)
  }

  /// `Oslin, 43, said`, `Oslin, who left, said`: the phrase before the insertion, and the
  /// insertion with it.
  private func subjectBeforeInsertion(_ comma: Int, from lo: Int) -> Source? {
    let mark = tokens[comma].mark
    var i = comma - 1
    while i >= lo, comma - i < 36 {
      if tokens[i].mark == mark, var found = phraseSubject(endingAt: i, from: lo) {
        if mark == .comma, let name = named(before: found, lo) { found = name }
        let first = tokens[i + 1]
        if mark == .comma, first.isAny([.conjunction, .subject]), !first.isAny(.relative) {
          return nil
        }
        return Source(range: found.range.lowerBound..<comma, head: found.head, kind: .phrase)
      }
      if tokens[i].mark == mark, i == lo || tokens[i - 1].mark == .quote {
        return phraseSubject(endingAt: comma, from: i + 1)
      }
      if tokens[i].mark == .quote || tokens[i].mark == .semicolon { return nil }
      i -= 1
    }
    return nil
  }

  /// `Oslin, a delegate from Selan, Alba, said`: the name whose apposition holds a comma itself.
  private func named(before found: Source, _ lo: Int) -> Source? {
    let start = found.range.lowerBound
    guard start - 2 >= lo, tokens[start - 1].mark == .comma, tokens[start - 2].isCapital,
      tokens[start].isAny(.article) || tokens[start].shape.contains(.digits),
      let name = phraseSubject(endingAt: start - 1, from: lo), tokens[name.head].isCapital
    else { return nil }
    return name
  }

  /// A noun phrase read backwards.
  func phraseSubject(endingAt end: Int, from lo: Int) -> Source? {
    var i = end - 1
    var head = -1
    while i >= lo, end - i < 44 {
      let token = tokens[i]
      if token.mark == .close, let open = openBracket(i, lo) {
        i = open - 1
        continue
      }
      if head >= 0, let open = openNickname(i, lo) {
        i = open - 1
        continue
      }
      if isDeterminer(i, lo) {
        if head < 0 { head = i }
        guard let next = beforePreposition(i, lo) else { return made(i, end, head) }
        (head, i) = (next, next)
        continue
      }
      if isNominal(i, lo) {
        if head >= 0, endsBefore(i) { break }
        if head < 0 { head = i }
        i -= 1
        continue
      }
      guard head >= 0, token.isWord, token.isAny([.preposition, .conjunction]),
        let next = beforePreposition(i + 1, lo)
      else { break }
      if token.isAny(.preposition) { head = next }
      i = next
    }
    return made(i + 1, end, head)
  }

  private func isDeterminer(_ i: Int, _ lo: Int) -> Bool {
    let token = tokens[i]
    return token.isAny(.determiner) && token.isWord
      && (!token.isCapital || i == lo || !tokens[i - 1].isWord)
  }

  /// `terms Alba has rejected`: a plural does not belong to the name after it, if it is no
  /// word for people.
  private func endsBefore(_ i: Int) -> Bool {
    let token = tokens[i]
    return knowledge.language == "en" && token.shape.contains(.s) && !token.isCapital
      && tokens[i + 1].isCapital && !token.isAny(.agent.union(.document))
  }

  private func made(_ start: Int, _ end: Int, _ head: Int) -> Source? {
    guard head >= start, start < end else { return nil }
    var first = start
    while first < head, tokens[first].isAny([.adverb]) || tokens[first].mark == .genitive {
      first += 1
    }
    if first < head, tokens[first].key == Keys.that, isPlural(first + 1) { first += 1 }
    return Source(range: first..<end, head: head, kind: .phrase)
  }

  /// `that officials say`, `that Oslin says`: the `that` is no article.
  private func isPlural(_ i: Int) -> Bool {
    tokens[i].isCapital || tokens[i].isAny(.plural)
      || tokens[i].isAny(.agent) && tokens[i].shape.contains(.s)
  }

  /// The mark that opens the nickname which token `i` closes: `Ivan “the Bear” Rusk`.
  private func openNickname(_ i: Int, _ lo: Int) -> Int? {
    guard i > lo + 1, tokens[i].mark == .quote, quoteOf[i] < 0, tokens[i + 1].isCapital else {
      return nil
    }
    let open = (max(lo + 1, i - 4)..<i).last { tokens[$0].mark == .quote }
    return open.flatMap { tokens[$0 - 1].isCapital ? $0 : nil }
  }

  private func openBracket(_ close: Int, _ lo: Int) -> Int? {
    var i = close - 1
    while i >= lo, close - i < 16 {
      if tokens[i].mark == .open { return i }
      i -= 1
    }
    return nil
  }

  /// The noun before a preposition (or an `and` between nouns) that stands before token `i`; nil
  /// where the phrase begins at `i`.
  private func beforePreposition(_ i: Int, _ lo: Int) -> Int? {
    let p = i - 1
    if hasVerbSecond, p > lo, tokens[i].isAny(.genitive), tokens[p].isCapital { return p }
    if let noun = beforePostposed(p, lo) { return noun }
    guard p > lo, isNominal(p - 1, lo) || tokens[p - 1].mark == .close else { return nil }
    let (link, noun) = (tokens[p], tokens[p - 1])
    if link.key == Keys.and || link.mark == .other && link.isAny(.conjunction) {
      let both = noun.isCapital && tokens[i].isCapital
      return both || noun.isAny(.agent) && tokens[i].isAny(.agent) ? p - 1 : nil
    }
    guard link.isWord, link.isAny(.preposition), !link.isAny(.subordinator) || link.key == Keys.as
    else { return nil }
    if noun.isAny(.time), !noun.isAny(.agent) { return nil }
    let isAgent =
      noun.isAny([.agent, .document]) || noun.isCapital || noun.isAny(.agent.union(.plural))
    return link.key == Keys.of || isAgent ? p - 1 : nil
  }

  /// `diplomats familiar with the talks`, `a study published by the council`: the noun before what
  /// stands between it and the preposition `p`.
  private func beforePostposed(_ p: Int, _ lo: Int) -> Int? {
    guard p - 2 >= lo, tokens[p].isWord, tokens[p].isAny(.preposition) else { return nil }
    let (noun, between) = (tokens[p - 2], tokens[p - 1])
    let isParticiple = tokens[p].key == Keys.by && between.shape.contains(.ed)
    guard between.isWord, !between.isCapital, between.isAny(.postposed) || isParticiple,
      isNominal(p - 2, lo), !noun.isAny(.determiner)
    else { return nil }
    let isSomebody = noun.isAny(.agent.union(.document)) || noun.isCapital
    return isSomebody || noun.shape.contains(.s) || noun.isAny(.plural) ? p - 2 : nil
  }

  /// Whether a token may be part of a noun phrase, to the left of its end.
  func isNominal(_ i: Int, _ lo: Int) -> Bool {
    guard i >= lo else { return false }
    let token = tokens[i]
    if token.mark == .genitive || isPercent(i) { return true }
    guard token.isWord else { return false }
    if token.isAny(.weekday) { return false }
    if token.isCapital, i > lo, tokens[i - 1].isWord { return true }
    if token.isAny(.time), !token.isAny(.agent), !token.isCapital { return false }
    if token.isAny(.agent) || token.isAny([.document, .number]) { return true }
    if isNounBehindArticle(i) { return true }
    if token.isAny(Reading.closed) { return token.isAny(.plural) && token.isAny(.group) }
    if token.shape.contains(.ly), !token.isCapital, !token.isAny(.occasion) { return false }
    if token.cue >= 0, token.shape.contains(.ed) || token.isAny(.finite), !token.isCapital {
      return i > 0 && tokens[i - 1].isAny([.determiner, .adverb])
    }
    return true
  }

  /// The sign of `26% say`, behind its number.
  func isPercent(_ i: Int) -> Bool {
    tokens[i].mark == .other && bytes[Int(tokens[i].start)] == 0x25 && i > 0
      && tokens[i - 1].shape.contains(.digits)
  }

  static let closed: WordClass = [
    .preposition, .conjunction, .subordinator, .complementizer, .relative, .subject, .object, .be,
    .have, .do, .modal, .negation, .adverb, .finite, .article, .possessive, .clausal,
  ]
}
