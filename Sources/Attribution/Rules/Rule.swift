/// The rules that find statements, named after the form in which the source, the cue and the content
/// stand.
enum Rule {
  /// A subject, a verb of saying, its content.
  case finite
  /// The verb before its subject.
  case inverted
  /// A second verb of the same subject: "called … and warned that".
  case shared
  /// "adding that", "saying".
  case participle
  /// A relative clause whose content is what stands before it.
  case antecedent
  /// "quoted as saying".
  case report
  /// "according to", "laut".
  case according
  /// "claim that", "concerns over".
  case noun
  /// "wary of".
  case adjective
  /// A statement within the quotation of another.
  case nested
  /// A name, a colon, the words.
  case colon
  /// A line of an interview: the name before it.
  case transcript
  /// A quotation that inherits the speaker of the one before.
  case quotation
  /// German: "so der Minister".
  case so
  /// German: the words of a quotation alone, "nannte es „…“".
  case quoted
  /// German: content that stands before and behind its source.
  case around
  /// German: "Das sagte …" about the sentence before.
  case previous
  /// Nobody is named: "it was announced that", "is said to", "es heißt".
  case impersonal
  /// German: a clause in the subjunctive that goes on telling.
  case free
}
