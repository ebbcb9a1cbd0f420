public import Casebook

/// Days in words, counted from the day of an article.
public enum DayWords {
  static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  /// Whether some words mean days once there is a day to count them from.
  public static func areDays(_ words: [String]) -> Bool {
    // Counted from a Sunday every expression means something.
    days(words, from: Day(number: 3)) != nil
  }

  /// The days that some words mean, counted from `day`: `thursday` is the last one up to that day,
  /// weeks begin on Monday; nil where they mean none, or need a day and there is none.
  public static func days(_ words: [String], from day: Day?) -> DayRange? {
    let text = words.joined(separator: " ").lowercased()
    if let written = DayRange(text) { return written }
    guard let day else { return nil }
    let monday = day.adding(-day.weekday)
    switch text {
    case "today": return DayRange(day, day)
    case "yesterday": return DayRange(day.adding(-1), day.adding(-1))
    case "this week": return DayRange(monday, monday.adding(6))
    case "earlier this week":
      return day == monday ? nil : DayRange(monday, day.adding(-1))
    case "last week": return DayRange(monday.adding(-7), monday.adding(-1))
    default: break
    }
    let isLast = text.hasPrefix("last ")
    let name = isLast ? String(text.dropFirst(5)) : text
    let fitting = weekdays.indices.filter { name.count >= 3 && weekdays[$0].hasPrefix(name) }
    guard fitting.count == 1 else { return nil }
    var back = (day.weekday - fitting[0] + 7) % 7
    if isLast, back == 0 { back = 7 }
    return DayRange(day.adding(-back), day.adding(-back))
  }
}
