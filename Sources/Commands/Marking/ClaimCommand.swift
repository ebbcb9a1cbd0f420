internal import Casebook
internal import CommandKit
internal import Diagnostics
internal import NotebookFormat
internal import SourceText

/// `claim`: a checkable proposition, and the records that make it.
struct ClaimCommand: RecordCommand {
  static let subject = Slot(
    ValueKind<ClaimSubject>.claimSubject, "who makes it", as: "PASSAGE|REF … [\"text\"]")
  static let kind = Keyword(
    "kind", .choice(ClaimKind.self, expected: "a kind of claim"), "what kind")
  static let status = Keyword(
    "status", .choice(ClaimStatus.self, expected: "a status"), "where its checking stands")
  static let credibility = Keyword(
    "credibility", ValueKind<Int>.number(1...6), "of the information, 1 confirmed to 6 unknown")
  static let likelihood = Keyword(
    "likelihood", ValueKind<Likelihood>.likelihood, "how likely it is")
  static let confidence = Keyword(
    "confidence", .choice(Confidence.self, expected: "low, moderate or high"), "in that judgement")

  static let declaration = Declaration(
    "claim", .marking, "records a checkable proposition and who makes it",
    slots: [subject.erased],
    keywords: [
      kind.erased, status.erased, credibility.erased, likelihood.erased, confidence.erased,
    ], takesNote: true, takesID: true,
    discussion: """
      The text is the proposition in the analyst's words; without one it is the passage itself. \
      Credibility is the Admiralty code's grade of the information, judged independently of the \
      grade of the source. Likelihood words are those of ICD 203; a percentage is turned into its \
      word.
      """,
    examples: [
      Example(
        "claim 15a \"Alba refuses a truce.\" kind commitment",
        gives: "Alba refuses a truce.", after: [CommandFixtures.load, "annotate 15.1"])
    ])

  let subject: ClaimSubject
  let id: RecordID?
  var claim: Claim

  init(_ arguments: inout Arguments, _ session: __shared Session) throws(Diagnostic) {
    id = try arguments.id(.claim)
    claim = Claim(id: id ?? RecordID(.claim, digest: TextDigest(of: []).hex), text: "", made: [])
    claim.kind = try arguments.value(Self.kind, session)
    claim.status = try arguments.value(Self.status, session)
    claim.credibility = try arguments.value(Self.credibility, session)
    claim.likelihood = try arguments.value(Self.likelihood, session)
    claim.confidence = try arguments.value(Self.confidence, session)
    claim.note = arguments.note
    subject = try arguments.next(Self.subject, session)
  }

  static let phases = [RecordPhase.claims]

  func apply(_ record: RecordContext, to session: inout Session) throws(Diagnostic) {
    var claim = claim
    claim.text = subject.text ?? ""
    claim.made = subject.references
    if id == nil { claim.id = RecordID(.claim, digest: RecordID.claimDigest(text: claim.text).hex) }
    let facts = session.markFacts(claim.id)
    claim.coder = facts.coders.first.map { session.book.texts.intern($0.name) } ?? -1
    claim.time = facts.coders.first?.time
    claim.item = record.item
    if session.book.claims.contains(where: { $0.id == claim.id }) {
      throw Diagnostic(.sameID(claim.id.text))
    }
    session.book.claims.append(claim)
  }

  static func withdraw(_ line: CommandLine, item: RecordItem, from session: inout Session) {
    session.book.claims.removeAll { $0.item == item }
  }

  func run(on session: inout Session, in world: World) throws(Diagnostic) -> Output {
    var new = claim
    new.made = subject.references
    if let expression = subject.passage {
      let row = try session.mark(expression, in: world)
      new.made = [session.book.annotations.id(row)]
      new.text = subject.text ?? session.words(row)
    } else {
      new.text = subject.text ?? firstWords(new.made, session)
    }
    new.id = RecordID(.claim, digest: RecordID.claimDigest(text: new.text).hex)
    if let known = session.book.claims.first(where: { $0.id == new.id }) {
      return try again(new, known, &session)
    }
    new.status = new.status ?? .unchecked
    try session.setFacts(.id(new.id), [Session.by(world)])
    try session.addRecord(RecordText.command(Self.normalForm(new)), at: .under(new.made[0]))
    session.it = new.id
    return Output([Self.described(new)])
  }

  private func firstWords(_ ids: [RecordID], _ session: Session) -> String {
    session.annotation(of: ids[0]).map { session.words($0) } ?? ""
  }

  /// The same proposition again: further records that make it, further judgements.
  private func again(_ new: Claim, _ known: Claim, _ session: inout Session) throws(Diagnostic)
    -> Output
  {
    var merged = known
    for id in new.made where !merged.made.contains(id) { merged.made.append(id) }
    merged.kind = new.kind ?? merged.kind
    merged.status = new.status ?? merged.status
    merged.credibility = new.credibility ?? merged.credibility
    merged.likelihood = new.likelihood ?? merged.likelihood
    merged.confidence = new.confidence ?? merged.confidence
    merged.note = new.note ?? merged.note
    session.it = merged.id
    if merged == known { return Output(["nothing changed: \(Self.described(known))"]) }
    try session.replaceRecord(known.item, with: RecordText.command(Self.normalForm(merged)))
    return Output([Self.described(merged)])
  }

  func answer(_ record: RecordContext, in session: Session, _ page: Page) -> Output {
    let found = session.book.claims.first { $0.item == record.item }
    return Output(found.map { [Self.described($0)] } ?? [])
  }

  static func described(_ claim: Claim) -> String {
    var parts = ["\(claim.id.text)  “\(claim.text)”"]
    if let kind = claim.kind { parts.append(kind.rawValue) }
    if let status = claim.status { parts.append(status.rawValue) }
    if let credibility = claim.credibility { parts.append("credibility \(credibility)") }
    if let likelihood = claim.likelihood { parts.append(likelihood.rawValue) }
    if let confidence = claim.confidence { parts.append("\(confidence.rawValue) confidence") }
    return Layout.words(parts.joined(separator: ", "))
  }

  static func normalForm(_ claim: Claim) -> String {
    var line = NormalForm("claim")
    for id in claim.made { line.add(id.text) }
    line.add(quoting: claim.text)
    line.add("kind", claim.kind?.rawValue)
    line.add("status", claim.status?.rawValue)
    line.add("credibility", claim.credibility.map(String.init))
    line.add("likelihood", claim.likelihood?.rawValue)
    line.add("confidence", claim.confidence?.rawValue)
    line.add("as", claim.id.text)
    line.add(note: claim.note)
    return line.text
  }
}

/// What stands behind `claim`: a passage or references, and the text.
struct ClaimSubject: Sendable {
  var passage: PassageExpression?
  var references: [RecordID] = []
  var text: String?
}

extension ValueKind where Value == ClaimSubject {
  static let claimSubject = ValueKind(
    "PASSAGE|REF", expected: "a passage or a mark, as wire:5 or 15a",
    candidates: { $0.passages() },
    read: { cursor, session throws(Diagnostic) in
      var subject = ClaimSubject()
      while let word = cursor.peek, word.form == .plain,
        ReferenceReader.isReference(cursor.line.text(word)),
        !isPassageRow(cursor.line.text(word), session)
      {
        let ids = try ValueKind<[RecordID]>.reference.read(&cursor, session)
        if let other = ids.first(where: { $0.kind != .annotation && $0.kind != .statement }) {
          throw cursor.error(.makesNoClaim(other.text), at: word)
        }
        subject.references += ids
      }
      if subject.references.isEmpty {
        subject.passage = try ValueKind<PassageExpression>.passage.read(&cursor, session)
      }
      if let word = cursor.peek, word.isQuoted {
        subject.text = cursor.line.text(word)
        cursor.next()
      }
      return subject
    })

  private static func isPassageRow(_ text: String, _ session: Session) -> Bool {
    guard text.hasPrefix("%"), let number = Int(text.dropFirst()),
      case .passage? = session.row(number)
    else { return false }
    return true
  }
}

extension Message {
  static func makesNoClaim(_ id: String) -> Message {
    Message("not-a-mark", "‘\(id)’ is neither an annotation nor a statement")
  }
}
