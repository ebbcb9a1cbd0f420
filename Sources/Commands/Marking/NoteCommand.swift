internal import Casebook
internal import CommandKit
internal import Diagnostics
internal import NotebookFormat

/// `note`: the analyst's words on a record.
struct NoteCommand: RecordCommand {
  static let subject = Slot(ValueKind<NoteText>.noteText, "the mark and the words", as: "REF text")

  static let declaration = Declaration(
    "note", .marking, "writes a note on a mark", slots: [subject.erased],
    discussion: """
      The note is the rest of the line as it stands. Writing the same note again changes nothing; \
      `drop` takes a mark's notes with it.
      """,
    examples: [
      Example(
        "note 15a Said before the delegations met.", gives: "Said before the delegations met.",
        after: [CommandFixtures.load, "annotate 15.1"])
    ],
    otherWords: ["comment": "note REF text", "memo": "note REF text"])

  let note: NoteText

  init(_ arguments: inout Arguments, _ session: __shared Session) throws(Diagnostic) {
    note = try arguments.next(Self.subject, session)
  }

  static let phases = [RecordPhase.notes]

  func apply(_ record: RecordContext, to session: inout Session) throws(Diagnostic) {
    session.book.notes.append(Note(target: note.target, text: note.text, item: record.item))
  }

  static func withdraw(_ line: CommandLine, item: RecordItem, from session: inout Session) {
    session.book.notes.removeAll { $0.item == item }
  }

  func run(on session: inout Session, in world: World) throws(Diagnostic) -> Output {
    let known = session.book.notes.contains { $0.target == note.target && $0.text == note.text }
    if known { return Output(["nothing changed: \(Layout.words(note.text))"]) }
    try session.addRecord(
      RecordText.command("note \(note.target.text) \(note.text)"),
      at: Self.place(of: note.target, session))
    return Output(["\(note.target.text)  \(Layout.words(note.text))"])
  }

  /// Under its record: behind the notes that are there already.
  static func place(of target: RecordID, _ session: Session) -> Placement {
    guard let item = session.item(of: target) else { return .under(target) }
    let last = session.book.notes.last { $0.target == target }?.item
    return target.kind == .annotation && last == nil ? .under(target) : .behind(last ?? item)
  }

  func answer(_ record: RecordContext, in session: Session, _ page: Page) -> Output {
    Output(["\(note.target.text)  \(Layout.words(note.text))"])
  }
}

/// A record and the words about it.
struct NoteText: Sendable {
  var target: RecordID
  var text: String
}

extension ValueKind where Value == NoteText {
  static let noteText = ValueKind(
    "REF text", expected: "a mark, then the note",
    candidates: { $0.before.isEmpty ? $0.marks() : CandidateList() }
  ) { cursor, session throws(Diagnostic) in
    let ids = try references(&cursor, session)
    guard let first = cursor.peek, let id = ids.first else { throw cursor.missing("the note") }
    let bytes = cursor.line.bytes
    var text = String(decoding: bytes[first.range.lowerBound...], as: UTF8.self)
    while let last = text.unicodeScalars.last, last == " " || last == "\n" {
      text.unicodeScalars.removeLast()
    }
    while cursor.next() != nil {}
    return NoteText(target: id, text: text)
  }

  /// The mark. Who names a paragraph is told how a note on it is written.
  private static func references(
    _ cursor: inout WordCursor, _ session: Session
  ) throws(Diagnostic) -> [RecordID] {
    let word = cursor.peekText
    do throws(Diagnostic) {
      return try ValueKind<[RecordID]>.reference.read(&cursor, session)
    } catch {
      guard let word, let first = word.utf8.first, (0x31...0x39).contains(first) else {
        throw error
      }
      var error = error
      error.hint = "annotate \(word) -- the note"
      throw error
    }
  }
}
