internal import Casebook

/// Sentences in the subjunctive of reported speech, whose speaker stands in a sentence before.
extension Reading {
  /// How many sentences without a statement may stand between a speaker and what goes on in the
  /// subjunctive.
  private static let reach = 2

  /// A sentence in the subjunctive goes on with what somebody says: the source of the statement
  /// before it, else the subject of the sentence before it.
  mutating func freeIndirect(_ s: Int, _ p: Int) -> [Draft] {
    let sentence = sentences[s]
    guard hasVerbSecond, isReported(sentence) else { return [] }
    let content = trimmed(sentence.range.lowerBound..<textEnd(sentence))
    if let last = drafts.last, last.rule == .free, last.sentence == s - 1,
      s > paragraphs[p].sentences.lowerBound, let piece = last.content.last
    {
      let n = drafts.count - 1
      drafts[n].content = [piece.lowerBound..<content.upperBound]
      drafts[n].sentence = s
      return []
    }
    guard let source = freeSource(s, p) else { return [] }
    return [
      Draft(
        content: [content], source: source, voice: voice([content], sentence), sentence: s,
        inherited: true, rule: .free)
    ]
  }

  /// Whether the main clause of a sentence has its verb in the subjunctive: it stands before the
  /// first comma behind a subordinate clause at the beginning, and nobody speaks of themselves.
  private func isReported(_ sentence: Sentence) -> Bool {
    var i = sentence.range.lowerBound
    let end = sentence.range.upperBound
    while i < end, !tokens[i].isWord { i += 1 }
    if (i..<min(end, i + 16)).contains(where: { tokens[$0].key == Keys.demnach }) { return true }
    if i < end, tokens[i].isAny(.subordinator), !tokens[i].isAny(.preposition) {
      guard let comma = (i..<end).first(where: { tokens[$0].mark == .comma }) else { return false }
      i = comma + 1
    }
    let verb = (i..<end).first {
      tokens[$0].mark == .comma
        || !isInQuote($0, sentence) && tokens[$0].isWord
          && !tokens[$0].isCapital
          && (tokens[$0].isAny([.finite, .subjunctive]) || tokens[$0].cue >= 0)
    }
    guard let verb, tokens[verb].isAny(.subjunctive) || isHearsay(verb, sentence) else {
      return false
    }
    return !sentence.range.contains {
      tokens[$0].key == Keys.ich && !isInQuote($0, sentence)
    }
  }

  /// `soll … gearbeitet haben`, `sollen … verletzt worden sein`: what is told of the past.
  private func isHearsay(_ verb: Int, _ sentence: Sentence) -> Bool {
    guard Keys.hearsay.contains(tokens[verb].key) else { return false }
    let end = clauseEnd(from: verb + 1, textEnd(sentence))
    return end - 2 > verb && Keys.perfect.contains(tokens[end - 1].key)
      && !tokens[end - 2].isCapital
  }

  /// Whether the subject of a sentence that says nothing itself may go on to speak.
  func isSomebody(_ source: Source) -> Bool {
    let head = tokens[source.head]
    switch source.kind {
    case .pronoun: return head.key != Keys.es
    case .relative: return false
    case .phrase:
      return head.isAny(.agent) || head.isAny(.document) || cast.named(at: source.head) != nil
        || entity(source.head) != nil
    }
  }

  private func freeSource(_ s: Int, _ p: Int) -> Source? {
    let first = paragraphs[p].sentences.lowerBound
    if let last = drafts.last, let source = last.source,
      last.sentence == s - 1 || last.sentence >= max(first, s - 1 - Reading.reach)
    {
      return source
    }
    guard s > first, let source = mainSubject(sentences[s - 1], before: textEnd(sentences[s - 1])),
      isSomebody(source)
    else { return nil }
    return source
  }
}
