internal import CommandKit
internal import Diagnostics
internal import NotebookFormat
internal import Report
internal import Storage

/// `report`: the notebook as one page for readers.
struct ReportCommand: Command {
  static let path = Slot(ValueKind<String>.path, "where the page goes", as: "FILE.html")
  static let over = Keyword(
    "over", ValueKind<Bool>.flag, "also over a file that is not a report")

  static let declaration = Declaration(
    "report", .notebook, "writes the notebook as one HTML page",
    slots: [path.erased], keywords: [over.erased],
    discussion: """
      The page has the prose and the kept answers, positions as a table and over time, the words \
      behind each, the network of parties, and the sources. Quotations lead to their article and, \
      where its address is known, to the sentence on the live page. It is one file that needs no \
      script and fetches nothing; it reads on a phone and on paper, and the same notebook gives the \
      same bytes.

      A report is written over an older one; over any other file only with `over`, and never over \
      a notebook.
      """,
    examples: [
      Example(
        "report talks.html", gives: "wrote talks.html",
        after: CommandFixtures.truce + [CommandFixtures.statement])
    ])

  let path: String
  let over: Bool
  let line: CommandLine

  init(_ arguments: inout Arguments, _ session: __shared Session) throws(Diagnostic) {
    over = try arguments.value(Self.over, session) ?? false
    path = try arguments.next(Self.path, session)
    line = arguments.line
  }

  func run(on session: inout Session, in world: World) throws(Diagnostic) -> Output {
    let target = Paths.absolute(path, in: world.folder)
    let name = session.file.map { Paths.name($0.path) } ?? "Notebook"
    let page = ReportPage(
      of: session.document, session.book, name: name,
      leftOut: Set(session.leftOutStatements).count)
    let old: [UInt8]?
    do throws(FileError) {
      old = world.files.exists(target) ? try world.files.read(target) : nil
    } catch {
      throw Diagnostic(.notWritten(error, path), at: place)
    }
    if old == page.bytes { return Output(["nothing changed: \(path)"]) }
    if let old { try check(old) }
    try world.attention.check()
    do throws(FileError) {
      try world.files.writeAtomically(page.bytes, to: target)
    } catch {
      throw Diagnostic(.notWritten(error, path), at: place)
    }
    return Output(["wrote \(path)"])
  }

  /// A report may be written over; of other files only what the analyst gives up by name, and never
  /// what is no copy but the work itself.
  private func check(_ old: [UInt8]) throws(Diagnostic) {
    if old.starts(with: ReportPage.mark) || old.isEmpty { return }
    let isNotebook = old.starts(with: "<!-- verbatim notebook".utf8)
    if isNotebook { throw Diagnostic(.isNotebook(path), at: place, hint: "choose another name") }
    if !over {
      throw Diagnostic(
        .notAReport(path), at: place, hint: "report \(NormalForm.name(path)) over")
    }
  }

  private var place: Diagnostic.Place {
    line.place(line.words.count > 1 ? line.words[1].range : 0..<0)
  }
}

extension Message {
  static func notAReport(_ path: String) -> Message {
    Message("not-a-report", "‘\(path)’ is there already and is not a report")
  }
  static func isNotebook(_ path: String) -> Message {
    Message("is-a-notebook", "‘\(path)’ is a notebook; no report is written over it")
  }
  static func notWritten(_ error: FileError, _ path: String) -> Message {
    Message(
      "report-not-written", "the report ‘\(path)’ cannot be written: \(error.reason)",
      exit: .inputOutput)
  }
}
