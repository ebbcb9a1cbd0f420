internal import Casebook

/// Languages without tables: what is said shows by its marks, who says it by the name next to it.
extension Reading {
  /// The quotations of a sentence; none where it goes on with the statement before.
  func bareQuotations(_ s: Int) -> [Draft] {
    let sentence = sentences[s]
    if isAllQuoted(sentence), continued(s) != nil { return [] }
    var out: [Draft] = []
    for q in sentence.quotes {
      let quote = quotes[q]
      if let last = out.indices.last, goesOn(quote, out[last]) {
        out[last].content.append(quote.open..<quote.end)
        continue
      }
      let next = neighbour(of: quote, sentence.range)
      guard isLong(quote) || next != nil && isTagged(quote, sentence) else { continue }
      out.append(
        Draft(
          content: [quote.open..<quote.end],
          source: next ?? fullName(before: quote.open, from: sentence.range.lowerBound),
          voice: .direct, sentence: s, rule: .quotation))
    }
    return out
  }

  /// Whether a quotation is more than a title or a word in marks: four words, or eight signs of a
  /// script without blanks.
  private func isLong(_ quote: QuoteSpan) -> Bool {
    let size = tokens[quote.innerEnd - 1].end - tokens[quote.open].end
    return quote.words >= 4 || quote.words > 0 && size >= 24 && isWide(quote.open + 1)
  }

  /// Whether a script without blanks between words begins at a token.
  private func isWide(_ i: Int) -> Bool { bytes[Int(tokens[i].start)] >= 0xE3 }

  /// `« Le port », a dit Lucie Arnaud`: a quotation that begins its sentence, a comma or a dash, and a
  /// small word.
  private func isTagged(_ quote: QuoteSpan, _ sentence: Sentence) -> Bool {
    guard quote.open == sentence.range.lowerBound, quote.words > 0 else { return false }
    var i = quote.end
    var isMarked = !tokens[quote.innerEnd - 1].isWord
    while i < sentence.range.upperBound, !tokens[i].isWord {
      guard tokens[i].mark == .comma || tokens[i].mark == .dash else { return false }
      (i, isMarked) = (i + 1, true)
    }
    return isMarked && i < sentence.range.upperBound && !tokens[i].isCapital
  }

  /// `« Le port », a dit Lucie Arnaud, « est fermé »`: a quotation right behind the name of who spoke
  /// the one before.
  private func goesOn(_ quote: QuoteSpan, _ before: Draft) -> Bool {
    guard let source = before.source, let last = before.content.last,
      source.range.lowerBound >= last.upperBound, source.range.upperBound < quote.open
    else { return false }
    return (source.range.upperBound..<quote.open).allSatisfy {
      tokens[$0].mark == .comma || tokens[$0].mark == .dash || tokens[$0].mark == .colon
    }
  }

  /// The name after a quotation, or before its colon.
  private func neighbour(of quote: QuoteSpan, _ range: Range<Int>) -> Source? {
    let after = min(quote.end + 6, range.upperBound)
    if let first = (quote.end..<max(after, quote.end)).first(where: { tokens[$0].isCapital }) {
      return name(from: first, to: range.upperBound)
    }
    guard quote.open > range.lowerBound, tokens[quote.open - 1].mark == .colon,
      let first = (range.lowerBound..<quote.open).first(where: { tokens[$0].isCapital })
    else { return nil }
    return fullName(before: quote.open, from: range.lowerBound) ?? name(from: first, to: quote.open)
  }

  /// The first name of two words and more before a token: `Lucie Arnaud a dénoncé « … »`.
  private func fullName(before end: Int, from lo: Int) -> Source? {
    var i = lo
    while i + 1 < end {
      if tokens[i].isCapital, tokens[i].isWord {
        let found = name(from: i, to: end)
        if found.range.count > 1 { return found }
      }
      i += 1
    }
    return nil
  }

  private func name(from first: Int, to end: Int) -> Source {
    var stop = first + 1
    while stop < end, tokens[stop].isCapital, tokens[stop].isWord { stop += 1 }
    return Source(range: first..<stop, head: stop - 1, kind: .phrase)
  }

  /// A paragraph of speech behind a dash, as in Swedish, Polish, Spanish, French and Russian news:
  /// `– Hamnen är stängd, säger Eva Holm.` Without a tag that names somebody it may be a list.
  func dialogue(_ p: Int) -> Draft? {
    let range = paragraphs[p].range
    guard range.count > 4, isLongDash(range.lowerBound),
      let last = paragraphs[p].sentences.last
    else { return nil }
    let first = range.lowerBound + 1
    for i in first + 1..<min(range.upperBound, first + 120) {
      guard isTagMark(i), let tag = dashTag(i, range.upperBound) else { continue }
      var content = [trimmed(first..<i)]
      if tag.end < range.upperBound, isLongDash(tag.end) {
        content.append(trimmed(afterDash(tag.end, range.upperBound)..<range.upperBound))
      }
      content.removeAll(where: \.isEmpty)
      return content.isEmpty
        ? nil
        : Draft(
          content: content, source: tag.source, voice: .direct, sentence: last, rule: .quotation)
    }
    return nil
  }

  private func isTagMark(_ i: Int) -> Bool {
    switch tokens[i].mark {
    case .comma, .question, .exclamation: true
    default: isLongDash(i)
    }
  }

  /// Whether a token is a dash longer than a hyphen, which also stands before the items of lists.
  private func isLongDash(_ i: Int) -> Bool {
    tokens[i].mark == .dash && bytes[Int(tokens[i].start)] == 0xE2
  }

  /// Where speech goes on behind a dash: `—. Nadie lo duda`.
  private func afterDash(_ dash: Int, _ hi: Int) -> Int {
    var i = dash + 1
    while i < hi, !tokens[i].isWord, tokens[i].mark != .quote { i += 1 }
    return i
  }

  /// A tag behind token `i`: up to five small words, a name of two words or of somebody who is named
  /// before, and no comma to the end of the sentence or the next dash.
  private func dashTag(_ i: Int, _ hi: Int) -> (source: Source, end: Int)? {
    var j = i + 1
    if j < hi, isLongDash(j) { j += 1 }
    let verb = j
    while j < hi, tokens[j].isWord, !tokens[j].isCapital, j - verb < 6 { j += 1 }
    guard j > verb, j - verb < 6, j < hi, tokens[j].isWord, tokens[j].isCapital else { return nil }
    let source = name(from: j, to: hi)
    guard source.range.count > 1 || cast.person(tokens[j].key) != nil else { return nil }
    var end = source.range.upperBound
    while end < hi, tokens[end].isWord, end - source.range.upperBound < 10 { end += 1 }
    if end < hi, tokens[end].endsSentence { end += 1 }
    guard end >= hi || isLongDash(end) || tokens[end - 1].endsSentence else { return nil }
    return (source, end)
  }
}
