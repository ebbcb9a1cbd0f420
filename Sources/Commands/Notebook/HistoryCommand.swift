internal import CommandKit
internal import Diagnostics

/// `history`: the changes of the notebook.
struct HistoryCommand: Command {
  static let count = Slot(
    ValueKind<Int>.number(1...1_000_000), "how many of the last", as: "N", optional: true)

  static let declaration = Declaration(
    "history", .notebook, "lists the changes of the notebook", slots: [count.erased],
    examples: [
      Example("history", gives: "annotate 15.1", after: [CommandFixtures.load, "annotate 15.1"])
    ])

  let count: Int

  init(_ arguments: inout Arguments, _ session: __shared Session) throws(Diagnostic) {
    count = try arguments.nextIfAny(Self.count, session) ?? 20
  }

  func run(on session: inout Session, in world: World) throws(Diagnostic) -> Output {
    try session.readHistory()
    let entries = session.history.entries
    if entries.isEmpty { return Output(["no changes yet"]) }
    return Output(
      entries.suffix(count).map { entry in
        let undone = isUndoable(entry) && !session.history.isInForce(entry.number)
        let text = Layout.words(text(entry)) + (undone ? "  (undone)" : "")
        return
          "\(String(entry.number).leading(5))  \(Layout.cut(text, world.page.width.map { $0 - 7 }))"
      })
  }

  private func isUndoable(_ entry: Entry) -> Bool {
    entry.kind == .change || entry.kind == .outside
  }

  private func text(_ entry: Entry) -> String {
    switch entry.kind {
    case .change: entry.line
    case .undo(let number): "undo of \(number)"
    case .redo(let number): "redo of \(number)"
    case .outside: "edited outside"
    case .base: "the notebook as it was"
    case .derived: "kept results answered again"
    }
  }
}

extension String {
  /// The text with blanks before it, to fill some cells.
  func leading(_ width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }
}
