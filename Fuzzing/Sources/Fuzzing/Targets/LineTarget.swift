internal import CommandKit
internal import Diagnostics
internal import NotebookFormat

/// Lines typed at a small session, letter by letter.
struct LineTarget: FuzzTarget {
  private let shell = TypedLines()

  func run(_ bytes: [UInt8]) {
    shell.run(String(decoding: bytes, as: UTF8.self).split(separator: "\n"))
  }
}

/// A small saved session at which lines are typed; where their number is even, another program has
/// changed its file meanwhile. A line that is refused changes nothing; taking everything back gives
/// the notebook as it was; what is saved opens without a fault.
struct TypedLines {
  private let desk: Desk
  private let beginning: Session
  private let saved: [String: [UInt8]]
  private let changed: [String: [UInt8]]
  private let journaled: [String: [UInt8]]

  /// More lines take more time than they teach.
  private static let most = 6

  init() {
    desk = Desk(["talks.txt": Array(Self.article.utf8)])
    do throws(Diagnostic) {
      var session = try desk.open("desk.md", .none)
      for line in Self.lines { hold(desk.run(line, on: &session), line) }
      beginning = session
    } catch {
      broken(error.rendered())
    }
    saved = desk.files.all
    changed = saved.merging(["/desk/desk.md": beginning.document.bytes + Self.theirs]) { $1 }
    let other = Desk(["talks.txt": Array(Self.article.utf8)])
    do throws(Diagnostic) {
      var session = try other.open("desk.md", .grouped)
      for line in Self.lines { other.run(line, on: &session) }
    } catch {
      broken(error.rendered())
    }
    journaled = other.files.all
  }

  func run(_ typed: [Substring]) {
    // Nothing that was made up may be fetched.
    if typed.contains(where: { $0.lowercased().contains("http") }) { return }
    var session = beginning
    let lines = typed.prefix(Self.most)
    desk.files.replaceAll(with: lines.count % 2 == 0 ? changed : saved)
    for line in lines {
      let before = session.document.bytes
      if !desk.run(String(line), on: &session) {
        hold(session.document.bytes == before, "a line that was refused changed something")
      }
    }
    if let last = lines.last { complete(last, session) }
    if session.document.pieces == beginning.document.pieces { return }
    checkOpening(session.document.bytes)
    while let taken = try? session.undo(in: desk.world), taken.number > 0 {}
    hold(session.document.bytes.isEmpty, "not everything can be taken back")
  }

  /// Two sessions on one file: what theirs saved is taken over by ours when it saves, and makes a
  /// notebook without a fault, or else nothing of either is lost.
  func run(_ ours: [Substring], beside theirs: [Substring]) {
    if (ours + theirs).contains(where: { $0.lowercased().contains("http") }) { return }
    desk.files.replaceAll(with: saved)
    var other = beginning
    for line in theirs.prefix(Self.most) { desk.run(String(line), on: &other) }
    desk.run("save", on: &other)
    let file = desk.files.all["/desk/desk.md"]
    var session = beginning
    for line in ours.prefix(Self.most) { desk.run(String(line), on: &session) }
    let before = session.document.bytes
    if desk.run("save", on: &session) {
      checkOpening(session.document.bytes)
    } else {
      hold(session.document.bytes == before, "a save that was refused changed something")
      hold(desk.files.all["/desk/desk.md"] == file, "a save that was refused changed the file")
    }
    while let taken = try? session.undo(in: desk.world), taken.number > 0 {}
    hold(session.document.bytes.isEmpty, "not everything can be taken back")
  }

  /// A session with a journal that ends without a save after every third line: what was answered is
  /// there again, and all of it can be taken back. Where the number of lines is even, another program
  /// adds a record to the file after the first end.
  func runInterrupted(_ lines: [Substring]) {
    if lines.contains(where: { $0.lowercased().contains("http") }) { return }
    desk.files.replaceAll(with: journaled)
    do throws(Diagnostic) {
      var session = try desk.open("desk.md", .grouped)
      for (number, line) in lines.prefix(Self.most).enumerated() {
        desk.run(String(line), on: &session)
        guard number % 3 == 2, let file = session.file else { continue }
        let isEdited = number == 2 && lines.count % 2 == 0
        if isEdited { desk.files.append(Self.theirs, to: file.path) }
        let again = try desk.open(file, .grouped)
        hold(
          isEdited || again.document.bytes == session.document.bytes,
          "what was answered is not there again")
        hold(again.problems.isEmpty, again.problems.map { $0.rendered() }.joined())
        session = again
      }
      while let taken = try session.undo(in: desk.world), taken.number > 0 {}
      hold(session.document.bytes.isEmpty, "not everything can be taken back")
    } catch {
      broken(error.rendered())
    }
  }

  private func complete(_ line: Substring, _ session: Session) {
    let found = SessionCompletion.complete(
      String(line), at: line.utf8.count, in: session, desk.world)
    hold(found.replacing.upperBound <= line.utf8.count, "completion beyond the line")
  }

  /// What a session made opens, and adds up to no fault.
  private func checkOpening(_ bytes: [UInt8]) {
    let files = desk.files.all.merging(["/desk/again.md": bytes]) { $1 }
    let again = Desk(exactly: files)
    do throws(Diagnostic) {
      let opened = try again.open("again.md", .none)
      hold(opened.problems.isEmpty, opened.problems.map { $0.rendered() }.joined())
    } catch {
      broken(error.rendered())
    }
  }

  private static let theirs = Array("    > party Tarn kind state\n".utf8)
  private static let article = """
    Port Selan hosts talks

    Mira Oslin said on Monday there would be “no truce without guarantees” for the harbour.

    Corda’s envoy rejected the proposal and said its forces would stay.

    """
  private static let lines = [
    "load talks.txt as wire published 2031-04-17", "party Alba kind state short AL",
    "party Corda kind state short CO",
    "party \"Mira Oslin\" kind person of Alba as \"Foreign Minister\"",
    "issue truce \"The fighting should stop.\"",
    "attribute wire \"no truce without guarantees\" to Oslin cue \"Oslin said\" on truce -1",
    "save",
  ]
}
