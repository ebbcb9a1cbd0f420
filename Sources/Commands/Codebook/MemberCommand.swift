internal import Casebook
internal import CommandKit
internal import Diagnostics
internal import NotebookFormat

/// `member`: a role or membership of one party in another.
struct MemberCommand: RecordCommand {
  static let who = Slot(ValueKind<PartyID>.who, "who belongs")
  static let of = Keyword("of", ValueKind<PartyID>.who, "to whom", required: true)
  static let role = Keyword("as", ValueKind<String>.text, "in which role")
  static let from = Keyword("from", ValueKind<DayRange>.days, "the first day of that")
  static let to = Keyword("to", ValueKind<DayRange>.days, "the last day of that")

  static let declaration = Declaration(
    "member", .codebook, "says who belongs to whom, as what, and when", slots: [who.erased],
    keywords: [of.erased, role.erased, from.erased, to.erased],
    discussion: """
      Statements roll up along memberships as of the day on which they were made: `compare by \
      state`, `compare by bloc`. A membership without days holds always.
      """,
    examples: [
      Example(
        "member Alba of Seaboard from 2031-01-01", gives: "Alba belongs to Seaboard",
        after: ["party Alba kind state", "party Seaboard kind bloc"])
    ])

  let member: PartyID
  let group: PartyID
  let role: String?
  let from: Day?
  let to: Day?

  init(_ arguments: inout Arguments, _ session: __shared Session) throws(Diagnostic) {
    let group = try arguments.value(Self.of, session)
    role = try arguments.value(Self.role, session)
    from = try arguments.value(Self.from, session)?.first
    to = try arguments.value(Self.to, session)?.last
    member = try arguments.next(Self.who, session)
    guard let group else { throw Diagnostic(.noGroup, at: arguments.line.end, hint: "… of WHO") }
    self.group = group
  }

  static let phases = [RecordPhase.memberships]

  private func membership(item: RecordItem) -> Membership {
    Membership(member: member, group: group, role: role, from: from, to: to, item: item)
  }

  func apply(_ record: RecordContext, to session: inout Session) throws(Diagnostic) {
    session.book.parties.add(membership(item: record.item))
  }

  static func withdraw(_ line: CommandLine, item: RecordItem, from session: inout Session) {
    session.book.parties.removeMemberships(of: item)
  }

  func run(on session: inout Session, in world: World) throws(Diagnostic) -> Output {
    let parties = session.book.parties
    if member == group { throw Diagnostic(.ownMember(parties[member].name)) }
    if let from, let to, to < from { throw Diagnostic(.endsBeforeItBegins) }
    let new = membership(item: -1)
    if parties.memberships(of: member).contains(where: new.isSame) {
      return Output(["nothing changed: \(sentence(session))"])
    }
    try session.addRecord(
      RecordText.command(Self.normalForm(new, session)),
      at: .behind(parties.memberships(of: member).last?.item ?? parties[member].item))
    return Output([sentence(session)])
  }

  func answer(_ record: RecordContext, in session: Session, _ page: Page) -> Output {
    Output([sentence(session)])
  }

  private func sentence(_ session: Session) -> String {
    let parties = session.book.parties
    var text = "\(parties[member].name) belongs to \(parties[group].name)"
    if let role { text += " as \(role)" }
    if let from { text += " from \(from.description)" }
    if let to { text += " to \(to.description)" }
    return text
  }

  static func normalForm(_ membership: Membership, _ session: Session) -> String {
    var line = NormalForm("member")
    line.add(name: session.book.parties[membership.member].name)
    line.add("of", name: session.book.parties[membership.group].name)
    line.add("as", quoting: membership.role)
    line.add("from", membership.from?.description)
    line.add("to", membership.to?.description)
    return line.text
  }
}

extension Message {
  static let noGroup = Message("no-group", "it is not said to whom they belong")
  static func ownMember(_ name: String) -> Message {
    Message("own-member", "‘\(name)’ cannot belong to itself")
  }
  static let endsBeforeItBegins = Message(
    "ends-before-it-begins", "the last day is before the first")
}
