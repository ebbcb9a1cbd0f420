internal import CommandKit
internal import Diagnostics
internal import LineEditing
internal import SourceText

/// `set`: what the screen looks like, and where that comes from.
struct SetCommand: Command {
  static let name = Slot(ValueKind<String>.setting, "a setting", as: "NAME", optional: true)
  static let value = Slot(ValueKind<String>.settingValue, "its value", as: "VALUE", optional: true)

  static let declaration = Declaration(
    "set", .shell, "shows how answers are displayed, or changes it",
    slots: [name.erased, value.erased],
    discussion: """
      Without a name it lists the settings, each with where it comes from. They concern what the \
      screen looks like, until you leave, and no result: what is kept and saved is the same with \
      all of them. To set one for good write NAME VALUE into the config file, \
      `$XDG_CONFIG_HOME/verbatim/config`.
      """,
    examples: [
      Example("set", gives: "color"), Example("set plain on", gives: "plain  on"),
    ])

  let name: String?
  let value: String?

  init(_ arguments: inout Arguments, _ session: __shared Session) throws(Diagnostic) {
    name = try arguments.nextIfAny(Self.name, session)
    value = try arguments.nextIfAny(Self.value, session)
    guard let name, let value, let choices = Settings.named(name)?.choices,
      !choices.contains(value)
    else { return }
    throw Diagnostic(
      .noSuchValue(name, value, choices), at: arguments.line.place(arguments.line.words[2].range),
      hint: "set \(name) \(choices[0])")
  }

  func run(on session: inout Session, in world: World) throws(Diagnostic) -> Output {
    guard let name else { return Output(Settings.known.flatMap { rows($0, session.settings) }) }
    if let value { session.settings.set(name, to: value, by: "set") }
    return Output(Settings.known.filter { $0.name == name }.flatMap { rows($0, session.settings) })
  }

  private func rows(_ known: Settings.Known, _ settings: Settings) -> [String] {
    let value = VisibleText.showing(settings[known.name])
    let choices = known.choices.map { " (\($0.joined(separator: ", ")))" } ?? ""
    return [
      Layout.fit(known.name, 7) + Layout.fit(value, 12) + settings.origin(of: known.name),
      "       " + known.summary + choices,
    ]
  }
}

extension ValueKind where Value == String {
  static let setting = ValueKind(
    "NAME", expected: "a setting",
    candidates: { context in
      context.beginning(Settings.known.map { Candidate(text: $0.name, gloss: $0.summary) })
    },
    read: { cursor, _ throws(Diagnostic) in
      guard let word = cursor.peek else { throw cursor.missing("a setting") }
      let name = try cursor.text(expected: "a setting")
      if Settings.named(name) != nil { return name }
      let near = Nearness.nearest(to: name, in: Settings.known.map(\.name)).first
      throw cursor.error(.noSetting(name), at: word, hint: near.map { "set \($0)" } ?? "set")
    })

  static let settingValue = ValueKind(
    "VALUE", expected: "a value",
    candidates: { context in
      let choices = context.before.last.flatMap { Settings.named($0)?.choices } ?? []
      return context.beginning(choices.map { Candidate(text: $0) })
    },
    read: { cursor, _ throws(Diagnostic) in try cursor.text(expected: "a value") })
}

extension Message {
  static func noSetting(_ name: String) -> Message {
    Message("no-setting", "there is no setting ‘\(name)’")
  }
  static func noSuchValue(_ name: String, _ value: String, _ choices: [String]) -> Message {
    Message(
      "no-such-value",
      "‘\(name)’ is \(choices.joined(separator: " or ")), not ‘\(value)’")
  }
}
