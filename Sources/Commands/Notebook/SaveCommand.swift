internal import Casebook
internal import CommandKit
internal import Diagnostics
internal import NotebookFormat
internal import SourceText
internal import Storage

/// `save`: writes the notebook.
struct SaveCommand: Command {
  static let path = Slot(
    ValueKind<String>.path, "where, for a session without a name", as: "PATH", optional: true)

  static let declaration = Declaration(
    "save", .notebook, "writes the notebook", slots: [path.erased],
    discussion: """
      Kept questions whose answers have changed are answered again, and named. A notebook that has \
      a name is also saved on leaving; every change is in its journal before it is answered.
      """,
    examples: [Example("save", gives: "no name yet")])

  let path: String?

  init(_ arguments: inout Arguments, _ session: __shared Session) throws(Diagnostic) {
    path = try arguments.nextIfAny(Self.path, session)
  }

  func run(on session: inout Session, in world: World) throws(Diagnostic) -> Output {
    if let path { try name(path, &session, world) }
    guard let file = session.file else {
      return Output(["the notebook has no name yet"], next: ["save NAME.md"])
    }
    let before = session.savedDigest
    let renewed = try session.save(in: world)
    let said = session.savedDigest == before ? "nothing changed: " : "saved "
    return Output([said + file.shown] + renewed)
  }

  /// Gives a session without a name a file: its texts are kept beside it, and its sources recorded
  /// as seen from there.
  private func name(_ path: String, _ session: inout Session, _ world: World) throws(Diagnostic) {
    let absolute = Paths.absolute(path, in: world.folder)
    if session.file?.path == absolute { return }
    guard session.file == nil || session.isProvisional else {
      throw Diagnostic(
        .hasAName(session.file?.shown ?? ""), hint: "leave, copy the file, and open the copy")
    }
    guard !world.files.exists(absolute) else {
      throw Diagnostic(.fileExists(path), hint: "choose another name, or open it")
    }
    let journal = Journal.path(of: absolute)
    guard !world.files.exists(journal) else {
      throw Diagnostic(
        .fileExists(Paths.name(journal)),
        explanation: "it is the history of a notebook that had this name",
        hint: "choose another name, or begin with verbatim \(path)")
    }
    for id in session.book.articles.all where !session.book.articles[id].isUnkept {
      try KeptFiles.write(session.book.articles[id].content, beside: absolute, world)
    }
    let oldFolder = session.file.map { Paths.parent($0.path) } ?? world.folder
    try session.settle(at: absolute, shown: path, in: world)
    try moveSources(from: oldFolder, to: Paths.parent(absolute), in: &session)
    try session.commitPart(line: "save \(NormalForm.name(path))")
  }
}

extension SaveCommand {
  /// Records the paths of sources as seen from the notebook's own folder.
  private func moveSources(from old: String, to new: String, in session: inout Session)
    throws(Diagnostic)
  {
    for id in session.book.articles.all {
      var article = session.book.articles[id]
      if article.source == "-" || article.source.contains("://") { continue }
      article.source = Paths.relative(from: new, to: Paths.absolute(article.source, in: old))
      if article.source == session.book.articles[id].source { continue }
      let output = session.document.output(of: article.item).lines
      try session.replaceRecord(
        article.item,
        with: RecordText.command(LoadCommand.normalForm(article, name: article.name))
          + output.map { RecordText.line("|", $0) }.joined())
    }
  }
}

extension Message {
  static func hasAName(_ name: String) -> Message {
    Message("has-a-name", "the notebook is ‘\(name)’ already")
  }
  static func fileExists(_ path: String) -> Message {
    Message("file-exists", "‘\(path)’ is there already")
  }
}
