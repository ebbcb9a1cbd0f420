internal import Casebook
internal import CommandKit
internal import Diagnostics
internal import NotebookFormat
internal import SourceText

/// One renaming: the new record is made first, every record that names the old one is rewritten,
/// and the old record goes last, so that no record ever refers to nothing.
struct Renaming {
  let name: String
  let merges: Bool
  let line: CommandLine

  init(to name: String, merges: Bool, line: CommandLine) {
    self.name = name
    self.merges = merges
    self.line = line
  }

  func taken(_ other: String) -> Diagnostic {
    Diagnostic(
      .nameExists(other), at: line.place(0..<line.bytes.count), hint: "\(line.text) merge")
  }

  /// Whether two names are the same byte by byte.
  func isWritten(_ a: String, _ b: String) -> Bool { a.utf8.elementsEqual(b.utf8) }

  /// The same into a name as it is written already: the spelling of what is merged into stands.
  func written(_ name: String) -> Renaming {
    Renaming(to: name, merges: merges, line: line)
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
  func keepOldNames(
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

extension Message {
  static func nameExists(_ name: String) -> Message {
    Message("name-exists", "‘\(name)’ is there already")
  }
  static func notATag(_ name: String) -> Message { Message("bad-tag", "‘#\(name)’ is not a tag") }
  static func noTag(_ name: String) -> Message { Message("unknown-tag", "no tag ‘#\(name)’") }
}
