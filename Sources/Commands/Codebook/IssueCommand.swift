internal import Casebook
internal import CommandKit
internal import Diagnostics
internal import NotebookFormat

/// `issue`: what a position is about, and the proposition it is measured on.
struct IssueCommand: RecordCommand {
  static let name = Slot(ValueKind<String>.shortName, "its short name")
  static let proposition = Slot(ValueKind<String>.text, "a full sentence", as: "\"proposition\"")
  static let parent = Keyword("parent", ValueKind<IssueID>.issue, "the wider issue")
  static let include = Keyword("include", ValueKind<String>.text, "what belongs to it")
  static let exclude = Keyword("exclude", ValueKind<String>.text, "what does not")

  static let declaration = Declaration(
    "issue", .codebook, "defines an issue by its proposition",
    slots: [name.erased, proposition.erased],
    keywords: [parent.erased, include.erased, exclude.erased],
    discussion: """
      The proposition is a full sentence, so that "supports" and "opposes" have one meaning. A \
      stance is always a stance on this sentence.
      """,
    examples: [
      Example(
        "issue truce \"The fighting should stop before a settlement.\"",
        gives: "truce  “The fighting should stop before a settlement.”")
    ])

  let issue: Issue

  init(_ arguments: inout Arguments, _ session: __shared Session) throws(Diagnostic) {
    let parent = try arguments.value(Self.parent, session)
    let include = try arguments.value(Self.include, session)
    let exclude = try arguments.value(Self.exclude, session)
    let name = try arguments.next(Self.name, session)
    var issue = Issue(name: name, proposition: try arguments.next(Self.proposition, session))
    issue.parent = parent.map { session.book.issues[$0].name }
    issue.include = include
    issue.exclude = exclude
    self.issue = issue
  }

  static let phases = [RecordPhase.issues]

  func apply(_ record: RecordContext, to session: inout Session) throws(Diagnostic) {
    if session.book.issues.own(issue.name) != nil {
      throw Diagnostic(.definedTwice("issue", issue.name))
    }
    var issue = issue
    issue.item = record.item
    issue.was = session.oldNames(of: "issue", issue.name)
    let id = session.book.issues.define(issue, name: issue.name)
    for old in issue.was { session.book.issues.alias(old, to: id) }
  }

  static func withdraw(_ line: CommandLine, item: RecordItem, from session: inout Session) {
    for id in session.book.issues.all where session.book.issues[id].item == item {
      session.book.issues.remove(id)
    }
  }

  func run(on session: inout Session, in world: World) throws(Diagnostic) -> Output {
    let text = RecordText.command(Self.normalForm(issue))
    if let old = session.book.issues.named(issue.name) {
      let known = session.book.issues[old]
      guard known.name == issue.name, Self.normalForm(known) == Self.normalForm(issue) else {
        throw Diagnostic(
          .issueKnown(known.name, known.proposition),
          hint: "rename issue \(known.name) to NAME keeps it beside the new one")
      }
      return Output(["nothing changed: \(Self.described(known))"])
    }
    try session.addRecord(text, at: .codebook(verb: "issue", under: nil))
    return Output([Self.described(issue)] + ScriptWarning.lines([issue.name]))
  }

  func answer(_ record: RecordContext, in session: Session, _ page: Page) -> Output {
    Output([Self.described(issue)])
  }

  static func described(_ issue: Issue) -> String {
    var text = "\(issue.name)  “\(issue.proposition)”"
    if let parent = issue.parent { text += "  part of \(parent)" }
    return Layout.words(text)
  }

  static func normalForm(_ issue: Issue) -> String {
    var line = NormalForm("issue")
    line.add(issue.name)
    line.add(quoting: issue.proposition)
    line.add("parent", issue.parent)
    line.add("include", quoting: issue.include)
    line.add("exclude", quoting: issue.exclude)
    return line.text
  }
}

extension Message {
  static func issueKnown(_ name: String, _ proposition: String) -> Message {
    Message("issue-known", "‘\(name)’ is already about “\(proposition)”")
  }
}
