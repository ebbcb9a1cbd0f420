internal import Casebook
internal import CommandKit
internal import Commands
internal import Diagnostics
internal import Glibc
internal import LineEditing
internal import NotebookFormat
internal import SourceText
internal import Storage

/// The shell at a terminal: prompt, line, answer.
final class InteractiveLoop {
  private var session: Session
  private let launch: Launch
  private let out = OutputStream(descriptor: 1)
  private var pasteCount = 0
  private var lastLine = ""

  private let watch: CommandWatch
  init(_ session: Session, _ launch: Launch, _ watch: CommandWatch) {
    self.session = session
    self.launch = launch
    self.watch = watch
  }

  private var hasKeys = false

  private var world: World {
    var page = self.page
    page.hasKeys = hasKeys
    var world = launch.world(page: page, mayShorten: true, watch: watch)
    world.editor = TextEditor.open
    return world
  }

  private var isPlain: Bool { session.settings.isPlain }
  private var paint: Paint { launch.paint(1, session.settings) }
  private var page: Page { Page(width: launch.page.width, isPlain: isPlain) }

  /// Runs until the analyst leaves; gives the exit code.
  func run() -> Int32 {
    guard
      let reader = TerminalReader(
        history: LineEditing.History(path: historyPath), completer: self, hinter: self,
        ghost: { [unowned self] in paint.isOn && !isPlain },
        lastHint: { [unowned self] in session.lastHint },
        signals: watch.signals)
    else { return ExitCode.inputOutput.rawValue }
    hasKeys = reader.takesKeys
    greet()
    for fault in launch.config.faults { out.write("\(fault)\n") }
    if let code = reader.history.failure {
      let reason = FileError(operation: "keep", path: "", code: code).reason
      out.write("typed lines are not kept: \(reason)\n")
    }
    while true {
      out.flush()
      reader.shortcuts = session.walk == nil ? [:] : Walk.shortcuts
      switch reader.readLine(prompt: prompt) {
      case .line(let line):
        take(line)
        if let signal = watch.pending, signal != SIGINT {
          _ = leave()
          return 128 + signal
        }
        if session.isLeaving { return leave() }
      case .interrupted: continue
      case .paste(let text): takePaste(text)
      case .end:
        out.write("\n")
        return leave()
      case .signal(let number):
        _ = leave()
        return 128 + number
      }
    }
  }

  private func take(_ line: String) {
    var text = line
    if line.allSatisfy(\.isWhitespace) {
      if session.walk != nil {
        text = Walk.Step.skip.rawValue
      } else if lastLine == "next" {
        text = "next"
      } else {
        return
      }
    }
    defer { watch.forget() }
    do throws(Diagnostic) {
      let output = try watch.during(forgetting: true) { () throws(Diagnostic) in
        try Interpreter.run(text, on: &session, in: world)
      }
      show(output.text)
      lastLine = text.split(separator: " ").first.map(String.init) ?? ""
    } catch {
      out.write(paint.diagnostic(error.rendered()))
    }
  }

  /// An answer, through a pager where it is taller than the screen.
  private func show(_ text: String) {
    let painted = paint.answer(text)
    let named = session.settings.origin(of: "pager") == "default" ? nil : session.settings["pager"]
    if let size = Environment.terminalSize(1), !isPlain,
      Pager.rows(of: text, columns: size.columns, width: { DisplayWidth.cells(of: $0) })
        >= size.rows,
      let pager = Pager.command(named)
    {
      out.flush()
      if named == nil { Pager.secure() }
      if Pager.show(painted, with: pager) { return }
    }
    out.write(painted)
  }

  /// A paste of several lines is never run: it waits as a block with a name.
  private func takePaste(_ text: String) {
    pasteCount += 1
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).count
    session.pastes["paste\(pasteCount)"] = text
    out.write(
      "\(Layout.count(lines, "line")) pasted and not run: load paste\(pasteCount) · write\n")
  }

  private func greet() {
    if let problem = session.readOnly { out.write("read-only: \(problem.sentence)\n") }
    if session.document.first != nil {
      out.write(StatusText.opening(session, page).map { $0 + "\n" }.joined())
      let next = StatusText.next(session)
      if !next.isEmpty { out.write("Next: \(next.joined(separator: " · "))\n") }
    } else {
      out.write(Welcome.text(session, coder: launch.coder))
    }
  }

  /// `talks> `, `talks:paris> `, `talks:paris:15> `
  private var prompt: String {
    let file = session.isProvisional ? nil : session.file
    var text = file.map { NotebookName.short($0.shown) } ?? "verbatim"
    if let article = session.current {
      let name = session.book.articles[article].name
      text += ":\(name)"
      if session.walk != nil {
        text += " walk"
      } else if let place = session.readTo[name] {
        text += ":\(place)"
      }
    }
    return VisibleText.showing(text) + "> "
  }

  private func leave() -> Int32 {
    defer { out.flush() }
    var world = world
    // The save is not stopped by the signal that made it necessary.
    world.attention = .none
    do throws(Diagnostic) {
      let before = session.savedDigest
      for line in try session.saveChanges(in: world) { out.write(line + "\n") }
      session.writePlace(in: world)
      if session.isProvisional {
        if session.document.first != nil { out.write("kept without a name: open last\n") }
      } else if let file = session.file, session.savedDigest != before {
        out.write("saved \(file.shown)\n")
      }
      return ExitCode.ok.rawValue
    } catch {
      out.write(error.rendered())
      return error.message.exit.rawValue
    }
  }

  private var historyPath: String? {
    launch.stateFolder.map { Paths.join($0, "history") }
  }
}

extension InteractiveLoop: Completer {
  func complete(_ line: String, at byteOffset: Int) -> Completion {
    let asked = session.walk == nil ? line : Walk.line(line)
    let more = asked.utf8.count - line.utf8.count
    var found = SessionCompletion.complete(asked, at: byteOffset + more, in: session, world)
    found.replacing =
      max(0, found.replacing.lowerBound - more)..<max(0, found.replacing.upperBound - more)
    return found
  }
}

extension InteractiveLoop: Hinter {
  func hint(for line: String) -> Hint? { GrammarHint.hint(for: line, session.commands) }
}

/// The name of a notebook without folder and ending.
enum NotebookName {
  static func short(_ path: String) -> String {
    let name = Paths.name(path)
    return name.hasSuffix(".md") ? String(name.dropLast(3)) : name
  }
}

/// What a first start says.
enum Welcome {
  static func text(_ session: Session, coder: String) -> String {
    let file = session.isProvisional ? nil : session.file
    let name =
      file.map { "new notebook \($0.shown), every command is saved" }
      ?? "no name yet: save NAME.md gives it one"
    return """
      verbatim \(Version.text)   \(VisibleText.showing(name)), coder \(coder)
        load FILE  bring in an article       next     read it paragraph by paragraph
        attribute  say who holds what        compare  set the parties side by side
        status     where you stand           help     the rest; Tab completes anywhere

      """
  }
}

/// The version of the program.
enum Version {
  static let text = "0.1"
}
