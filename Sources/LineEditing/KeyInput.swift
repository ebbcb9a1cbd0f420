internal import Glibc

/// The keys of a terminal, with the signals that come in between.
final class KeyInput {
  enum Arrival: Equatable {
    case key(Key)
    case signal(Int32)
    /// The terminal is gone.
    case closed
  }

  private let descriptor: Int32
  private let signals: SignalWatch?
  private var decoder = KeyDecoder()
  private var bytes: ArraySlice<UInt8> = []
  private var keys: [Key] = []

  /// A paste is read in large pieces. All else is read byte by byte, so that what was typed ahead
  /// stays in the terminal for whoever reads next.
  private static let chunk = 1 << 16

  init(descriptor: Int32, signals: SignalWatch?) {
    self.descriptor = descriptor
    self.signals = signals
  }

  /// The next key or signal.
  func next() -> Arrival {
    while true {
      if !keys.isEmpty { return .key(keys.removeFirst()) }
      if let byte = bytes.popFirst() {
        decoder.feed(byte, to: &keys)
      } else if let number = signals?.next() {
        return .signal(number)
      } else if !fill() {
        return .closed
      }
    }
  }

  /// Waits and reads. False when there will be no more.
  private func fill() -> Bool {
    let waited = [descriptor] + (signals.map { [$0.descriptor] } ?? [])
    let ready = Ready.wait(for: waited, milliseconds: decoder.patience ?? -1)
    guard ready.contains(true) else {
      if decoder.patience != nil { decoder.expire(to: &keys) }
      return true
    }
    guard ready[0] else { return true }
    var read = [UInt8](repeating: 0, count: decoder.isPasting ? Self.chunk : 1)
    let count = unsafe Glibc.read(descriptor, &read, read.count)
    if count < 0 { return errno == EINTR || errno == EAGAIN }
    bytes = read.prefix(count)
    return count > 0
  }
}
