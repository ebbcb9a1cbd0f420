internal import Glibc
@testable internal import LineEditing

/// Bytes typed at the whole editor, at a window whose columns and rows are the first two bytes.
struct TerminalTarget: FuzzTarget {
  private let master: Int32
  private let slave: Int32

  init() {
    var ends: (Int32, Int32) = (-1, -1)
    hold(openpty(&ends.0, &ends.1, nil, nil, nil) == 0, "no pseudo-terminal")
    (master, slave) = ends
    // Ctrl-Z would stop the run.
    signal(SIGTSTP, SIG_IGN)
    drain()
  }

  func run(_ bytes: [UInt8]) {
    guard bytes.count > 2 else { return }
    var size = winsize(
      ws_row: UInt16(bytes[1]), ws_col: UInt16(bytes[0]), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
    let signals = pipe(with: bytes.count % 2 == 0 ? [UInt8(SIGWINCH)] : [])
    defer { for end in signals { close(end) } }
    var history = LineEditing.History()
    for line in ["первая", "second 中文 line", String(repeating: "long ", count: 60)] {
      history.add(line)
    }
    let reader = TerminalReader(
      input: slave, output: slave, type: "xterm-256color", history: history,
      completer: Words(), hinter: Ending(), signals: SignalWatch(reading: signals[0]))
    // Whatever is open ends, and then the session.
    type(bytes.dropFirst(2).prefix(1_024) + "\u{1b}[201~\u{7}\u{3}\u{4}\u{4}".utf8)
    while let event = reader?.readLine(prompt: "> "), event != .end {
      if case .signal = event { break }
    }
    tcflush(slave, TCIFLUSH)
  }

  /// A terminal between two lines would end lines itself, and swallow some bytes.
  private func type(_ bytes: ArraySlice<UInt8>) {
    var mode = termios()
    tcgetattr(slave, &mode)
    cfmakeraw(&mode)
    tcsetattr(slave, TCSANOW, &mode)
    var rest = bytes
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
      rest = rest.dropFirst(max(0, count))
    }
  }

  private func pipe(with bytes: [UInt8]) -> [Int32] {
    var ends: [Int32] = [-1, -1]
    hold(Glibc.pipe(&ends) == 0, "no pipe")
    _ = write(ends[1], bytes, bytes.count)
    return ends
  }

  /// Reads what is written to the terminal and forgets it.
  private func drain() {
    var thread = pthread_t()
    let master = UnsafeMutableRawPointer(bitPattern: Int(self.master))
    pthread_create(
      &thread, nil,
      { master in
        var bytes = [UInt8](repeating: 0, count: 65_536)
        while read(Int32(Int(bitPattern: master)), &bytes, bytes.count) > 0 {}
        return nil
      }, master)
  }
}

/// Offers the same words everywhere.
private final class Words: Completer {
  func complete(_ line: String, at byteOffset: Int) -> Completion {
    let words = ["wordy", "words", "中文字", "wörld"].map { Candidate(text: $0, gloss: "gloss") }
    return Completion(replacing: max(0, byteOffset - 2)..<byteOffset, candidates: words)
  }
}

/// Knows how some lines go on.
private final class Ending: Hinter {
  func hint(for line: String) -> Hint? {
    ["a": "bc", "": "中"][line].map { Hint(shown: $0, taken: $0) }
  }
}
