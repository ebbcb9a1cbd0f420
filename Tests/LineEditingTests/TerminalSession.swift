import CPseudoTerminal
import Glibc
import Synchronization
import TerminalKit
import Testing

@testable import LineEditing

/// A reader on a thread of its own, at a pseudo-terminal that the test types into and looks at.
final class TerminalSession: @unchecked Sendable {
  typealias Setup = @Sendable (_ terminal: Int32, _ signals: SignalWatch) -> TerminalReader?

  private let events = EventQueue()
  private let isOver = Atomic(false)
  private var master: Int32 = -1
  let slave: Int32
  /// Whether the terminal cannot be edited on, so that nothing but a prompt says it is ready.
  var isPlain = false
  private var thread = pthread_t()
  private var signalPipe: [Int32] = [-1, -1]
  var screen: Screen

  /// Longer than anything takes: only a test that fails waits so long.
  private static let patience = 1_000

  init(columns: Int32 = 40, rows: Int32 = 8, prompt: String = "> ", _ setup: @escaping Setup) {
    var ends: (Int32, Int32) = (-1, -1)
    #expect(unsafe cpt_open(&ends.0, &ends.1, columns, rows) == 0)
    (master, slave) = ends
    _ = fcntl(master, F_SETFL, O_NONBLOCK)
    screen = Screen(columns: Int(columns), rows: Int(rows))
    #expect(unsafe pipe(&signalPipe) == 0)
    let signals = signalPipe[0]
    start { [self] in
      let reader = setup(slave, SignalWatch(reading: signals))
      while let event = reader?.readLine(prompt: prompt) {
        events.append(event)
        if case .signal = event { break }
        if event == .end { break }
      }
      isOver.store(true, ordering: .releasing)
    }
  }

  /// Types, as bytes, as soon as the prompt is there.
  func type(_ bytes: [UInt8]) {
    wait { $0.bracketsPaste || (isPlain && $0.rows != []) || isFinished }
    var rest = bytes[...]
    while !rest.isEmpty, !isOver.load(ordering: .acquiring) {
      let count = unsafe rest.prefix(256).withUnsafeBytes { bytes in
        unsafe write(master, bytes.baseAddress, bytes.count)
      }
      rest = rest.dropFirst(max(0, count))
      pump(milliseconds: count > 0 ? 0 : 1)
    }
  }

  func type(_ text: String) { type(Array(text.utf8)) }

  func raise(_ signal: Int32) {
    var byte = UInt8(signal)
    #expect(unsafe write(signalPipe[1], &byte, 1) == 1)
  }

  func resize(columns: Int32, rows: Int32) { cpt_resize(master, columns, rows) }

  /// The next event, when it has come.
  func event(sourceLocation: SourceLocation = #_sourceLocation) -> LineEvent? {
    var found: LineEvent?
    wait(sourceLocation: sourceLocation) { _ in
      found = events.removeFirst()
      return found != nil
    }
    // What was written before the event has arrived by now, that the paste mode is off above all.
    while pump(milliseconds: 0) {}
    return found
  }

  /// Waits until the rows of the screen are these.
  func see(_ rows: String..., sourceLocation: SourceLocation = #_sourceLocation) {
    wait(sourceLocation: sourceLocation) { $0.rows == rows }
  }

  /// Waits until the screen is as wanted.
  func wait(
    sourceLocation: SourceLocation = #_sourceLocation, until wanted: (Screen) -> Bool
  ) {
    for _ in 0..<Self.patience {
      if wanted(screen) { return }
      if !pump(milliseconds: 10), master < 0 { usleep(10_000) }
    }
    Issue.record("the screen is \(screen.rows)", sourceLocation: sourceLocation)
  }

  var isFinished: Bool { isOver.load(ordering: .acquiring) }

  /// Closes the terminal from outside.
  func hangUp() {
    if master >= 0 { close(master) }
    master = -1
  }

  /// Ends the session, which a closed terminal does in any case.
  func end() {
    drain()
    hangUp()
    pthread_join(thread, nil)
    for descriptor in signalPipe + [slave] { close(descriptor) }
  }

  /// Types without looking at the screen, for windows too small to have one.
  func typeBlind(_ bytes: [UInt8]) {
    for byte in bytes {
      while !isFinished, unsafe write(master, [byte], 1) != 1 { blindPump(milliseconds: 1) }
      blindPump()
    }
  }

  /// Reads what was written and forgets it.
  @discardableResult
  func blindPump(milliseconds: Int32 = 0) -> Bool {
    guard master >= 0, Ready.wait(for: [master], milliseconds: milliseconds)[0] else {
      return false
    }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    return unsafe read(master, &bytes, bytes.count) > 0
  }

  private func drain() {
    while blindPump() {}
  }

  @discardableResult
  func pump(milliseconds: Int32) -> Bool {
    guard master >= 0, Ready.wait(for: [master], milliseconds: milliseconds)[0] else {
      return false
    }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = unsafe read(master, &bytes, bytes.count)
    guard count > 0 else { return false }
    screen.write(bytes.prefix(count))
    return true
  }

  private final class Body {
    let run: () -> Void
    init(_ run: @escaping () -> Void) { self.run = run }
  }

  private func start(_ run: @escaping () -> Void) {
    let body = unsafe Unmanaged.passRetained(Body(run)).toOpaque()
    let failure = unsafe pthread_create(
      &thread, nil,
      { body in
        unsafe Unmanaged<Body>.fromOpaque(body!).takeRetainedValue().run()
        return nil
      }, body)
    #expect(failure == 0)
  }
}

/// Events that one thread adds and another takes, under a lock that ThreadSanitizer knows: who waited
/// in the kernel for a `Mutex` seems to it to have none.
@safe private final class EventQueue: @unchecked Sendable {
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private var events: [LineEvent] = []

  init() { unsafe pthread_mutex_init(lock, nil) }

  deinit {
    unsafe pthread_mutex_destroy(lock)
    unsafe lock.deallocate()
  }

  func append(_ event: LineEvent) {
    unsafe pthread_mutex_lock(lock)
    events.append(event)
    unsafe pthread_mutex_unlock(lock)
  }

  func removeFirst() -> LineEvent? {
    unsafe pthread_mutex_lock(lock)
    defer { unsafe pthread_mutex_unlock(lock) }
    return events.isEmpty ? nil : events.removeFirst()
  }
}

/// A completer over a list of words, for the word before the cursor.
final class WordCompleter: Completer {
  let words: [Candidate]

  init(_ words: [Candidate]) { self.words = words }

  func complete(_ line: String, at byteOffset: Int) -> Completion {
    let bytes = Array(line.utf8)[..<byteOffset]
    let start = bytes.lastIndex(of: UInt8(ascii: " ")).map { $0 + 1 } ?? 0
    let typed = String(decoding: bytes[start...], as: UTF8.self)
    return Completion(
      replacing: start..<byteOffset, candidates: words.filter { $0.text.hasPrefix(typed) })
  }
}

/// A hinter that knows how some lines go on.
final class EndingHinter: Hinter {
  let endings: [String: String]

  init(_ endings: [String: String]) { self.endings = endings }

  func hint(for line: String) -> Hint? {
    endings[line].map { Hint(shown: $0, taken: String($0.prefix { $0 != "<" })) }
  }
}
