/// A quotation: from its opening mark to its closing one, as token numbers.
struct QuoteSpan: Sendable {
  /// The opening mark.
  var open: Int
  /// The token after the last that belongs to it, the closing mark with it.
  var end: Int
  /// The token after the last word or mark inside.
  var innerEnd: Int
  /// Whether its closing mark was found.
  var closed: Bool
  /// How many words are inside.
  var words: Int
}

/// Pairs the quotation marks of one paragraph. A mark that has no partner is tolerated: it opens
/// a quotation up to the end of the sentence, or of the paragraph that it begins.
struct QuotePairing {
  let tokens: [Token]
  let table: QuoteTable
  let range: Range<Int>
  /// The last place where a mark may close, by its key.
  private var last: [UInt64: Int] = [:]

  private static let straightSingle = Folding.key("'")
  private static let rightSingle = Folding.key("’")
  private static let straight = Folding.key("\"")

  init(_ tokens: [Token], _ table: QuoteTable, _ range: Range<Int>) {
    self.tokens = tokens
    self.table = table
    self.range = range
    for i in range where tokens[i].mark == .quote { last[tokens[i].key] = i }
  }

  /// The outermost quotations, in order.
  func spans() -> [QuoteSpan] {
    if last.isEmpty { return [] }
    var out: [QuoteSpan] = []
    var i = range.lowerBound
    while i < range.upperBound {
      guard canOpen(i), let span = span(from: i) else {
        i += 1
        continue
      }
      out.append(span)
      i = max(span.end, i + 1)
    }
    return out
  }

  private func closers(_ key: UInt64) -> [UInt64] {
    key == Self.straightSingle ? [key] : table.closers[key] ?? []
  }

  private func isInner(_ key: UInt64) -> Bool {
    key == Self.straightSingle || table.inner.contains(key)
  }

  private func canOpen(_ i: Int) -> Bool {
    let token = tokens[i]
    guard token.mark == .quote, !closers(token.key).isEmpty, i + 1 < range.upperBound else {
      return false
    }
    let free = i == range.lowerBound || token.shape.contains(.spaced) || !tokens[i - 1].isWord
    if closers(token.key).contains(token.key) || token.key == Self.rightSingle {
      return free && !(token.shape.contains(.spacedAfter) && i > range.lowerBound)
    }
    return true
  }

  private func span(from i: Int) -> QuoteSpan? {
    let key = tokens[i].key
    let wanted = closers(key)
    if let limit = wanted.compactMap({ last[$0] }).max(), limit > i,
      let close = closer(of: i, wanted, depth: 0)
    {
      return QuoteSpan(
        open: i, end: close + 1, innerEnd: close, closed: true, words: words(i + 1, close))
    }
    if isInner(key) { return nil }
    let end = openEnd(i)
    return QuoteSpan(open: i, end: end, innerEnd: end, closed: false, words: words(i + 1, end))
  }

  private func words(_ from: Int, _ to: Int) -> Int {
    var count = 0
    for i in from..<max(from, to) where tokens[i].isWord { count += 1 }
    return count
  }

  /// Where the quotation that opens at `i` closes; nil where it does not.
  private func closer(
    of i: Int, _ wanted: [UInt64], depth: Int, within limit: Int = .max
  ) -> Int? {
    let key = tokens[i].key
    var j = i + 1
    while j < range.upperBound, j - i < limit {
      let token = tokens[j]
      guard token.mark == .quote else {
        j += 1
        continue
      }
      if wanted.contains(token.key), closes(j, opener: key) { return j }
      if let close = innerClose(j, wanted, depth) {
        j = close + 1
      } else if token.key == key, canOpen(j) {
        return nil
      } else {
        j += 1
      }
    }
    return nil
  }

  /// Where a quotation within a quotation closes. It is looked for near by, so that a text full of
  /// opening marks takes no longer than any other.
  private func innerClose(_ j: Int, _ wanted: [UInt64], _ depth: Int) -> Int? {
    let key = tokens[j].key
    guard depth < 2, canOpen(j), !wanted.contains(key),
      let limit = closers(key).compactMap({ last[$0] }).max(),
      limit > j
    else { return nil }
    return closer(of: j, closers(key), depth: depth + 1, within: 160)
  }

  private func closes(_ j: Int, opener: UInt64) -> Bool {
    let token = tokens[j]
    if token.key == opener {
      return !(token.shape.contains(.spaced) && !token.shape.contains(.spacedAfter))
        || j + 1 == range.upperBound
    }
    guard isInner(opener), token.key == Self.rightSingle, j + 1 < range.upperBound else {
      return true
    }
    let possessive =
      tokens[j - 1].shape.contains(.s) && tokens[j + 1].isWord
      && !tokens[j + 1].isCapital && tokens[j + 1].cue < 0
    return !possessive
  }

  /// `"We stay, Oslin said. …`: the comma before a tag that is a sentence's end closes what has no
  /// closing mark.
  private func beforeTag(_ open: Int) -> Int? {
    for comma in open + 1..<max(open + 1, min(open + 60, range.upperBound)) {
      if tokens[comma].endsSentence { return nil }
      guard tokens[comma].mark == .comma, comma + 2 < range.upperBound,
        tokens[comma + 1].isCapital || tokens[comma + 1].isAny([.subject, .article])
      else { continue }
      for i in comma + 2..<min(comma + 6, range.upperBound) {
        guard tokens[i].isWord else { break }
        let isLast = i + 1 >= range.upperBound || tokens[i + 1].endsSentence
        if tokens[i].cue >= 0, !tokens[i].isCapital, isLast { return comma + 1 }
      }
    }
    return nil
  }

  /// Where a quotation without closing mark ends.
  private func openEnd(_ i: Int) -> Int {
    if i == range.lowerBound { return beforeTag(i) ?? range.upperBound }
    var j = i + 1
    while j < range.upperBound {
      if tokens[j].endsSentence, j + 1 == range.upperBound || tokens[j + 1].isCapital { return j }
      if tokens[j].mark == .quote, canOpen(j) { return j }
      j += 1
    }
    return range.upperBound
  }
}
