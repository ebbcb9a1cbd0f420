internal import Casebook
internal import CommandKit
internal import Diagnostics

/// What `edit` changes: for each keyword nothing, a new value, or `none`.
struct RecordChanges {
  private let speaker: PartyID??
  private let party: PartyID??
  private let cue: String??
  private let via: [PartyID?]
  private let addressee: PartyID??
  private let channel: String??
  private let position: EditedPosition?
  private let stance: Stance??
  private let condition: String??
  private let act: Act??
  private let voice: Voice??
  private let said: [String]?
  private let hedge: Hedge??
  private let text: String?
  private let kind: ClaimKind??
  private let status: ClaimStatus??
  private let credibility: Int??
  private let likelihood: Likelihood??
  private let confidence: Confidence??
  let note: String?

  init(_ arguments: inout Arguments, _ session: __shared Session) throws(Diagnostic) {
    typealias E = EditCommand
    speaker = try arguments.value(E.to, session)
    party = try arguments.value(E.party, session)
    cue = try arguments.value(E.cue, session)
    via = try arguments.values(E.via, session)
    addressee = try arguments.value(E.addressing, session)
    channel = try arguments.value(E.channel, session)
    position = try arguments.value(E.on, session)
    stance = try arguments.value(E.stance, session)
    condition = try arguments.value(E.condition, session)
    act = try arguments.value(E.act, session)
    voice = try arguments.value(E.voice, session)
    said = try arguments.value(E.said, session)
    hedge = try arguments.value(E.hedge, session)
    text = try arguments.value(E.text, session)
    kind = try arguments.value(E.kind, session)
    status = try arguments.value(E.status, session)
    credibility = try arguments.value(E.credibility, session)
    likelihood = try arguments.value(E.likelihood, session)
    confidence = try arguments.value(E.confidence, session)
    note = arguments.note
  }

  private var changesStatement: Bool {
    speaker != nil || party != nil || cue != nil || !via.isEmpty || addressee != nil
      || channel != nil || position != nil || stance != nil || condition != nil || act != nil
      || voice != nil
      || said != nil || hedge != nil
  }

  private var changesClaim: Bool {
    text != nil || kind != nil || status != nil || credibility != nil || likelihood != nil
      || confidence != nil
  }

  var isOnlyNote: Bool { note != nil && !changesStatement && !changesClaim }

  var isEmpty: Bool { note == nil && !changesStatement && !changesClaim }

  func apply(to statement: inout Statement, _ session: Session) throws(Diagnostic) {
    if changesClaim { throw Diagnostic(.otherKind("a statement")) }
    // First: for whom somebody speaks may hang on the day.
    if let said { try apply(said, to: &statement, session) }
    if let speaker { give(statement: &statement, to: speaker, session) }
    if let party { statement.party = party }
    if let cue { statement.cue = cue }
    if !via.isEmpty { statement.via = via.compactMap { $0 } }
    if let addressee { statement.addressee = addressee }
    if let channel { statement.channel = channel }
    if let position { position.apply(to: &statement) }
    if let stance { statement.stance = stance }
    if let condition { statement.condition = condition }
    if let act { statement.act = act }
    if let voice { statement.voice = voice }
    if let hedge { statement.hedge = hedge }
    if let note { statement.note = note.isEmpty ? nil : note }
    if statement.speaker == nil, statement.party == nil { throw Diagnostic(.noSpeaker) }
  }

  /// Another speaker speaks for their own party, unless the old one spoke for a party that was typed.
  /// A state or a bloc is no speaker but the party. Of whom nothing is known but the name stands in
  /// for the old speaker.
  private func give(statement: inout Statement, to speaker: PartyID?, _ session: Session) {
    let parties = session.book.parties
    let old = statement.speaker
    statement.speaker = speaker
    guard party == nil, let speaker else { return }
    if parties[speaker].isNoSpeaker {
      (statement.speaker, statement.party) = (nil, speaker)
      return
    }
    let article = session.book.articles[session.book.annotations.article(statement.annotation)]
    let day = statement.said.flatMap { $0.isDay ? $0.first : nil } ?? article.day
    if let old, let party = statement.party, party != old,
      party != parties.represented(by: old, on: day)
    {
      return
    }
    if let party = parties.represented(by: speaker, on: day) {
      statement.party = party
    } else if let party = statement.party, !parties.memberships(of: speaker).isEmpty,
      !parties.groups(of: speaker, on: day).contains(party)
    {
      statement.party = nil
    }
  }

  private func apply(_ said: [String], to statement: inout Statement, _ session: Session)
    throws(Diagnostic)
  {
    if said == ["none"] {
      statement.said = nil
      return
    }
    let article = session.book.articles[session.book.annotations.article(statement.annotation)]
    guard let days = DayWords.days(said, from: article.day) else {
      throw Diagnostic(
        .notADayWord(said.joined(separator: " ")), hint: "said 2025-04-17, or none")
    }
    statement.said = days
  }

  func apply(to claim: inout Claim) {
    if let text { claim.text = text }
    if let kind { claim.kind = kind }
    if let status { claim.status = status }
    if let credibility { claim.credibility = credibility }
    if let likelihood { claim.likelihood = likelihood }
    if let confidence { claim.confidence = confidence }
    if let note { claim.note = note.isEmpty ? nil : note }
  }
}

/// What `edit … on` says: no issue at all, or an issue, and a stance and condition where given.
struct EditedPosition: Sendable {
  var position: Position?

  func apply(to statement: inout Statement) {
    guard let position else {
      statement.issue = nil
      statement.stance = nil
      statement.condition = nil
      return
    }
    statement.issue = position.issue
    if statement.isUncommitted, statement.stance == nil { statement.stance = .uncommitted }
    if let stance = position.stance { statement.stance = stance }
    if let condition = position.condition { statement.condition = condition }
  }
}

extension ValueKind where Value == EditedPosition {
  static let editedPosition = ValueKind(
    "ISSUE [STANCE]", expected: "an issue, or none",
    read: { cursor, session throws(Diagnostic) in
      if cursor.peek?.form == .plain, cursor.peekText == "none" {
        cursor.next()
        return EditedPosition(position: nil)
      }
      let positions = try ValueKind<[Position]>.positions.read(&cursor, session)
      guard positions.count == 1 else { throw cursor.missing("one issue; attribute adds another") }
      return EditedPosition(position: positions[0])
    })
}

extension ValueKind {
  /// A value, or `none`.
  static func orNone<Wrapped: Sendable>(_ kind: ValueKind<Wrapped>) -> ValueKind
  where Value == Wrapped? {
    kind.orNone()
  }
}

extension Message {
  static func otherKind(_ kind: String) -> Message {
    Message("other-kind", "\(kind) has no such keyword")
  }
}
