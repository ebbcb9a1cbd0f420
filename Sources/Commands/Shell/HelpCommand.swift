internal import CommandKit
internal import Diagnostics

/// `help`: what commands there are, and what one does.
struct HelpCommand: Command {
  static let topic = Slot(ValueKind<String>.helpTopic, "a command", as: "COMMAND", optional: true)

  static let declaration = Declaration(
    "help", .shell, "lists the commands, or explains one", slots: [topic.erased],
    examples: [Example("help annotate", gives: "marks a passage")])

  let topic: String?

  init(_ arguments: inout Arguments, _ session: __shared Session) throws(Diagnostic) {
    topic = try arguments.nextIfAny(Self.topic, session)
  }

  func run(on session: inout Session, in world: World) throws(Diagnostic) -> Output {
    guard let topic else { return Output(Help.overview(session.commands)) }
    guard let type = session.commands[topic] else {
      throw Diagnostic(
        .noHelp(topic),
        hint: Nearness.nearest(to: topic, in: session.commands.names).first.map { "help \($0)" }
          ?? "help")
    }
    return Output(Help.page(type.declaration))
  }
}

extension ValueKind where Value == String {
  static let helpTopic = ValueKind(
    "COMMAND", expected: "a command", candidates: { $0.commandNames() },
    read: { cursor, _ throws(Diagnostic) in try cursor.text(expected: "a command") })
}

extension Message {
  static func noHelp(_ topic: String) -> Message {
    Message("no-help", "there is no command ‘\(topic)’")
  }
}
