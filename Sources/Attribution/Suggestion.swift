public import Casebook

/// A party that the notebook knows already, as the rules need it.
public struct KnownParty: Sendable {
  /// Its name.
  public var name: String
  /// What it is, where that is said.
  public var kind: PartyKind?
  /// Aliases and metonyms.
  public var aliases: [String]
  /// The names of the parties it belongs to, the state first.
  public var memberOf: [String]
  /// Its offices: `Foreign Minister`.
  public var roles: [String]

  /// A known party.
  public init(
    name: String, kind: PartyKind? = nil, aliases: [String] = [], memberOf: [String] = [],
    roles: [String] = []
  ) {
    self.name = name
    self.kind = kind
    self.aliases = aliases
    self.memberOf = memberOf
    self.roles = roles
  }
}

/// How sure it is who speaks.
public enum Sureness: String, Sendable {
  /// The text names the speaker here, with office or full name.
  case certain
  /// A surname or a body seen before.
  case inferred
  /// A pronoun, a bare role, or no word at all.
  case guessed
}

/// A statement that a text may contain: who says what, in which words.
public struct Suggestion: Sendable {
  /// The words of the statement, UTF-8 byte ranges, pieces in order.
  public var content: [Range<Int>]
  /// The words that name the speaker; nil where the text gives none.
  public var source: Range<Int>?
  /// The speaker's name in the longest form that the text has.
  public var sourceName: String?
  /// What the speaker is; nil where the text gives none.
  public var sourceKind: PartyKind?
  /// Whether the words for the speaker are another name of the party: `Moscow`, `the White House`.
  public var isMetonym = false
  /// The speaker's office, as the text gives it.
  public var role: String?
  /// The organisation that the speaker speaks for, where the text says so.
  public var organisation: String?
  /// The state, bloc or organisation on whose behalf it is said.
  public var party: String?
  /// What the party is.
  public var partyKind: PartyKind?
  /// The words that say that something is said.
  public var cue: Range<Int>?
  /// Who passed it on: media, other speakers.
  public var via: [String]
  /// To whom it was said.
  public var addressee: String?
  /// The words for the occasion or the medium, without preposition and article: `post on Telegram`.
  public var channel: Range<Int>? = nil
  /// Direct, indirect, mixed.
  public var voice: Voice
  /// What is done by saying it.
  public var act: Act?
  /// From −2 to 2, how the cue alone leans; nil for cues that lean nowhere.
  public var stanceHint: Int?
  /// Whether the words say that no position was taken yet: `has yet to commit`.
  public var isUncommitted = false
  /// How sure it is who speaks.
  public var sureness: Sureness
  /// The words for the day on which it was said.
  public var day: Range<Int>?
}

/// Somebody or something in an article that may hold a position.
public struct CastMember: Sendable {
  /// The name in the longest form that the text has.
  public var name: String
  /// What it is.
  public var kind: PartyKind
  /// The office that the text gives.
  public var role: String?
  /// The state, bloc or body that it belongs to.
  public var country: String?
  /// Other ways in which the text calls it.
  public var also: [String]
  /// Where it comes first.
  public var first: Range<Int>
  /// How often it comes.
  public var mentions: Int
}
