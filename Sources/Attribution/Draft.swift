internal import Casebook

/// Who speaks, as tokens.
struct Source: Sendable {
  /// The tokens of the phrase.
  var range: Range<Int>
  /// The token that carries it: the name's last word, the noun, the pronoun.
  var head: Int
  /// What kind of phrase it is.
  var kind: Kind

  enum Kind: Sendable {
    case pronoun, relative, phrase
  }
}

/// A statement as the rules find it, still in tokens.
struct Draft: Sendable {
  var content: [Range<Int>]
  var source: Source?
  var cue: Range<Int>?
  var cueNumber: Int?
  var voice: Voice
  var sentence: Int
  var negated = false
  /// Whether it is reported that it was not said.
  var absent = false
  /// Whether the source is taken over from another statement.
  var inherited = false
  /// The rule that found it.
  var rule: Rule
  var day: Range<Int>?
  var addressee: Range<Int>?
  /// The occasion or medium beside the content: `interview with the Harbour Times`.
  var channel: Range<Int>?
  var via: Range<Int>?
}
