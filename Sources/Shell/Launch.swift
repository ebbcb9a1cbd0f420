internal import Attribution
internal import Casebook
internal import CommandKit
internal import Commands
internal import Diagnostics
internal import SourceText
internal import Storage

/// What the process was started with, as sessions need it.
struct Launch {
  /// Options that every verb takes.
  struct Settings {
    var coder: String?
    var allowed: [String] = []
    var isPlain = false
    var usesConfig = true
    var colour = ColourChoice.auto
  }

  /// The options; what they leave open is as the config file has it.
  let settings: Settings
  let config: Config
  /// The tables, with the files of `verbatim/tables` beside the config file.
  let vocabulary: Vocabulary
  /// What the screen looks like at the beginning.
  let display: CommandKit.Settings
  let files = FileStore()
  let folder: String

  init(_ settings: Settings) {
    let path = settings.usesConfig ? Launch.configPath() : nil
    config = if let path { Config(path: path, FileStore()) } else { Config() }
    display = Launch.display(settings, config)
    self.settings = settings
    vocabulary = path.map { AddedTables.beside(config: $0) } ?? .own
    folder = Environment.currentFolder ?? "/"
  }

  /// What the screen looks like: as the config file says, the environment over it, options over that.
  private static func display(_ settings: Settings, _ config: Config) -> CommandKit.Settings {
    var display = CommandKit.Settings()
    for known in CommandKit.Settings.known {
      if let value = config.values[known.name] {
        display.set(known.name, to: value, by: "config file")
      }
    }
    // no-color.org: any value but the empty one.
    if display["color"] == "auto", !(Environment.variable("NO_COLOR") ?? "").isEmpty {
      display.set("color", to: "never", by: "NO_COLOR")
    }
    if let pager = Environment.variable("PAGER") { display.set("pager", to: pager, by: "PAGER") }
    if settings.colour != .auto {
      display.set("color", to: settings.colour.rawValue, by: "--color")
    }
    if settings.isPlain { display.set("plain", to: "on", by: "--plain") }
    return display
  }

  /// The world for lines that are typed (`mayShorten`) or come from a pipe or a script.
  func world(page: Page, mayShorten: Bool, watch: CommandWatch? = nil) -> World {
    var world = World(
      files: files, clock: Launch.clock, coder: coder, folder: folder, page: page,
      allowed: settings.allowed, mayShorten: mayShorten, attention: watch?.attention ?? .none,
      standardInput: { [files] in
        watch?.readStandardInput(Launch.longestInput)
          ?? (try? files.readStandardInput(limit: Launch.longestInput)) ?? []
      })
    world.vocabulary = vocabulary
    return world
  }

  /// The most that is read from standard input, in bytes.
  private static let longestInput = 256 << 20

  /// Colours for what goes to a descriptor. Without a choice: at a terminal that has them, and not
  /// where words are wanted instead of symbols.
  func paint(_ descriptor: Int32, _ display: CommandKit.Settings) -> Paint {
    switch ColourChoice(rawValue: display["color"]) ?? .auto {
    case .always: return Paint(isOn: true)
    case .never: return Paint(isOn: false)
    case .auto:
      let isDumb = ["", "dumb"].contains(Environment.variable("TERM") ?? "")
      return Paint(isOn: Environment.isTerminal(descriptor) && !isDumb && !display.isPlain)
    }
  }

  /// A watch over commands that shows how far they are on a descriptor, where that is a terminal.
  func watch(_ descriptor: Int32) -> CommandWatch {
    CommandWatch(
      terminal: Environment.isTerminal(descriptor) ? descriptor : nil,
      isPlain: display.isPlain || ["", "dumb"].contains(Environment.variable("TERM") ?? ""))
  }

  /// A page for what goes to standard output.
  var page: Page {
    let width = Environment.isTerminal(1) ? Environment.terminalWidth(1) : nil
    return Page(width: width ?? 80, isPlain: display.isPlain)
  }

  /// The moment now, or the one that `VERBATIM_NOW` fixes.
  static let clock: @Sendable () -> Instant = {
    if let fixed = Environment.variable("VERBATIM_NOW"), let instant = Instant(Array(fixed.utf8)) {
      return instant
    }
    return Instant(seconds: Environment.now())
  }

  /// Who is coding: `--coder`, else `VERBATIM_CODER`, else the config file, else the login name.
  var coder: String {
    let named = settings.coder ?? Environment.variable("VERBATIM_CODER") ?? config.values["coder"]
    let name = named ?? Environment.loginName ?? "analyst"
    return VisibleText.showing(name.isEmpty ? "analyst" : name)
  }

  private static func configPath() -> String? {
    let home = Environment.variable("HOME").map { Paths.join($0, ".config") }
    return (Environment.variable("XDG_CONFIG_HOME") ?? home).map {
      Paths.join($0, "verbatim/config")
    }
  }

  /// The folder for what is kept between sessions: `$XDG_STATE_HOME/verbatim`; nil where it cannot be
  /// made.
  var stateFolder: String? {
    let home = Environment.variable("HOME").map { Paths.join($0, ".local/state") }
    guard let base = Environment.variable("XDG_STATE_HOME") ?? home else { return nil }
    let folder = Paths.join(base, "verbatim")
    return (try? files.makeFolder(folder)) == nil ? nil : folder
  }

  /// A session without a name at a terminal: it has a notebook and a journal all the same, which
  /// `open last` brings back in the next one.
  func provisional(_ world: World) throws(Diagnostic) -> Session {
    guard let folder = stateFolder else {
      return try session(nil, journaling: .syncedEach, world)
    }
    let (current, last) = Session.provisionalPaths(in: folder)
    for (from, to) in [(current, last), (Journal.path(of: current), Journal.path(of: last))]
    where files.exists(from) {
      try? files.files.rename(from, to: to)
    }
    var session = try Session.open(
      current, shown: "no name yet", commands: AllCommands.list, in: world,
      journaling: .syncedEach)
    session.defaultJournaling = .syncedEach
    session.settings = display
    session.isProvisional = true
    return session
  }

  /// Opens a notebook, or an empty session without a name.
  func session(_ notebook: String?, journaling: Session.JournalUse, _ world: World)
    throws(Diagnostic) -> Session
  {
    guard let notebook else {
      var session = Session(commands: AllCommands.list)
      session.vocabulary = world.vocabulary
      session.defaultJournaling = journaling
      session.settings = display
      return session
    }
    var session = try Session.open(
      Paths.absolute(notebook, in: folder), shown: notebook, commands: AllCommands.list, in: world,
      journaling: journaling)
    session.defaultJournaling = journaling
    session.settings = display
    session.readPlace(in: world)
    return session
  }
}
