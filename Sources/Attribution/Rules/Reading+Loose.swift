internal import Casebook

extension Reading {
  /// Quotations without a cue of their own: they go on with the statement before, or stand after
  /// a colon.
  mutating func loose(_ s: Int, _ p: Int) -> [Draft] {
    let sentence = sentences[s]
    guard !sentence.quotes.isEmpty else { return [] }
    if isAllQuoted(sentence) {
      if let last = continued(s, p) {
        drafts[last].content += sentence.quotes.map { quotes[$0].open..<quotes[$0].end }
        drafts[last].sentence = s
        return []
      }
      return []
    }
    return afterColon(s)
  }

  private func isAllQuoted(_ sentence: Sentence) -> Bool {
    sentence.range.allSatisfy { !tokens[$0].isWord || isInQuote($0, sentence) }
  }

  /// The statement that a quotation goes on with: the last one, if it ended with a quotation in
  /// the sentence before.
  private func continued(_ s: Int, _ p: Int) -> Int? {
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

  /// The quotations of a language without tables: who speaks is the name next to them.
  func bareQuotations(_ s: Int) -> [Draft] {
    var out: [Draft] = []
    for q in sentences[s].quotes {
      let quote = quotes[q]
      let size = tokens[quote.innerEnd - 1].end - tokens[quote.open].end
      guard quote.words >= 4 || quote.words > 0 && size >= 24 && isWide(quote.open + 1) else {
        continue
      }
      out.append(
        Draft(
          content: [quote.open..<quote.end], source: neighbour(of: quote, sentences[s].range),
          voice: .direct, sentence: s, rule: .quotation))
    }
    return out
  }

  /// Whether a script without blanks between words begins at a token.
  private func isWide(_ i: Int) -> Bool { bytes[Int(tokens[i].start)] >= 0xE3 }

  /// The name after a quotation, or before its colon.
  private func neighbour(of quote: QuoteSpan, _ range: Range<Int>) -> Source? {
    let after = min(quote.end + 6, range.upperBound)
    if let first = (quote.end..<max(after, quote.end)).first(where: { tokens[$0].isCapital }) {
      return name(from: first, to: range.upperBound)
    }
    guard quote.open > range.lowerBound, tokens[quote.open - 1].mark == .colon,
      let first = (range.lowerBound..<quote.open).first(where: { tokens[$0].isCapital })
    else { return nil }
    return name(from: first, to: quote.open)
  }

  private func name(from first: Int, to end: Int) -> Source {
    var stop = first + 1
    while stop < end, tokens[stop].isCapital, tokens[stop].isWord { stop += 1 }
    return Source(range: first..<stop, head: stop - 1, kind: .phrase)
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
