internal import CommandKit
internal import Diagnostics
internal import LineEditing

/// `help`: what commands there are, and what one does.
struct HelpCommand: Command {
  static let topic = Slot(
    ValueKind<String>.helpTopic, "a command, a topic, or any word", as: "COMMAND|TOPIC|WORD",
    optional: true)

  static let declaration = Declaration(
    "help", .shell, "lists the commands, explains one, or finds a word", slots: [topic.erased],
    discussion: """
      Topics are what concerns several commands: passages, stances, dates, filters, notebook, keys. \
      Any other word is looked for in all pages.
      """,
    examples: [
      Example("help annotate", gives: "marks a passage"),
      Example("help stances", gives: "strongly supports"),
      Example("help metonyms", gives: "party"),
    ])

  let topic: String?

  init(_ arguments: inout Arguments, _ session: __shared Session) throws(Diagnostic) {
    topic = try arguments.nextIfAny(Self.topic, session)
  }

  func run(on session: inout Session, in world: World) throws(Diagnostic) -> Output {
    guard let topic else { return Output(Help.overview(session.commands)) }
    if let type = session.commands[topic] { return Output(Help.page(type.declaration)) }
    if let page = HelpTopic.all.first(where: { $0.name == topic }) { return Output(page.lines) }
    let found = Help.finding(topic, session.commands)
    if !found.isEmpty { return Output(found) }
    let known = session.commands.names + HelpTopic.all.map(\.name)
    throw Diagnostic(
      .noHelp(topic),
      hint: Nearness.nearest(to: topic, in: known).first.map { "help \($0)" } ?? "help")
  }
}

extension ValueKind where Value == String {
  static let helpTopic = ValueKind(
    "COMMAND", expected: "a command",
    candidates: { context in
      let topics = HelpTopic.all.map { Candidate(text: $0.name, gloss: $0.summary) }
      return context.commandNames() + context.beginning(topics)
    },
    read: { cursor, _ throws(Diagnostic) in try cursor.text(expected: "a command") })
}

extension Message {
  static func noHelp(_ topic: String) -> Message {
    Message("no-help", "‘\(topic)’ is no command and no topic, and stands on no page of help")
  }
}
