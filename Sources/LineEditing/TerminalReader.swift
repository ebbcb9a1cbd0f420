internal import Glibc

/// Reads lines at a terminal, with editing, history, search, completion and hints.
///
/// Keys are those of Emacs, as in most shells: Ctrl-R searches, Tab completes, the right arrow at
/// the end of the line takes the hint, Ctrl-Z suspends. A terminal of type `dumb`, or of none, is
/// only prompted and read.
///
/// A program has one at a time: libedit, and the terminal library below it, keep state in global
/// variables.
public final class TerminalReader: LineReader {
  /// The lines typed before. Every line that is read is added, if it may be kept.
  public var history: History

  /// What keys do on an empty line. Where lines are only prompted and read they do nothing.
  public var shortcuts: [Unicode.Scalar: Shortcut] = [:]
  /// Whether a shortcut has begun the line: further keys are text.
  var isPastShortcut = false

  let terminal: Terminal
  let completer: (any Completer)?
  let hinter: (any Hinter)?
  let showsGhost: () -> Bool
  let lastHint: (() -> String?)?
  private let keys: KeyInput
  private let plain: StreamReader
  private(set) var editor: Editor?

  var prompt = Prompt("")
  /// What libedit is given next: scalars and codes.
  private var queue: [UInt32] = []
  private var prepared: EditedLine?
  private var outcome: LineEvent?
  private var isDrawn = false
  /// A line that was being typed when a paste interrupted it.
  var unfinished: EditedLine?
  /// Which line of the history is shown, and what stood there before.
  var recalled: (index: Int, draft: EditedLine)?
  var search: HistorySearch?
  var listing: Listing?
  var previousKey = Key.unknown
  /// What the right arrow takes of the hint that is shown.
  var ghost: String?

  /// A reader on the descriptors of one terminal, which stay open. None where one of them is not a
  /// terminal.
  ///
  /// - Parameters:
  ///   - type: the terminal's type; without it, what the environment says in `TERM`.
  ///   - ghost: whether hints are shown, dim, after the line, and can be taken.
  ///   - lastHint: the text that Tab types on an empty line.
  ///   - signals: the program's watch. Without one no signal is noticed, but the keys are.
  public init?(
    input: Int32 = 0, output: Int32 = 1, type: String? = nil,
    history: History = History(), completer: (any Completer)? = nil,
    hinter: (any Hinter)? = nil, ghost: @escaping () -> Bool = { true },
    lastHint: (() -> String?)? = nil,
    signals: SignalWatch? = nil
  ) {
    guard isatty(input) == 1, isatty(output) == 1 else { return nil }
    terminal = Terminal(descriptor: output)
    self.history = history
    self.completer = completer
    self.hinter = hinter
    showsGhost = ghost
    self.lastHint = lastHint
    keys = KeyInput(descriptor: input, signals: signals)
    plain = StreamReader(descriptor: input, signals: signals)
    let type = type ?? Self.typeInEnvironment
    if !["", "dumb", "emacs"].contains(type) {
      editor = Editor(input: input, output: output, terminal: type)
    }
    editor?.owner = self
  }

  /// Whether lines are edited, so that keys can be shortcuts.
  public var takesKeys: Bool { editor != nil }

  /// Reads one line. The prompt's colours are left out; other control characters show as
  /// U+FFFD.
  public func readLine(prompt: String) -> LineEvent {
    let event = editor.map { editedLine($0, prompt) } ?? plainLine(prompt)
    // What a single key stands for is not worth recalling.
    if case .line(let text) = event, outcome == nil { history.add(text) }
    return event
  }

  private static var typeInEnvironment: String {
    guard let type = unsafe getenv("TERM") else { return "" }
    return unsafe String(cString: type)
  }

  private func editedLine(_ editor: Editor, _ prompt: String) -> LineEvent {
    begin(editor, prompt)
    // Before anything is shown: what is typed from now on must not be echoed by the terminal.
    editor.setRaw(true)
    terminal.write(Terminal.Sequence.pasteOn)
    let isWhole = editor.edit()
    terminal.write(Terminal.Sequence.pasteOff)
    editor.setRaw(false)
    if let outcome { return outcome }
    guard isWhole else { return .signal(SIGHUP) }
    var line = editor.line
    if line.scalars.last == "\n" { line.scalars.removeLast() }
    return .line(line.text)
  }

  private func begin(_ editor: Editor, _ prompt: String) {
    history.refresh()
    self.prompt = Prompt(prompt)
    // libedit draws once before it asks for a key; by then it has not been told the size.
    editor.setPrompt([])
    isDrawn = false
    queue = []
    outcome = nil
    recalled = nil
    search = nil
    listing = nil
    previousKey = .unknown
    isPastShortcut = false
    if let unfinished { prepare(unfinished) }
    unfinished = nil
  }

  private func plainLine(_ prompt: String) -> LineEvent {
    terminal.write(EditedLine(Prompt(prompt).scalars).text)
    let event = plain.readLine(prompt: prompt)
    guard event == .signal(SIGINT) else { return event }
    terminal.write("\n")
    return .interrupted
  }
}

/// What the handling of keys makes use of.
extension TerminalReader {
  /// The line as it stands.
  var line: EditedLine { editor?.line ?? EditedLine() }

  /// Lets libedit put this line in place of the present one.
  func prepare(_ line: EditedLine) {
    guard line.scalars.count <= Editor.longestLine else {
      return terminal.write(Terminal.Sequence.bell)
    }
    prepared = line
    queue.append(UInt32(EditorCode.apply.rawValue))
  }

  /// Lets libedit do one of its functions.
  func perform(_ code: EditorCode) { queue.append(UInt32(code.rawValue)) }

  /// Lets libedit insert an ASCII letter.
  func type(_ scalar: Unicode.Scalar) { queue.append(scalar.value) }

  /// Ends the reading. The line's end goes through libedit, which leaves the cursor below.
  func finish(_ event: LineEvent) {
    outcome = event
    perform(.toEnd)
    perform(.newline)
  }
}

extension TerminalReader: Editor.Owner {
  private func draw() {
    isDrawn = true
    editor?.fit(columns: terminal.size.columns)
    editor?.setPrompt(prompt.scalars)
    editor?.redraw()
  }

  func preparedLine() -> EditedLine? {
    defer { prepared = nil }
    return prepared
  }

  func nextScalar() -> UInt32 {
    if !isDrawn { draw() }
    while true {
      if !queue.isEmpty { return queue.removeFirst() }
      if let listing {
        self.listing = nil
        show(listing)
      }
      let isShown = showGhost()
      let arrival = keys.next()
      if isShown { terminal.write(Terminal.Sequence.clearRow) }
      switch arrival {
      case .key(let key):
        handle(key)
        previousKey = key
      case .signal(let number): handle(signal: number)
      case .closed: finish(.signal(SIGHUP))
      }
    }
  }
}
