internal import Casebook
internal import CommandKit
internal import Diagnostics
internal import NotebookFormat
internal import SourceText

/// `editor`: the notebook, or a note of it, in the analyst's own editor.
struct EditorCommand: Command {
  static let mark = Slot(
    ValueKind<[RecordID]>.reference, "the mark whose note is meant", as: "REF", optional: true)

  static let declaration = Declaration(
    "editor", .notebook, "opens the notebook, or a mark's note, in your editor",
    slots: [mark.erased],
    discussion: """
      The editor is what VISUAL, else EDITOR says, and it opens at a terminal only. What you changed \
      is taken over record by record as one change, which `undo` takes back. Where it is no notebook \
      any more nothing is changed, and `editor` goes on where you were. An empty note goes.
      """,
    examples: [
      Example("help editor", gives: "VISUAL")
    ])

  let mark: RecordID?

  init(_ arguments: inout Arguments, _ session: __shared Session) throws(Diagnostic) {
    mark = try arguments.nextIfAny(Self.mark, session)?.first
  }

  func run(on session: inout Session, in world: World) throws(Diagnostic) -> Output {
    if let mark { return try editNote(of: mark, &session, world) }
    let count = try session.editNotebook(in: world)
    let said = count == 0 ? "nothing changed" : "\(Layout.count(count, "change")) taken over"
    return Output([said], next: count == 0 ? [] : ["undo"])
  }

  private func editNote(of mark: RecordID, _ session: inout Session, _ world: World)
    throws(Diagnostic) -> Output
  {
    let old = session.book.notes.last { $0.target == mark }
    let text = Self.clean(try session.editText((old?.text ?? "") + "\n", in: world))
    if text == old?.text ?? "" { return Output(["nothing changed"]) }
    let record = RecordText.command("note \(mark.text) \(text)")
    switch (old, text.isEmpty) {
    case (let old?, true): try session.removeRecord(old.item)
    case (let old?, false): try session.replaceRecord(old.item, with: record)
    case (nil, _): try session.addRecord(record, at: NoteCommand.place(of: mark, session))
    }
    return Output(["\(mark.text)  \(text.isEmpty ? "no note" : Layout.words(text))"])
  }

  /// A note's lines: nothing invisible, no blank at the end of a line, no blank lines around them.
  private static func clean(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let shown = VisibleText.showing(String(line))
      return String(shown.reversed().drop { $0 == " " }.reversed())
    }
    let kept = lines.drop { $0.isEmpty }.reversed().drop { $0.isEmpty }.reversed()
    let joined = kept.joined(separator: "\n")
    return String(joined.drop { $0 == " " })
  }
}
