/// Where a content begins, and as what.
struct ContentStart {
  var token: Int
  var frame: Cue.Frames
  var addressee: Range<Int>?
}

extension Reading {
  /// Where the content after a cue begins; nil where what follows fits none of its frames.
  func contentStart(_ cue: Cue, _ group: VerbGroup, _ after: Int, _ hi: Int) -> ContentStart? {
    if cue.frames.contains(.addressee), group.end < hi {
      if let start = addressed(cue, group.end, hi) { return start }
    }
    if let start = clause(cue, after, hi) { return start }
    if cue.frames.contains(.objectQuestion), let start = asked(group.end, hi) { return start }
    if after > group.end, let start = objects(cue, group.end, hi, group) { return start }
    return objects(cue, after, hi, group)
  }

  /// `told reporters that …`.
  private func addressed(_ cue: Cue, _ i: Int, _ hi: Int) -> ContentStart? {
    let end: Int
    if tokens[i].isAny(.object), !tokens[i].isAny(.possessive) || !startsNoun(i + 1, hi) {
      end = i + 1
    } else {
      guard !tokens[i].isAny([.complementizer, .subject]) || tokens[i].isAny(.article),
        tokens[i].key != Keys.that
      else { return nil }
      end = phraseEnd(from: i, to: hi)
    }
    guard end > i, end < hi else { return nil }
    let after = skipAdverbials(from: end, to: hi)
    var inner = cue
    inner.frames.insert([.bareWeak, .question])
    guard var start = clause(inner, after, hi) ?? infinitive(cue, i, end, hi) else { return nil }
    start.addressee = i..<end
    return start
  }

  /// `asked Oslin on Monday whether …`, `asked her about …`.
  private func asked(_ i: Int, _ hi: Int) -> ContentStart? {
    guard i < hi else { return nil }
    let end =
      tokens[i].isAny(.object) && !(tokens[i].isAny(.possessive) && startsNoun(i + 1, hi))
      ? i + 1 : phraseEnd(from: i, to: hi)
    guard end > i, end < hi else { return nil }
    let after = skipAdverbials(from: end, to: hi)
    guard after + 1 < hi else { return nil }
    if tokens[after].key == Keys.about {
      return ContentStart(token: after + 1, frame: .object, addressee: i..<end)
    }
    guard isQuestion(after) else { return nil }
    return ContentStart(token: after, frame: .question, addressee: i..<end)
  }

  /// Whether a question of somebody else may begin here: `whether`, `if`, `who`.
  private func isQuestion(_ i: Int) -> Bool {
    tokens[i].isAny(.question) && tokens[i].key != Keys.that || tokens[i].key == Keys.if
  }

  private func infinitive(_ cue: Cue, _ i: Int, _ end: Int, _ hi: Int) -> ContentStart? {
    guard cue.frames.contains(.objectInfinitive), end < hi, tokens[end].key == Keys.to else {
      return nil
    }
    return ContentStart(token: i, frame: .objectInfinitive)
  }

  private func startsNoun(_ i: Int, _ hi: Int) -> Bool {
    i < hi && tokens[i].isWord && !tokens[i].isAny(Reading.closed)
  }

  /// Quotations and clauses.
  private func clause(_ cue: Cue, _ from: Int, _ hi: Int) -> ContentStart? {
    var i = from
    guard i < hi else { return nil }
    let frames = cue.frames
    if tokens[i].mark == .colon, i + 1 < hi, frames.contains(.quotation) {
      return ContentStart(
        token: i + 1, frame: tokens[i + 1].mark == .quote ? .quotation : .that)
    }
    if tokens[i].mark == .comma, frames.contains(.that), let that = afterInsertion(i, hi) {
      return ContentStart(token: that, frame: .that)
    }
    if tokens[i].mark == .comma, i + 1 < hi, tokens[i + 1].mark == .quote { i += 1 }
    if tokens[i].mark == .quote {
      if i == from, isTitleQuote(i) { return nil }
      return frames.contains(.quotation) ? .init(token: i, frame: .quotation) : nil
    }
    let token = tokens[i]
    guard token.isWord else { return nil }
    if token.key == Keys.that, frames.contains(.that), i + 1 < hi {
      if tokens[i + 1].isWord || tokens[i + 1].mark == .quote || tokens[i + 1].mark == .comma {
        return ContentStart(token: i + 1, frame: .that)
      }
    }
    if frames.contains(.question), isQuestion(i) {
      return ContentStart(token: i, frame: .question)
    }
    return bare(frames, i, hi)
  }

  /// `read “The Long Road”`: words that all begin with a capital, and no mark that ends a sentence.
  private func isTitleQuote(_ i: Int) -> Bool {
    guard !hasVerbSecond, quoteOf[i] >= 0 else { return false }
    let quote = quotes[Int(quoteOf[i])]
    guard quote.open == i, quote.words > 1, tokens[quote.innerEnd - 1].isWord else { return false }
    return (i + 1..<quote.innerEnd).allSatisfy {
      tokens[$0].isCapital || tokens[$0].end - tokens[$0].start < 4 || !tokens[$0].isWord
    }
  }

  /// `said, after the talks, that`: the word after `that`.
  private func afterInsertion(_ comma: Int, _ hi: Int) -> Int? {
    for i in comma + 1..<min(comma + 20, max(hi, comma + 1)) where tokens[i].key == Keys.that {
      return tokens[i - 1].mark == .comma && i + 1 < hi ? i + 1 : nil
    }
    return nil
  }

  private func bare(_ frames: Cue.Frames, _ i: Int, _ hi: Int) -> ContentStart? {
    guard frames.contains(.bare) || frames.contains(.bareWeak), beginsClause(i) else { return nil }
    guard let verb = finiteVerb(from: i, to: min(hi, i + 40)) else {
      return frames.contains(.bare) && isUnknownClause(i, hi) ? .init(token: i, frame: .bare) : nil
    }
    return frames.contains(.bare) || verb - i < 14 ? .init(token: i, frame: .bare) : nil
  }

  /// `his friends feel | the same way`: a clause whose verb no table has shows by the object that
  /// follows what looks like one phrase.
  private func isUnknownClause(_ i: Int, _ hi: Int) -> Bool {
    guard tokens[i].isAny(.determiner) || tokens[i].isCapital || tokens[i].shape.contains(.s)
    else { return false }
    let end = phraseEnd(from: i, to: hi)
    guard end > i + 1, end < hi, tokens[end].isWord, !tokens[end].isCapital else { return false }
    return tokens[end].isAny(WordClass.determiner.union(.object)) && !tokens[end].isAny(.relative)
      && !tokens[end - 1].isCapital && !tokens[end - 1].shape.contains(.ing)
  }

  private func beginsClause(_ i: Int) -> Bool {
    let token = tokens[i]
    // `he’s`, `they’ll`: the subject is part of the word.
    if token.isAny(.clausal) { return true }
    if token.isAny([.auxiliary, .relative]), !token.isAny([.article, .subject, .complementizer]) {
      return false
    }
    return !token.isAny([.conjunction]) || token.isAny(.subordinator)
  }

  /// The first word that can only be a finite verb.
  func finiteVerb(from i: Int, to hi: Int) -> Int? {
    var j = i
    while j < hi {
      let token = tokens[j]
      if j > i || token.isAny([.auxiliary, .clausal]), token.isWord, !token.isCapital {
        if token.isAny([.auxiliary, .clausal]) { return j }
        let isPast = token.shape.contains(.ed) && !tokens[j - 1].isAny([.determiner, .preposition])
        if j > i, token.isAny(.finite) || isPast || isThirdPerson(j) { return j }
      }
      if token.mark == .semicolon { return nil }
      j += 1
    }
    return nil
  }

  private func isThirdPerson(_ j: Int) -> Bool {
    let token = tokens[j]
    return token.cue >= 0 && token.shape.contains(.s) && !tokens[j - 1].isAny(.determiner)
  }

  /// Objects, infinitives, gerunds, prepositions.
  private func objects(_ cue: Cue, _ i: Int, _ hi: Int, _ group: VerbGroup) -> ContentStart? {
    guard i < hi, tokens[i].isWord || tokens[i].mark == .quote else { return nil }
    let token = tokens[i]
    let frames = cue.frames
    if token.isAny(.preposition), cue.prepositions.contains(token.key), i + 1 < hi {
      return ContentStart(token: i + 1, frame: .object)
    }
    if token.key == Keys.to, frames.contains(.infinitive), i + 1 < hi,
      tokens[i + 1].isWord, !tokens[i + 1].isAny([.article, .possessive]), !tokens[i + 1].isCapital
    {
      return ContentStart(token: i, frame: .infinitive)
    }
    if token.shape.contains(.ing), frames.contains(.gerund) {
      return .init(token: i, frame: .gerund)
    }
    if frames.contains(.objectInfinitive) {
      let end = tokens[i].isAny(.object) ? i + 1 : phraseEnd(from: i, to: hi)
      if end > i, end < hi, tokens[end].key == Keys.to || tokens[end].isAny(.negation) {
        return ContentStart(token: i, frame: .objectInfinitive)
      }
    }
    return object(frames, i, hi)
  }

  /// `called Oslin’s plan to close the port “a joke”`: the evaluation is a quotation further on in
  /// the same clause.
  private func quoteFollows(_ from: Int, _ hi: Int) -> Bool {
    for i in from..<max(from, min(from + 20, hi)) {
      if tokens[i].mark == .quote { return true }
      let isVerb = tokens[i].isAny(.auxiliary) || tokens[i].cue >= 0 && !tokens[i].isCapital
      if !tokens[i].isWord, tokens[i].mark != .genitive { return false }
      if tokens[i].isWord, isVerb || tokens[i].isAny([.conjunction, .relative]) { return false }
    }
    return false
  }

  private func object(_ frames: Cue.Frames, _ i: Int, _ hi: Int) -> ContentStart? {
    guard frames.contains(.object) || frames.contains(.evaluation) else { return nil }
    let token = tokens[i]
    let end = token.isAny(.object) ? i + 1 : phraseEnd(from: i, to: hi)
    guard end > i || token.mark == .quote,
      !token.isAny([.preposition, .relative]) || token.isAny(.article)
        || token.isAny(.object)
    else { return nil }
    if frames.contains(.object) { return ContentStart(token: i, frame: .object) }
    if quoteFollows(end, hi) { return ContentStart(token: i, frame: .evaluation) }
    guard end < hi, tokens[end].isWord || tokens[end].mark == .quote, token.key != Keys.that,
      !tokens[end].isAny([.conjunction, .preposition]) || tokens[end].key == Keys.as
    else { return nil }
    return ContentStart(token: i, frame: .evaluation)
  }
}
