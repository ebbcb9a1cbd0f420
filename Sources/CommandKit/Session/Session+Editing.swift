public import Casebook
public import Diagnostics
public import NotebookFormat

extension Session {
  /// Puts an edit of the notebook's text into effect and lets the casebook follow: records that the
  /// edit took out are withdrawn, new ones applied. The interpreter takes everything back when this
  /// throws.
  ///
  /// - Returns: the items that it put in, in order.
  @discardableResult
  public mutating func edit(_ edit: LineEdit) throws(Diagnostic) -> [RecordItem] {
    if let readOnly { throw Diagnostic(readOnly) }
    guard let change = document.apply(edit) else { throw Diagnostic(.linesDiffer(edit.line + 1)) }
    openEdits.append(edit)
    withdraw(change.removed)
    for item in change.added where document.kind(item) == .record { try applyRecord(item) }
    return change.added
  }

  private mutating func withdraw(_ items: [RecordItem]) {
    for item in items.reversed() where document.kind(item) == .record { withdrawRecord(item) }
  }

  /// Puts several edits into effect as one: the text first, then the records, those that went by
  /// falling phase, those that came by rising phase. On the way between the edits records may refer
  /// to what is not there.
  public mutating func editTogether(_ edits: [LineEdit]) throws(Diagnostic) {
    if let readOnly { throw Diagnostic(readOnly) }
    var removed: [RecordItem] = []
    var added: [RecordItem] = []
    for (done, edit) in edits.enumerated() {
      guard let change = document.apply(edit) else {
        // The text goes back here; what its records add up to is made anew.
        for edit in edits[..<done].reversed() { _ = document.apply(edit.inverse) }
        openEdits.removeLast(done)
        rebuild()
        throw Diagnostic(.linesDiffer(edit.line + 1))
      }
      openEdits.append(edit)
      for item in change.removed {
        if let place = added.lastIndex(of: item) {
          added.remove(at: place)
        } else {
          removed.append(item)
        }
      }
      added += change.added
    }
    let went = byPhase(removed)
    for (_, item) in went.reversed() { withdrawRecord(item) }
    try applyWhatFits(byPhase(added))
  }

  /// Applies records in order; those that refer to one that comes later are tried again after it.
  private mutating func applyWhatFits(_ records: [(RecordPhase, RecordItem)]) throws(Diagnostic) {
    var left = records
    while !left.isEmpty {
      var failed: [(RecordPhase, RecordItem)] = []
      var reason: Diagnostic?
      for (phase, item) in left {
        do throws(Diagnostic) {
          try applyRecord(item, in: phase)
        } catch {
          failed.append((phase, item))
          reason = reason ?? error
        }
      }
      if let reason, failed.count == left.count { throw reason }
      left = failed
    }
  }

  /// Records with each of their phases, in the order in which they are applied.
  private func byPhase(_ items: [RecordItem]) -> [(RecordPhase, RecordItem)] {
    var out: [(RecordPhase, RecordItem)] = []
    for item in items where document.kind(item) == .record {
      let type = recordType(of: document.command(of: item))
      for phase in type?.phases ?? [] { out.append((phase, item)) }
    }
    return out.enumerated().sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }
      .map(\.element)
  }

  /// Takes back the edits of the change under way, the last first.
  mutating func takeBack() {
    let edits = openEdits
    openEdits = []
    if edits.isEmpty { return }
    do throws(Diagnostic) {
      try editTogether(edits.reversed().map(\.inverse))
    } catch {
      // The text is back; what the records add up to is made anew.
      rebuild()
    }
    openEdits = []
  }

  /// Adds a record at a place and says which item it became.
  @discardableResult
  public mutating func addRecord(_ text: String, at place: Placement) throws(Diagnostic)
    -> RecordItem
  {
    if document.first == nil { try edit(LineEdit(line: 0, removed: [], added: newNotebook)) }
    let spot = spot(for: place)
    let wanted = Array(text.utf8)
    // What stands before the record may have come with it.
    return try edit(spot.edit(with: text)).first {
      document.kind($0) == .record && document.buffer[document.range($0)].elementsEqual(wanted)
    } ?? -1
  }

  private var newNotebook: [UInt8] {
    var name = file?.shown ?? "notebook.md"
    if let slash = name.lastIndex(of: "/") { name = String(name[name.index(after: slash)...]) }
    if name.hasSuffix(".md") { name.removeLast(3) }
    return Array("\(Document.versionLine)\n# \(name)\n".utf8)
  }

  /// Puts other lines in place of a record. Lines under sigils of a later version are kept.
  public mutating func replaceRecord(_ item: RecordItem, with text: String) throws(Diagnostic) {
    let old = Array(document.buffer[document.range(item)])
    let new = Array(text.utf8) + document.unknownLines(of: item)
    if old == new { return }
    try edit(LineEdit(line: document.line(item) - 1, removed: old, added: new))
  }

  /// Takes a record out; a block that it leaves empty goes with its blank line.
  public mutating func removeRecord(_ item: RecordItem) throws(Diagnostic) {
    let line = document.line(item) - 1
    var removed = Array(document.buffer[document.range(item)])
    let next = document.next(item)
    let previous = document.previous(item)
    let alone =
      previous.map { document.kind($0) == .blank } ?? true
      && next.map { document.kind($0) == .blank } ?? true
    if alone, let next {
      removed += document.buffer[document.range(next)].prefix { $0 != 0x0A } + [0x0A]
    }
    try edit(LineEdit(line: line, removed: removed, added: []))
  }

  /// Makes the facts of a key these lines, each without `: KEY `; lines that are there already stay
  /// where they are.
  public mutating func setFacts(_ key: FactKey, _ lines: [String]) throws(Diagnostic) {
    let wanted = lines.map { RecordText.line(":", "\(key.text) \($0)") }
    var missing = wanted
    for item in document.factItems(of: key) {
      let text = String(decoding: document.buffer[document.range(item)], as: UTF8.self)
      if let known = missing.firstIndex(of: text) {
        missing.remove(at: known)
      } else {
        try edit(
          LineEdit(line: document.line(item) - 1, removed: Array(text.utf8), added: []))
      }
    }
    if missing.count == wanted.count {
      // None is there: sorted, they stand one behind the other.
      let sorted = missing.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      missing = wanted.isEmpty ? [] : [sorted.joined()]
    }
    for text in missing { try addFacts(text) }
  }

  /// Puts in lines of facts that stand together.
  private mutating func addFacts(_ text: String) throws(Diagnostic) {
    if document.first == nil { try edit(LineEdit(line: 0, removed: [], added: newNotebook)) }
    if let before = document.factPreceding(text) {
      try edit(
        LineEdit(line: document.endLine(of: before), removed: [], added: Array(text.utf8)))
      return
    }
    if let first = document.firstFact {
      try edit(LineEdit(line: document.line(first) - 1, removed: [], added: Array(text.utf8)))
      return
    }
    var added = "\n## Facts\n\nWritten by verbatim; it finds the marks again by these lines.\n\n"
    if !document.endsWithLineFeed { added = "\n" + added }
    try edit(
      LineEdit(line: document.lineCount, removed: [], added: Array((added + text).utf8)))
  }
}

extension Message {
  static func linesDiffer(_ line: Int) -> Message {
    Message("lines-differ", "line \(line) of the notebook is not what the journal says it was")
  }
}
