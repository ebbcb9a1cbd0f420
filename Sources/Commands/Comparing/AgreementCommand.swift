internal import Casebook
internal import CommandKit
internal import Comparison
internal import Diagnostics
internal import Storage

/// `agreement`: how far coders, or notebooks, agree, and where they do not.
struct AgreementCommand: QuestionCommand {
  static let files = Slot(
    ValueKind<String>.path, "notebooks to compare; the coders of this one without", as: "FILE",
    optional: true, repeats: true)

  static let declaration = Declaration(
    "agreement", .comparing, "measures how coders agree, and where not",
    slots: [files.erased],
    keywords: [
      CompareCommand.on.erased, CompareCommand.since.erased, CompareCommand.until.erased,
      CompareCommand.format.erased,
    ],
    discussion: """
      What coders say of the same party on the same issue in words that overlap is compared: \
      Krippendorff's alpha (ordinal with an interval from 1,000 samples, interval, nominal), the \
      share of pairs that agree, Fleiss' and Cohen's kappa, and alpha of each stance against the \
      rest. `passages` is the unitising alpha: whether they mark the same words for an issue. 1 is \
      full agreement, 0 what chance would give.

      `agreement FILE` compares this notebook with another one, several FILEs with each other, each \
      notebook as one coder, or its coders apart where it has several. Lines of one statement are \
      compared first, then lines on the same words, then those that overlap. Disagreements come \
      last, numbered: `show %1`.
      """,
    examples: [
      Example(
        "agreement", gives: "Only one coder",
        after: CommandFixtures.truce + [CommandFixtures.statement])
    ])

  let query: AgreementQuery
  let files: [String]
  let format: TableFormat
  let line: CommandLine

  init(_ arguments: inout Arguments, _ session: __shared Session) throws(Diagnostic) {
    var query = AgreementQuery()
    query.filter.issues = try arguments.value(CompareCommand.on, session) ?? []
    query.filter.since = try arguments.value(CompareCommand.since, session)?.first
    query.filter.until = try arguments.value(CompareCommand.until, session)?.last
    format = try arguments.value(CompareCommand.format, session) ?? .table
    files = try arguments.all(Self.files, session)
    line = arguments.line
    self.query = query
    if !files.isEmpty, !query.filter.issues.isEmpty {
      throw Diagnostic(
        .notTogether("issues are those of this notebook, not of others"), at: line.end,
        hint: "agreement \(files.joined(separator: " "))")
    }
  }

  func normalForm(in session: Session) -> String {
    var line = NormalForm("agreement")
    for file in files { line.add(name: file) }
    if !query.filter.issues.isEmpty {
      let names = query.filter.issues.map { session.book.issues[$0].name }
      line.add("on", names.joined(separator: ", "))
    }
    line.add("since", query.filter.since?.description)
    line.add("until", query.filter.until?.description)
    line.add(format)
    return line.text
  }

  func answer(from session: Session, page: Page) throws(Diagnostic) -> Output {
    if !files.isEmpty {
      throw Diagnostic(.otherNotebooks, at: line.end, hint: "keep agreement")
    }
    if let nothing = session.withoutStatements { return nothing }
    let result = query.answer(in: session.book)
    return output(
      result, page, rows: result.rows.map { .statements($0) },
      left: format == .table ? session.leftOutLines : [])
  }

  func run(on session: inout Session, in world: World) throws(Diagnostic) -> Output {
    if files.isEmpty { return try answer(from: session, page: world.page) }
    // Whoever codes blind would see in the disagreements what the other notebook says.
    if session.isBlind { return Output(["what others coded is hidden"], next: ["blind off"]) }
    let others = try otherSessions(session, world)
    let isOne = others.count == 1
    let books =
      (isOne ? [("this notebook", session.book)] : []) + others.map { ($0.name, $0.session.book) }
    let left = isOne ? session.leftOutLines : []
    return output(
      query.answer(comparing: books), world.page, rows: nil,
      left: format == .table ? left + others.flatMap { leftOut($0.name, $0.session) } : [])
  }

  /// The notebooks named, each once, whatever way leads to it.
  private func otherSessions(_ session: Session, _ world: World) throws(Diagnostic)
    -> [(name: String, session: Session)]
  {
    var others: [(name: String, session: Session)] = []
    var paths: [String] = []
    let own = session.file.map { Self.resolved($0.path, world) }
    for file in files {
      let path = Paths.absolute(file, in: world.folder)
      guard world.files.exists(path) else { throw Diagnostic(.noNotebook(file), at: line.end) }
      let real = Self.resolved(path, world)
      if let before = paths.firstIndex(of: real) {
        let first = files[before]
        throw Diagnostic(
          .notTogether(
            first == file ? "‘\(file)’ is named twice" : "‘\(file)’ is ‘\(first)’"), at: line.end)
      }
      if files.count == 1, real == own {
        throw Diagnostic(
          .notTogether("‘\(file)’ is this notebook"), at: line.end, hint: "agreement")
      }
      paths.append(real)
      let other = try Session.open(
        path, shown: file, commands: session.commands, in: world, journaling: .none)
      others.append((file, other))
    }
    return others
  }

  /// The path without symbolic links, as far as it leads somewhere.
  private static func resolved(_ path: String, _ world: World) -> String {
    (try? world.files.resolved(path)) ?? path
  }

  /// What another notebook has and cannot be compared.
  private func leftOut(_ name: String, _ other: Session) -> [String] {
    var lines = other.leftOutLines
    if !other.problems.isEmpty {
      let count = Layout.count(other.problems.count, "record")
      lines.append("\(count) cannot be used: verbatim replay \(NormalForm.name(name))")
    }
    return lines.map { "\(Layout.words(name)): \($0)" }
  }

  private func output(_ result: AgreementResult, _ page: Page, rows: [Row]?, left: [String])
    -> Output
  {
    let lines =
      switch format {
      case .table: result.lines(width: page.width)
      case .csv: result.csvLines
      case .json: result.jsonLines
      }
    return Output(lines + left, rows: rows, stamp: result.stamp)
  }
}

extension Message {
  static let otherNotebooks = Message(
    "other-notebooks", "what other notebooks say cannot be kept: only the coders of this one")
}
