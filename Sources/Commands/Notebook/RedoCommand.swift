internal import CommandKit
internal import Diagnostics

/// `redo`: does again what was undone.
struct RedoCommand: Command {
  static let count = Slot(
    ValueKind<Int>.number(1...1_000_000), "how many", as: "N", optional: true)

  static let declaration = Declaration(
    "redo", .notebook, "does again what was undone", slots: [count.erased],
    examples: [
      Example(
        "redo", gives: "done again: annotate 15.1",
        after: [CommandFixtures.load, "annotate 15.1", "undo"])
    ])

  let count: Int

  init(_ arguments: inout Arguments, _ session: __shared Session) throws(Diagnostic) {
    count = try arguments.nextIfAny(Self.count, session) ?? 1
  }

  func run(on session: inout Session, in world: World) throws(Diagnostic) -> Output {
    var lines: [String] = []
    for _ in 0..<count {
      guard let entry = try session.redo(in: world) else { break }
      lines += ChangeText.lines("done again", entry, reversed: false, world.page)
    }
    return Output(lines.isEmpty ? ["nothing to do again"] : lines)
  }
}
