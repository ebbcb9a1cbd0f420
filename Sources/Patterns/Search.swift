internal import CPattern
internal import Glibc

/// One search through one text, in steps. The limits of PCRE2 hold for the attempts from one place,
/// so a step takes in only so many places as lie within a few milliseconds, and looks at the clock.
@safe struct Search: ~Copyable {
  private let pattern: Compiled
  private let scan: OpaquePointer
  private let end: Int
  private var from: Int
  private var isKnownUTF8 = false
  private var places = Self.fewestPlaces
  private let budget: UInt64
  private let begun: UInt64
  private var stepped: UInt64
  private var looked: UInt64

  private static let fewestPlaces = 64
  private static let mostPlaces = 1 << 20
  private static let shortStep: UInt64 = 1_000_000
  private static let longStep: UInt64 = 10_000_000

  init(through range: Range<Int>, with pattern: Compiled) throws(PatternError) {
    guard let scan = unsafe cpattern_scan_open(pattern.pointer) else {
      throw PatternError(.runaway, "not enough memory for the search")
    }
    self.pattern = pattern
    unsafe self.scan = scan
    from = range.lowerBound
    end = range.upperBound
    budget = 2_000_000_000 + 200 * UInt64(range.count)
    begun = Self.time(CLOCK_THREAD_CPUTIME_ID)
    stepped = Self.time(CLOCK_MONOTONIC)
    looked = stepped
  }

  deinit { unsafe cpattern_scan_close(scan) }

  /// One step: a match, or an empty range when there is none yet; nil at the end.
  mutating func advance(
    in text: UnsafeBufferPointer<UInt8>
  ) throws(PatternError) -> Range<Int>? {
    if from >= end { return nil }
    let last = min(from + places, end)
    var match = (start: 0, end: 0)
    let answer = unsafe cpattern_scan_next(
      scan, text.baseAddress, end, from, last, isKnownUTF8 ? 1 : 0, &match.start, &match.end)
    if answer < 0 { throw Self.error(answer) }
    isKnownUTF8 = true
    try charge()
    // The end never lies before `from`. That the next step begins at a scalar must hold even so,
    // because the text is checked only once.
    let begin = from
    from = answer == 1 ? max(match.end, from + 1) : last + 1
    while from < end, unsafe text[from] & 0xC0 == 0x80 { from += 1 }
    if answer == 0 { return from..<from }
    // Called as a subroutine from a look-around, `\K` can place the beginning anywhere.
    return min(max(match.start, begin), match.end)..<match.end
  }

  /// Adapts the steps to the time on the wall, which takes 0.03 µs to read; the budget is in
  /// processor time of this thread, so that a busy machine changes nothing, and takes 0.5 µs.
  private mutating func charge() throws(PatternError) {
    let now = Self.time(CLOCK_MONOTONIC)
    if now - stepped < Self.shortStep { places = min(places * 2, Self.mostPlaces) }
    if now - stepped > Self.longStep { places = max(places / 4, 1) }
    stepped = now
    if now - looked < Self.shortStep { return }
    looked = now
    if Self.time(CLOCK_THREAD_CPUTIME_ID) - begun > budget {
      throw PatternError(.runaway, Self.tooLong)
    }
  }

  private static func time(_ clock: clockid_t) -> UInt64 {
    var time = timespec()
    _ = unsafe clock_gettime(clock, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }

  private static let tooLong = "the pattern takes too long on this text"

  private static func error(_ number: Int32) -> PatternError {
    switch Int(number) {
    case CPATTERN_MATCH_LIMIT, CPATTERN_DEPTH_LIMIT:
      PatternError(.runaway, tooLong)
    case CPATTERN_STACK_LIMIT, CPATTERN_NO_MEMORY, CPATTERN_HEAP_LIMIT:
      PatternError(.runaway, "the pattern takes too much memory on this text")
    case CPATTERN_UTF8_LAST...CPATTERN_UTF8_FIRST, CPATTERN_SCALAR_CUT:
      PatternError(.text, "the text is not valid UTF-8, or a scalar is cut")
    default: PatternError(.runaway, Compiled.message(of: number))
    }
  }
}
