internal import Casebook
internal import CommandKit
internal import Diagnostics
internal import NotebookFormat
internal import SourceText

/// `link`: how one record bears on another.
struct LinkCommand: RecordCommand {
  static let from = Slot(ValueKind<[RecordID]>.reference, "which record")
  static let relation = Slot(
    ValueKind<Relation>.choice(Relation.self, expected: "a relation"), "how it bears on the other",
    as: "RELATION")
  static let to = Slot(ValueKind<[RecordID]>.reference, "on which record")

  static let declaration = Declaration(
    "link", .marking, "relates one record to another",
    slots: [from.erased, relation.erased, to.erased], takesNote: true, takesID: true,
    discussion: "Relations: " + Relation.words.joined(separator: ", ") + ".",
    examples: [
      Example(
        "link 15a contradicts 9a -- Both are said of the same day.", gives: "contradicts",
        after: [CommandFixtures.load, "annotate 15.1", "annotate 9.1"])
    ])

  let from: RecordID
  let relation: Relation
  let to: RecordID
  let why: String?
  let id: RecordID?

  init(_ arguments: inout Arguments, _ session: __shared Session) throws(Diagnostic) {
    id = try arguments.id(.link)
    why = arguments.note
    let first = try arguments.next(Self.from, session)
    relation = try arguments.next(Self.relation, session)
    let second = try arguments.next(Self.to, session)
    guard first.count == 1, second.count == 1 else {
      throw Diagnostic(.linksTwo, at: arguments.line.end, hint: Self.declaration.usage)
    }
    from = first[0]
    to = second[0]
  }

  static let phases = [RecordPhase.links]

  private func link(_ session: Session) -> Link {
    let digest = RecordID.linkDigest(from: from, relation: relation, to: to)
    var link = Link(
      id: id ?? RecordID(.link, digest: digest.hex), from: from, relation: relation, to: to)
    link.why = why
    return link
  }

  func apply(_ record: RecordContext, to session: inout Session) throws(Diagnostic) {
    var link = link(session)
    let facts = session.markFacts(link.id)
    link.coder = facts.coders.first.map { session.book.texts.intern($0.name) } ?? -1
    link.time = facts.coders.first?.time
    link.item = record.item
    if session.book.links.contains(where: { $0.id == link.id }) {
      throw Diagnostic(.sameID(link.id.text))
    }
    session.book.links.append(link)
  }

  static func withdraw(_ line: CommandLine, item: RecordItem, from session: inout Session) {
    session.book.links.removeAll { $0.item == item }
  }

  func run(on session: inout Session, in world: World) throws(Diagnostic) -> Output {
    if from == to { throw Diagnostic(.linksItself(from.text)) }
    var new = link(session)
    if let known = session.book.links.first(where: { $0.id == new.id }) {
      if why == nil || why == known.why {
        return Output(["nothing changed: \(Self.described(known))"])
      }
      new.why = why
      try session.replaceRecord(known.item, with: RecordText.command(Self.normalForm(new)))
    } else {
      try session.setFacts(.id(new.id), [Session.by(world)])
      let place: Placement =
        from.kind == .annotation ? .under(from) : .behind(session.item(of: from) ?? -1)
      try session.addRecord(RecordText.command(Self.normalForm(new)), at: place)
    }
    return Output([Self.described(new)])
  }

  func answer(_ record: RecordContext, in session: Session, _ page: Page) -> Output {
    Output([Self.described(link(session))])
  }

  static func described(_ link: Link) -> String {
    let why = link.why.map { "  \($0)" } ?? ""
    return Layout.words(
      "\(link.id.text)  \(link.from.text) \(link.relation.rawValue) \(link.to.text)\(why)")
  }

  static func normalForm(_ link: Link) -> String {
    var line = NormalForm("link")
    line.add(link.from.text)
    line.add(link.relation.rawValue)
    line.add(link.to.text)
    line.add("as", link.id.text)
    line.add(note: link.why)
    return line.text
  }
}

extension Message {
  static let linksTwo = Message("links-two", "a link has one record at each end")
  static func linksItself(_ id: String) -> Message {
    Message("links-itself", "‘\(id)’ cannot be linked to itself")
  }
}
