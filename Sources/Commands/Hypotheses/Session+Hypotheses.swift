internal import Casebook
internal import CommandKit
internal import Diagnostics
internal import NotebookFormat

/// Who judged what and when stands with the facts of the record: `: a8f536ced evidence bluff by hv
/// 2031-04-18T10:15:00Z`.
extension Session {
  private func factHead(_ name: String) -> String { "evidence \(NormalForm.name(name)) " }

  /// The facts of a mark as text.
  func factLines(of id: RecordID) -> [String] {
    document.facts(of: .id(id)).map { String(decoding: $0, as: UTF8.self) }
  }

  /// What the facts say of one judgement.
  func facts(ofEvidence target: RecordID, _ name: String) -> MarkFacts {
    let head = Array(factHead(name).utf8)
    return MarkFacts(
      document.facts(of: .id(target)).filter { $0.starts(with: head) }
        .map { $0.dropFirst(head.count) })
  }

  /// Makes the fact of one judgement this one; without it there is none.
  mutating func setEvidenceFact(_ target: RecordID, _ name: String, _ by: String?)
    throws(Diagnostic)
  {
    let head = factHead(name)
    let others = factLines(of: target).filter { !$0.hasPrefix(head) }
    try setFacts(.id(target), others + (by.map { [head + $0] } ?? []))
  }

  /// Takes a judgement out, with its fact.
  mutating func dropEvidence(_ key: Evidence.Key) throws(Diagnostic) {
    guard let one = book.evidence[key] else { return }
    let name = book.hypotheses[key.hypothesis].name
    try removeRecord(one.item)
    try setEvidenceFact(key.target, name, nil)
  }

  /// Behind the lines of a record.
  func place(under id: RecordID) -> Placement {
    switch id.kind {
    case .annotation: .under(id)
    case .statement:
      .behind(book.statements.rows(of: id).last.map { book.statements.item($0) } ?? -1)
    case .claim, .link: .behind(item(of: id) ?? -1)
    }
  }
}

extension Renaming {
  /// A hypothesis under another name, with its judgements.
  func hypothesis(_ id: HypothesisID, in session: inout Session) throws(Diagnostic) -> (String, Int)
  {
    let old = session.book.hypotheses[id]
    if old.name == name { return (old.name, 0) }
    var cursor = WordCursor.of(name)
    _ = try ValueKind<String>.shortName.read(&cursor, session)
    let other = session.book.hypotheses.named(name)
    if other != nil, other != id {
      throw Diagnostic(
        .nameExists(name), hint: "hypotheses exclude each other and are not merged")
    }
    let judgements = session.book.evidence.values.filter { $0.hypothesis == id }
      .sorted { session.document.line($0.item) < session.document.line($1.item) }
    var renamed = old
    renamed.name = name
    let text = RecordText.command(HypothesisCommand.normalForm(renamed))
    if other == id {
      try session.replaceRecord(old.item, with: text)
    } else {
      try session.addRecord(text, at: .behind(old.item))
    }
    guard let new = session.book.hypotheses.named(name) else { throw Diagnostic(.notMade(name)) }
    for one in judgements { try move(one, from: old.name, to: new, in: &session) }
    if other != id { try session.removeRecord(old.item) }
    return (old.name, judgements.count + 1)
  }

  private func move(
    _ judgement: Evidence, from old: String, to id: HypothesisID, in session: inout Session
  ) throws(Diagnostic) {
    let head = "evidence \(NormalForm.name(old)) "
    let by = session.factLines(of: judgement.target).first { $0.hasPrefix(head) }
    try session.setEvidenceFact(judgement.target, old, nil)
    try session.setEvidenceFact(judgement.target, name, by.map { String($0.dropFirst(head.count)) })
    var moved = judgement
    moved.hypothesis = id
    try session.replaceRecord(
      judgement.item, with: RecordText.command(EvidenceCommand.normalForm(moved, session)))
  }
}
