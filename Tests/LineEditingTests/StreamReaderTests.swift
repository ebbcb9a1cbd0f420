import Glibc
import Synchronization
import TerminalKit
import Testing

@testable import LineEditing

@Suite struct StreamReaderTests {
  private func events(_ bytes: [UInt8]) -> [LineEvent] {
    let folder = TemporaryFolder()
    let descriptor = unsafe open(folder.file("input"), O_RDWR | O_CREAT, 0o600)
    defer { close(descriptor) }
    var rest = bytes[...]
    while !rest.isEmpty {
      rest = rest.dropFirst(
        unsafe rest.withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, $0.count) })
    }
    lseek(descriptor, 0, SEEK_SET)
    let reader = StreamReader(descriptor: descriptor)
    var events: [LineEvent] = []
    repeat { events.append(reader.readLine(prompt: "> ")) } while events.last != .end
    return events
  }

  @Test(arguments: [
    ("", []), ("a\nb\n", ["a", "b"]), ("a\nb", ["a", "b"]), ("a\r\nb\r\n", ["a", "b"]),
    ("\n\n", ["", ""]), ("a\rb\n", ["a\rb"]), ("a\r", ["a\r"]),
    ("\u{feff}a\n\u{feff}b", ["a", "\u{feff}b"]),
    ("Łódź\n中文\u{0}\n", ["Łódź", "中文\u{0}"]),
  ])
  func linesAreReadAsTheyAre(_ text: String, _ lines: [String]) {
    #expect(events(Array(text.utf8)) == lines.map { .line($0) } + [.end])
  }

  @Test func bytesThatAreNotUTF8AreRepaired() {
    #expect(
      events([0x61, 0xe9, 0x62, 0x0a, 0xc3]) == [.line("a\u{fffd}b"), .line("\u{fffd}"), .end])
  }

  @Test func aVeryLongLineIsReadWhole() {
    let long = String(repeating: "0123456789", count: 1 << 20)
    #expect(events(Array((long + "\nb").utf8)) == [.line(long), .line("b"), .end])
  }

  @Test func aSignalEndsTheWaiting() {
    var input: [Int32] = [-1, -1]
    var signals: [Int32] = [-1, -1]
    #expect(unsafe pipe(&input) == 0 && pipe(&signals) == 0)
    let reader = StreamReader(descriptor: input[0], signals: SignalWatch(reading: signals[0]))
    #expect(unsafe write(input[1], "ab", 2) == 2)
    let bytes = [UInt8(SIGWINCH), UInt8(SIGTERM)]
    #expect(unsafe write(signals[1], bytes, 2) == 2)
    #expect(reader.readLine(prompt: "") == .signal(SIGTERM))
    #expect(unsafe write(input[1], "c\n", 2) == 2)
    #expect(reader.readLine(prompt: "") == .line("abc"))
    for descriptor in input + signals { close(descriptor) }
  }

  @Test func aWatchSeesSignalsAndThereIsOnlyOne() {
    let watch = SignalWatch([SIGUSR1])
    #expect(SignalWatch([SIGUSR2]) == nil)
    #expect(watch?.next() == nil)
    kill(getpid(), SIGUSR1)
    let descriptor = watch?.descriptor ?? -1
    #expect(Ready.wait(for: [descriptor], milliseconds: 10_000) == [true])
    #expect(watch?.next() == SIGUSR1)
    #expect(watch?.next() == nil)
  }
}
