import TestKit
import Testing

@testable import Casebook

@Suite struct DayTests {
  /// Numbers of days by Python's `datetime.date`.
  @Test(arguments: [
    (1970, 1, 1, 0), (1969, 12, 31, -1), (2000, 2, 29, 11_016), (2031, 4, 17, 22_386),
    (1899, 1, 1, -25_932), (2101, 12, 31, 48_211), (1, 1, 1, -719_162), (9999, 12, 31, 2_932_896),
  ])
  func daysHaveTheNumbersOfTheCalendar(year: Int, month: Int, day: Int, number: Int32) throws {
    let made = try #require(Day(year: year, month: month, day: day))
    #expect(made.number == number)
    #expect(made.civil == (year, month, day))
  }

  @Test(arguments: [
    (0, 1, 1), (10_000, 1, 1), (2031, 0, 1), (2031, 13, 1), (2031, 1, 0), (2031, 1, 32),
    (2031, 4, 31), (2031, 2, 29), (1900, 2, 29), (2100, 2, 29), (2024, 2, 30), (-1, 1, 1),
  ])
  func thereAreNoSuchDays(year: Int, month: Int, day: Int) {
    #expect(Day(year: year, month: month, day: day) == nil)
  }

  @Test func everyDayFollowsTheOneBefore() throws {
    let first = try #require(Day(year: 1899, month: 1, day: 1))
    let last = try #require(Day(year: 2101, month: 12, day: 31))
    #expect(first.weekday == 6)
    var before = first
    for number in first.number + 1...last.number {
      let day = Day(number: number)
      let (a, b) = (before.civil, day.civil)
      let isNext =
        b == (a.year, a.month, a.day + 1) || b == (a.year, a.month + 1, 1)
        || b == (a.year + 1, 1, 1) && a.month == 12 && a.day == 31
      #expect(isNext, "\(day.description)")
      #expect(day.weekday == (before.weekday + 1) % 7)
      #expect(Day(year: b.year, month: b.month, day: b.day) == day)
      before = day
    }
  }

  @Test func everyTenthDayIsReadAsItIsWritten() {
    for number in stride(from: Int32(-25_932), through: 48_211, by: 10) {
      let day = Day(number: number)
      #expect(DayRange(day.description) == DayRange(day, day))
      #expect(day.adding(10).number == number + 10 && day.adding(-10) < day)
      for seconds in [Int64(0), 1, 43_199, 86_399] {
        let instant = Instant(seconds: Int64(number) * 86_400 + seconds)
        #expect(instant.day == day)
        #expect(Instant(Array(instant.description.utf8)) == instant)
      }
    }
  }

  @Test(arguments: [
    ("2025", "2025-01-01..2025-12-31"), ("2025-04", "2025-04-01..2025-04-30"),
    ("2024-02", "2024-02-01..2024-02-29"), ("2100-02", "2100-02-01..2100-02-28"),
    ("2025-04-17", "2025-04-17"), ("2025-04-15..2025-04-17", "2025-04-15..2025-04-17"),
    ("2025-04..2025", "2025-04-01..2025-12-31"), ("2024..2025-03", "2024-01-01..2025-03-31"),
    ("2025-04-17..2025-04-17", "2025-04-17"), ("0001", "0001-01-01..0001-12-31"),
    ("9999-12-31", "9999-12-31"),
  ])
  func stretchesOfDaysAreRead(text: String, expected: String) {
    #expect(DayRange(text)?.description == expected)
    #expect(DayRange(expected)?.description == expected)
  }

  @Test(arguments: [
    "", "25", "202", "20255", "2025-", "2025-4", "2025-13", "2025-00", "2025-04-", "2025-04-1",
    "2025-04-31", "2025-04-17x", "2025/04/17", "2025-04-17..", "..2025", "2025..2024",
    "2025-04-17..2025-04-16", "2025..2026..2027", "0000", " 2025", "2025 ", "+025", "２０２５",
    "2025-04-17T00:00:00Z",
  ])
  func otherTextsAreNoDays(text: String) {
    #expect(DayRange(text) == nil)
  }

  @Test(arguments: [
    ("2025-04-17", "17 Apr 2025"), ("2025-04-17..2025-04-19", "17..19 Apr 2025"),
    ("2025-03-28..2025-04-02", "28 Mar..2 Apr 2025"),
    ("2024-12-30..2025-01-02", "30 Dec 2024..2 Jan 2025"),
    ("2024-04-01..2025-04-01", "1 Apr 2024..1 Apr 2025"),
  ])
  func daysAreReadable(text: String, expected: String) throws {
    expectSame(try #require(DayRange(text)).readable, expected)
  }

  @Test func aStretchIncludesBothEnds() throws {
    let range = try #require(DayRange("2025-04-15..2025-04-17"))
    let days = (-1...3).map { range.first.adding($0) }
    #expect(days.map { range.contains($0) } == [false, true, true, true, false])
    #expect(DayRange(range.last, range.first) == range)
    #expect(!range.isDay)
  }

  @Test(arguments: [
    "", "2031-04-18", "2031-04-18T10:15:00", "2031-04-18T10:15:00z", "2031-04-18t10:15:00Z",
    "2031-04-18T24:00:00Z", "2031-04-18T10:60:00Z", "2031-04-18T10:15:61Z",
    "2031-02-29T10:15:00Z", "2031-04-18T10:15:00Z ", "2031-04-18 10:15:00Z",
    "2031-04-18T10:15:0xZ", "2031-04-18T10-15-00Z", "+031-04-18T10:15:00Z",
  ])
  func otherTextsAreNoMoments(text: String) {
    #expect(Instant(Array(text.utf8)) == nil)
  }

  @Test func momentsBefore1970HaveTheirDay() {
    let last = Instant(seconds: -1)
    #expect(last.description == "1969-12-31T23:59:59Z")
    #expect(last.day == Day(number: -1))
    #expect(last < Instant(seconds: 0))
  }
}
