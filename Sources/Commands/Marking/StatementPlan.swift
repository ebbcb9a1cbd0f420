internal import Casebook
internal import CommandKit
internal import Diagnostics
internal import NotebookFormat
internal import SourceText

/// A statement that is being made: what was typed, and what follows where nothing was typed.
struct StatementPlan {
  private let command: AttributeCommand
  private let row: AnnotationRow
  private let speaker: PartyID?
  private let party: PartyID?
  private let said: DayRange?
  private let voice: Voice?

  init(_ command: AttributeCommand, on row: AnnotationRow, in session: __shared Session)
    throws(Diagnostic)
  {
    self.command = command
    self.row = row
    let article = session.book.articles[session.book.annotations.article(row)]
    said = try Self.said(command, article)
    let day = said.flatMap { $0.isDay ? $0.first : nil } ?? article.day
    (speaker, party) = Self.speakerAndParty(command, day, session)
    voice = command.common.voice ?? Self.voice(of: row, session)
    try Self.check(command, speaker, party)
  }

  private static func check(
    _ command: AttributeCommand, _ speaker: PartyID?, _ party: PartyID?
  ) throws(Diagnostic) {
    if speaker == nil, party == nil {
      throw Diagnostic(
        .noSpeaker, at: command.expression.line.end, hint: "… to WHO, or … for PARTY")
    }
  }

  /// `to` a state or a bloc is no speaker but the party. Without `for` a speaker speaks for the
  /// state, else the organisation, else the bloc, that they belong to; who belongs to nothing speaks
  /// for itself.
  private static func speakerAndParty(
    _ command: AttributeCommand, _ day: Day?, _ session: Session
  ) -> (PartyID?, PartyID?) {
    guard let who = command.speaker else { return (nil, command.forParty) }
    let parties = session.book.parties
    if parties[who].isNoSpeaker {
      return command.forParty.map { (who, $0) } ?? (nil, who)
    }
    if let party = command.forParty { return (who, party) }
    if let party = parties.represented(by: who, on: day) { return (who, party) }
    return parties.memberships(of: who).isEmpty ? (who, who) : (who, nil)
  }

  private static func said(_ command: AttributeCommand, _ article: Article) throws(Diagnostic)
    -> DayRange?
  {
    guard let words = command.saidWords else {
      return article.day.map { DayRange($0, $0) } ?? article.days
    }
    if let days = DayWords.days(words, from: article.day) { return days }
    let typed = words.joined(separator: " ")
    throw Diagnostic(
      article.day == nil && DayWords.areDays(words)
        ? .noDayToCountFrom(typed, article.name) : .notADayWord(typed),
      at: command.expression.line.end, hint: "said 2025-04-17, or 2025-04-15..2025-04-17")
  }

  /// All words in quotation marks: direct; some: mixed; none: indirect.
  private static func voice(of row: AnnotationRow, _ session: Session) -> Voice {
    let article = session.book.articles[session.book.annotations.article(row)]
    var inside = 0
    var all = 0
    for piece in session.book.annotations.pieces(of: row) {
      guard let block = article.blocks.first(where: { $0.range.contains(piece.lowerBound) }) else {
        continue
      }
      all += piece.count
      for quoted in Quotation.quoted(in: article.text, block.range) {
        inside += quoted.clamped(to: piece).count
      }
    }
    if inside == 0 { return .indirect }
    return inside >= all ? .direct : .mixed
  }

  /// Records one position and says which id it got and which sentence it makes.
  func record(_ position: Position?, in session: inout Session, _ world: World)
    throws(Diagnostic) -> (RecordID, String)
  {
    let id = try freeID(position, session)
    var statement = statement(id, position)
    let coder = session.book.texts.intern(world.coder)
    statement.coder = coder
    let rows = session.book.statements.rows(of: id)
    if let own = rows.first(where: { session.book.statements.coders[$0.row] == coder }) {
      return try again(statement, own, session)
    }
    let facts =
      rows.isEmpty
      ? []
      : session.document.facts(of: .id(id)).map {
        String(decoding: $0, as: UTF8.self)
      }
    try session.setFacts(
      .id(id), facts + [Session.by(world)] + origin.filter { !facts.contains($0) })
    let line = session.attributeLine(statement, namesCoder: !rows.isEmpty)
    let place =
      rows.last.map { Placement.behind(session.book.statements.item($0)) }
      ?? .under(session.book.annotations.id(row))
    try session.addRecord(RecordText.command(line), at: place)
    return (id, session.sentence(statement))
  }

  /// The id of the statement, with more digits where another one has it. A function of its own: a
  /// casebook kept here while the record is added would be copied column by column.
  private func freeID(_ position: Position?, _ session: Session) throws(Diagnostic) -> RecordID {
    let book = session.book
    let digest = RecordID.statementDigest(
      annotation: book.annotations.id(row), speaker: speaker.map { book.parties[$0].name },
      party: party.map { book.parties[$0].name }, issue: position.map { book.issues[$0.issue].name }
    )
    var id = RecordID(.statement, digest: digest.hex)
    var digits = 8
    while let other = book.statements.rows(of: id).first, !isSame(book.statement(other), position) {
      digits += 2
      guard digits <= RecordID.mostDigits else { throw Diagnostic(.noFreeID(id.text)) }
      id = RecordID(.statement, digest: digest.hex, digits: digits)
    }
    return id
  }

  /// The facts that say where a statement comes from, where it was not typed, and what its words
  /// say of a position.
  private var origin: [String] {
    (command.isSuggested ? ["suggested"] : []) + (command.isUncommitted ? ["uncommitted"] : [])
  }

  private func statement(_ id: RecordID, _ position: Position?) -> Statement {
    var statement = command.common.statement(id: id, annotation: row)
    statement.speaker = speaker
    statement.party = party
    statement.said = said
    statement.voice = voice
    statement.issue = position?.issue
    statement.stance = position?.stance
    statement.condition = position?.condition
    statement.isSuggested = command.isSuggested
    statement.isUncommitted = command.isUncommitted
    return statement
  }

  private func isSame(_ other: Statement, _ position: Position?) -> Bool {
    other.annotation == row && other.speaker == speaker && other.party == party
      && other.issue == position?.issue
  }

  /// The same coder says the same again: nothing changes; with anything else it is an edit.
  private func again(_ new: Statement, _ row: StatementRow, _ session: Session) throws(Diagnostic)
    -> (RecordID, String)
  {
    let known = session.book.statement(row)
    var same = new
    same.time = known.time
    same.item = known.item
    same.isSuggested = known.isSuggested
    same.isUncommitted = known.isUncommitted
    if same == known { return (known.id, "nothing changed: \(session.sentence(known))") }
    let id = known.id.text
    throw Diagnostic(
      .statedAlready(id), at: command.expression.line.place(command.expression.range),
      explanation: session.sentence(known),
      hint: new.stance.map { "edit \(id) stance \($0.token)" } ?? "edit \(id) KEYWORD VALUE")
  }

  /// What should be looked at in what was recorded.
  func advice(in session: Session) -> [String] {
    session.advice(onSpeaker: speaker, party: party, said)
  }
}

extension Party {
  /// Whether it is what others speak for: a state or a bloc.
  var isNoSpeaker: Bool { kind == .state || kind == .bloc }
}

extension Session {
  /// What should be looked at in a statement that counts for nobody.
  func advice(onSpeaker speaker: PartyID?, party: PartyID?, _ said: DayRange?) -> [String] {
    guard party == nil, let speaker else { return [] }
    let day = said.flatMap { $0.isDay ? $0.first : nil }
    let names = book.parties.groups(of: speaker, on: day).map { book.parties[$0].name }
    let belongs =
      names.isEmpty ? "to nobody on that day" : "to \(names.joined(separator: " and "))"
    return ["for nobody: \(book.parties[speaker].name) belongs \(belongs); edit it for PARTY"]
  }
}

extension Message {
  static let noSpeaker = Message("no-speaker", "it is not said who speaks")
  static func notADayWord(_ text: String) -> Message {
    Message("not-a-day", "‘\(text)’ is not a day")
  }
  static func noDayToCountFrom(_ text: String, _ article: String) -> Message {
    Message("no-day-to-count-from", "‘\(text)’ cannot be counted: ‘\(article)’ has no day")
  }
  static func statedAlready(_ id: String) -> Message {
    Message("stated-already", "this speaker has a statement on this issue in these words: ‘\(id)’")
  }
}
