internal import Casebook
internal import CommandKit
internal import Diagnostics
internal import NotebookFormat

/// `alias`: further names of a party.
struct AliasCommand: Command {
  static let who = Slot(ValueKind<PartyID>.who, "whom")
  static let names = Slot(ValueKind<[String]>.texts, "further names", repeats: true)

  static let declaration = Declaration(
    "alias", .codebook, "gives a party further names", slots: [who.erased, names.erased],
    discussion: """
      An alias leads to its party wherever a name is typed. A name that already means another party \
      is refused, because a surname or an alias is only enough where one party fits.
      """,
    examples: [
      Example(
        "alias Corda \"the Old Mint\" Vessin", gives: "Corda, state; also the Old Mint, Vessin",
        after: ["party Corda kind state"])
    ])

  let who: PartyID
  let names: [String]

  init(_ arguments: inout Arguments, _ session: __shared Session) throws(Diagnostic) {
    who = try arguments.next(Self.who, session)
    names = try arguments.next(Self.names, session)
  }

  func run(on session: inout Session, in world: World) throws(Diagnostic) -> Output {
    var party = session.book.parties[who]
    let before = party.also
    for name in names where !party.also.contains(name) && name != party.name {
      if let other = session.book.parties.meant(by: name).first(where: { $0 != who }) {
        throw Diagnostic(.nameTaken(name, session.book.parties[other].name))
      }
      party.also.append(name)
    }
    if party.also == before { return Output(["nothing changed: \(session.described(who))"]) }
    let own = session.book.parties.memberships.first { $0.item == party.item }
    try session.replaceRecord(
      party.item, with: RecordText.command(PartyCommand.normalForm(party, own, session)))
    return Output([session.described(who)] + ScriptWarning.lines(names))
  }
}

extension Message {
  static func nameTaken(_ name: String, _ other: String) -> Message {
    Message("name-taken", "‘\(name)’ already means ‘\(other)’")
  }
}
