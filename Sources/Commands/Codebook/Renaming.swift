internal import Casebook
internal import CommandKit
internal import Diagnostics
internal import NotebookFormat
internal import SourceText

/// One renaming: the new record is made first, every record that names the old one is rewritten,
/// and the old record goes last, so that no record ever refers to nothing.
struct Renaming {
  private let name: String
  private let merges: Bool
  private let line: CommandLine

  init(to name: String, merges: Bool, line: CommandLine) {
    self.name = name
    self.merges = merges
    self.line = line
  }

  private func taken(_ other: String) -> Diagnostic {
    Diagnostic(
      .nameExists(other), at: line.place(0..<line.bytes.count), hint: "\(line.text) merge")
  }

  /// Whether two names are the same byte by byte.
  private func isWritten(_ a: String, _ b: String) -> Bool { a.utf8.elementsEqual(b.utf8) }

  /// The same into a name as it is written already: the spelling of what is merged into stands.
  private func written(_ name: String) -> Renaming {
    Renaming(to: name, merges: merges, line: line)
  }

  // MARK: Parties

  func party(_ id: PartyID, in session: inout Session) throws(Diagnostic) -> (String, Int) {
    let old = session.book.parties[id]
    if old.name == name { return (old.name, 0) }
    let other = session.book.parties.named(name)
    if let other, other != id {
      let known = session.book.parties[other].name
      guard merges else { throw taken(known) }
      if !isWritten(known, name) { return try written(known).party(id, in: &session) }
    }
    if NameKey(name) == NameKey(old.name) { return try respell(id, in: &session) }
    let new: PartyID
    if let other {
      new = other
      try keepOldNames("party", of: old.name, old.was + [old.name], under: name, &session)
      try session.touch(session.book.parties[other].item)
    } else {
      try keepOldNames("party", of: old.name, old.was + [old.name], under: name, &session)
      var party = old
      party.name = name
      party.short = nil
      party.also = []
      try session.addRecord(
        RecordText.command(PartyCommand.normalForm(party, nil, session)), at: .behind(old.item))
      guard let made = session.book.parties.named(name) else { throw Diagnostic(.notMade(name)) }
      new = made
    }
    var count = 1 + (try statements(naming: id, with: new, in: &session))
    count += try memberships(of: id, to: new, in: &session)
    let own = session.book.parties.memberships.first { $0.item == old.item }
    try session.removeRecord(old.item)
    // What belonged to the old name belongs to the new one; nothing belongs to itself.
    let kept = own.flatMap { $0.group == id || $0.group == new ? nil : $0 }
    try finish(new, taking: old, kept, in: &session)
    return (old.name, count)
  }

  /// The new party takes the short name, aliases and membership of the old one.
  private func finish(
    _ new: PartyID, taking old: Party, _ own: Membership?, in session: inout Session
  ) throws(Diagnostic) {
    var party = session.book.parties[new]
    party.kind = party.kind ?? old.kind
    party.country = party.country ?? old.country
    party.short = party.short ?? old.short
    for alias in old.also where !party.also.contains(alias) && alias != party.name {
      party.also.append(alias)
    }
    var membership = session.book.parties.memberships.first { $0.item == party.item } ?? own
    membership?.member = new
    try session.replaceRecord(
      party.item, with: RecordText.command(PartyCommand.normalForm(party, membership, session)))
  }

  /// Only the spelling changes: the key stays the same.
  private func respell(_ id: PartyID, in session: inout Session) throws(Diagnostic)
    -> (String, Int)
  {
    var party = session.book.parties[id]
    let old = party.name
    party.name = name
    let own = session.book.parties.memberships.first { $0.item == party.item }
    try session.replaceRecord(
      party.item, with: RecordText.command(PartyCommand.normalForm(party, own, session)))
    let count = try statements(naming: id, with: id, in: &session)
    return (old, count + 1)
  }

  private func statements(naming old: PartyID, with new: PartyID, in session: inout Session)
    throws(Diagnostic) -> Int
  {
    var count = 0
    for row in session.book.statements.all {
      var statement = session.book.statement(row)
      let before = statement
      if statement.speaker == old { statement.speaker = new }
      if statement.party == old { statement.party = new }
      if statement.addressee == old { statement.addressee = new }
      statement.via = statement.via.map { $0 == old ? new : $0 }
      if statement == before, old != new { continue }
      count += try session.rewrite(statement) ? 1 : 0
    }
    return count
  }

  private func memberships(of old: PartyID, to new: PartyID, in session: inout Session)
    throws(Diagnostic) -> Int
  {
    let own = session.book.parties[old].item
    var count = 0
    for var membership in session.book.parties.memberships
    where membership.item != own && (membership.member == old || membership.group == old) {
      if membership.member == old { membership.member = new }
      if membership.group == old { membership.group = new }
      count += 1
      let party = session.book.parties[membership.member]
      let text =
        party.item == membership.item
        ? PartyCommand.normalForm(party, membership, session)
        : MemberCommand.normalForm(membership, session)
      try session.replaceRecord(membership.item, with: RecordText.command(text))
    }
    return count
  }

  // MARK: Issues, tags, articles

  func issue(_ id: IssueID, in session: inout Session) throws(Diagnostic) -> (String, Int) {
    let old = session.book.issues[id]
    if old.name == name { return (old.name, 0) }
    var cursor = WordCursor.of(name)
    _ = try ValueKind<String>.shortName.read(&cursor, session)
    let other = session.book.issues.own(name)
    if let other, other != id {
      let known = session.book.issues[other].name
      guard merges else { throw taken(known) }
      if !isWritten(known, name) { return try written(known).issue(id, in: &session) }
    }
    try keepOldNames("issue", of: old.name, old.was + [old.name], under: name, &session)
    var issue = old
    issue.name = name
    let text = RecordText.command(IssueCommand.normalForm(issue))
    if other == id {
      // Only the spelling changes: the key stays the same.
      try session.replaceRecord(old.item, with: text)
    } else if let other {
      try session.touch(session.book.issues[other].item)
    } else {
      try session.addRecord(text, at: .behind(old.item))
    }
    guard let new = session.book.issues.named(name) else { throw Diagnostic(.notMade(name)) }
    var count = 1
    for row in session.book.statements.all
    where session.book.statements.issues[row.row] == id.rawValue {
      var statement = session.book.statement(row)
      statement.issue = new
      count += try session.rewrite(statement) ? 1 : 0
    }
    for child in session.book.issues.all where session.book.issues[child].parent == old.name {
      var issue = session.book.issues[child]
      issue.parent = child == new ? nil : name
      try session.replaceRecord(
        issue.item, with: RecordText.command(IssueCommand.normalForm(issue)))
      count += 1
    }
    if other != id { try session.removeRecord(old.item) }
    return (old.name, count)
  }

  func tag(_ old: String, in session: inout Session) throws(Diagnostic) -> (String, Int) {
    let new = name.hasPrefix("#") ? String(name.dropFirst()) : name
    guard TagName.isValid(new) else { throw Diagnostic(.notATag(name)) }
    guard let id = session.book.tags.named(old) else { throw Diagnostic(.noTag(old)) }
    if let other = session.book.tags.named(new), other != id, session.isUsed(other) {
      let known = session.book.tags[other].name
      guard merges else { throw taken("#" + known) }
      if !isWritten(known, new) { return try written(known).tag(old, in: &session) }
    }
    var count = 0
    for row in session.book.annotations.all where session.book.annotations.tags(row).contains(id) {
      let annotation = session.book.annotations[row]
      var names: [String] = []
      for tag in annotation.tags {
        let name = tag == id ? new : session.book.tags[tag].name
        if !names.contains(name) { names.append(name) }
      }
      try session.rewrite(annotation, tags: names)
      count += 1
    }
    var tag = session.book.tags[id]
    if tag.item >= 0 {
      let item = tag.item
      tag.name = new
      let merged = session.book.tags.named(new).map { $0 != id && session.book.tags[$0].item >= 0 }
      if merged == true {
        // The other definition stands; a tag has one.
        try session.removeRecord(item)
      } else {
        try session.replaceRecord(item, with: RecordText.command(DefineCommand.normalForm(tag)))
      }
      count += 1
    }
    return ("#" + old, count)
  }

  func article(_ id: ArticleID, in session: inout Session) throws(Diagnostic) -> (String, Int) {
    let old = session.book.articles[id].name
    if old == name { return (old, 0) }
    var cursor = WordCursor.of(name)
    _ = try ValueKind<String>.shortName.read(&cursor, session)
    if session.book.articles.named(name) != nil {
      throw Diagnostic(.nameExists(name), hint: "articles are not merged; choose another name")
    }
    return (old, try session.renameArticle(id, to: name))
  }

  /// Records old names as facts of the new one: `: issue ceasefire was "armistice"`.
  private func keepOldNames(
    _ kind: String, of old: String, _ names: [String], under new: String,
    _ session: inout Session
  ) throws(Diagnostic) {
    let (from, to) = (NormalForm.name(old), NormalForm.name(new))
    var others: [String] = []
    for key in Set([from, to]).sorted() {
      others += session.document.facts(of: .name("\(kind) \(key)"))
        .filter { !$0.starts(with: "was ".utf8) }.map { String(decoding: $0, as: UTF8.self) }
    }
    try session.setFacts(.name("\(kind) \(from)"), [])
    let known = session.oldNames(of: kind, new)
    let lines = (known + names.filter { !known.contains($0) && $0 != new }).map {
      "was \(JSONString.quote($0))"
    }
    try session.setFacts(.name("\(kind) \(to)"), lines + others)
  }
}

extension Session {
  /// Writes a statement's line anew; false where it says the same.
  mutating func rewrite(_ statement: Statement) throws(Diagnostic) -> Bool {
    let namesCoder = commandLine(of: statement.item).hasWord("coder")
    let line = attributeLine(statement, namesCoder: namesCoder)
    if document.command(of: statement.item).elementsEqual(line.utf8) { return false }
    try replaceRecord(statement.item, with: RecordText.command(line))
    return true
  }

  /// Applies a record anew, because its facts have changed.
  mutating func touch(_ item: RecordItem) throws(Diagnostic) {
    let bytes = Array(document.buffer[document.range(item)])
    try edit(LineEdit(line: document.line(item) - 1, removed: bytes, added: bytes))
  }

  /// Whether any annotation carries the tag, or a record defines it.
  func isUsed(_ tag: TagID) -> Bool {
    book.tags[tag].item >= 0
      || book.annotations.all.contains { book.annotations.tags($0).contains(tag) }
  }

  /// Moves an article and all its marks to another name.
  mutating func renameArticle(_ id: ArticleID, to name: String) throws(Diagnostic) -> Int {
    let article = book.articles[id]
    let asides = book.asides.filter { $0.article == id }
    let refusals = book.refusals.filter { $0.article == id }
    let rows = book.annotations(of: id)
    let annotations = rows.map { book.annotations[$0] }
    let facts = document.facts(of: .name(article.name)).map { String(decoding: $0, as: UTF8.self) }
    try setFacts(.name(article.name), [])
    try setFacts(.name(name), facts)
    let old = document.output(of: article.item)
    var line = LoadCommand.normalForm(article, name: name)
    line = RecordText.command(line) + old.lines.map { RecordText.line("|", $0) }.joined()
    try replaceRecord(article.item, with: line)
    for aside in asides {
      let words = article.text[article.content.blocks[aside.block].range]
      try replaceRecord(
        aside.item, with: RecordText.command(AsideCommand.normalForm(name, keeping: words)))
    }
    for refusal in refusals {
      try replaceRecord(
        refusal.item, with: RecordText.command(RefuseCommand.normalForm(name, refusal.words)))
    }
    for annotation in annotations {
      let passage = Passage(article: id, pieces: annotation.pieces)
      try moveMark(annotation, passage, to: name)
    }
    return annotations.count + asides.count + refusals.count + 1
      + (try renameVersions(of: article.name, to: name))
  }

  private mutating func renameVersions(of old: String, to name: String) throws(Diagnostic) -> Int {
    let later = book.articles.all.filter { book.articles[$0].versionOf == old }
    for id in later {
      var article = book.articles[id]
      article.versionOf = name
      let output = document.output(of: article.item).lines.map { RecordText.line("|", $0) }.joined()
      let line = LoadCommand.normalForm(article, name: article.name)
      try replaceRecord(article.item, with: RecordText.command(line) + output)
    }
    return later.count
  }

  private mutating func moveMark(_ annotation: Annotation, _ passage: Passage, to name: String)
    throws(Diagnostic)
  {
    guard let new = book.articles.named(name) else { throw Diagnostic(.notMade(name)) }
    var moved = annotation
    moved.article = new
    let facts = document.facts(of: .id(annotation.id)).map { String(decoding: $0, as: UTF8.self) }
    let others = facts.filter { $0.hasPrefix("by ") || $0 == "suggested" }
    try setFacts(
      .id(annotation.id), others + anchorFacts(Passage(article: new, pieces: passage.pieces)))
    let line = annotateLine(moved, tags: annotation.tags.map { book.tags[$0].name })
    try replaceRecord(annotation.item, with: RecordText.command(line))
  }
}

extension Message {
  static func nameExists(_ name: String) -> Message {
    Message("name-exists", "‘\(name)’ is there already")
  }
  static func notATag(_ name: String) -> Message { Message("bad-tag", "‘#\(name)’ is not a tag") }
  static func noTag(_ name: String) -> Message { Message("unknown-tag", "no tag ‘#\(name)’") }
}
