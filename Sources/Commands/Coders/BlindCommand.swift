internal import Casebook
internal import CommandKit
internal import Diagnostics

/// `blind`: whether other coders' marks are hidden.
struct BlindCommand: Command {
  static let state = Slot(
    ValueKind<BlindState>.choice(BlindState.self, expected: "on or off"), "hidden or shown",
    optional: true)

  static let declaration = Declaration(
    "blind", .comparing, "hides what other coders marked, or shows it", slots: [state.erased],
    discussion: """
      With `blind on` the commands that only show (read, next, list, show, compare and the other \
      questions), `suggest` and its walk leave out marks, statements, claims, links and decisions of \
      other coders, so that you code without knowing theirs; other notebooks are not compared. \
      Letters of marks stay. It holds for this session and is in no record: what is kept and saved \
      has all coders.
      """,
    examples: [
      Example(
        "blind on", gives: "hidden", after: CommandFixtures.truce + [CommandFixtures.statement])
    ])

  let state: BlindState?

  init(_ arguments: inout Arguments, _ session: __shared Session) throws(Diagnostic) {
    state = try arguments.nextIfAny(Self.state, session)
  }

  func run(on session: inout Session, in world: World) throws(Diagnostic) -> Output {
    if let state { session.isBlind = state == .on }
    return Output([
      session.isBlind
        ? "what coders other than \(world.coder) made is hidden"
        : "what all coders made is shown"
    ])
  }
}

/// Whether other coders' marks are hidden.
enum BlindState: String, ClosedList {
  case on, off
}
