public import Diagnostics
internal import SourceText
public import Storage

/// The journal of a notebook: `.NAME.journal` beside it, append-only, with the lock on it. It is
/// made, opened and locked by the first change.
public final class Journal {
  private let path: String
  private let files: FileStore
  private var log: AppendLog?
  /// Whether each entry is brought to the disk before the answer: at a terminal. Elsewhere entries
  /// are written before the answer and synced in groups.
  public var syncsEach: Bool
  private var unsynced = 0
  /// Entries that may be written before they are synced together.
  private static let group = 256

  /// The journal of a notebook.
  public init(notebook: String, files: FileStore, syncsEach: Bool) {
    path = Journal.path(of: notebook)
    self.files = files
    self.syncsEach = syncsEach
  }

  /// `.NAME.journal` beside the notebook.
  public static func path(of notebook: String) -> String {
    Paths.join(Paths.parent(notebook), ".\(Paths.name(notebook)).journal")
  }

  /// Whether the lock is ours.
  public var isOpen: Bool { log != nil }

  /// Opens and locks the journal; makes it where there is none.
  func open() throws(Diagnostic) {
    if log != nil { return }
    var isLocked = false
    do throws(FileError) {
      let log = try AppendLog(path: path, files: files.files)
      isLocked = try log.lock()
      if isLocked {
        try begin(log)
        self.log = log
      }
    } catch {
      throw Diagnostic(.fileFailed(error))
    }
    if !isLocked {
      throw Diagnostic(
        .locked(Paths.name(path)), hint: "leave the other session, or go on there")
    }
  }

  /// Writes the header of a new journal; cuts off what was torn and never answered.
  private func begin(_ log: AppendLog) throws(FileError) {
    let bytes = try log.readAll()
    if bytes.isEmpty {
      try log.append(Array(JournalText.header.utf8))
    } else if let torn = JournalText.parse(bytes).torn {
      try log.truncateTornTail(at: torn)
    }
  }

  /// What the journal holds; nil where there is none.
  func read() throws(Diagnostic) -> (blocks: [JournalText.Block], torn: Int?)? {
    do throws(FileError) {
      guard files.exists(path) else { return nil }
      return JournalText.parse(try files.read(path))
    } catch {
      throw Diagnostic(.fileFailed(error))
    }
  }

  /// Writes an entry before its answer.
  func append(_ entry: Entry, base: String) throws(Diagnostic) {
    try write(JournalText.print(entry, base: base))
  }

  /// Notes that the notebook was written.
  func saved(_ digest: String) throws(Diagnostic) {
    try write(JournalText.saved(digest))
    try sync()
  }

  private func write(_ bytes: [UInt8]) throws(Diagnostic) {
    try open()
    do throws(FileError) {
      try log?.append(bytes)
      unsynced += 1
      if syncsEach || unsynced >= Journal.group { try log?.sync() }
      if syncsEach || unsynced >= Journal.group { unsynced = 0 }
    } catch {
      throw Diagnostic(.fileFailed(error))
    }
  }

  /// Brings what was written to the disk.
  public func sync() throws(Diagnostic) {
    do throws(FileError) {
      try log?.sync()
      unsynced = 0
    } catch {
      throw Diagnostic(.fileFailed(error))
    }
  }
}

extension Message {
  static func fileFailed(_ error: FileError) -> Message {
    Message("file-failed", error.sentence, exit: .inputOutput)
  }
  static func locked(_ name: String) -> Message {
    Message(
      "locked", "another session has the notebook open: ‘\(name)’ is locked", exit: .inputOutput)
  }
}
