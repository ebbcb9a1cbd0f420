/// A cue in a sentence: where it stands, who is its subject, on which side its content lies.
struct Event: Sendable {
  /// Where the content of a cue is.
  enum Side: Sendable {
    /// After the cue, from this token.
    case right(Int)
    /// Before the cue; the clause with the cue is this long.
    case left(tag: Range<Int>)
    /// The sentence before: `Das teilte die Polizei mit`.
    case previous
    /// The rest of the sentence.
    case around(Range<Int>, from: Int)
    /// A subject before the cue, and what follows from this token: `Oslin is said to have left`.
    case divided(Range<Int>, rest: Int)
    /// The phrase before the subject: `terms that Alba rejects`.
    case antecedent(Range<Int>)
  }

  /// The words of the cue.
  var cue: Range<Int>
  /// The number of the cue in the lexicon.
  var number: Int
  var source: Source?
  var side: Side
  /// The frame that its content fills.
  var frame: Cue.Frames
  /// Where the content of an earlier cue ends because this one begins.
  var cut: Int?
  var negated = false
  /// Whether it is reported that it was not said: `has yet to commit`.
  var absent = false
  /// The rule that found it.
  var rule: Rule
  var day: Range<Int>?
  var addressee: Range<Int>?
  /// Who passes the words on: `the ministry` in `the ministry quoted Oslin as saying`.
  var via: Range<Int>?
}
