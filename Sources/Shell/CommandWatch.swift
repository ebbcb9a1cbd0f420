internal import CommandKit
internal import Diagnostics
internal import Glibc
internal import LineEditing
internal import Storage
internal import Synchronization

/// Watches, while commands run, for signals and for the time they take: Ctrl-C stops the command,
/// TERM and HUP the program after it, and what takes longer than half a second says how far it is.
final class CommandWatch: Sendable {
  /// The program's signals; none where they could not be watched.
  let signals: SignalWatch?
  /// The terminal that progress is shown on; none where it would stand among output.
  private let terminal: Int32?
  /// Whether the row that progress stands on must not be moved about in.
  private let isPlain: Bool
  private let state: Mutex<State>

  private struct State {
    var signal: Int32?
    var began = Environment.monotonicSeconds
    /// When the system was asked for signals last.
    var asked = -1.0
    /// When progress was shown last; nil where it was not.
    var shown: Double?
  }

  /// Progress begins to be shown after so many seconds, and changes as often.
  private static let patience = 0.5
  private static let step = 0.1
  private static let tick = 0.001

  init(terminal: Int32?, isPlain: Bool) {
    signals = SignalWatch()
    self.terminal = terminal
    self.isPlain = isPlain
    state = Mutex(State())
  }

  /// What commands ask and tell.
  var attention: Attention {
    Attention(
      isInterrupted: { [self] in lately != nil },
      progress: { [self] doing, done, all in show(doing, done, all) })
  }

  /// Runs a command. `forgetting` where a Ctrl-C that came before was not meant for it.
  func during<Value>(
    forgetting: Bool = false, _ command: () throws(Diagnostic) -> Value
  ) throws(Diagnostic) -> Value {
    if forgetting { forget() }
    state.withLock { $0.began = Environment.monotonicSeconds }
    defer { end() }
    return try command()
  }

  /// Forgets a Ctrl-C, but no signal that asks to leave.
  func forget() {
    _ = pending
    state.withLock { if $0.signal == SIGINT { $0.signal = nil } }
  }

  /// What was under way has ended, and its progress goes from the screen.
  func end() {
    let wasShown = state.withLock { state in
      defer { state.shown = nil }
      return state.shown != nil
    }
    if wasShown, !isPlain { write("\r\u{1B}[K") }
  }

  /// The signal that has come and was not answered yet: INT, TERM or HUP.
  var pending: Int32? { state.withLock { ask(&$0) } }

  /// The same, asked at most a thousand times a second: the lines of a script ask for each of them,
  /// and asking the system costs as much as some lines do.
  var lately: Int32? {
    state.withLock { state in
      let now = Environment.monotonicSeconds
      return now - state.asked < Self.tick ? state.signal : ask(&state)
    }
  }

  private func ask(_ state: inout State) -> Int32? {
    state.asked = Environment.monotonicSeconds
    while let number = signals?.next() {
      // What asks to leave outweighs what only stops a command.
      if number == SIGTERM || number == SIGHUP || (number == SIGINT && state.signal == nil) {
        state.signal = number
      }
    }
    return state.signal
  }

  /// Takes down the signal that has come.
  func note(_ signal: Int32) { state.withLock { $0.signal = signal } }

  private func show(_ doing: String, _ done: Int, _ all: Int) {
    guard terminal != nil else { return }
    let isDue = state.withLock { state in
      let now = Environment.monotonicSeconds
      guard now - state.began >= Self.patience else { return false }
      if let shown = state.shown, isPlain || now - shown < Self.step { return false }
      state.shown = now
      return true
    }
    guard isDue else { return }
    write(
      isPlain ? "\(doing), please wait\n" : "\r\u{1B}[K\(doing) \(done) of \(all), Ctrl-C stops")
  }

  private func write(_ text: String) {
    guard let terminal else { return }
    let out = OutputStream(descriptor: terminal)
    out.write(text)
    out.flush()
  }

  /// Everything from standard input up to its end, or to a signal.
  func readStandardInput(_ limit: Int) -> [UInt8] {
    let files = SystemFiles()
    var bytes: [UInt8] = []
    while bytes.count < limit, signals?.waits(forInputOn: 0) ?? true {
      let start = bytes.count
      bytes += [UInt8](repeating: 0, count: OutputStream.limit)
      let count = (try? files.read(.standardInput, into: &bytes, from: start, at: nil)) ?? 0
      bytes.removeLast(bytes.count - start - count)
      if count == 0 { break }
    }
    return bytes
  }
}
