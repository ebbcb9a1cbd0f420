internal import CommandKit
internal import Diagnostics
internal import NotebookFormat

/// `write`: prose of the analyst's.
struct WriteCommand: Command {
  static let text = Slot(ValueKind<String>.text, "a paragraph")
  static let under = Keyword("under", ValueKind<String>.text, "the heading it belongs under")

  static let declaration = Declaration(
    "write", .notebook, "writes a paragraph of prose into the notebook", slots: [text.erased],
    keywords: [under.erased],
    discussion: "The paragraph goes to the end of the section, which is made where it is missing; "
      + "without `under` to the end of the notebook.",
    examples: [
      Example(
        "write \"Only Alba names a condition.\" under \"Findings\"", gives: "written under Findings"
      )
    ])

  let text: String
  let under: String?

  init(_ arguments: inout Arguments, _ session: __shared Session) throws(Diagnostic) {
    under = try arguments.value(Self.under, session)
    text = try arguments.next(Self.text, session)
  }

  func run(on session: inout Session, in world: World) throws(Diagnostic) -> Output {
    try session.addRecord(text + "\n", at: .section(under))
    return Output([under.map { "written under \($0)" } ?? "written"])
  }
}
