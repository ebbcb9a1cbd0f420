internal import Glibc

/// Reads lines from a pipe or a file: no prompt, no echo. LF and CR LF end a line, and the last
/// line needs no end. A byte order mark at the beginning is left out; bytes that are not UTF-8
/// become U+FFFD.
public final class StreamReader: LineReader {
  private let descriptor: Int32
  private let signals: SignalWatch?
  private var buffer: [UInt8] = []
  /// Where the next line begins, and up to where no line end was found.
  private var start = 0
  private var searched = 0
  private var isFirst = true

  private static let chunk = 1 << 16
  private static let mark: [UInt8] = [0xef, 0xbb, 0xbf]

  /// Reads from a descriptor, which stays open. Signals that ask to leave end the waiting.
  public init(descriptor: Int32, signals: SignalWatch? = nil) {
    self.descriptor = descriptor
    self.signals = signals
  }

  /// The next line; the prompt is not used.
  public func readLine(prompt: String) -> LineEvent {
    while true {
      if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        return .line(take(to: end, next: end + 1))
      }
      searched = buffer.count
      switch fill() {
      case .bytes: continue
      case .signal(let number): return .signal(number)
      case .end:
        guard start < buffer.count else { return .end }
        return .line(take(to: buffer.count, next: buffer.count))
      }
    }
  }

  private enum Arrival {
    case bytes, end
    case signal(Int32)
  }

  private func take(to end: Int, next: Int) -> String {
    var line = buffer[start..<end]
    if line.last == UInt8(ascii: "\r"), next > end { line.removeLast() }
    if isFirst, line.starts(with: Self.mark) { line.removeFirst(Self.mark.count) }
    isFirst = false
    start = next
    searched = next
    return String(decoding: line, as: UTF8.self)
  }

  private func fill() -> Arrival {
    if start > 0 {
      buffer.removeFirst(start)
      searched -= start
      start = 0
    }
    while true {
      if let number = signalToLeave() { return .signal(number) }
      guard isReadable() else { continue }
      let count = readChunk()
      if count > 0 { return .bytes }
      if count == 0 || (errno != EINTR && errno != EAGAIN) { return .end }
    }
  }

  private func readChunk() -> Int {
    let before = buffer.count
    buffer.append(contentsOf: repeatElement(0, count: Self.chunk))
    let count = unsafe buffer.withUnsafeMutableBytes { bytes in
      unsafe read(descriptor, bytes.baseAddress! + before, Self.chunk)
    }
    buffer.removeLast(Self.chunk - max(0, count))
    return count
  }

  private func isReadable() -> Bool {
    let waited = [descriptor] + (signals.map { [$0.descriptor] } ?? [])
    return Ready.wait(for: waited, milliseconds: -1)[0]
  }

  /// WINCH and CONT concern a screen, and there is none.
  private func signalToLeave() -> Int32? {
    while let number = signals?.next() {
      if number != SIGWINCH && number != SIGCONT { return number }
    }
    return nil
  }
}
