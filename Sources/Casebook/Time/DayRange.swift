/// A stretch of days, both ends included: a day, a month, a year, `2025-04-15..2025-04-17`.
public struct DayRange: Hashable, Sendable {
  /// The first day.
  public let first: Day
  /// The last day.
  public let last: Day

  /// From `first` to `last`; in the right order whatever was given.
  public init(_ first: Day, _ last: Day) {
    self.first = min(first, last)
    self.last = max(first, last)
  }

  /// Reads `2025`, `2025-04`, `2025-04-17`, and two of these joined by `..`; nil for anything else.
  public init?(_ text: some StringProtocol) {
    guard let dots = text.firstRange(of: "..") else {
      guard let single = Self.single(Array(text.utf8)) else { return nil }
      self = single
      return
    }
    guard let from = Self.single(Array(text[..<dots.lowerBound].utf8)),
      let to = Self.single(Array(text[dots.upperBound...].utf8)), from.first <= to.last
    else { return nil }
    self.init(from.first, to.last)
  }

  /// Whether both ends are the same day.
  public var isDay: Bool { first == last }

  /// Whether the day lies within.
  public func contains(_ day: Day) -> Bool { first <= day && day <= last }

  /// `2025-04-17`, or `2025-04-15..2025-04-17`.
  public var description: String {
    isDay ? first.description : "\(first.description)..\(last.description)"
  }

  /// `17 Apr 2025`, `17..19 Apr 2025`, `28 Mar..2 Apr 2025`, `30 Dec 2024..2 Jan 2025`.
  public var readable: String {
    let (a, b) = (first.civil, last.civil)
    let end = "\(last.short) \(b.year)"
    if isDay { return end }
    if a.year != b.year { return "\(first.short) \(a.year)..\(end)" }
    return a.month == b.month ? "\(a.day)..\(end)" : "\(first.short)..\(end)"
  }

  private static func single(_ bytes: [UInt8]) -> DayRange? {
    func number(_ range: Range<Int>) -> Int? {
      guard range.upperBound <= bytes.count,
        bytes[range].allSatisfy({ (0x30...0x39).contains($0) })
      else { return nil }
      return bytes[range].reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
    guard let year = number(0..<4) else { return nil }
    if bytes.count == 4 { return year == 0 ? nil : span(year, 1, 1, 12, 31) }
    guard bytes[4] == 0x2D, let month = number(5..<7), (1...12).contains(month) else { return nil }
    if bytes.count == 7 {
      return span(year, month, 1, month, Day.length(ofMonth: month, in: year))
    }
    guard bytes.count == 10, bytes[7] == 0x2D, let day = number(8..<10) else { return nil }
    return Day(year: year, month: month, day: day).map { DayRange($0, $0) }
  }

  private static func span(_ y: Int, _ m: Int, _ d: Int, _ m2: Int, _ d2: Int) -> DayRange? {
    guard let from = Day(year: y, month: m, day: d), let to = Day(year: y, month: m2, day: d2)
    else { return nil }
    return DayRange(from, to)
  }
}
