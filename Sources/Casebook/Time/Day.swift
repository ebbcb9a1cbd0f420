/// A day of the proleptic Gregorian calendar, without a zone.
public struct Day: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01.
  public let number: Int32

  /// The day with that number.
  public init(number: Int32) { self.number = number }

  /// A day of the calendar; nil when there is no such day. Years 1 to 9999.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.length(ofMonth: month, in: year)
    else { return nil }
    number = Int32(Self.daysFromCivil(year, month, day))
  }

  /// By date.
  public static func < (a: Day, b: Day) -> Bool { a.number < b.number }

  /// Year, month and day.
  public var civil: (year: Int, month: Int, day: Int) { Self.civilFromDays(Int(number)) }

  /// 0 for Monday to 6 for Sunday.
  public var weekday: Int { (((Int(number) + 3) % 7) + 7) % 7 }

  /// The day `count` days later (earlier where negative).
  public func adding(_ count: Int) -> Day { Day(number: number + Int32(count)) }

  /// `2025-04-17`
  public var description: String {
    let (year, month, day) = civil
    return Self.digits(year, 4) + "-" + Self.digits(month, 2) + "-" + Self.digits(day, 2)
  }

  /// `17 Apr`, as listings show it.
  public var short: String { "\(civil.day) \(Self.monthNames[civil.month - 1])" }

  static let monthNames = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  static func digits(_ value: Int, _ width: Int) -> String {
    let text = String(value)
    return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
  }

  static func length(ofMonth month: Int, in year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Howard Hinnant, “chrono-compatible low-level date algorithms”, `days_from_civil`.
  private static func daysFromCivil(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The same source, `civil_from_days`.
  private static func civilFromDays(_ number: Int) -> (year: Int, month: Int, day: Int) {
    let z = number + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let m = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * m + 2) / 5 + 1
    let month = m < 10 ? m + 3 : m - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }
}
