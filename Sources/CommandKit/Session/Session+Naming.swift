public import Diagnostics
internal import NotebookFormat
internal import SourceText
internal import Storage

extension Session {
  /// How this session uses the journal.
  public var journaling: JournalUse {
    journal.map { $0.syncsEach ? .syncedEach : .grouped } ?? defaultJournaling
  }

  /// Gives a session without a name a file. What was done so far becomes the journal's first entries.
  /// Paths of sources are recorded as seen from the notebook's folder.
  public mutating func settle(at path: String, shown: String, in world: World) throws(Diagnostic) {
    if isProvisional { forgetProvisional(in: world) }
    file = NotebookFile(path: path, shown: shown)
    guard defaultJournaling != .none else { return }
    let journal = Journal(
      notebook: path, files: world.files, syncsEach: defaultJournaling == .syncedEach)
    for entry in history.entries { try journal.append(entry, base: "") }
    self.journal = journal
    hasReadHistory = true
  }

  /// Whether another session has changed the notebook since it was opened here. Then nothing was
  /// changed here: the journal is locked by whoever changes.
  public func isBehind() throws(Diagnostic) -> Bool { try journal?.isBehind() ?? false }

  /// Where sessions without a name are kept at a terminal: a folder and two notebooks in it, the
  /// one of this session and the one of the last.
  public static func provisionalPaths(in folder: String) -> (current: String, last: String) {
    (Paths.join(folder, "current.md"), Paths.join(folder, "last.md"))
  }

  /// Removes the files of a session that has got a name.
  private mutating func forgetProvisional(in world: World) {
    if let path = file?.path {
      try? world.files.remove(path)
      try? world.files.remove(Journal.path(of: path))
    }
    isProvisional = false
  }
}
