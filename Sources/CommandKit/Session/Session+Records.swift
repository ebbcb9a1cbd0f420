public import Casebook
public import Diagnostics
public import NotebookFormat

extension Session {
  /// The command of a record item as a line.
  public func commandLine(of item: RecordItem) -> CommandLine {
    let bytes = document.command(of: item)
    let takesNote = commandType(of: bytes)?.declaration.takesNote ?? false
    return CommandLine(bytes, takesNote: takesNote, isRecord: true)
  }

  func commandType(of bytes: [UInt8]) -> (any Command.Type)? {
    commands.place(ofVerbIn: bytes).map { commands.all[$0] }
  }

  /// The same, where it is a command that a notebook records.
  func recordType(of bytes: [UInt8]) -> (any RecordCommand.Type)? {
    commands.place(ofVerbIn: bytes).flatMap { commands.record(at: $0) }
  }

  /// Reads the record of an item: the command as it was recorded.
  public func record(_ item: RecordItem) throws(Diagnostic) -> any RecordCommand {
    let bytes = document.command(of: item)
    guard let type = commandType(of: bytes) else {
      let line = CommandLine(bytes)
      throw Diagnostic(
        .unknownRecord(line.words.first.map { line.text($0) } ?? ""),
        at: line.place(line.words.first?.range ?? 0..<0))
    }
    let line = CommandLine(
      bytes, takesNote: type.declaration.takesNote, isRecord: true)
    guard let recordType = recordType(of: bytes) else {
      throw Diagnostic(
        .notARecord(type.declaration.name), at: line.place(line.words[0].range),
        hint: "take the line out; it records nothing")
    }
    return try read(recordType, line)
  }

  private func read(_ type: any RecordCommand.Type, _ line: CommandLine) throws(Diagnostic)
    -> any RecordCommand
  {
    var arguments = try Arguments.of(line, type.declaration, mayShorten: false)
    let command = try type.init(&arguments, self)
    try arguments.end()
    return command
  }

  /// Adds what a record says, in all its phases.
  mutating func applyRecord(_ item: RecordItem) throws(Diagnostic) {
    let command = try record(item)
    for phase in type(of: command).phases {
      try command.apply(RecordContext(item: item, phase: phase), to: &self)
    }
  }

  /// Adds what a record says in one of its phases.
  mutating func applyRecord(_ item: RecordItem, in phase: RecordPhase) throws(Diagnostic) {
    try record(item).apply(RecordContext(item: item, phase: phase), to: &self)
  }

  /// Takes out what a record had added.
  mutating func withdrawRecord(_ item: RecordItem) {
    let bytes = document.command(of: item)
    guard let type = recordType(of: bytes) else { return }
    let line = CommandLine(bytes, takesNote: type.declaration.takesNote)
    type.withdraw(line, item: item, from: &self)
  }

  /// Applies all records of the document by phase. What fails is collected in `problems`; the rest
  /// stands.
  ///
  /// - Throws: where the work is to stop.
  mutating func applyAll(shownAs file: String, _ attention: Attention) throws(Diagnostic) {
    mode = .opening
    defer { mode = .session }
    // Where the records of each phase stand, and which command each is.
    var byPhase: [[Found]] = Array(repeating: [], count: RecordPhase.allCases.count)
    var unreadable: [RecordItem] = []
    for item in document.items where document.kind(item) == .record {
      guard let command = recordCommand(of: item), let type = commands.record(at: command) else {
        unreadable.append(item)
        continue
      }
      let found = Found(item: item, command: Int32(command))
      for phase in type.phases { byPhase[phase.rawValue].append(found) }
    }
    for item in unreadable {
      fail(item, file) { session throws(Diagnostic) in _ = try session.record(item) }
    }
    book.reserve(
      annotations: byPhase[RecordPhase.annotations.rawValue].count,
      statements: byPhase[RecordPhase.statements.rawValue].count)
    for phase in RecordPhase.allCases {
      var records: [Found] = []
      swap(&records, &byPhase[phase.rawValue])
      if phase == .issues || phase == .links { records = applyWhatFits(records, in: phase) }
      try apply(records, phase, file, attention)
    }
  }

  /// A record of the document: its item, and its command's place in the list.
  private struct Found {
    var item: RecordItem
    var command: Int32
  }

  /// The command of a record item, as a place in the list.
  private func recordCommand(of item: RecordItem) -> Int? {
    // The verb stands behind four blanks, `>` and a blank.
    commands.place(ofVerbIn: document.buffer, at: document.range(item).lowerBound + 6)
  }

  /// Applies records that may refer to others of their phase, in any order: those that fail are
  /// tried again as long as another one came. Gives those that are left.
  private mutating func applyWhatFits(_ records: [Found], in phase: RecordPhase) -> [Found] {
    var left = records
    var tried = Int.max
    while !left.isEmpty, left.count < tried {
      tried = left.count
      left = left.filter { found in
        do throws(Diagnostic) {
          try applyRecord(found.item, in: phase)
          return false
        } catch {
          return true
        }
      }
    }
    return left
  }

  /// Applies the records of a phase.
  private mutating func apply(
    _ records: [Found], _ phase: RecordPhase, _ file: String, _ attention: Attention
  ) throws(Diagnostic) {
    // Marks are read some at a time, see `Document.touchFacts`. What other records mean may hang on
    // the one before.
    let atOnce = phase == .annotations || phase == .statements ? 32 : 1
    var start = 0
    while start < records.count {
      let batch = records[start..<min(start + atOnce, records.count)]
      // Asking costs as much as some records do.
      if start / 1_024 < batch.endIndex / 1_024 {
        try attention.step("opening: record", batch.endIndex, of: records.count)
      }
      apply(batch, phase, file)
      start = batch.endIndex
    }
  }

  /// Reads some records, then applies them.
  private mutating func apply(_ batch: ArraySlice<Found>, _ phase: RecordPhase, _ file: String) {
    var commands: [(any RecordCommand)?] = []
    commands.reserveCapacity(batch.count)
    var faults: [Diagnostic] = []
    var ids: [RecordID] = []
    ids.reserveCapacity(batch.count)
    for found in batch {
      do throws(Diagnostic) {
        let command = try read(found)
        if let id = command.recordID { ids.append(id) }
        commands.append(command)
      } catch {
        commands.append(nil)
        faults.append(error)
      }
    }
    if ids.count > 1 {
      document.touchFacts(of: ids)
      book.touch(ids)
    }
    for (found, command) in zip(batch, commands) {
      do throws(Diagnostic) {
        guard let command else { throw faults.removeFirst() }
        try command.apply(RecordContext(item: found.item, phase: phase), to: &self)
      } catch {
        note(error, of: found.item, file)
      }
    }
  }

  private func read(_ found: Found) throws(Diagnostic) -> any RecordCommand {
    guard let type = commands.record(at: Int(found.command)) else { return try record(found.item) }
    let line = CommandLine(
      document.command(of: found.item), takesNote: type.declaration.takesNote, isRecord: true)
    return try read(type, line)
  }

  private mutating func fail(
    _ item: RecordItem, _ file: String, _ body: (inout Session) throws(Diagnostic) -> Void
  ) {
    do throws(Diagnostic) {
      try body(&self)
    } catch {
      note(error, of: item, file)
    }
  }

  private mutating func note(_ error: Diagnostic, of item: RecordItem, _ file: String) {
    let fault = leftOut(item, error) ?? ofNotebook(error)
    problems.append(fault.moved(toFile: file, line: document.line(item)))
  }

  /// What hangs on a record that could not be used is left out with it, and is no fault of its own.
  private mutating func leftOut(_ item: RecordItem, _ error: Diagnostic) -> Diagnostic? {
    let line = commandLine(of: item)
    let ids = line.words.compactMap { $0.form == .plain ? RecordID(line.bytes[$0.range]) : nil }
    guard let own = ids.last else { return nil }
    let missing = ids.dropLast().first { unusable.contains($0) }
    unusable.insert(own)
    guard let missing else { return nil }
    if own.kind == .statement { leftOutStatements.append(own) }
    return Diagnostic(.leftOut(own.text, missing.text))
  }

  /// A record that is wrong is a fault of the notebook, not of a command that somebody typed.
  private func ofNotebook(_ error: Diagnostic) -> Diagnostic {
    guard error.message.exit == .commandFailed else { return error }
    var error = error
    error.message = Message(error.message.id, error.message.sentence, exit: .unreadableNotebook)
    return error
  }

  /// Forgets everything but the text, and applies all its records anew. Ids are given anew too: the
  /// open article is found again by its name, what was listed is no longer, and a walk ends.
  mutating func rebuild(reading name: String? = nil) {
    let open = name ?? current.map { book.articles[$0].name }
    current = nil
    walk = nil
    listing = []
    book = Casebook()
    problems = []
    unusable = []
    leftOutStatements = []
    // Nothing stops it: where nobody waits nothing is thrown.
    try? applyAll(shownAs: file?.shown ?? "", .none)
    current = open.flatMap { book.articles.named($0) }
  }

  /// What the facts of a mark say.
  public func markFacts(_ id: RecordID) -> MarkFacts { MarkFacts(of: id, in: document) }
}

extension Message {
  static func leftOut(_ id: String, _ missing: String) -> Message {
    Message(
      "left-out", "‘\(id)’ is left out: ‘\(missing)’ was not found", exit: .evidenceMissing)
  }
  static func unknownRecord(_ verb: String) -> Message {
    Message("unknown-record", "‘\(verb)’ is no command of this version", exit: .unreadableNotebook)
  }
  static func notARecord(_ verb: String) -> Message {
    Message(
      "not-a-record", "‘\(verb)’ is a command that records nothing", exit: .unreadableNotebook)
  }
}
