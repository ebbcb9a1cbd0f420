public import Diagnostics
internal import NotebookFormat
internal import SourceText

extension Session {
  /// Makes the edits of the change under way an entry: in the journal first, then in the history.
  mutating func commit(line: String) throws(Diagnostic) {
    if openEdits.isEmpty { return }
    try readHistory()
    if let journal { try beginJournal(journal) }
    let entry = entry(line)
    try journal?.append(entry, base: savedDigest)
    history.append(entry)
    openEdits = []
  }

  private func entry(_ line: String) -> Entry {
    Entry(number: history.nextNumber, kind: openKind, line: line, edits: openEdits)
  }

  /// Commits what was done so far as a change of its own: `load` of several files.
  public mutating func commitPart(line: String) throws(Diagnostic) { try commit(line: line) }

  /// Takes back what was done since the last part.
  public mutating func takeBackPart() { takeBack() }

  /// A journal that begins with a notebook that is there already first takes its text, so that every
  /// earlier state can be made again from the journal alone.
  mutating func beginJournal(_ journal: Journal) throws(Diagnostic) {
    if let digest = unnotedSave {
      try journal.saved(digest)
      unnotedSave = nil
    }
    if let entry = outsideEdit {
      try journal.append(entry, base: savedDigest)
      // An edit from outside is in the history since opening, so that the first undo finds it.
      if entry.kind == .base { history.append(entry) }
      outsideEdit = nil
    }
  }

  /// Reads the changes of earlier sessions from the journal, once.
  public mutating func readHistory() throws(Diagnostic) {
    guard !hasReadHistory else { return }
    hasReadHistory = true
    guard let journal, let found = try journal.read() else { return }
    for case .entry(let entry, _) in found.blocks { history.append(entry) }
  }

  /// Takes the last change back and says which; nil where there is none. With a world, texts that
  /// come back are read where this session does not have them.
  public mutating func undo(in world: World? = nil) throws(Diagnostic) -> Entry? {
    try readHistory()
    guard let target = history.undoTarget else { return nil }
    if let world { try readKeptTexts(of: history.undoEdits, in: world) }
    openKind = .undo(target.number)
    try editTogether(history.undoEdits)
    try commit(line: "undo")
    return target
  }

  /// Does the change again that was undone last; nil where there is none.
  public mutating func redo(in world: World? = nil) throws(Diagnostic) -> Entry? {
    try readHistory()
    guard let target = history.redoTarget else { return nil }
    if let world { try readKeptTexts(of: history.redoEdits, in: world) }
    openKind = .redo(target.number)
    try editTogether(history.redoEdits)
    try commit(line: "redo")
    return target
  }
}
