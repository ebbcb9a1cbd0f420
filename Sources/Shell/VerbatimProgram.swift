internal import ArgumentParser
internal import CommandKit
internal import Commands
internal import Diagnostics
internal import LineEditing
internal import SourceText
internal import Storage

/// The program's command line. `main` hands it the words; it gives the exit code.
public enum VerbatimProgram {
  /// Runs the program.
  public static func run(_ arguments: [String]) -> Int32 {
    Environment.keepFreedMemory()
    do {
      var command = try RootVerb.parseAsRoot(arguments)
      guard let verb = command as? any Verb else {
        try command.run()
        return 0
      }
      return verb.perform()
    } catch {
      return report(error)
    }
  }

  /// Help and version go to standard output, faults to standard error with the exit code 2.
  private static func report(_ error: any Error) -> Int32 {
    let text = RootVerb.fullMessage(for: error)
    let isFault = RootVerb.exitCode(for: error) != .success
    let stream = OutputStream(descriptor: isFault ? 2 : 1)
    stream.write(text + "\n")
    stream.flush()
    return isFault ? Diagnostics.ExitCode.usage.rawValue : 0
  }
}

/// A verb of the program; it gives the exit code.
protocol Verb {
  func perform() -> Int32
}

/// Options that every verb takes.
struct GlobalOptions: ParsableArguments {
  @Option(help: "Who is coding; else VERBATIM_CODER, the config file, the login name.")
  var coder: String?

  @Option(help: "A folder that records may read besides the notebook's own; may be repeated.")
  var allow: [String] = []

  @Flag(help: "Words instead of symbols, no cursor movement: for screen readers.")
  var plain = false

  @Option(help: "Colours: auto (at a terminal), always or never.")
  var color = ColourChoice.auto

  @Flag(name: .customLong("no-config"), help: "Leave the config file aside.")
  var noConfig = false

  var launch: Launch {
    Launch(
      Launch.Settings(
        coder: coder, allowed: allow, isPlain: plain, usesConfig: !noConfig, colour: color))
  }
}

/// When colours are shown.
enum ColourChoice: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never
}

/// `verbatim`
struct RootVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verbatim",
    abstract: "The analyst's notebook: who holds which position, in which words.",
    version: "verbatim \(Version.text)",
    subcommands: [
      ShellVerb.self, RunVerb.self, ReplayVerb.self, StripVerb.self, ExtractVerb.self,
      StatementsVerb.self,
    ],
    defaultSubcommand: ShellVerb.self)
}

/// `verbatim [NOTEBOOK]`, `verbatim [NOTEBOOK] -c COMMAND …`
struct ShellVerb: ParsableCommand, Verb {
  static let configuration = CommandConfiguration(
    commandName: "shell", abstract: "Open a notebook (the default): a prompt, or lines from a pipe."
  )

  @OptionGroup var options: GlobalOptions

  @Option(name: .short, help: "Run a command and leave; may be repeated.")
  var c: [String] = []

  @Option(name: .customLong("complete"), help: "Print what Tab would offer for a line.")
  var line: String?

  @Flag(name: .customLong("check-tables"), help: "Read all tables that suggestions rest on.")
  var checksTables = false

  @Argument(help: "A notebook; one that does not exist is made by its first change.")
  var notebook: String?

  func perform() -> Int32 {
    let launch = options.launch
    if checksTables { return TableCheck.run(launch.vocabulary) }
    let errors = OutputStream(descriptor: 2)
    let isTyped = Environment.isTerminal(0) && Environment.isTerminal(1)
    let isInteractive = c.isEmpty && line == nil && isTyped
    let watch = launch.watch(isInteractive ? 1 : 2)
    let world = launch.world(page: launch.page, mayShorten: isInteractive, watch: watch)
    do throws(Diagnostic) {
      let session =
        isInteractive && notebook == nil
        ? try launch.provisional(world)
        : try launch.session(notebook, journaling: isInteractive ? .syncedEach : .grouped, world)
      watch.end()
      if let line { return Completing.run(line, session, launch) }
      if isInteractive { return InteractiveLoop(session, launch, watch).run() }
      return run(session, world, watch, errors)
    } catch {
      watch.end()
      if let signal = watch.pending { return 128 + signal }
      errors.write(error.rendered())
      errors.flush()
      return error.message.exit.rawValue
    }
  }

  private func run(
    _ session: Session, _ world: World, _ watch: CommandWatch, _ errors: OutputStream
  ) -> Int32 {
    var session = session
    let loop = LineLoop(
      out: OutputStream(descriptor: 1), errors: errors, keepsGoing: false, flushesEach: true,
      watch: watch, paint: options.launch.paint)
    for words in session.recovery { errors.write("note: \(VisibleText.showing(words))\n") }
    errors.write(session.problems.rendered())
    errors.flush()
    if !c.isEmpty {
      var lines = c[...]
      return loop.run(on: &session, in: world) { lines.popFirst().map { ($0, "", 0) } }
    }
    let reader = StreamReader(descriptor: 0, signals: watch.signals)
    var number = 0
    return loop.run(on: &session, in: world) {
      switch reader.readLine(prompt: "") {
      case .line(let text):
        number += 1
        return (text, "", number)
      case .signal(let signal): watch.note(signal)
      case .interrupted, .paste, .end: break
      }
      return nil
    }
  }
}

/// `verbatim --complete "LINE"`
enum Completing {
  static func run(_ line: String, _ session: Session, _ launch: Launch) -> Int32 {
    let world = launch.world(page: launch.page, mayShorten: true)
    let completion = SessionCompletion.complete(line, at: line.utf8.count, in: session, world)
    let out = OutputStream(descriptor: 1)
    for candidate in completion.candidates {
      let text = VisibleText.showing(candidate.text)
      out.write((candidate.gloss.isEmpty ? text : "\(text)\t\(candidate.gloss)") + "\n")
    }
    out.flush()
    return 0
  }
}

/// `verbatim run [--on NOTEBOOK] SCRIPT …`
struct RunVerb: ParsableCommand, Verb {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Run scripts: one command a line, # begins a comment.")

  @OptionGroup var options: GlobalOptions

  @Option(help: "The notebook to run them on.")
  var on: String?

  @Flag(name: .customLong("keep-going"), help: "Go on after a command that fails.")
  var keepGoing = false

  @Argument(help: "Scripts.")
  var scripts: [String]

  func perform() -> Int32 {
    let launch = options.launch
    let errors = OutputStream(descriptor: 2)
    let watch = launch.watch(2)
    let world = launch.world(page: launch.page, mayShorten: false, watch: watch)
    do throws(Diagnostic) {
      var session = try launch.session(on, journaling: .grouped, world)
      var texts: [TextLines] = []
      for script in scripts { texts.append(try read(script, launch)) }
      let loop = LineLoop(
        out: OutputStream(descriptor: 1), errors: errors, keepsGoing: keepGoing, flushesEach: false,
        watch: watch, paint: launch.paint)
      var current = 0
      return loop.run(on: &session, in: world) {
        while current < texts.count {
          if let line = texts[current].next() { return line }
          current += 1
        }
        return nil
      }
    } catch {
      watch.end()
      if let signal = watch.pending { return 128 + signal }
      errors.write(error.rendered())
      errors.flush()
      return error.message.exit.rawValue
    }
  }

  private func read(_ script: String, _ launch: Launch) throws(Diagnostic) -> TextLines {
    do throws(FileError) {
      let bytes = try launch.files.read(Paths.absolute(script, in: launch.folder))
      return TextLines(String(decoding: bytes, as: UTF8.self), file: script)
    } catch {
      throw Diagnostic(.cannotRead(script, error.reason))
    }
  }
}

/// `verbatim replay NOTEBOOK … [--check | --update]`
struct ReplayVerb: ParsableCommand, Verb {
  static let configuration = CommandConfiguration(
    commandName: "replay", abstract: "Run all records of a notebook in a fresh session.")

  @OptionGroup var options: GlobalOptions

  @Flag(help: "Compare with the stored outputs; exit 1 where they differ.")
  var check = false

  @Flag(help: "Rewrite the stored outputs, and nothing else.")
  var update = false

  @Argument(help: "Notebooks.")
  var notebooks: [String]

  func validate() throws {
    if check && update { throw ValidationError("--check and --update exclude each other") }
  }

  func perform() -> Int32 {
    let out = OutputStream(descriptor: 1)
    let errors = OutputStream(descriptor: 2)
    let replay = Replay(options.launch, out, errors)
    var worst = Diagnostics.ExitCode.ok
    for notebook in notebooks {
      worst = max(worst, replay.run(notebook, check ? .check : update ? .update : .show))
      out.flush()
      errors.flush()
    }
    return worst.rawValue
  }
}

/// `verbatim strip NOTEBOOK [--journal]`
struct StripVerb: ParsableCommand, Verb {
  static let configuration = CommandConfiguration(
    commandName: "strip", abstract: "Drop the outputs of a notebook; they can be made again.")

  @OptionGroup var options: GlobalOptions

  @Flag(help: "Drop the history too, and kept texts that nothing in the folder names any more.")
  var journal = false

  @Argument(help: "A notebook.")
  var notebook: String

  func perform() -> Int32 {
    let errors = OutputStream(descriptor: 2)
    defer { errors.flush() }
    do throws(Diagnostic) {
      let out = OutputStream(descriptor: 1)
      if let said = try Strip(options.launch).run(notebook, journal: journal) {
        out.write(said + "\n")
        out.flush()
      }
      return 0
    } catch {
      errors.write(error.rendered())
      return error.message.exit.rawValue
    }
  }
}

/// `verbatim extract [--jsonl] [FILE …]`
struct ExtractVerb: ParsableCommand, Verb {
  static let configuration = CommandConfiguration(
    commandName: "extract", abstract: "Print the text and the metadata of articles.")

  @OptionGroup var options: GlobalOptions

  @Flag(help: "One JSON object a line; without files the paths come on standard input.")
  var jsonl = false

  @Argument(help: "Files; - is standard input.")
  var files: [String] = []

  func perform() -> Int32 {
    let errors = OutputStream(descriptor: 2)
    let extract = Extract(options.launch, OutputStream(descriptor: 1), errors)
    defer { errors.flush() }
    if jsonl, files.isEmpty {
      let reader = StreamReader(descriptor: 0)
      while case .line(let path) = reader.readLine(prompt: "") {
        // A file that fails has its error in its object: the stream goes on.
        _ = extract.run([path], asJSON: true)
      }
      return 0
    }
    return extract.run(files.isEmpty ? ["-"] : files, asJSON: jsonl).rawValue
  }
}
