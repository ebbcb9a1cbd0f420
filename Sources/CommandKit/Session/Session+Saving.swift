public import Diagnostics
internal import Casebook
internal import NotebookFormat
internal import SourceText
internal import Storage

extension Session {
  /// Saves where anything was changed since the notebook was read or written: what leaving does. A
  /// session that only asked answers nothing again and writes nothing.
  @discardableResult
  public mutating func saveChanges(in world: World) throws(Diagnostic) -> [String] {
    if document.pieces == savedPieces { return [] }
    if let journal, !journal.isOpen {
      // All that differs from the file is what the journal has of another session. If that one still
      // runs, it is its own to save; where nothing can be written, the journal goes on keeping it. To
      // ask something needs neither.
      do throws(Diagnostic) { try journal.open() } catch { return [] }
    }
    return try save(in: world)
  }

  /// Writes the notebook where its bytes have changed: kept results are answered again first, the
  /// file is replaced as a whole, and the journal notes it. What another program changed in the file
  /// meanwhile is taken over. Says what was answered again and taken over.
  ///
  /// - Throws: where both sides changed the same record, or the file cannot be written; the session
  ///   and the old file are then as before.
  @discardableResult
  public mutating func save(in world: World) throws(Diagnostic) -> [String] {
    guard let file, readOnly == nil else { return [] }
    var said = try answerKeptResults(in: world)
    var digest = TextDigest(of: document.pieces, in: document.buffer).hex
    let saved = savedDigest
    if digest == saved || (saved.isEmpty && document.first == nil) { return said }
    if let theirs = try changedOnDisk(world) {
      said.append(try takeOver(theirs, in: world))
      said += try answerKeptResults(in: world)
      digest = TextDigest(of: document.pieces, in: document.buffer).hex
    }
    if let journal {
      // Nobody writes while another session has the notebook.
      try journal.open()
      // What opening made of two files is an entry before it is saved.
      try beginJournal(journal)
    }
    try write(to: file.path, digest, world)
    return said
  }

  private mutating func write(to path: String, _ digest: String, _ world: World)
    throws(Diagnostic)
  {
    let pieces = document.pieces
    removeLeftovers(of: path, world)
    do throws(FileError) {
      let status = try world.files.writeAtomically(pieces.map { document.buffer[$0] }, to: path)
      file?.stamp = world.files.settledStamp(status)
    } catch {
      throw Diagnostic(.fileFailed(error), hint: "nothing is lost: the journal has every change")
    }
    file?.digest = digest
    savedPieces = pieces
    try journal?.saved(digest)
  }

  /// What a session that was killed while it wrote has left: of the notebook, and of kept texts.
  private func removeLeftovers(of path: String, _ world: World) {
    world.files.removeLeftovers(of: path)
    world.files.removeLeftovers(in: Paths.join(Paths.parent(path), "sources")) {
      KeptText.isFile($0)
    }
  }

  /// Answers every kept question whose stamp has changed, as an entry of its own that goes with
  /// the change before it. Says which: `compare on truce: 3 → 4 statements`.
  mutating func answerKeptResults(in world: World) throws(Diagnostic) -> [String] {
    var said: [String] = []
    for kept in book.kept {
      let new: (stamp: String, text: String)?
      do throws(Diagnostic) {
        new = try answer(kept, world)
      } catch {
        // What it asks about is gone; the old answer stands, and nothing else waits for it.
        said.append("\(kept.question): not answered: \(error.message.sentence)")
        continue
      }
      guard let (stamp, text) = new else { continue }
      let old = document.output(of: kept.item)
      if old.stamp == stamp { continue }
      openKind = .derived
      try replaceRecord(kept.item, with: text)
      let was = old.stamp.map { "\($0.prefix { $0 != ";" }) → " } ?? ""
      said.append("\(kept.question): \(was)\(stamp.prefix { $0 != ";" })")
    }
    if !openEdits.isEmpty { try commit(line: "save") }
    return said
  }

  /// The stamp of a kept question's answer, and its record with the answer.
  private func answer(_ kept: KeptResult, _ world: World) throws(Diagnostic) -> (String, String)? {
    guard let output = try KeptAnswer.of(kept.question, in: self, world) else { return nil }
    let command = String(decoding: document.command(of: kept.item), as: UTF8.self)
    return (KeptAnswer.stamp(output), RecordText.command(command) + KeptAnswer.lines(output))
  }
}

/// Answers as a notebook keeps them.
public enum KeptAnswer {
  /// Answers a question as on a plain terminal of 80 columns; nil where it is no question.
  public static func of(_ question: String, in session: Session, _ world: World)
    throws(Diagnostic) -> Output?
  {
    try read(question, in: session, world)?.answer(from: session, page: .kept)
  }

  /// The question that a line asks; nil where it is none.
  public static func read(_ question: String, in session: Session, _ world: World)
    throws(Diagnostic) -> (any QuestionCommand)?
  {
    try Interpreter.read(question, session, world) as? any QuestionCommand
  }

  /// Counts, and the digest of what the answer was computed from.
  public static func stamp(_ output: Output) -> String {
    if let stamp = output.stamp { return stamp }
    let digest = TextDigest(ofParts: output.lines).hex.prefix(8)
    return "\(Layout.count(output.rows?.count ?? output.lines.count, "row")); inputs \(digest)"
  }

  /// The derived lines of a record: stamp and output.
  public static func lines(_ output: Output) -> String {
    RecordText.line("=", stamp(output))
      + output.lines.map { RecordText.line("|", trimmed($0)) }
      .joined()
  }

  private static func trimmed(_ line: String) -> Substring {
    var line = line[...]
    while line.unicodeScalars.last == " " { line.unicodeScalars.removeLast() }
    return line
  }
}
