internal import Casebook
internal import CommandKit
internal import Diagnostics
internal import NotebookFormat
internal import SourceText

/// `attribute`: says who holds which position, in which words.
struct AttributeCommand: RecordCommand {
  static let passage = Slot(ValueKind<PassageExpression>.passage, "the words", as: "PASSAGE|REF")
  static let to = Keyword("to", ValueKind<PartyID>.who, "who speaks", usual: true)
  static let party = Keyword("for", ValueKind<PartyID>.who, "on whose behalf", as: "PARTY")
  static let cue = Keyword(
    "cue", ValueKind<String>.text, "the words that say who speaks",
    anyWord: true)
  static let via = Keyword("via", ValueKind<PartyID>.who, "who reports it", repeats: true)
  static let addressing = Keyword("addressing", ValueKind<PartyID>.who, "to whom it was said")
  static let channel = Keyword(
    "channel", ValueKind<String>.text, "the occasion or medium: \"post on Telegram\"",
    late: true)
  static let on = Keyword(
    "on", ValueKind<[Position]>.positions, "what it is about, and the stance", usual: true)
  static let act = Keyword("act", .choice(Act.self, expected: "an act"), "what is done by it")
  static let voice = Keyword("voice", .choice(Voice.self, expected: "a voice"), "how it is told")
  static let said = Keyword("said", ValueKind<[String]>.dayWords, "when it was said")
  static let hedge = Keyword("hedge", .choice(Hedge.self, expected: "weak or strong"), "held back")
  static let coder = Keyword("coder", ValueKind<String>.text, "in records: whose line it is")

  static let declaration = Declaration(
    "attribute", .marking, "says who holds which position, in which words",
    slots: [passage.erased],
    keywords: [
      to.erased, party.erased, cue.erased, via.erased, addressing.erased, channel.erased, on.erased,
      act.erased, voice.erased, said.erased, hedge.erased, coder.erased,
    ], takesTags: true, takesNote: true, takesID: true,
    discussion: """
      Each position behind `on` makes one statement; `if` names what it hangs on. A stance is \
      +2 +1 0 -1 -2, mixed or uncommitted, always a stance on the issue's proposition. The answer \
      is the sentence that was recorded.

      Left out, `for` is the state, else the organisation, else the bloc, that the speaker belongs to \
      on that day; `voice` follows from the quotation marks; `said` is the article's day. `to` a state or a bloc \
      makes it the party, without a speaker.
      """,
    examples: [
      Example(
        "attribute \"no truce without guarantees\" to Oslin on truce -1",
        gives: "Alba (Mira Oslin) opposes “The fighting should stop",
        after: CommandFixtures.truce)
    ],
    otherWords: [
      "statement": "attribute PASSAGE to WHO on ISSUE STANCE",
      "quote": "attribute PASSAGE to WHO on ISSUE STANCE",
    ])

  let expression: PassageExpression
  let id: RecordID?
  let coderName: String?
  let tags: [String]
  let saidWords: [String]?
  let positions: [Position]
  let speaker: PartyID?
  let forParty: PartyID?
  /// What is the same for all positions.
  let common: StatementParts
  /// Whether the analyst took it from a suggestion.
  var isSuggested = false
  /// Whether the suggestion says that no position was taken.
  var isUncommitted = false

  init(_ arguments: inout Arguments, _ session: __shared Session) throws(Diagnostic) {
    // Whatever can fail comes first: an initialiser that can fail halfway copies what it has.
    let speaker = try arguments.value(Self.to, session)
    let forParty = try arguments.value(Self.party, session)
    let saidWords = try arguments.value(Self.said, session)
    let positions = try arguments.value(Self.on, session) ?? []
    let coderName = try arguments.value(Self.coder, session)
    let common = try StatementParts(&arguments, session)
    let expression = try arguments.next(Self.passage, session)
    let tags = try arguments.tags()
    id = try arguments.id(.statement)
    self.speaker = speaker
    self.forParty = forParty
    self.saidWords = saidWords
    self.positions = positions
    self.coderName = coderName
    self.common = common
    self.expression = expression
    self.tags = tags
  }

  var recordID: RecordID? { id }

  static let phases = [RecordPhase.statements]

  func apply(_ record: RecordContext, to session: inout Session) throws(Diagnostic) {
    var mark = expression.recordedMark(in: session.book)
    if mark == nil { mark = try expression.mark(in: session) }
    guard let row = mark else {
      throw Diagnostic(.needsID, at: expression.line.place(expression.range))
    }
    var statement = common.statement(id: id ?? session.statementID(row, self), annotation: row)
    statement.speaker = speaker
    statement.party = forParty
    statement.issue = positions.first?.issue
    statement.stance = positions.first?.stance
    statement.condition = positions.first?.condition
    statement.said = saidWords.flatMap { DayWords.days($0, from: nil) }
    let facts = MarkFacts(of: statement.id, in: session.document)
    if let coderName { Self.makeRoom(for: coderName, facts, statement.id, in: &session) }
    let maker = Self.maker(coderName, facts, statement.id, session.book)
    statement.coder = maker.map { session.book.texts.intern($0.name) } ?? -1
    statement.time = maker?.time
    statement.isSuggested = facts.isSuggested
    statement.isUncommitted = facts.isUncommitted
    statement.item = record.item
    if session.book.statement(statement.id, coder: statement.coder) != nil {
      throw Diagnostic(.sameID(statement.id.text))
    }
    session.book.add(statement)
  }

  /// A line that names nobody is read before those that say who else has one, and may have been taken
  /// for this coder's: then it is another's whom the facts name.
  private static func makeRoom(
    for name: String, _ facts: MarkFacts, _ id: RecordID, in session: inout Session
  ) {
    guard let coder = session.book.texts.number(of: Array(name.utf8).span),
      let row = session.book.statement(id, coder: coder)
    else { return }
    var other = session.book.statement(row)
    if session.commandLine(of: other.item).hasWord("coder") { return }
    guard let maker = Self.maker(nil, facts, id, session.book) else { return }
    other.coder = session.book.texts.intern(maker.name)
    other.time = maker.time
    session.book.remove(row)
    session.book.add(other)
  }

  /// Whose line it is: named on the line, else the maker in the facts whom no other line names.
  private static func maker(
    _ name: String?, _ facts: MarkFacts, _ id: RecordID, _ book: Casebook
  ) -> (name: String, time: Instant?)? {
    if let name { return facts.coders.first { $0.name == name } ?? (name, nil) }
    if facts.coders.count < 2, book.statements.row(of: id) == nil {
      return facts.coders.first
    }
    let taken = book.statements.rows(of: id).map { book.texts.text(book.statement($0).coder) }
    return facts.coders.first { !taken.contains($0.name) }
  }

  static func withdraw(_ line: CommandLine, item: RecordItem, from session: inout Session) {
    guard let id = line.recordID else { return }
    for row in session.book.statements.rows(of: id)
    where session.book.statements.item(row) == item {
      session.book.remove(row)
    }
  }

  func answer(_ record: RecordContext, in session: Session, _ page: Page) -> Output {
    guard let id, let row = session.book.statements.rows(of: id).first else { return Output() }
    return Output(session.sentence(row).map { [$0] } ?? [])
  }

  func run(on session: inout Session, in world: World) throws(Diagnostic) -> Output {
    let row = try session.mark(expression, tags: tags, in: world)
    let plan = try StatementPlan(self, on: row, in: session)
    var lines: [String] = []
    var made: [RecordID] = []
    for position in positions.isEmpty ? [nil] : positions.map({ Optional($0) }) {
      let (id, line) = try plan.record(position, in: &session, world)
      made.append(id)
      lines.append(line)
    }
    session.it = made.last
    let address = session.book.address(of: row)
    return Output(
      lines.enumerated().map { i, line in
        (i == 0 ? address : String(repeating: " ", count: address.count)) + "  " + line
      } + plan.advice(in: session))
  }
}

extension Message {
  static let needsID = Message(
    "needs-id", "in a record a statement names its annotation by id", exit: .unreadableNotebook)
}
