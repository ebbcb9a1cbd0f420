internal import Casebook
internal import CommandKit
internal import Diagnostics
internal import SourceText

/// What `attribute` says of a statement beside who speaks and on what.
struct StatementParts {
  var cue: String?
  var via: [PartyID]
  var addressee: PartyID?
  var channel: String?
  var act: Act?
  var voice: Voice?
  var hedge: Hedge?
  var note: String?

  init(_ arguments: inout Arguments, _ session: __shared Session) throws(Diagnostic) {
    let cue = try arguments.value(AttributeCommand.cue, session)
    let via = try arguments.values(AttributeCommand.via, session)
    addressee = try arguments.value(AttributeCommand.addressing, session)
    channel = try arguments.value(AttributeCommand.channel, session)
    act = try arguments.value(AttributeCommand.act, session)
    voice = try arguments.value(AttributeCommand.voice, session)
    hedge = try arguments.value(AttributeCommand.hedge, session)
    self.cue = cue
    self.via = via
    note = arguments.note
  }

  /// A statement of these parts.
  func statement(id: RecordID, annotation: AnnotationRow) -> Statement {
    var statement = Statement(id: id, annotation: annotation)
    statement.cue = cue
    statement.via = via
    statement.addressee = addressee
    statement.channel = channel
    statement.act = act
    statement.voice = voice
    statement.hedge = hedge
    statement.note = note
    return statement
  }
}

extension Session {
  /// The id of a statement whose line has none.
  func statementID(_ row: AnnotationRow, _ command: AttributeCommand) -> RecordID {
    let digest = RecordID.statementDigest(
      annotation: book.annotations.id(row),
      speaker: command.speaker.map { book.parties[$0].name },
      party: command.forParty.map { book.parties[$0].name },
      issue: command.positions.first.map { book.issues[$0.issue].name })
    return RecordID(.statement, digest: digest.hex)
  }

  /// The line of a statement in normal form. `coder` is named only where another coder's line
  /// stands under the same id.
  func attributeLine(_ statement: Statement, namesCoder: Bool) -> String {
    var line = NormalForm("attribute")
    func name(_ id: PartyID?) -> String? { id.map { book.parties[$0].name } }
    line.add(book.annotations.id(statement.annotation).text)
    line.add("to", name: name(statement.speaker))
    line.add("for", name: name(statement.party))
    line.add("cue", quoting: statement.cue)
    for reporter in statement.via { line.add("via", name: name(reporter)) }
    line.add("addressing", name: name(statement.addressee))
    line.add("channel", quoting: statement.channel)
    if let issue = statement.issue {
      line.add("on", book.issues[issue].name)
      line.add(statement.stance?.token)
      line.add("if", quoting: statement.condition)
    }
    line.add("act", statement.act?.rawValue)
    line.add("voice", statement.voice?.rawValue)
    line.add("said", statement.said?.description)
    line.add("hedge", statement.hedge?.rawValue)
    if namesCoder { line.add("coder", name: book.texts.text(statement.coder)) }
    line.add("as", statement.id.text)
    line.add(note: statement.note)
    return line.text
  }

  /// The sentence that a statement makes: `Russia strongly opposes “…”`.
  func sentence(_ row: StatementRow) -> String? {
    guard book.statements.isAlive(row.row) else { return nil }
    return sentence(book.statement(row))
  }

  /// The sentence that a statement makes.
  func sentence(_ statement: Statement) -> String {
    func name(_ id: PartyID) -> String { book.parties.isDefined(id) ? book.parties[id].name : "?" }
    let party = statement.party ?? statement.speaker
    var text = party.map(name) ?? "Somebody not named"
    if let speaker = statement.speaker, speaker != party { text += " (\(name(speaker)))" }
    guard let issue = statement.issue, book.issues.isDefined(issue) else {
      let act = statement.act.map { ": \($0.rawValue)" } ?? ""
      let does = statement.isUncommitted ? "takes no position" : "speaks\(act)"
      return Layout.words("\(text) \(does), on no issue yet")
    }
    let proposition = book.issues[issue].proposition
    guard let stance = statement.stance else {
      return Layout.words("\(text) speaks on “\(proposition)”, stance not stated")
    }
    text += " \(stance.verb) “\(proposition)”"
    if let condition = statement.condition { text += " if “\(condition)”" }
    return Layout.words(text)
  }
}
