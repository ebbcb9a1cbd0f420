public import Diagnostics
internal import NotebookFormat
internal import SourceText

extension Session {
  /// How this session uses the journal.
  public var journaling: JournalUse {
    journal.map { $0.syncsEach ? .syncedEach : .grouped } ?? defaultJournaling
  }

  /// Gives a session without a name a file. What was done so far becomes the journal's first entries.
  public mutating func settle(at path: String, shown: String, in world: World) throws(Diagnostic) {
    file = NotebookFile(path: path, shown: shown)
    guard defaultJournaling != .none else { return }
    let journal = Journal(
      notebook: path, files: world.files, syncsEach: defaultJournaling == .syncedEach)
    for entry in history.entries { try journal.append(entry, base: "") }
    self.journal = journal
    hasReadHistory = true
  }
}
