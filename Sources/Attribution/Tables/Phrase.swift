internal import Casebook

/// A name of one or more words that the tables or the notebook know.
struct Phrase: Sendable {
  /// What a phrase stands for.
  enum Meaning: Sendable, Equatable {
    /// The name of a state, bloc or body.
    case name(place: Int)
    /// What belongs to it: `French`.
    case adjective(place: Int)
    /// What speaks for it: a capital, a seat.
    case metonym(place: Int)
    /// An office.
    case office(Int)
    /// A party of the notebook.
    case known(Int)
  }

  /// The words.
  var keys: [UInt64]
  /// What it stands for.
  var meaning: Meaning
  /// Whether it is written in capitals only, so that `US` is not `us`.
  var capitals: Bool
  /// Whether its first word has to begin with a capital.
  var proper: Bool
  /// As the table writes it.
  var text: String

  init(_ text: String, _ meaning: Meaning, proper: Bool) {
    self.text = text
    self.meaning = meaning
    self.proper = proper
    keys = text.split(separator: " ").map { word in
      Folding.key(word.last == "." ? word.dropLast() : word)
    }
    capitals = text.utf8.count <= 4 && text.utf8.allSatisfy { $0 < 0x61 && $0 != 0x20 }
  }
}

/// A state, a bloc or a body of the table of places.
struct Place: Sendable {
  var name: String
  var kind: PartyKind
}

/// An office of the table of offices.
struct Office: Sendable {
  /// How far up it is, and for whom it speaks.
  enum Rank: String, Sendable {
    case head, minister, envoy, speaker, member
  }

  var phrase: String
  var rank: Rank
  /// The only country or bloc that has it.
  var country: String?
}
