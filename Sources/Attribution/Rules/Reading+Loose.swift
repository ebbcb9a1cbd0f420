internal import Casebook

extension Reading {
  /// Quotations without a cue of their own: they go on with the statement before, or stand after
  /// a colon.
  mutating func loose(_ s: Int) -> [Draft] {
    let sentence = sentences[s]
    guard !sentence.quotes.isEmpty else { return [] }
    if isAllQuoted(sentence) {
      if let last = continued(s) {
        drafts[last].content += sentence.quotes.map { quotes[$0].open..<quotes[$0].end }
        drafts[last].sentence = s
        return []
      }
      return []
    }
    return knowledge.isFull ? afterColon(s) : []
  }

  func isAllQuoted(_ sentence: Sentence) -> Bool {
    sentence.range.allSatisfy { !tokens[$0].isWord || isInQuote($0, sentence) }
  }

  /// The statement that a quotation goes on with: the last one, if it ended with a quotation in
  /// the sentence before.
  func continued(_ s: Int) -> Int? {
    var last = drafts.count - 1
    while last >= 0, drafts[last].sentence == s - 1 {
      let isQuoted = drafts[last].voice == .direct || drafts[last].voice == .mixed
      if isQuoted, drafts[last].rule != .nested { return last }
      last -= 1
    }
    return nil
  }

  /// `Oslin was blunt: “No.”`
  private func afterColon(_ s: Int) -> [Draft] {
    let sentence = sentences[s]
    guard let q = sentence.quotes.last, quotes[q].open - 1 > sentence.range.lowerBound,
      quotes[q].words > 2, tokens[quotes[q].open - 1].mark == .colon,
      let source = colonSubject(sentence, before: quotes[q].open - 1), isAgentive(source)
    else { return [] }
    return [
      Draft(
        content: [quotes[q].open..<quotes[q].end], source: source,
        cue: quotes[q].open - 1..<quotes[q].open, voice: .direct, sentence: s, rule: .colon)
    ]
  }

  private func colonSubject(_ sentence: Sentence, before colon: Int) -> Source? {
    let lo = sentence.range.lowerBound
    guard hasVerbSecond,
      let verb = (lo..<colon).first(where: {
        tokens[$0].isAny(.finite) || tokens[$0].cue >= 0 && !tokens[$0].isCapital
      })
    else { return mainSubject(sentence, before: colon) }
    return subjectBefore(verb, lo, sentence) ?? subjectAfter(verb, colon)
  }

  /// `OSLIN: We will stay.`: a paragraph that begins with a name and a colon.
  func transcript(_ p: Int) -> Draft? {
    let range = paragraphs[p].range
    guard range.count > 3, let first = paragraphs[p].sentences.first,
      let last = paragraphs[p].sentences.last,
      let colon = range.prefix(6).first(where: { tokens[$0].mark == .colon }),
      colon > range.lowerBound, colon + 1 < range.upperBound,
      range.prefix(colon - range.lowerBound).allSatisfy({
        tokens[$0].isCapital && tokens[$0].cue < 0 || tokens[$0].mark == .other
      }), tokens[colon + 1].isCapital || tokens[colon + 1].mark == .quote
    else { return nil }
    let source = Source(range: range.lowerBound..<colon, head: colon - 1, kind: .phrase)
    guard isSpeaker(source) else { return nil }
    let content = trimmed(colon + 1..<textEnd(sentences[last]))
    return Draft(
      content: [content], source: source, cue: colon..<colon + 1,
      voice: sentences[first].quotes.isEmpty ? .direct : voice([content], sentences[first]),
      sentence: last, rule: .transcript)
  }

  private func isSpeaker(_ source: Source) -> Bool {
    tokens[source.head].shape.contains(.capitals) || cast.person(tokens[source.head].key) != nil
  }
}
