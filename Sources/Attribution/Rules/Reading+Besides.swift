extension Reading {
  /// The content of a cue that stands within it: `As the survey noted, …`, `…, as Oslin said,`,
  /// `laws that some say are unjust`.
  func besides(
    _ cue: Cue, _ source: Source, _ after: Int, _ hi: Int, _ lo: Int
  ) -> Event.Side? {
    let b = source.range.lowerBound - 1
    guard b >= lo, cue.frames.contains(.that), source.kind != .relative, after <= hi else {
      return nil
    }
    if tokens[b].key == Keys.as { return besidesAs(b, after, hi, lo) }
    guard cue.frames.contains(.bare) || cue.frames.contains(.bareWeak),
      tokens[b].isAny([.relative, .question]), after < hi, isBareVerb(after)
    else { return nil }
    return .around(source.range.lowerBound..<after, from: b)
  }

  private func besidesAs(_ b: Int, _ after: Int, _ hi: Int, _ lo: Int) -> Event.Side? {
    if b > lo, tokens[b - 1].mark == .comma, after >= hi || tokens[after].mark == .comma {
      return .left(tag: b - 1..<after)
    }
    guard after + 1 < hi, tokens[after].mark == .comma,
      (lo..<b).allSatisfy({ !tokens[$0].isWord || tokens[$0].isAny([.conjunction, .adverb]) })
    else { return nil }
    return .right(after + 1)
  }

  /// Whether a verb without a subject stands at a token: the subject is the relative before.
  private func isBareVerb(_ i: Int) -> Bool {
    let token = tokens[i]
    guard token.isWord, !token.isCapital, !token.isAny([.subject, .article, .preposition]) else {
      return false
    }
    return token.isAny(.auxiliary.union(.finite)) && !token.isAny(.clausal)
      || token.shape.contains(.ed) || token.cue >= 0 && token.shape.contains(.s)
  }
}
