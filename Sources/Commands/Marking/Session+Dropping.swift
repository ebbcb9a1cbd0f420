internal import Casebook
internal import CommandKit
internal import Diagnostics
internal import NotebookFormat

extension Session {
  /// Everything that hangs on some things and is not among them: what would refer to nothing once
  /// they are gone. What hangs on others comes after them.
  func hanging(on targets: [Droppable]) -> [Droppable] {
    var found: [Droppable] = []
    var seen = Set(targets)
    var next = targets
    while let one = next.first {
      next.removeFirst()
      for other in directlyHanging(on: one) where seen.insert(other).inserted {
        found.append(other)
        next.append(other)
      }
    }
    return found
  }

  private func directlyHanging(on one: Droppable) -> [Droppable] {
    switch one {
    case .record(let id): hanging(on: id)
    case .party(let id):
      statements { [book] in
        let s = book.statement($0)
        return s.speaker == id || s.party == id || s.via.contains(id) || s.addressee == id
      } + memberships(of: id)
    case .issue(let id):
      statements { [book] in book.statements.issues[$0.row] == id.rawValue }
        + book.issues.all.filter { book.issues[$0].parent == book.issues[id].name }
        .map { .issue($0) }
    case .article(let id):
      book.annotations(of: id).map { .record(book.annotations.id($0)) }
        + book.articles.all.filter { book.articles[$0].versionOf == book.articles[id].name }
        .map { .article($0) }
        + book.asides.filter { $0.article == id }.map { .item($0.item) }
        + book.refusals.filter { $0.article == id }.map { .item($0.item) }
    case .tag(let id):
      book.annotations.all.filter { book.annotations.tags($0).contains(id) }
        .map { .record(book.annotations.id($0)) }
    case .hypothesis(let id): evidence { $0.hypothesis == id }
    case .item, .evidence: []
    }
  }

  private func hanging(on id: RecordID) -> [Droppable] {
    var found: [Droppable] = []
    if let row = book.annotations.row(of: id) {
      for statement in book.statements(on: row) {
        let own = Droppable.record(book.statements.id(statement))
        if !found.contains(own) { found.append(own) }
      }
    }
    found += book.claims.filter { $0.made.contains(id) }.map { .record($0.id) }
    found += book.links.filter { $0.from == id || $0.to == id }.map { .record($0.id) }
    found += book.notes.filter { $0.target == id }.map { .item($0.item) }
    if let settled = book.settled[id] { found.append(.item(settled.item)) }
    return found + evidence { $0.target == id }
  }

  private func statements(_ isMeant: (StatementRow) -> Bool) -> [Droppable] {
    var found: [Droppable] = []
    for row in book.statements.all where isMeant(row) {
      let own = Droppable.record(book.statements.id(row))
      if !found.contains(own) { found.append(own) }
    }
    return found
  }

  /// Judgements, in the order of their records.
  private func evidence(_ isMeant: (Evidence.Key) -> Bool) -> [Droppable] {
    book.evidence.values.filter { isMeant($0.key) }
      .sorted { document.line($0.item) < document.line($1.item) }.map { .evidence($0.key) }
  }

  /// Memberships recorded on lines of their own, and parties whose own line names this one.
  private func memberships(of id: PartyID) -> [Droppable] {
    book.parties.memberships.compactMap { membership in
      guard membership.member == id || membership.group == id else { return nil }
      if membership.item == book.parties[membership.member].item {
        return membership.member == id ? nil : .party(membership.member)
      }
      return .item(membership.item)
    }
  }

  /// Takes one thing's record and facts out.
  mutating func drop(_ one: Droppable) throws(Diagnostic) {
    switch one {
    case .record(let id): try drop(id)
    case .party(let id): try removeRecord(book.parties[id].item)
    case .issue(let id): try removeRecord(book.issues[id].item)
    case .article(let id):
      let name = book.articles[id].name
      try removeRecord(book.articles[id].item)
      try setFacts(.name(name), [])
    case .tag(let id):
      if book.tags[id].item >= 0 { try removeRecord(book.tags[id].item) }
      try untag(id)
    case .hypothesis(let id): try removeRecord(book.hypotheses[id].item)
    case .evidence(let key): try dropEvidence(key)
    case .item(let item):
      if document.contains(item) { try removeRecord(item) }
    }
  }

  private mutating func drop(_ id: RecordID) throws(Diagnostic) {
    for note in book.notes where note.target == id { try removeRecord(note.item) }
    if id.kind == .statement {
      if let settled = book.settled[id] { try removeRecord(settled.item) }
      for row in book.statements.rows(of: id).reversed() {
        try removeRecord(book.statements.item(row))
      }
    } else if let item = item(of: id) {
      try removeRecord(item)
    }
    try setFacts(.id(id), [])
    if it == id { it = nil }
  }

  /// Takes a tag off every annotation.
  private mutating func untag(_ id: TagID) throws(Diagnostic) {
    for row in book.annotations.all where book.annotations.tags(row).contains(id) {
      let annotation = book.annotations[row]
      try rewrite(
        annotation, tags: annotation.tags.filter { $0 != id }.map { book.tags[$0].name })
    }
  }

  /// One thing in a line.
  func shown(_ one: Droppable) -> String {
    switch one {
    case .record(let id): shownRecord(id)
    case .party(let id): book.parties[id].name
    case .issue(let id): book.issues[id].name
    case .article(let id): book.articles[id].name
    case .tag(let id): "#" + book.tags[id].name
    case .hypothesis(let id): book.hypotheses[id].name
    case .evidence(let key): book.evidence[key].map { EvidenceCommand.described($0, self) } ?? ""
    case .item(let item): String(decoding: document.command(of: item).prefix(60), as: UTF8.self)
    }
  }

  private func shownRecord(_ id: RecordID) -> String {
    func named(_ text: String?) -> String { "\(id.text)  \(text ?? "")" }
    switch id.kind {
    case .annotation:
      return named(book.annotations.row(of: id).map { Layout.cut(words($0), 50) })
    case .statement: return named(book.statements.rows(of: id).first.flatMap { sentence($0) })
    // These begin with their ids.
    case .claim:
      let claim = book.claims.first { $0.id == id }
      return claim.map { Layout.cut(ClaimCommand.described($0), 76) } ?? id.text
    case .link: return book.links.first { $0.id == id }.map(LinkCommand.described) ?? id.text
    }
  }
}
