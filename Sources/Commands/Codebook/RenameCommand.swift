internal import Casebook
internal import CommandKit
internal import Diagnostics
internal import NotebookFormat
internal import SourceText

/// `rename`: gives a party, an issue, a tag or an article another name, everywhere.
struct RenameCommand: Command {
  static let subject = Slot(ValueKind<DropSubject>.dropSubject, "what", as: "KIND NAME")
  static let to = Keyword("to", ValueKind<String>.freeName, "its new name", required: true)
  static let merge = Keyword("merge", ValueKind<Bool>.flag, "into the one that has that name")

  static let declaration = Declaration(
    "rename", .codebook, "gives another name, in every record", slots: [subject.erased],
    keywords: [to.erased, merge.erased],
    discussion: """
      KIND is party, issue, tag, article or hypothesis. The old name of a party or an issue still \
      leads to it, typed or in a colleague's file. Where the new name is taken, `merge` joins the two.
      """,
    examples: [
      Example(
        "rename issue truce to ceasefire", gives: "truce is now ceasefire",
        after: [CommandFixtures.issue])
    ])

  let subject: DropSubject
  let name: String
  let merges: Bool
  let line: CommandLine

  init(_ arguments: inout Arguments, _ session: __shared Session) throws(Diagnostic) {
    merges = try arguments.value(Self.merge, session) ?? false
    let name = try arguments.value(Self.to, session)
    subject = try arguments.next(Self.subject, session)
    line = arguments.line
    guard let name else { throw Diagnostic(.noNewName, at: line.end, hint: "… to NAME") }
    self.name = name
  }

  func run(on session: inout Session, in world: World) throws(Diagnostic) -> Output {
    let renaming = Renaming(to: name, merges: merges, line: line)
    let (old, count) =
      switch subject {
      case .party(let id): try renaming.party(id, in: &session)
      case .issue(let id): try renaming.issue(id, in: &session)
      case .tag(let name): try renaming.tag(name, in: &session)
      case .article(let id): try renaming.article(id, in: &session)
      case .hypothesis(let id): try renaming.hypothesis(id, in: &session)
      case .records:
        throw Diagnostic(.cannotRename, hint: "party, issue, tag, article or hypothesis")
      }
    if old == name { return Output(["nothing changed: it is called \(name)"]) }
    return Output(["\(old) is now \(name), in \(Layout.count(count, "record"))"])
  }
}

extension Message {
  static let noNewName = Message("no-new-name", "the new name is not given")
  static let cannotRename = Message("cannot-rename", "a mark has an id and no name")
}
