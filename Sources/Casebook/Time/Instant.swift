/// A moment in UTC, to the second, as records write it: `2031-04-18T10:15:00Z`.
public struct Instant: Hashable, Comparable, Sendable {
  /// Seconds since 1970-01-01T00:00:00Z.
  public let seconds: Int64

  /// That many seconds since 1970.
  public init(seconds: Int64) { self.seconds = seconds }

  /// Reads `2031-04-18T10:15:00Z` (RFC 3339, in UTC only); nil for anything else.
  public init?(_ bytes: some RandomAccessCollection<UInt8>) {
    guard bytes.count == 20 else { return nil }
    self.init(Array(bytes)[...])
  }

  /// The same for bytes of a record.
  public init?(_ bytes: ArraySlice<UInt8>) {
    guard bytes.count == 20 else { return nil }
    let digits = bytes.span
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for i in range {
        guard (0x30...0x39).contains(digits[i]) else { return nil }
        value = value * 10 + Int(digits[i] - 0x30)
      }
      return value
    }
    guard digits[10] == 0x54, digits[19] == 0x5A, digits[4] == 0x2D, digits[7] == 0x2D,
      digits[13] == 0x3A, digits[16] == 0x3A, let year = number(0..<4), let month = number(5..<7),
      let date = number(8..<10), let hour = number(11..<13), let minute = number(14..<16),
      let second = number(17..<19), hour < 24, minute < 60, second < 61,
      let day = Day(year: year, month: month, day: date)
    else { return nil }
    seconds = Int64(day.number) * 86_400 + Int64(hour * 3600 + minute * 60 + second)
  }

  /// By time.
  public static func < (a: Instant, b: Instant) -> Bool { a.seconds < b.seconds }

  /// The day in UTC.
  public var day: Day { Day(number: Int32((seconds - time) / 86_400)) }

  /// `2031-04-18T10:15:00Z`
  public var description: String {
    let t = Int(time)
    return day.description + "T" + Day.digits(t / 3600, 2) + ":" + Day.digits(t / 60 % 60, 2)
      + ":" + Day.digits(t % 60, 2) + "Z"
  }

  /// `2031-04-18 10:15Z`: to the minute, for readers.
  public var readable: String {
    let t = Int(time)
    return day.description + " " + Day.digits(t / 3600, 2) + ":" + Day.digits(t / 60 % 60, 2) + "Z"
  }

  private var time: Int64 { ((seconds % 86_400) + 86_400) % 86_400 }
}
