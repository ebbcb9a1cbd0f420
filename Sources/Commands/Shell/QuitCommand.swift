internal import CommandKit
internal import Diagnostics

/// `quit`: leaves; there is nothing unsaved.
struct QuitCommand: Command {
  static let declaration = Declaration(
    "quit", .shell, "saves and leaves", examples: [Example("quit", gives: "")],
    otherWords: ["exit": "quit", "bye": "quit"])

  init(_ arguments: inout Arguments, _ session: __shared Session) throws(Diagnostic) {}

  func run(on session: inout Session, in world: World) throws(Diagnostic) -> Output {
    session.isLeaving = true
    return Output()
  }
}
