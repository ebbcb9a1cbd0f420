internal import CEditLine
internal import Glibc

/// Turns signals into something that can be waited for together with input. One watch lasts as
/// long as the program; a process can have only one at a time.
public final class SignalWatch: Sendable {
  /// INT, TERM, HUP, and those that concern the screen: WINCH and CONT.
  public static let usual: [Int32] = [SIGINT, SIGTERM, SIGHUP, SIGWINCH, SIGCONT]

  /// Becomes readable when a signal has come.
  public let descriptor: Int32
  private let isInstalled: Bool

  /// Watches the signals from now on. None when the process has a watch already.
  public init?(_ signals: [Int32] = SignalWatch.usual) {
    descriptor = unsafe cel_signals_open(signals, Int32(signals.count))
    isInstalled = true
    if descriptor < 0 { return nil }
  }

  /// Takes the bytes of a descriptor for signals.
  init(reading descriptor: Int32) {
    self.descriptor = descriptor
    isInstalled = false
  }

  /// Waits until a descriptor can be read or has ended. False where a signal came before: it is
  /// still to be taken with `next`.
  public func waits(forInputOn descriptor: Int32) -> Bool {
    while true {
      let ready = Ready.wait(for: [descriptor, self.descriptor], milliseconds: -1)
      if ready[1] { return false }
      if ready[0] { return true }
    }
  }

  deinit {
    if isInstalled && descriptor >= 0 { cel_signals_close() }
  }

  /// The next signal that has come, if any. Does not wait.
  public func next() -> Int32? {
    var number: UInt8 = 0
    guard Ready.wait(for: [descriptor], milliseconds: 0).first == true,
      unsafe read(descriptor, &number, 1) == 1
    else { return nil }
    return Int32(number)
  }
}

/// Waiting for descriptors.
enum Ready {
  /// Which of the descriptors can be read, or have ended; none when the time is over (−1: never)
  /// or a signal came.
  static func wait(for descriptors: [Int32], milliseconds: Int32) -> [Bool] {
    var polled = descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    guard unsafe poll(&polled, nfds_t(polled.count), milliseconds) > 0 else {
      return descriptors.map { _ in false }
    }
    return polled.map { $0.revents != 0 }
  }
}
