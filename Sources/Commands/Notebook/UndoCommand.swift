internal import CommandKit
internal import Diagnostics
internal import NotebookFormat

/// `undo`: takes changes back, the last first.
struct UndoCommand: Command {
  static let count = Slot(
    ValueKind<Int>.number(1...1_000_000), "how many", as: "N", optional: true)

  static let declaration = Declaration(
    "undo", .notebook, "takes the last change back", slots: [count.erased],
    discussion: """
      Without limit, also after leaving and coming back; what an editor changed is taken back like \
      any other change. The answer shows what was reverted.
      """,
    examples: [
      Example(
        "undo", gives: "undone: annotate 15.1", after: [CommandFixtures.load, "annotate 15.1"])
    ])

  let count: Int

  init(_ arguments: inout Arguments, _ session: __shared Session) throws(Diagnostic) {
    count = try arguments.nextIfAny(Self.count, session) ?? 1
  }

  func run(on session: inout Session, in world: World) throws(Diagnostic) -> Output {
    var lines: [String] = []
    for _ in 0..<count {
      guard let entry = try session.undo(in: world) else { break }
      lines += ChangeText.lines("undone", entry, reversed: true, world.page)
    }
    return Output(lines.isEmpty ? ["nothing to undo"] : lines, next: lines.isEmpty ? [] : ["redo"])
  }
}

/// A change in words: the line, and the records that went and came.
enum ChangeText {
  static func lines(_ verb: String, _ entry: Entry, reversed: Bool, _ page: Page) -> [String] {
    let line = entry.kind == .outside ? "edited outside" : entry.line
    var out = ["\(verb): \(Layout.cut(Layout.words(line), page.width.map { $0 - verb.count - 2 }))"]
    for edit in reversed ? entry.edits.reversed() : entry.edits {
      let removed = reversed ? edit.added : edit.removed
      let added = reversed ? edit.removed : edit.added
      out += records(removed, "-", page) + records(added, "+", page)
    }
    return out.count > 12 ? out.prefix(11) + ["  … \(out.count - 11) more lines"] : out
  }

  /// The command lines among some lines.
  private static func records(_ bytes: [UInt8], _ sign: String, _ page: Page) -> [String] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap { line in
      guard line.hasPrefix("    > ") else { return nil }
      let text = Layout.words(String(line.dropFirst(6)))
      return "  \(sign) \(Layout.cut(text, page.width.map { $0 - 4 }))"
    }
  }
}
