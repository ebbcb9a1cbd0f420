import CPseudoTerminal
import Glibc

/// A program at a pseudo-terminal that a test types into and looks at.
public final class ProgramTerminal {
  /// What a person would see.
  public private(set) var screen: Screen
  /// Everything that was ever written.
  public private(set) var transcript: [UInt8] = []
  private var master: Int32
  private var child: pid_t = 0
  private var status: Int32?

  /// Starts a program, in a session of its own whose terminal it is.
  ///
  /// - Parameters:
  ///   - words: the program's path and its words.
  ///   - folder: where it runs.
  ///   - environment: all of its environment, as `NAME=VALUE`.
  public init(
    _ words: [String], in folder: String, environment: [String], columns: Int32 = 80,
    rows: Int32 = 24
  ) {
    var ends: (Int32, Int32) = (-1, -1)
    precondition(cpt_open(&ends.0, &ends.1, columns, rows) == 0, "no pseudo-terminal")
    master = ends.0
    screen = Screen(columns: Int(columns), rows: Int(rows))
    child = cpt_spawn(ends.1, folder, words, environment)
    close(ends.1)
    precondition(child > 0, "\(words[0]) cannot be started")
    _ = fcntl(master, F_SETFL, O_NONBLOCK)
  }

  deinit {
    hangUp()
    if status == nil { kill(child, SIGKILL) }
    _ = waitForEnd()
  }

  /// Types, as soon as the terminal takes it.
  public func type(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty, master >= 0 {
      let count = rest.prefix(512).withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
      rest = rest.dropFirst(max(0, count))
      if count <= 0, !pump(milliseconds: 10), hasEnded { return }
    }
  }

  /// Types a text.
  public func type(_ text: String) { type(Array(text.utf8)) }

  /// Waits until the screen is as wanted; false where it never was.
  public func wait(seconds: Int = 20, until wanted: (Screen) -> Bool) -> Bool {
    let start = ContinuousClock.now
    while ContinuousClock.now - start < .seconds(seconds) {
      while pump(milliseconds: 0) {}
      if wanted(screen) { return true }
      if !pump(milliseconds: 20), master < 0 { return false }
    }
    return false
  }

  /// Waits until the program waits for a line.
  public func waitForPrompt() -> Bool { wait { $0.bracketsPaste } }

  /// Types a line, waits until it was taken, and for the next prompt.
  public func enter(_ line: String) -> Bool {
    guard waitForPrompt() else { return false }
    let count = screen.promptCount
    type(line + "\r")
    return wait { $0.promptCount > count }
  }

  /// Changes the size of the window, which the program is told.
  public func resize(columns: Int32, rows: Int32) {
    cpt_resize(master, columns, rows)
    screen = Screen(columns: Int(columns), rows: Int(rows))
  }

  /// Sends the program a signal.
  public func send(_ signal: Int32) { kill(child, signal) }

  /// Closes the terminal.
  public func hangUp() {
    if master >= 0 { close(master) }
    master = -1
  }

  /// Waits for the end; the exit code, or 128 and the signal. Nil where it never ends.
  public func end(seconds: Int = 20) -> Int32? {
    let start = ContinuousClock.now
    while ContinuousClock.now - start < .seconds(seconds) {
      while pump(milliseconds: 0) {}
      if hasEnded { return waitForEnd() }
      usleep(20_000)
    }
    return nil
  }

  private var hasEnded: Bool {
    if status != nil { return true }
    var found: Int32 = 0
    guard waitpid(child, &found, WNOHANG) == child else { return false }
    status = found
    return true
  }

  private func waitForEnd() -> Int32 {
    var found = status ?? 0
    if status == nil { waitpid(child, &found, 0) }
    status = found
    return found & 0x7F == 0 ? found >> 8 & 0xFF : 128 + found & 0x7F
  }

  @discardableResult
  private func pump(milliseconds: Int32) -> Bool {
    guard master >= 0 else { return false }
    var polled = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&polled, 1, milliseconds) > 0 else { return false }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = read(master, &bytes, bytes.count)
    guard count > 0 else { return false }
    transcript += bytes.prefix(count)
    screen.write(bytes.prefix(count))
    return true
  }
}

private func cpt_spawn(
  _ slave: Int32, _ folder: String, _ words: [String], _ environment: [String]
) -> pid_t {
  var arguments = words.map { strdup($0) } + [nil]
  var variables = environment.map { strdup($0) } + [nil]
  defer { (arguments + variables).forEach { free($0) } }
  return cpt_start(slave, folder, &arguments, &variables)
}
