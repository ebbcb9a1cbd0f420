internal import Casebook
internal import CommandKit
internal import Commands
internal import Diagnostics
internal import NotebookFormat
internal import Storage

/// Replays a notebook: all its records in a fresh session, nothing written, no program run, no
/// connection opened.
struct Replay {
  private let launch: Launch
  private let out: OutputStream
  private let errors: OutputStream

  init(_ launch: Launch, _ out: OutputStream, _ errors: OutputStream) {
    self.launch = launch
    self.out = out
    self.errors = errors
  }

  /// What to do with the outputs.
  enum Mode {
    /// Print what a session would print.
    case show
    /// Compare with the stored outputs.
    case check
    /// Rewrite the stored outputs.
    case update
  }

  func run(_ notebook: String, _ mode: Mode) -> ExitCode {
    let world = launch.world(page: .kept, mayShorten: false)
    do throws(Diagnostic) {
      guard world.files.exists(Paths.absolute(notebook, in: launch.folder)) else {
        throw Diagnostic(.noSuchNotebook(notebook))
      }
      var session = try launch.session(notebook, journaling: .none, world)
      var code = report(session.problems)
      if let fault = session.readOnly { code = max(code, say(Diagnostic(fault), notebook)) }
      code = max(code, SourceCheck(session, world).run { errors.write("\(notebook): \($0)\n") })
      switch mode {
      case .show: try show(session, world)
      case .check: code = max(code, check(session, notebook, world))
      case .update: code = max(code, try update(&session, notebook, world))
      }
      return code
    } catch {
      return say(error, notebook)
    }
  }

  private func report(_ problems: [Diagnostic]) -> ExitCode {
    errors.write(problems.rendered())
    return problems.map(\.message.exit).max() ?? .ok
  }

  private func say(_ error: Diagnostic, _ notebook: String) -> ExitCode {
    errors.write((error.place == nil ? error.moved(toFile: notebook, line: 0) : error).rendered())
    return error.message.exit
  }

  private func records(_ session: Session) -> [Int32] {
    session.document.items.filter { session.document.kind($0) == .record }
  }

  private func show(_ session: Session, _ world: World) throws(Diagnostic) {
    for item in records(session) {
      let line = String(decoding: session.document.command(of: item), as: UTF8.self)
      out.write("> \(Layout.words(line))\n")
      for text in answer(item, session, world) { out.write(text + "\n") }
    }
  }

  /// What the record's command answers now.
  private func answer(_ item: Int32, _ session: Session, _ world: World) -> [String] {
    if let kept = session.book.kept.first(where: { $0.item == item }) {
      return (try? KeptAnswer.of(kept.question, in: session, world))?.lines ?? []
    }
    guard let command = try? session.record(item) else { return [] }
    let context = RecordContext(item: item, phase: type(of: command).phases[0])
    return command.answer(context, in: session, world.page).lines
  }

  private func check(_ session: Session, _ notebook: String, _ world: World) -> ExitCode {
    var differing = 0
    var results = 0
    for stored in StoredOutput.all(in: session, world) {
      results += 1
      if stored.isSame { continue }
      differing += 1
      let line = session.document.line(stored.item)
      let why = stored.hasSameStamp ? "printed differently" : "differs"
      out.write("\(notebook):\(line): \(stored.command(in: session)): \(why)\n")
      for text in OutputDifference.lines(stored.old, stored.new) { out.write("  \(text)\n") }
    }
    let count = records(session).count
    let state = differing == 0 ? "ok" : "\(differing) differ"
    out.write(
      "\(notebook): \(Layout.count(count, "record")), \(Layout.count(results, "output")): \(state)\n"
    )
    return differing == 0 ? .ok : .differs
  }

  /// Rewrites only derived lines.
  private func update(_ session: inout Session, _ notebook: String, _ world: World)
    throws(Diagnostic) -> ExitCode
  {
    var changed = 0
    for stored in StoredOutput.all(in: session, world) where !stored.isSame {
      let record = RecordText.command(stored.command(in: session)) + stored.new
      try session.replaceRecord(stored.item, with: record)
      changed += 1
    }
    if changed > 0 { try session.save(in: world) }
    out.write("\(notebook): \(Layout.count(changed, "output")) rewritten\n")
    return .ok
  }
}

/// The stored output of a record beside what it would be now.
struct StoredOutput {
  let item: Int32
  /// The lines of the notebook, with their sigils and ends.
  let old: String
  let new: String
  let hasSameStamp: Bool

  private static let loads = ["load"]

  static func all(in session: Session, _ world: World) -> [StoredOutput] {
    let document = session.document
    // Few records have an output, and all are asked.
    let kept = Dictionary(session.book.kept.map { ($0.item, $0) }) { first, _ in first }
    return document.items.compactMap { item in
      guard document.kind(item) == .record else { return nil }
      if document.isRecord(item, of: loads) {
        guard let load = try? session.record(item) else { return nil }
        let answer = load.answer(RecordContext(item: item, phase: .loads), in: session, .kept)
        let lines = answer.lines.map { RecordText.line("|", $0) }.joined()
        return answer.lines.isEmpty ? nil : StoredOutput(item, lines, nil, document)
      }
      guard let kept = kept[item],
        let output = try? KeptAnswer.of(kept.question, in: session, world)
      else { return nil }
      return StoredOutput(item, KeptAnswer.lines(output), KeptAnswer.stamp(output), document)
    }
  }

  private init(_ item: Int32, _ lines: String, _ stamp: String?, _ document: Document) {
    self.item = item
    let stored = document.output(of: item)
    hasSameStamp = stamp != nil && stamp == stored.stamp
    var old = stored.stamp.map { RecordText.line("=", $0) } ?? ""
    for line in stored.lines { old += RecordText.line("|", line) }
    self.old = old
    new = lines
  }

  /// Whether the bytes are the same; strings are equal too when they only look the same.
  var isSame: Bool { old.utf8.elementsEqual(new.utf8) }

  func command(in session: Session) -> String {
    String(decoding: session.document.command(of: item), as: UTF8.self)
  }
}

/// Two outputs, line by line.
enum OutputDifference {
  /// The lines that only one of them has, in the order in which they stand.
  static func lines(_ old: String, _ new: String) -> [String] {
    let (old, new) = (parted(old), parted(new))
    let difference = new.difference(from: old) { $0.utf8.elementsEqual($1.utf8) }
    let removed = Set(difference.removals.map(\.offset))
    let inserted = Set(difference.insertions.map(\.offset))
    var out: [String] = []
    var (i, j) = (0, 0)
    while i < old.count || j < new.count {
      if removed.contains(i) {
        out.append("- \(old[i].dropFirst(4))")
        i += 1
      } else if inserted.contains(j) {
        out.append("+ \(new[j].dropFirst(4))")
        j += 1
      } else {
        (i, j) = (i + 1, j + 1)
      }
    }
    return out
  }

  private static func parted(_ text: String) -> [Substring] { text.split(separator: "\n") }
}

extension CollectionDifference.Change {
  /// Where it is: in the old lines what is removed, in the new ones what is inserted.
  fileprivate var offset: Int {
    switch self {
    case .remove(let offset, _, _), .insert(let offset, _, _): offset
    }
  }
}

extension Message {
  static func noSuchNotebook(_ path: String) -> Message {
    Message("no-notebook", "there is no notebook ‘\(path)’", exit: .inputOutput)
  }
}
