internal import Casebook
internal import CommandKit
internal import Diagnostics
internal import NotebookFormat
internal import Storage

/// `import`: the codebook of another notebook.
struct ImportCommand: Command {
  static let path = Slot(ValueKind<String>.path, "a notebook")
  static let codebook = Keyword(
    "codebook", ValueKind<Bool>.flag, "only its parties, issues and tags", required: true)

  static let declaration = Declaration(
    "import", .notebook, "takes over the codebook of another notebook", slots: [path.erased],
    keywords: [codebook.erased],
    discussion: """
      Parties with their aliases and memberships, issues and defined tags. What is known already \
      stays as it is; an issue of the same name with another proposition is refused, because it \
      would change what stances mean.
      """,
    examples: [
      Example("import examples/codebooks/port-selan.md codebook", gives: "parties")
    ])

  let path: String
  let line: CommandLine

  init(_ arguments: inout Arguments, _ session: __shared Session) throws(Diagnostic) {
    let codebook = try arguments.value(Self.codebook, session)
    path = try arguments.next(Self.path, session)
    line = arguments.line
    if codebook == nil {
      throw Diagnostic(.onlyCodebook, at: line.end, hint: "import \(path) codebook")
    }
  }

  func run(on session: inout Session, in world: World) throws(Diagnostic) -> Output {
    let absolute = Paths.absolute(path, in: world.folder)
    let place = line.place(line.words[1].range)
    guard world.files.exists(absolute) else {
      throw Diagnostic(.noNotebook(path), at: place)
    }
    let other = try Session.open(
      absolute, shown: path, commands: session.commands, in: world, journaling: .none)
    let before = counts(session)
    for verb in ["party", "member", "issue", "define"] {
      try take(verb, from: other, into: &session, world)
    }
    let after = counts(session)
    let parts = zip(
      zip(before, after), [("party", "parties"), ("issue", "issues"), ("tag", "tags")]
    )
    .map { counts, noun in Layout.count(counts.1 - counts.0, noun.0, noun.1) }
    return Output(["from \(path): " + parts.joined(separator: ", ")])
  }

  private func counts(_ session: Session) -> [Int] {
    let book = session.book
    return [
      book.parties.all.count, book.issues.all.count,
      book.tags.all.count { book.tags[$0].item >= 0 },
    ]
  }

  /// Runs the other notebook's records of one verb here. A party comes before those that belong to
  /// it, whatever the order of the file.
  private func take(
    _ verb: String, from other: Session, into session: inout Session, _ world: World
  ) throws(Diagnostic) {
    let items = other.document.items.filter {
      other.document.kind($0) == .record && other.document.isRecord($0, of: [verb])
    }
    var waiting = items.map { String(decoding: other.document.command(of: $0), as: UTF8.self) }
    while !waiting.isEmpty {
      var left: [String] = []
      var lastError: Diagnostic?
      for text in waiting {
        do throws(Diagnostic) {
          let command = try Interpreter.read(text, session, world, isRecord: true)
          guard let command else { continue }
          _ = try command.run(on: &session, in: world)
        } catch {
          guard error.message.id == "unknown-party" else { throw error }
          lastError = error
          left.append(text)
        }
      }
      if left.count == waiting.count, let lastError { throw lastError }
      waiting = left
    }
  }
}

extension Message {
  static let onlyCodebook = Message(
    "only-codebook", "only the codebook of another notebook can be imported")
}
