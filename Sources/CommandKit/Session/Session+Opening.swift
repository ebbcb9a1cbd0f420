internal import Casebook
public import Diagnostics
internal import NotebookFormat
internal import SourceText
internal import Storage

extension Session {
  /// Opens a notebook, or begins one that does not exist yet. Records that cannot be applied are in
  /// `problems`; changes that were answered but not saved are recovered from the journal.
  ///
  /// - Throws: where the file cannot be read or is no notebook.
  public static func open(
    _ path: String, shown: String, commands: CommandList, in world: World,
    journaling: JournalUse
  ) throws(Diagnostic) -> Session {
    var file = NotebookFile(path: path, shown: shown)
    var bytes: [UInt8] = []
    if world.files.exists(path) {
      do throws(FileError) {
        let contents = try world.files.contents(path)
        bytes = contents.bytes
        file.stamp = world.files.settledStamp(contents.status)
      } catch {
        throw Diagnostic(.fileFailed(error))
      }
      file.digest = journaling == .none ? nil : TextDigest(of: bytes).hex
    }
    let fault = try NotebookHead.check(bytes, shown)
    var session = Session(commands: commands, document: Document(bytes))
    if fault == nil { try NotebookHead.checkConflicts(session.document, shown) }
    session.file = file
    session.vocabulary = world.vocabulary
    session.savedPieces = bytes.isEmpty ? [] : [0..<bytes.count]
    session.readOnly = fault
    if journaling != .none {
      session.journal = Journal(
        notebook: path, files: world.files, syncsEach: journaling == .syncedEach)
      try session.reconcile(with: bytes, in: world)
    }
    try session.readKeptTexts(in: world)
    try session.applyAll(shownAs: shown, world.attention)
    if session.problems.contains(where: { $0.message.id == "unknown-record" }) {
      session.readOnly = session.readOnly ?? .laterRecords
    }
    // It costs some milliseconds, which those of a small notebook would feel.
    if bytes.count > 64 << 20 { Environment.giveBackMemory() }
    return session
  }

  /// How a session uses the journal.
  public enum JournalUse: Sendable {
    /// Not at all: replays.
    case none
    /// Entries synced in groups: pipes and scripts.
    case grouped
    /// Every entry synced before its answer: at a terminal.
    case syncedEach
  }

  /// Reads the texts that the notebook's articles refer to: the kept text, else the source.
  ///
  /// - Throws: where the work is to stop.
  mutating func readKeptTexts(in world: World) throws(Diagnostic) {
    try readKeptTexts(of: document, in: world)
  }

  /// The same for what edits bring back: the text of an article that an earlier session dropped.
  mutating func readKeptTexts(of edits: [LineEdit], in world: World) throws(Diagnostic) {
    let added = edits.flatMap(\.added)
    if added.isEmpty { return }
    let before = problems.count
    try readKeptTexts(of: Document(added), in: world)
    // What is missing is said where the record is applied.
    problems.removeSubrange(before...)
  }

  private mutating func readKeptTexts(of document: Document, in world: World) throws(Diagnostic) {
    guard let file else { return }
    let reader = KeptTextReader(notebook: file.path, world: world)
    let loads = document.items.filter {
      document.kind($0) == .record && document.isRecord($0, of: ["load"])
    }
    for (number, item) in loads.enumerated() {
      try world.attention.step("reading article", number + 1, of: loads.count)
      let line = CommandLine(document.command(of: item), takesNote: false, isRecord: true)
      guard let load = LoadLine(line) else { continue }
      var facts = ArticleFacts(document.facts(of: .name(load.name)))
      // An edit of the record alone leaves its facts where they are.
      if facts.text == nil { facts = ArticleFacts(self.document.facts(of: .name(load.name))) }
      if let text = facts.text, contents[text.hex] != nil { continue }
      do throws(Diagnostic) {
        let (digest, content) = try reader.content(load, facts)
        contents[digest] = content
        if facts.text == nil { contents["load \(load.name)"] = content }
      } catch {
        problems.append(error.moved(toFile: file.shown, line: document.line(item)))
      }
    }
  }
}

/// The first line, and lines that no notebook has.
enum NotebookHead {
  /// Why the notebook must not be changed; nil where it may.
  static func check(_ bytes: [UInt8], _ shown: String) throws(Diagnostic) -> Message? {
    if bytes.isEmpty { return nil }
    var first = bytes.prefix { $0 != 0x0A }
    if first.starts(with: [0xEF, 0xBB, 0xBF]) { first = first.dropFirst(3) }
    if first.last == 0x0D { first = first.dropLast() }
    let line = String(decoding: first, as: UTF8.self)
    guard line.hasPrefix("<!-- verbatim notebook "), line.hasSuffix(" -->"),
      let major = Int(line.dropFirst(23).dropLast(4).prefix { $0 != "." })
    else {
      let place = Diagnostic.Place(file: shown, line: 1, text: line, span: 0..<line.utf8.count)
      throw Diagnostic(
        .notANotebook, at: place, hint: "a notebook begins with \(Document.versionLine)")
    }
    return major > 1 ? .newerNotebook(major) : nil
  }

  /// Why nothing could open a document as a notebook, or change it; nil where all can.
  static func fault(of document: Document) -> Message? {
    do throws(Diagnostic) {
      try checkConflicts(document, "")
      return try check(document.bytes, "")
    } catch {
      return error.message
    }
  }

  /// Refuses a notebook in which a merge left its marks: they stand in lines that are prose to it.
  static func checkConflicts(_ document: Document, _ shown: String) throws(Diagnostic) {
    let marker = Array("<<<<<<< ".utf8)
    for item in document.items where document.kind(item) == .prose {
      let lines = document.buffer[document.range(item)].split(
        separator: 0x0A, omittingEmptySubsequences: false)
      guard let place = lines.firstIndex(where: { $0.starts(with: marker) }) else { continue }
      let text = String(decoding: lines[place], as: UTF8.self)
      throw Diagnostic(
        .conflictMarkers,
        at: .init(
          file: shown, line: document.line(item) + place, text: text, span: 0..<text.utf8.count),
        hint: "finish the merge in an editor, then open again")
    }
  }
}

extension Message {
  static let notANotebook = Message(
    "not-a-notebook", "this is not a verbatim notebook", exit: .unreadableNotebook)
  static func newerNotebook(_ major: Int) -> Message {
    Message(
      "newer-notebook", "the notebook is of version \(major), and this program writes version 1",
      exit: .unreadableNotebook)
  }
  static let laterRecords = Message(
    "later-records", "the notebook has records of a later version and is read-only",
    exit: .unreadableNotebook)
  static let conflictMarkers = Message(
    "conflict-markers", "a merge left its conflict markers here", exit: .unreadableNotebook)
}
