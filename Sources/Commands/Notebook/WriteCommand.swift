internal import CommandKit
internal import Diagnostics
internal import NotebookFormat
internal import SourceText

/// `write`: prose of the analyst's.
struct WriteCommand: Command {
  static let text = Slot(
    ValueKind<String>.text, "a paragraph, or the name of a paste; the last paste", optional: true)
  static let under = Keyword("under", ValueKind<String>.text, "the heading it belongs under")

  static let declaration = Declaration(
    "write", .notebook, "writes a paragraph of prose into the notebook", slots: [text.erased],
    keywords: [under.erased],
    discussion: "The paragraph goes to the end of the section, which is made where it is missing; "
      + "without `under` to the end of the notebook. What was pasted at the prompt is written with "
      + "`write` alone, or `write paste1`; no line of it becomes a record.",
    examples: [
      Example(
        "write \"Only Alba names a condition.\" under \"Findings\"", gives: "written under Findings"
      )
    ])

  let text: String?
  let under: String?

  init(_ arguments: inout Arguments, _ session: __shared Session) throws(Diagnostic) {
    under = try arguments.value(Self.under, session)
    text = try arguments.nextIfAny(Self.text, session)
  }

  func run(on session: inout Session, in world: World) throws(Diagnostic) -> Output {
    guard let text = text.map({ session.pastes[$0] ?? $0 }) ?? session.lastPaste else {
      throw Diagnostic(.nothingToWrite, hint: "write \"…\", or paste the prose and write")
    }
    let prose = Prose.safe(text)
    if prose.isEmpty { throw Diagnostic(.nothingToWrite, hint: "write \"…\"") }
    try session.addRecord(prose, at: .section(under))
    return Output([under.map { "written under \(Layout.words($0))" } ?? "written"])
  }
}

/// Prose as it goes into a notebook.
enum Prose {
  /// The text's lines, of which none is a record: four blanks at the beginning of a line would make
  /// it one. Controls go; blank lines at both ends go; every line is ended.
  static func safe(_ text: String) -> String {
    let bytes = CanonicalText.canonical(Array(text.utf8))
    var lines = String(decoding: bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
        let shown = VisibleText.showing(line.replacingTabs)
        let indent = shown.prefix { $0 == " " }.count
        let kept = indent < 4 ? shown[...] : shown.dropFirst(indent)
        return String(kept.reversed().drop { $0 == " " }.reversed())
      }
    while lines.last == "" { lines.removeLast() }
    return lines.drop { $0.isEmpty }.map { $0 + "\n" }.joined()
  }
}

extension Substring {
  fileprivate var replacingTabs: String { String(map { $0 == "\t" ? " " : $0 }) }
}

extension Message {
  static let nothingToWrite = Message("nothing-to-write", "there is nothing to write")
}
