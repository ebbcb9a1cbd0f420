internal import Casebook
internal import CommandKit
internal import Diagnostics
internal import NotebookFormat
internal import SourceText

/// `party`: defines whoever can hold a position.
struct PartyCommand: RecordCommand {
  static let name = Slot(ValueKind<String>.freeName, "its full name")
  static let kind = Keyword(
    "kind", .choice(PartyKind.self, expected: "a kind of party"), "what it is")
  static let short = Keyword("short", ValueKind<String>.text, "a short name for tables", as: "X")
  static let of = Keyword(
    "of", ValueKind<String>.freeName.completed { $0.parties() }, "to whom it belongs", as: "WHO")
  static let role = Keyword("as", ValueKind<String>.text, "in which role")
  static let from = Keyword("from", ValueKind<DayRange>.days, "the first day of that")
  static let to = Keyword("to", ValueKind<DayRange>.days, "the last day of that")
  static let also = Keyword(
    "also", ValueKind<[String]>.texts, "aliases and metonyms", as: "\"…\", …")
  static let country = Keyword("country", ValueKind<String>.text, "its country, in words")

  static let declaration = Declaration(
    "party", .codebook, "defines a party: who can hold a position", slots: [name.erased],
    keywords: [
      kind.erased, short.erased, of.erased, role.erased, from.erased, to.erased, also.erased,
      country.erased,
    ],
    discussion: """
      A party is a person, an organisation, a state, a bloc, a medium or an unnamed source. Aliases \
      and metonyms behind `also` lead to it wherever a name is typed: "Moscow", "the Kremlin". \
      Further memberships are added with `member`.

      Defining a known party again adds what is new.
      """,
    examples: [
      Example("party Alba kind state short AL also Selan, \"the Harbour House\"", gives: "Alba"),
      Example(
        "party \"Mira Oslin\" kind person of Alba as \"Foreign Minister\" from 2031",
        gives: "Foreign Minister of Alba", after: ["party Alba kind state"]),
    ])

  let party: Party
  let group: String?
  let role: String?
  let from: Day?
  let to: Day?

  init(_ arguments: inout Arguments, _ session: __shared Session) throws(Diagnostic) {
    let kind = try arguments.value(Self.kind, session)
    let short = try arguments.value(Self.short, session)
    group = try arguments.value(Self.of, session)
    role = try arguments.value(Self.role, session)
    from = try arguments.value(Self.from, session)?.first
    to = try arguments.value(Self.to, session)?.last
    let also = try arguments.value(Self.also, session)
    let country = try arguments.value(Self.country, session)
    var party = Party(name: try arguments.next(Self.name, session), kind: kind)
    party.short = short
    party.also = also ?? []
    party.country = country
    self.party = party
  }

  static let phases = [RecordPhase.parties, .memberships]

  func apply(_ record: RecordContext, to session: inout Session) throws(Diagnostic) {
    if record.phase == .parties {
      if let old = session.book.parties.named(party.name), session.book.parties[old].item >= 0 {
        throw Diagnostic(.definedTwice("party", party.name))
      }
      var party = party
      party.item = record.item
      party.was = session.oldNames(of: "party", party.name)
      session.book.parties.define(party)
    } else if let group {
      session.book.parties.add(
        Membership(
          member: try session.party(party.name), group: try session.party(group), role: role,
          from: from, to: to, item: record.item))
    }
  }

  static func withdraw(_ line: CommandLine, item: RecordItem, from session: inout Session) {
    session.book.parties.removeMemberships(of: item)
    for id in session.book.parties.all where session.book.parties[id].item == item {
      session.book.parties.remove(id)
    }
  }

  func run(on session: inout Session, in world: World) throws(Diagnostic) -> Output {
    let group = try group.map { name throws(Diagnostic) in
      if NameKey(name) == NameKey(party.name) { throw Diagnostic(.ownMember(party.name)) }
      let group = try session.party(name)
      if group == session.book.parties.named(party.name) {
        throw Diagnostic(.ownMember(party.name))
      }
      return group
    }
    guard let old = session.book.parties.named(party.name) else {
      let item = try session.addRecord(
        RecordText.command(Self.normalForm(party, membership(group, session), session)),
        at: .codebook(verb: "party", under: group))
      return answer(RecordContext(item: item, phase: .parties), in: session, world.page)
    }
    return try extend(old, group, &session, world)
  }

  /// Adds to a known party what is new.
  private func extend(
    _ old: PartyID, _ group: PartyID?, _ session: inout Session, _ world: World
  ) throws(Diagnostic) -> Output {
    var merged = session.book.parties[old]
    merged.kind = party.kind ?? merged.kind
    merged.short = party.short ?? merged.short
    merged.country = party.country ?? merged.country
    for name in party.also where !merged.also.contains(name) { merged.also.append(name) }
    let own = session.book.parties.memberships.first { $0.item == merged.item }
    let new = membership(group, session)
    let text = RecordText.command(Self.normalForm(merged, own ?? new, session))
    if own != nil, let new, !session.book.parties.memberships(of: old).contains(where: new.isSame) {
      try session.addRecord(
        RecordText.command(MemberCommand.normalForm(new, session)), at: .behind(merged.item))
    }
    try session.replaceRecord(merged.item, with: text)
    return answer(RecordContext(item: merged.item, phase: .parties), in: session, world.page)
  }

  private func membership(_ group: PartyID?, _ session: Session) -> Membership? {
    group.map {
      Membership(
        member: session.book.parties.named(party.name) ?? $0, group: $0, role: role, from: from,
        to: to)
    }
  }

  func answer(_ record: RecordContext, in session: Session, _ page: Page) -> Output {
    guard let id = session.book.parties.named(party.name) else { return Output() }
    let known = session.book.parties[id]
    let names = [known.name] + known.also + [known.short].compactMap { $0 }
    return Output([session.described(id)] + ScriptWarning.lines(names))
  }

  static func normalForm(_ party: Party, _ membership: Membership?, _ session: Session) -> String {
    var line = NormalForm("party")
    line.add(name: party.name)
    line.add("kind", party.kind?.rawValue)
    line.add("short", name: party.short)
    if let membership {
      line.add("of", name: session.book.parties[membership.group].name)
      line.add("as", quoting: membership.role)
      line.add("from", membership.from?.description)
      line.add("to", membership.to?.description)
    }
    if !party.also.isEmpty {
      line.add("also", party.also.map(NormalForm.name).joined(separator: ", "))
    }
    line.add("country", quoting: party.country)
    return line.text
  }
}

extension Membership {
  /// Whether another membership says the same.
  func isSame(as other: Membership) -> Bool {
    group == other.group && role == other.role && from == other.from && to == other.to
  }
}

extension Message {
  static func definedTwice(_ kind: String, _ name: String) -> Message {
    Message("defined-twice", "the \(kind) ‘\(name)’ is defined by two records")
  }
}
