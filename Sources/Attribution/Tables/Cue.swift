internal import Casebook

/// A word that says that somebody says something, and what may follow it.
struct Cue: Sendable {
  /// What a cue takes as its content. The table writes them by the names in `named`.
  struct Frames: OptionSet, Sendable {
    let rawValue: UInt32
    /// A quotation before or after.
    static let quotation = Frames(rawValue: 1)
    /// A clause with `that`.
    static let that = Frames(rawValue: 2)
    /// A clause without `that`.
    static let bare = Frames(rawValue: 4)
    /// The same, only where the clause shows its verb soon.
    static let bareWeak = Frames(rawValue: 8)
    /// A clause with `whether`, `how`, `why`, `what`.
    static let question = Frames(rawValue: 16)
    /// An object.
    static let object = Frames(rawValue: 32)
    /// An infinitive.
    static let infinitive = Frames(rawValue: 64)
    /// A gerund.
    static let gerund = Frames(rawValue: 128)
    /// Somebody, then an infinitive.
    static let objectInfinitive = Frames(rawValue: 256)
    /// Somebody, then a clause or quotation: who is told.
    static let addressee = Frames(rawValue: 512)
    /// After its content, between commas or at the end: `…, she said`.
    static let tag = Frames(rawValue: 1024)
    /// The same, only of a paper or a poll: `…, records show`.
    static let documentTag = Frames(rawValue: 2048)
    /// An object with an evaluation: `called it a mistake`.
    static let evaluation = Frames(rawValue: 4096)

    /// Somebody, then a question: `asked Oslin whether`.
    static let objectQuestion = Frames(rawValue: 8192)

    /// Its passive with an infinitive: `is said to have left`.
    static let passiveInfinitive = Frames(rawValue: 16384)
    /// `it` is its subject: `it emerged that`.
    static let impersonal = Frames(rawValue: 32768)

    /// Frames whose content is a phrase, not a clause.
    static let objects: Frames = [.object, .infinitive, .gerund, .objectInfinitive, .evaluation]

    static let named: [String: Frames] = [
      "q": .quotation, "that": .that, "0": .bare, "0w": .bareWeak, "wh": .question,
      "np": .object, "to": .infinitive, "ing": .gerund, "npto": .objectInfinitive,
      "addr": .addressee, "tag": .tag, "doctag": .documentTag, "npadj": .evaluation,
      "npwh": .objectQuestion, "pto": .passiveInfinitive, "it": .impersonal,
    ]
  }

  /// What kind of word it is.
  enum Kind: String, Sendable {
    case verb = "v"
    case noun = "n"
    case adjective = "a"
  }

  var lemma: String
  var kind: Kind
  var act: Act?
  var stance: Int?
  var frames: Frames
  /// Prepositions before its content.
  var prepositions: [UInt64]
  /// The word that has to follow: `call` + `for`.
  var particle: UInt64?
  /// The words that have to follow the first one: `come` + `out` + `against`.
  var rest: [UInt64] = []
}

extension Cue {
  /// Reads a row: lemma, kind, act, stance, frames, forms; says what is wrong with a broken one.
  static func read(_ fields: [String]) -> Result<(Cue, forms: [String]), RowFault> {
    guard fields.count == 6 else { return .failure(RowFault("six cells are needed")) }
    guard let kind = Kind(rawValue: fields[1]) else {
      return .failure(RowFault("unknown kind of word “\(fields[1])”"))
    }
    let act = Act(rawValue: fields[2])
    if act == nil, fields[2] != "-" { return .failure(RowFault("unknown act “\(fields[2])”")) }
    let stance = Int(fields[3])
    if stance == nil, fields[3] != "-" {
      return .failure(RowFault("a stance is a number or “-”, not “\(fields[3])”"))
    }
    var cue = Cue(
      lemma: fields[0], kind: kind, act: act, stance: stance, frames: [], prepositions: [])
    for name in fields[4].split(separator: " ") {
      if name.hasPrefix("p:") {
        cue.prepositions.append(Folding.key(name.dropFirst(2)))
      } else if let frame = Frames.named[String(name)] {
        cue.frames.insert(frame)
      } else {
        return .failure(RowFault("unknown frame “\(name)”"))
      }
    }
    let words = fields[0].split(separator: "+").dropFirst().map { Folding.key($0) }
    cue.particle = words.first
    cue.rest = Array(words.dropFirst())
    return .success((cue, fields[5].split(separator: " ").map(String.init)))
  }
}

/// What is wrong with a row of a table.
struct RowFault: Error {
  let sentence: String

  init(_ sentence: String) { self.sentence = sentence }
}
