/// A sentence: tokens, and the quotations that lie in it.
struct Sentence: Sendable {
  /// Its tokens.
  var range: Range<Int>
  /// The outermost quotations in it, as numbers of `Reading.quotes`.
  var quotes: Range<Int>
  /// Its number in the article.
  var number: Int
  /// The paragraph it belongs to.
  var paragraph: Int
  /// Whether it is a line in the style of titles.
  var isTitle: Bool
}

/// Cuts the tokens of a paragraph into sentences; a full stop inside a quotation ends the sentence
/// only where the quotation ends there too and no tag (`…?” he asked`) follows.
struct SentenceCutter {
  let tokens: [Token]
  let bytes: [UInt8]
  let quotes: [QuoteSpan]
  let knowledge: AttributionKnowledge

  /// The sentences of a paragraph, whose quotations are `span`.
  func sentences(_ range: Range<Int>, _ span: Range<Int>) -> [(Range<Int>, Range<Int>)] {
    var out: [(Range<Int>, Range<Int>)] = []
    var (start, i) = (range.lowerBound, range.lowerBound)
    var (firstQuote, quote) = (span.lowerBound, span.lowerBound)
    while i < range.upperBound {
      var ends = false
      if quote < span.upperBound, quotes[quote].open == i {
        ends = endsAfter(quotes[quote], range.upperBound)
        i = max(quotes[quote].end, i + 1)
        quote += 1
      } else {
        ends = endsSentence(i, range.upperBound)
        i += 1
      }
      if ends || i >= range.upperBound {
        out.append((start..<min(i, range.upperBound), firstQuote..<quote))
        (start, firstQuote) = (i, quote)
      }
    }
    return out
  }

  private func beginsSentence(_ i: Int) -> Bool {
    let token = tokens[i]
    return token.isCapital || token.mark == .quote || token.shape.contains(.digits)
      || token.mark == .open || token.mark == .bullet || token.mark == .dash
      || token.isWord && bytes[Int(token.start)] >= 0xE0
  }

  private func endsSentence(_ i: Int, _ end: Int) -> Bool {
    let token = tokens[i]
    guard i + 1 < end else { return true }
    if token.endsSentence {
      return beginsSentence(i + 1) && (tokens[i + 1].shape.contains(.spaced) || token.mark == .stop)
    }
    guard token.isWord, bytes[Int(token.end) - 1] == 0x2E else { return false }
    let next = tokens[i + 1]
    return next.isCapital && token.end - token.start > 3
      && next.isAny([.article, .possessive, .subject, .subordinator, .conjunction])
  }

  private func endsAfter(_ quote: QuoteSpan, _ end: Int) -> Bool {
    guard quote.end < end else { return true }
    guard quote.innerEnd > quote.open + 1 else { return false }
    let last = tokens[quote.innerEnd - 1]
    guard last.endsSentence, beginsSentence(quote.end), tokens[quote.end].mark != .dash else {
      return false
    }
    return !isTag(quote.end, end, strict: last.mark == .stop)
  }

  /// Whether a clause such as `Oslin asked` begins here.
  private func isTag(_ start: Int, _ end: Int, strict: Bool) -> Bool {
    if tokens[start].mark == .quote { return false }
    for i in start..<min(start + (strict ? 4 : 10), end) {
      let token = tokens[i]
      if token.mark == .comma || token.endsSentence || token.mark == .quote { return false }
      if i > start, token.isAny(.auxiliary) { return false }
      guard token.cue >= 0, !(token.isCapital && i > start) else { continue }
      let tags = knowledge.lexicon.cueForms[Int(token.cue)].contains {
        knowledge.lexicon.cues[$0].frames.isSuperset(of: [.quotation, .tag])
      }
      guard tags else { continue }
      return !strict || i + 1 >= end || tokens[i + 1].endsSentence
    }
    return false
  }
}
