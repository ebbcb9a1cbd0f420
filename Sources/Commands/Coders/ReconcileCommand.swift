internal import Casebook
internal import CommandKit
internal import Comparison
internal import Diagnostics
internal import NotebookFormat

/// `reconcile`: what coders who differ agree on.
struct ReconcileCommand: RecordCommand {
  static let statements = Slot(
    ValueKind<[RecordID]>.reference, "a row of agreement, or statements", optional: true,
    repeats: true)
  static let stance = Keyword(
    "stance", ValueKind<Stance?>.orNone(.stance), "the stance that counts from now on", usual: true)

  static let declaration = Declaration(
    "reconcile", .comparing, "settles what coders coded differently",
    slots: [statements.erased], keywords: [stance.erased], takesNote: true,
    discussion: """
      Without anything, the next disagreement with each coder's line. `reconcile %3 stance -1 -- \
      why` settles row 3 of `agreement`: comparisons count the statement with that stance, each \
      coder's own line stays as it was, and who decided and why is kept. The answer shows alpha \
      before and after. `stance none` opens it again.
      """,
    examples: [
      Example(
        "reconcile it stance -2 -- The sentence before it says so.", gives: "settled",
        after: CommandFixtures.truce + [CommandFixtures.statement])
    ])

  let statements: [RecordID]
  /// Nil where none was given.
  let stance: Stance??
  let why: String?

  init(_ arguments: inout Arguments, _ session: __shared Session) throws(Diagnostic) {
    stance = try arguments.value(Self.stance, session)
    why = arguments.note
    var found: [RecordID] = []
    for id in try arguments.all(Self.statements, session).flatMap({ $0 }) where !found.contains(id)
    {
      found.append(id)
    }
    statements = found
    if found.isEmpty, stance == nil, why == nil, !arguments.line.isRecord { return }
    if let other = found.first(where: { $0.kind != .statement }) {
      throw Diagnostic(.noStatement(other.text), at: arguments.line.end, hint: "list statements")
    }
    guard !found.isEmpty, stance != nil else {
      throw Diagnostic(
        .settlesNothing, at: arguments.line.end, hint: "reconcile %1 stance -1 -- why")
    }
  }

  static let phases = [RecordPhase.settled]

  func apply(_ record: RecordContext, to session: inout Session) throws(Diagnostic) {
    guard statements.count == 1, case .some(.some(let stance)) = stance else {
      throw Diagnostic(.settlesNothing)
    }
    let id = statements[0]
    if session.book.settled[id] != nil { throw Diagnostic(.definedTwice("settled", id.text)) }
    var settled = Settlement(statement: id, stance: stance)
    settled.why = why
    settled.item = record.item
    if let made = session.facts(ofSettled: id).coders.first {
      settled.coder = session.book.texts.intern(made.name)
      settled.time = made.time
    }
    session.book.settled[id] = settled
  }

  static func withdraw(_ line: CommandLine, item: RecordItem, from session: inout Session) {
    guard let id = session.book.settled.first(where: { $0.value.item == item })?.key else { return }
    session.book.settled[id] = nil
  }

  func run(on session: inout Session, in world: World) throws(Diagnostic) -> Output {
    guard let stance else { return next(session, world) }
    let before = AgreementQuery.quick.answer(in: session.book).alphas
    var lines: [String] = []
    for id in statements { lines.append(try settle(id, stance, &session, world)) }
    let after = AgreementQuery.quick.answer(in: session.book).alphas
    // Alpha would tell whoever codes blind how far the others are from what they coded.
    if before.coded != nil, !session.isBlind {
      lines.append(
        "alpha ordinal \(AgreementResult.printed(before.settled)) → "
          + "\(AgreementResult.printed(after.settled)), as coded "
          + AgreementResult.printed(after.coded))
    }
    return Output(lines, next: ["reconcile"])
  }

  private func settle(
    _ id: RecordID, _ stance: Stance?, _ session: inout Session, _ world: World
  ) throws(Diagnostic) -> String {
    let known = session.book.settled[id]
    guard let stance else {
      guard let known else { return "nothing changed: \(id.text) is not settled" }
      try session.removeRecord(known.item)
      try session.setSettledFact(id, nil)
      return "\(id.text) is open again"
    }
    var settled = Settlement(statement: id, stance: stance)
    settled.why = why ?? known?.why
    if let known, known.stance == stance, known.why == settled.why {
      return "nothing changed: \(Self.described(known, session))"
    }
    try session.setSettledFact(id, Session.by(world))
    let text = RecordText.command(Self.normalForm(settled))
    if let known {
      try session.replaceRecord(known.item, with: text)
    } else {
      try session.addRecord(text, at: session.place(under: id))
    }
    return Self.described(settled, session)
  }

  /// The next disagreement, with the lines to settle it.
  private func next(_ session: Session, _ world: World) -> Output {
    if session.isBlind { return Output(["what others coded is hidden"], next: ["blind off"]) }
    let result = AgreementQuery.quick.answer(in: session.book)
    guard result.coders.count > 1 else {
      return Output(["there is nothing to settle: only one coder"])
    }
    guard let first = result.rows.first, result.disagreementCount > 0 else {
      return Output(["no disagreement is open"], next: ["agreement"])
    }
    let left = Layout.count(result.disagreementCount, "disagreement")
    return Output(
      ["\(left) open; the first:"] + RecordCard(session, world.page).lines(.records(first)),
      rows: [.statements(first)], next: ["reconcile %1 stance -1 -- why"])
  }

  func answer(_ record: RecordContext, in session: Session, _ page: Page) -> Output {
    Output(statements.compactMap { session.book.settled[$0].map { Self.described($0, session) } })
  }

  static func described(_ one: Settlement, _ session: Session) -> String {
    let row = session.book.statements.row(of: one.statement)
    let address = row.map { session.book.address(of: session.book.statement($0).annotation) }
    let who = row.map { row -> String in
      var statement = session.book.statement(row)
      statement.stance = one.stance
      return session.sentence(statement)
    }
    let why = one.why.map { "  \($0)" } ?? ""
    return Layout.words("\(address ?? one.statement.text)  settled: \(who ?? "")\(why)")
  }

  static func normalForm(_ one: Settlement) -> String {
    var line = NormalForm("reconcile")
    line.add(one.statement.text)
    line.add("stance", one.stance.token)
    line.add(note: one.why)
    return line.text
  }
}

extension AgreementQuery {
  /// Without an interval, which needs a thousand samples.
  static var quick: AgreementQuery {
    var query = AgreementQuery()
    query.samples = 0
    return query
  }
}

/// Who decided and when stands with the facts of the statement: `: s67b1d33a settled by hv
/// 2031-04-18T10:15:00Z`.
extension Session {
  private static let head = "settled "

  func facts(ofSettled id: RecordID) -> MarkFacts {
    MarkFacts(
      document.facts(of: .id(id)).filter { $0.starts(with: Self.head.utf8) }
        .map { $0.dropFirst(Self.head.utf8.count) })
  }

  mutating func setSettledFact(_ id: RecordID, _ by: String?) throws(Diagnostic) {
    let others = factLines(of: id).filter { !$0.hasPrefix(Self.head) }
    try setFacts(.id(id), others + (by.map { [Self.head + $0] } ?? []))
  }
}

extension Message {
  static let settlesNothing = Message(
    "settles-nothing", "a row or statement and the stance that counts are both needed")
  static func noStatement(_ id: String) -> Message {
    Message("no-statement", "‘\(id)’ is no statement: what coders differ on is a stance")
  }
}
