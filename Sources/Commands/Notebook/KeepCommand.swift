internal import Casebook
internal import CommandKit
internal import Diagnostics
internal import NotebookFormat

/// `keep`: keeps a question and its answer in the notebook.
struct KeepCommand: RecordCommand {
  static let question = Slot(
    ValueKind<String>.question, "a question; the last one without it", as: "COMMAND", optional: true
  )
  static let under = Keyword("under", ValueKind<String>.text, "the heading it belongs under")

  static let declaration = Declaration(
    "keep", .notebook, "keeps a question and its answer", slots: [question.erased],
    keywords: [under.erased],
    discussion: """
      A kept question is answered from the whole notebook, and answered again by `save` whenever \
      what it was computed from has changed. Any question can be kept: `compare`, `matrix`, `list`, \
      `show`.
      """,
    examples: [
      Example(
        "keep compare on truce under \"Findings\"", gives: "kept: compare on truce",
        after: CommandFixtures.truce + [CommandFixtures.statement])
    ])

  let question: String
  let under: String?

  init(_ arguments: inout Arguments, _ session: __shared Session) throws(Diagnostic) {
    under = try arguments.value(Self.under, session)
    guard let question = try arguments.nextIfAny(Self.question, session) ?? session.lastQuestion
    else { throw Diagnostic(.nothingAsked, at: arguments.line.end, hint: "keep compare") }
    self.question = question
  }

  static let phases = [RecordPhase.keptResults]

  func apply(_ record: RecordContext, to session: inout Session) throws(Diagnostic) {
    session.book.kept.append(KeptResult(question: question, item: record.item))
  }

  static func withdraw(_ line: CommandLine, item: RecordItem, from session: inout Session) {
    session.book.kept.removeAll { $0.item == item }
  }

  func answer(_ record: RecordContext, in session: Session, _ page: Page) -> Output { Output() }

  func run(on session: inout Session, in world: World) throws(Diagnostic) -> Output {
    guard let asked = try KeptAnswer.read(question, in: session, world) else {
      throw Diagnostic(.notAQuestion(question), hint: "keep compare, keep matrix, keep list …")
    }
    let output = try asked.answer(from: session, page: .kept)
    let question = asked.normalForm(in: session)
    if let known = session.book.kept.first(where: { $0.question == question }) {
      let old = session.document.output(of: known.item)
      if old.stamp == KeptAnswer.stamp(output), old.lines == output.lines {
        return Output(["nothing changed: \(question) is kept"])
      }
      try session.replaceRecord(
        known.item, with: RecordText.command("keep \(question)") + KeptAnswer.lines(output))
      return Output(["answered again: \(question)"])
    }
    try session.addRecord(
      RecordText.command("keep \(question)") + KeptAnswer.lines(output), at: .section(under))
    return Output(["kept: \(question)"])
  }
}

extension ValueKind where Value == String {
  /// Everything up to the keyword of the outer command, as it stands.
  static let question = ValueKind(
    "COMMAND", expected: "a question, as compare on truce",
    candidates: { $0.commandNames() },
    read: { cursor, session throws(Diagnostic) in
      guard let first = cursor.peek else { throw cursor.missing("a question, as compare") }
      var end = first.range.upperBound
      while let word = cursor.next() { end = word.range.upperBound }
      let bytes = cursor.line.bytes[first.range.lowerBound..<end]
      return String(decoding: bytes, as: UTF8.self)
    })
}

extension Message {
  static let nothingAsked = Message("nothing-asked", "nothing was asked yet that could be kept")
  static func notAQuestion(_ text: String) -> Message {
    Message("not-a-question", "‘\(text)’ is not a question whose answer can be kept")
  }
}
