/// A cue verb with its auxiliaries, negations and adverbs.
struct VerbGroup: Sendable {
  /// How the verb stands in its clause.
  enum Form: Sendable {
    case finite, participle, passive, infinitive
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

extension Reading {
  /// The group of a cue verb; nil where the word is no verb there.
  func verbGroup(at verb: Int, from lo: Int) -> VerbGroup? {
    var group = VerbGroup(
      start: verb, verb: verb, end: verb + 1, form: .finite, negated: false, absent: false)
    var (isPassive, has, to) = (false, false, false)
    var i = verb - 1
    scan: while i >= lo {
      let token = tokens[i]
      switch true {
      case token.isAny(.auxiliary) && !(to && token.isAny(.do)):
        if token.isAny(.be) { isPassive = true }
        if token.isAny([.have, .modal, .do, .be]) { has = true }
        to = false
      case token.isAny(.negation) || token.isAny(.adverb)
        || token.shape.contains(.ly)
          && !token.isCapital && !token.isAny(.time):
        if token.key == Keys.yet { group.absent = true }
      case token.key == Keys.to && !to: to = true
      case to && token.isAny(.catenative) && !token.isCapital: to = false
      default: break scan
      }
      if token.isAny(.negation) { group.negated = true }
      i -= 1
    }
    if to { return nil }
    group.start = firstVerbal(i + 1, verb)
    if group.absent, !has { group.absent = false }
    let ing = tokens[verb].shape.contains(.ing)
    if isPassive, !ing {
      group.form = .passive
    } else if ing, !isPassive {
      group.form = .participle
    }
    if !has, tokens[verb].isAny(.nounLike), !agrees(group, lo) { return nil }
    return isNoun(group, has) ? nil : group
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
    if before.isAny([.possessive, .number]), before.isWord { return !before.isAny(.group) }
    if before.isAny(.article) {
      return !before.isAny(.relative) || group.start == group.verb && before.key != Keys.that
    }
    return before.isAny(.preposition) && !before.isAny([.subordinator, .adverb])
      && group.form != .participle
  }
}
