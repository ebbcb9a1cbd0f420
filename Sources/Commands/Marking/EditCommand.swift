internal import Casebook
internal import CommandKit
internal import Diagnostics
internal import NotebookFormat

/// `edit`: changes what a record says; its id stays.
struct EditCommand: Command {
  static let references = Slot(ValueKind<[RecordID]>.reference, "the records", repeats: true)
  static let to = Keyword("to", ValueKind<PartyID?>.orNone(.who), "who speaks")
  static let party = Keyword(
    "for", ValueKind<PartyID?>.orNone(.who), "on whose behalf", as: "PARTY")
  static let cue = Keyword("cue", ValueKind<String?>.orNone(.text), "the cue", anyWord: true)
  static let via = Keyword("via", ValueKind<PartyID?>.orNone(.who), "who reports it", repeats: true)
  static let addressing = Keyword("addressing", ValueKind<PartyID?>.orNone(.who), "to whom")
  static let channel = Keyword(
    "channel", ValueKind<String?>.orNone(.text), "occasion or medium", late: true)
  static let on = Keyword(
    "on", ValueKind<EditedPosition>.editedPosition, "issue, stance, condition")
  static let stance = Keyword("stance", ValueKind<Stance?>.orNone(.stance), "the stance alone")
  static let condition = Keyword("if", ValueKind<String?>.orNone(.text), "what it hangs on")
  static let act = Keyword(
    "act", ValueKind<Act?>.orNone(.choice(Act.self, expected: "an act")), "what is done by it")
  static let voice = Keyword(
    "voice", ValueKind<Voice?>.orNone(.choice(Voice.self, expected: "a voice")), "how it is told")
  static let said = Keyword("said", ValueKind<[String]>.dayWords, "when it was said")
  static let hedge = Keyword(
    "hedge", ValueKind<Hedge?>.orNone(.choice(Hedge.self, expected: "weak or strong")), "held back")
  static let text = Keyword("text", ValueKind<String>.text, "of a claim: the proposition")
  static let kind = Keyword(
    "kind", ValueKind<ClaimKind?>.orNone(.choice(ClaimKind.self, expected: "a kind of claim")),
    "of a claim")
  static let status = Keyword(
    "status", ValueKind<ClaimStatus?>.orNone(.choice(ClaimStatus.self, expected: "a status")),
    "of a claim")
  static let credibility = Keyword(
    "credibility", ValueKind<Int?>.orNone(.number(1...6)), "of a claim")
  static let likelihood = Keyword(
    "likelihood", ValueKind<Likelihood?>.orNone(.likelihood), "of a claim")
  static let confidence = Keyword(
    "confidence",
    ValueKind<Confidence?>.orNone(.choice(Confidence.self, expected: "low, moderate or high")),
    "of a claim")

  static let declaration = Declaration(
    "edit", .marking, "changes what a record says", slots: [references.erased],
    keywords: [
      to.erased, party.erased, cue.erased, via.erased, addressing.erased, channel.erased, on.erased,
      stance.erased, condition.erased, act.erased, voice.erased, said.erased, hedge.erased,
      text.erased,
      kind.erased, status.erased, credibility.erased, likelihood.erased, confidence.erased,
    ], takesNote: true,
    discussion: """
      The keywords are those of the command that made the record; `KEYWORD none` takes one away. An \
      id is a fact: it stays, whatever is edited. Of a statement that several coders have coded, \
      your own line is edited. With another speaker (`to`) the party follows, unless `for` names one.
      """,
    examples: [
      Example(
        "edit it stance -2 if \"no guarantees\"", gives: "Alba (Mira Oslin) strongly opposes",
        after: CommandFixtures.truce + [CommandFixtures.statement])
    ])

  let references: [RecordID]
  let changes: RecordChanges

  init(_ arguments: inout Arguments, _ session: __shared Session) throws(Diagnostic) {
    changes = try RecordChanges(&arguments, session)
    references = try arguments.all(Self.references, session).flatMap { $0 }
    if references.isEmpty { throw Diagnostic(.expectedMark, at: arguments.line.end, hint: "15a") }
    if changes.isEmpty {
      throw Diagnostic(.nothingToEdit, at: arguments.line.end, hint: Self.declaration.usage)
    }
  }

  func run(on session: inout Session, in world: World) throws(Diagnostic) -> Output {
    var lines: [String] = []
    for id in references { lines += try edit(id, &session, world) }
    session.it = references.last
    return Output(lines)
  }

  private func edit(_ id: RecordID, _ session: inout Session, _ world: World) throws(Diagnostic)
    -> [String]
  {
    switch id.kind {
    case .statement: return try editStatement(id, &session, world)
    case .claim: return [try editClaim(id, &session)]
    case .link: return [try editLink(id, &session)]
    case .annotation: return try editAnnotation(id, &session, world)
    }
  }

  private func editStatement(_ id: RecordID, _ session: inout Session, _ world: World)
    throws(Diagnostic) -> [String]
  {
    let rows = session.book.statements.rows(of: id)
    let coder = session.book.texts.intern(world.coder)
    guard
      let row = rows.first(where: { session.book.statements.coders[$0.row] == coder })
        ?? (rows.count == 1 ? rows[0] : nil)
    else {
      throw Diagnostic(
        rows.isEmpty ? .unknownRecordID(id.text) : .notYourLine(id.text),
        hint: "attribute adds your own line")
    }
    var statement = session.book.statement(row)
    let before = session.sentence(statement)
    try changes.apply(to: &statement, session)
    let namesCoder = session.commandLine(of: statement.item).hasWord("coder")
    let line = session.attributeLine(statement, namesCoder: namesCoder)
    let old = session.document.command(of: statement.item)
    if old.elementsEqual(line.utf8) { return ["nothing changed: \(before)"] }
    try session.replaceRecord(statement.item, with: RecordText.command(line))
    let advice = session.advice(
      onSpeaker: statement.speaker, party: statement.party, statement.said)
    let address = session.book.address(of: statement.annotation)
    return ["\(address)  \(session.sentence(statement))"] + advice
  }

  private func editClaim(_ id: RecordID, _ session: inout Session) throws(Diagnostic) -> String {
    guard var claim = session.book.claims.first(where: { $0.id == id }) else {
      throw Diagnostic(.unknownRecordID(id.text))
    }
    let before = claim
    changes.apply(to: &claim)
    if claim == before { return "nothing changed: \(ClaimCommand.described(claim))" }
    try session.replaceRecord(claim.item, with: RecordText.command(ClaimCommand.normalForm(claim)))
    return ClaimCommand.described(claim)
  }

  private func editLink(_ id: RecordID, _ session: inout Session) throws(Diagnostic) -> String {
    guard var link = session.book.links.first(where: { $0.id == id }) else {
      throw Diagnostic(.unknownRecordID(id.text))
    }
    guard let note = changes.note else {
      throw Diagnostic(.nothingToEdit, hint: "edit \(id.text) -- why; or drop it and link anew")
    }
    link.why = note
    try session.replaceRecord(link.item, with: RecordText.command(LinkCommand.normalForm(link)))
    return LinkCommand.described(link)
  }

  /// An annotation has a note; with any other keyword its single statement is meant.
  private func editAnnotation(_ id: RecordID, _ session: inout Session, _ world: World)
    throws(Diagnostic) -> [String]
  {
    guard let row = session.book.annotations.row(of: id) else {
      throw Diagnostic(.unknownRecordID(id.text))
    }
    if !changes.isOnlyNote {
      let ids = Set(session.book.statements(on: row).map { session.book.statements.id($0) })
      guard ids.count == 1, let only = ids.first else {
        throw Diagnostic(
          .whichStatement(id.text, ids.count), hint: "list shows their ids",
          notes: ids.sorted().map(\.text))
      }
      return try editStatement(only, &session, world)
    }
    var annotation = session.book.annotations[row]
    annotation.note = changes.note
    try session.rewrite(annotation, tags: annotation.tags.map { session.book.tags[$0].name })
    let now = session.book.annotations.row(of: id) ?? row
    return [AnnotateCommand.described(now, session, world.page)]
  }
}

extension CommandLine {
  /// Whether a plain word stands in the line.
  func hasWord(_ word: String) -> Bool { words.contains { $0.form == .plain && text($0) == word } }
}

extension Message {
  static let nothingToEdit = Message("nothing-to-edit", "nothing is said that could be changed")
  static func unknownRecordID(_ id: String) -> Message {
    Message("unknown-id", "no record ‘\(id)’")
  }
  static func notYourLine(_ id: String) -> Message {
    Message("not-your-line", "the lines of ‘\(id)’ are other coders'")
  }
  static func whichStatement(_ id: String, _ count: Int) -> Message {
    Message("which-statement", "‘\(id)’ has \(Layout.count(count, "statement"))")
  }
}
