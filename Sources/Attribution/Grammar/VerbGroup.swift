/// A cue verb with its auxiliaries, negations and adverbs.
struct VerbGroup: Sendable {
  /// How the verb stands in its clause.
  enum Form: Sendable {
    case finite, participle, passive
  }

  /// The first token of the group.
  var start: Int
  /// The cue word.
  var verb: Int
  /// The token after the group.
  var end: Int
  var form: Form
  var negated: Bool
  /// `has yet to commit`: reported to be absent.
  var absent: Bool
}

/// What stands before a verb, read backwards: auxiliaries, adverbs, negations, and what governs
/// an infinitive.
private struct VerbScan {
  var isPassive = false
  var hasAuxiliary = false
  var hasTo = false
  var negated = false
  var yet = false

  /// Whether a token belongs to the group.
  mutating func take(_ token: Token) -> Bool {
    if token.isAny(.auxiliary), !(hasTo && token.isAny(.do)) {
      isPassive = isPassive || token.isAny(.be)
      hasAuxiliary = true
      hasTo = false
    } else if token.isAny(.negation) || token.isAny(.adverb) || isManner(token) {
      yet = yet || token.key == Keys.yet
    } else if token.key == Keys.to, !hasTo {
      hasTo = true
    } else if hasTo, token.isAny(.catenative), !token.isCapital {
      hasTo = false
    } else {
      return false
    }
    negated = negated || token.isAny(.negation)
    return true
  }

  private func isManner(_ token: Token) -> Bool {
    token.shape.contains(.ly) && !token.isCapital
      && !token.isAny(WordClass.agent.union([.time, .occasion]))
  }
}

extension Reading {
  /// The group of a cue verb; nil where the word is no verb there.
  func verbGroup(at verb: Int, from lo: Int) -> VerbGroup? {
    var scan = VerbScan()
    var i = verb - 1
    while i >= lo, scan.take(tokens[i]) { i -= 1 }
    if scan.hasTo { return nil }
    // `the so called experts`.
    if verb > lo, tokens[verb - 1].key == Keys.so { return nil }
    let ing = tokens[verb].shape.contains(.ing)
    let form: VerbGroup.Form =
      scan.isPassive ? (ing ? .finite : .passive) : ing ? .participle : .finite
    let group = VerbGroup(
      start: firstVerbal(i + 1, verb), verb: verb, end: verb + 1, form: form,
      negated: scan.negated, absent: scan.yet && scan.hasAuxiliary)
    if !scan.hasAuxiliary, tokens[verb].isAny(.nounLike), !agrees(group, lo) { return nil }
    return isNoun(group, scan.hasAuxiliary) ? nil : group
  }

  /// Whether a word that may as well be a noun (`claims`, `push`) has a subject that fits: a
  /// pronoun, a name for `claims`, several for `claim`.
  private func agrees(_ group: VerbGroup, _ lo: Int) -> Bool {
    guard group.start > lo else { return false }
    let before = tokens[group.start - 1]
    let singular = tokens[group.verb].shape.contains(.s)
    if before.isAny([.subject, .relative]) { return true }
    guard before.isWord else { return before.mark == .comma && singular }
    if before.isAny([.conjunction]) { return false }
    if singular { return before.isCapital || before.isAny([.agent, .document]) }
    return before.isAny([.group, .plural])
      || before.isAny([.agent, .document, .male, .female])
        && before.shape.contains(.s)
  }

  /// Adverbs before the first auxiliary belong to the group only if they stand at its side.
  private func firstVerbal(_ from: Int, _ verb: Int) -> Int {
    var i = from
    while i < verb, tokens[i].isAny(.conjunction) || tokens[i].isAny(.subordinator) { i += 1 }
    return i
  }

  /// Whether what looks like a verb is a noun or an adjective: after an article, a genitive, a
  /// preposition, a number.
  private func isNoun(_ group: VerbGroup, _ has: Bool) -> Bool {
    guard !has, group.start > 0 else { return false }
    let before = tokens[group.start - 1]
    if before.mark == .genitive { return true }
    if before.isAny(.possessive), before.isWord { return !before.isAny(.group) }
    if before.isAny(.number), before.isWord {
      return tokens[group.verb].isAny(.nounLike) && !before.isAny(.group)
    }
    if before.isAny(.article) {
      return !before.isAny(.relative) || group.start == group.verb && before.key != Keys.that
    }
    return before.isAny(.preposition) && !before.isAny([.subordinator, .adverb])
      && group.form != .participle
  }
}
