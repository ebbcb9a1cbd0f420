internal import Casebook

/// A day as pages write it for programs, with the moment where it has a time of day.
struct DateStamp {
  let day: Day
  /// As it stands, where it is RFC 3339.
  let instant: String?

  init?(_ value: String) {
    let text = value.split { $0.isWhitespace }.joined(separator: " ")
    guard !text.isEmpty, text.utf8.count < 100 else { return nil }
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    if digits.count == 8, digits.count == text.count || text.dropFirst(8).first == "T",
      let number = Int(digits),
      let day = Day(year: number / 10_000, month: number / 100 % 100, day: number % 100)
    {
      (self.day, instant) = (day, nil)
      return
    }
    if digits.count == text.count, let seconds = Int64(digits),
      digits.count == 10 || digits.count == 13
    {
      let moment = digits.count == 13 ? seconds / 1_000 : seconds
      (day, instant) = (Instant(seconds: moment).day, nil)
      return
    }
    guard let found = DateWords.days(in: text).first, found.before <= 3,
      found.day.civil.year >= 1970
    else { return nil }
    day = found.day
    let isMoment = text.utf8.count >= 20 && text.utf8.count <= 35 && text.dropFirst(10).first == "T"
    instant = isMoment ? text : nil
  }
}
