internal import Casebook
internal import CommandKit
internal import Diagnostics
internal import NotebookFormat

/// `evidence`: how a record bears on a hypothesis.
struct EvidenceCommand: RecordCommand {
  static let target = Slot(ValueKind<[RecordID]>.reference, "the record that is judged")
  static let consistency = Slot(
    ValueKind<Consistency?>.orNone(
      .choice(Consistency.self, expected: "CC, C, N, I or II")), "how it bears on it",
    as: "CC|C|N|I|II")
  static let hypothesis = Slot(ValueKind<HypothesisID>.hypothesis, "the hypothesis")

  static let declaration = Declaration(
    "evidence", .comparing, "judges a record against a hypothesis",
    slots: [target.erased, consistency.erased, hypothesis.erased], takesNote: true,
    discussion: """
      If the hypothesis were true, would this be very consistent with it (CC), consistent (C), \
      neutral or not applicable (N), inconsistent (I) or very inconsistent (II)? There is one \
      judgement for each record and hypothesis; typed again it is replaced, `none` takes it away. \
      The record is an annotation, a statement or a claim.
      """,
    examples: [
      Example(
        "evidence 15a I bluff -- Nobody bluffs in writing.", gives: "inconsistent with bluff",
        after: CommandFixtures.truce + [
          CommandFixtures.statement, "hypothesis bluff \"Alba does not mean to sign.\"",
        ])
    ])

  let target: RecordID
  let consistency: Consistency?
  let hypothesis: HypothesisID
  let why: String?

  init(_ arguments: inout Arguments, _ session: __shared Session) throws(Diagnostic) {
    let targets = try arguments.next(Self.target, session)
    consistency = try arguments.next(Self.consistency, session)
    hypothesis = try arguments.next(Self.hypothesis, session)
    why = arguments.note
    guard targets.count == 1, targets[0].kind != .link else {
      throw Diagnostic(.judgesOne, at: arguments.line.end, hint: Self.declaration.usage)
    }
    target = targets[0]
  }

  static let phases = [RecordPhase.evidence]

  func apply(_ record: RecordContext, to session: inout Session) throws(Diagnostic) {
    guard let consistency else { throw Diagnostic(.judgesOne) }
    let key = Evidence.Key(target, hypothesis)
    let name = session.book.hypotheses[hypothesis].name
    if session.book.evidence[key] != nil {
      throw Diagnostic(.definedTwice("evidence", "\(target.text) \(name)"))
    }
    var evidence = Evidence(target: target, hypothesis: hypothesis, consistency: consistency)
    evidence.why = why
    evidence.item = record.item
    if let made = session.facts(ofEvidence: target, name).coders.first {
      evidence.coder = session.book.texts.intern(made.name)
      evidence.time = made.time
    }
    session.book.evidence[key] = evidence
  }

  static func withdraw(_ line: CommandLine, item: RecordItem, from session: inout Session) {
    guard let key = session.book.evidence.first(where: { $0.value.item == item })?.key else {
      return
    }
    session.book.evidence[key] = nil
  }

  func run(on session: inout Session, in world: World) throws(Diagnostic) -> Output {
    let key = Evidence.Key(target, hypothesis)
    let known = session.book.evidence[key]
    guard let consistency else {
      if known == nil { return Output(["nothing changed: it was not judged"]) }
      try session.dropEvidence(key)
      return Output(["no longer judged: undo brings it back"])
    }
    var evidence = Evidence(target: target, hypothesis: hypothesis, consistency: consistency)
    evidence.why = why ?? known?.why
    if let known, known.consistency == consistency, known.why == evidence.why {
      return Output(["nothing changed: \(Self.described(known, session))"])
    }
    try session.setEvidenceFact(target, session.book.hypotheses[hypothesis].name, Session.by(world))
    let text = RecordText.command(Self.normalForm(evidence, session))
    if let known {
      try session.replaceRecord(known.item, with: text)
    } else {
      try session.addRecord(text, at: session.place(under: target))
    }
    return Output([Self.described(evidence, session)])
  }

  func answer(_ record: RecordContext, in session: Session, _ page: Page) -> Output {
    Output(
      session.book.evidence[Evidence.Key(target, hypothesis)]
        .map { [Self.described($0, session)] } ?? [])
  }

  /// `ae4e434ec is very inconsistent with bluff  why`.
  static func described(_ one: Evidence, _ session: Session) -> String {
    let how =
      switch one.consistency {
      case .veryConsistent: "very consistent with"
      case .consistent: "consistent with"
      case .neutral: "neutral on"
      case .inconsistent: "inconsistent with"
      case .veryInconsistent: "very inconsistent with"
      }
    let why = one.why.map { "  \($0)" } ?? ""
    let name = session.book.hypotheses[one.hypothesis].name
    return Layout.words("\(one.target.text) is \(how) \(name)\(why)")
  }

  static func normalForm(_ one: Evidence, _ session: Session) -> String {
    var line = NormalForm("evidence")
    line.add(one.target.text)
    line.add(one.consistency.rawValue)
    line.add(name: session.book.hypotheses[one.hypothesis].name)
    line.add(note: one.why)
    return line.text
  }
}

extension Message {
  static let judgesOne = Message(
    "judges-one", "what is judged is one annotation, statement or claim")
}
