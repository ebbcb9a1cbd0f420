public import Diagnostics

/// How long work stays in touch with whoever waits for it: it says how far it is, and hears that it
/// is to stop. Neither changes any result: work that is stopped is taken back whole.
public struct Attention: Sendable {
  /// Whether the work is to stop: Ctrl-C, or a signal to leave. It may be asked often.
  public var isInterrupted: @Sendable () -> Bool
  /// Takes what is being done, how much of it is done, and how much there is.
  public var progress: @Sendable (_ doing: String, _ done: Int, _ all: Int) -> Void

  /// Somebody who waits.
  public init(
    isInterrupted: @escaping @Sendable () -> Bool,
    progress: @escaping @Sendable (_ doing: String, _ done: Int, _ all: Int) -> Void
  ) {
    self.isInterrupted = isInterrupted
    self.progress = progress
  }

  /// Nobody waits.
  public static let none = Attention(isInterrupted: { false }, progress: { _, _, _ in })

  /// Says how far the work is.
  ///
  /// - Throws: where it is to stop.
  public func step(_ doing: String, _ done: Int, of all: Int) throws(Diagnostic) {
    try check()
    progress(doing, done, all)
  }

  /// Asks whether the work is to go on: before a command writes what no undo takes back.
  ///
  /// - Throws: where it is to stop.
  public func check() throws(Diagnostic) {
    if isInterrupted() { throw Diagnostic(.cancelled) }
  }
}
