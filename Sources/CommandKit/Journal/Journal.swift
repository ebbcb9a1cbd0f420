public import Diagnostics
internal import SourceText
public import Storage

/// The journal of a notebook: `.NAME.journal` beside it, append-only, with the lock on it. It is
/// made, opened and locked by the first change.
public final class Journal {
  private let path: String
  private let notebook: String
  private let files: FileStore
  private var log: AppendLog?
  /// Whether each entry is brought to the disk before the answer: at a terminal. Elsewhere entries
  /// are written before the answer and synced in groups.
  public var syncsEach: Bool
  private var unsynced = 0
  private var version = JournalText.Version.current
  /// What of the file could be used when this session read it, and how long it was, in bytes; nil
  /// where it was not read.
  private var known: (usable: Int, size: Int)?
  /// Entries that may be written before they are synced together.
  private static let group = 256

  /// The journal of a notebook.
  public init(notebook: String, files: FileStore, syncsEach: Bool) {
    path = Journal.path(of: notebook)
    self.notebook = Paths.name(notebook)
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
    let (log, bytes) = try locked()
    if let later = JournalText.laterVersion(of: bytes) { throw Diagnostic(.laterJournal(later)) }
    let parsed = JournalText.parse(bytes)
    if let known, known.usable != JournalText.usableLength(bytes, parsed) {
      throw Diagnostic(
        .changedMeanwhile, hint: "open \(NormalForm.name(notebook)) takes up what was changed")
    }
    do throws(FileError) {
      try begin(log, bytes, torn: parsed.torn)
    } catch {
      throw Diagnostic(.fileFailed(error))
    }
    self.log = log
  }

  /// The file with its lock, and what it holds.
  private func locked() throws(Diagnostic) -> (AppendLog, [UInt8]) {
    do throws(FileError) {
      let log = try AppendLog(path: path, files: files.files)
      if try log.lock() { return (log, try log.readAll()) }
    } catch {
      throw Diagnostic(.fileFailed(error))
    }
    throw Diagnostic(.locked(Paths.name(path)), hint: "leave the other session, or go on there")
  }

  /// Writes the header of a new journal; cuts off what was torn and never answered. A journal that
  /// was damaged is first copied.
  private func begin(_ log: AppendLog, _ bytes: [UInt8], torn: Int?) throws(FileError) {
    version = JournalText.Version(bytes) ?? .current
    if let torn {
      if JournalText.isDamaged(bytes, from: torn) {
        try files.writeAtomically(bytes, to: damagedPath)
      }
      try log.truncateTornTail(at: torn)
    }
    if bytes.isEmpty || torn == 0 {
      try log.append(Array(version.header.utf8))
      // What fails later is cut off behind it.
      try log.sync()
    }
  }

  /// Where a copy of the journal goes that was damaged: `.NAME.journal.damaged`, with a number where
  /// there is one already.
  private var damagedPath: String {
    var number = 1
    while files.exists("\(path).damaged\(number == 1 ? "" : String(number))") { number += 1 }
    return "\(path).damaged\(number == 1 ? "" : String(number))"
  }

  /// What a journal's file holds.
  struct Contents {
    var blocks: [JournalText.Block]
    /// What of it cannot be used, in words; nil where all can.
    var fault: String?
    /// The version, where a later program began it: nothing of it is known then.
    var later: Int?
  }

  /// What the journal holds; nil where there is none.
  func read() throws(Diagnostic) -> Contents? {
    do throws(FileError) {
      guard files.exists(path) else {
        known = (0, 0)
        return nil
      }
      let bytes = try files.read(path)
      let parsed = JournalText.parse(bytes)
      known = (JournalText.usableLength(bytes, parsed), bytes.count)
      return Contents(
        blocks: parsed.blocks, fault: parsed.torn.map { fault(bytes, from: $0) },
        later: JournalText.laterVersion(of: bytes))
    } catch {
      throw Diagnostic(.fileFailed(error))
    }
  }

  /// Whether another session has added to the journal since this one read it.
  func isBehind() throws(Diagnostic) -> Bool {
    guard log == nil, let known else { return false }
    do throws(FileError) {
      return try (files.status(path)?.size ?? 0) != known.size
    } catch {
      throw Diagnostic(.fileFailed(error))
    }
  }

  private func fault(_ bytes: [UInt8], from torn: Int) -> String {
    guard JournalText.isDamaged(bytes, from: torn) else {
      return "the end of the journal was torn and is ignored"
    }
    return "the journal is damaged; the next change begins anew where it can be read, "
      + "and keeps a copy: \(Paths.name(damagedPath))"
  }

  /// Writes an entry before its answer.
  func append(_ entry: Entry, base: String) throws(Diagnostic) {
    try open()
    try write(JournalText.print(entry, base: base, version))
  }

  /// Notes that the notebook was written.
  func saved(_ digest: String) throws(Diagnostic) {
    try open()
    try write(JournalText.saved(digest, version))
    try sync()
  }

  private func write(_ bytes: [UInt8]) throws(Diagnostic) {
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
  static func laterJournal(_ version: Int) -> Message {
    Message(
      "later-journal",
      "the journal is of version \(version), and this program writes version "
        + "\(JournalText.Version.current.rawValue)",
      exit: .inputOutput)
  }
  static let changedMeanwhile = Message(
    "changed-meanwhile", "another session changed the notebook since it was opened here",
    exit: .inputOutput)
  static func locked(_ name: String) -> Message {
    Message(
      "locked", "another session has the notebook open: ‘\(name)’ is locked", exit: .inputOutput)
  }
}
