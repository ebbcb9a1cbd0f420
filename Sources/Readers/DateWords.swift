internal import Casebook

/// Days written out in a text.
struct DateWords {
  /// A day and where it stands.
  struct Found {
    let day: Day
    /// As it is written.
    let words: String
    /// Whether nothing but marks follows.
    let isAtEnd: Bool
    /// How many words stand before it.
    let before: Int
  }

  /// All full days in a text: `17 April 2025`, `April 17, 2025`, `17. April 2025`, `17 de abril de
  /// 2025`, `2025-04-17`, `17.04.2025`. A day without a year is none.
  static func days(in text: String) -> [Found] {
    let tokens = text.split(whereSeparator: { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\u{A0}" })
    guard tokens.contains(where: { $0.contains(where: \.isNumber) }) else { return [] }
    let plain = tokens.map { clean($0) }
    var found: [Found] = []
    var i = 0
    while i < tokens.count {
      guard let (day, length) = day(plain, i) else {
        i += 1
        continue
      }
      let rest = tokens[(i + length)...]
      found.append(
        Found(
          day: day, words: tokens[i..<i + length].joined(separator: " "),
          isAtEnd: rest.allSatisfy { !$0.contains(where: \.isLetter) }, before: i))
      i += length
    }
    return found
  }

  private static func clean(_ token: Substring) -> String {
    var token = token.lowercased()[...]
    while let last = token.last, ",;:)|".contains(last) { token.removeLast() }
    while let first = token.first, "(|".contains(first) { token.removeFirst() }
    return String(token)
  }

  /// A day that begins at a word, and how many words it takes.
  private static func day(_ words: [String], _ i: Int) -> (Day, Int)? {
    if let day = numeric(words[i]) { return (day, 1) }
    let months = MetadataWords.shared.months
    if i + 2 < words.count, let month = months[words[i]], let day = dayNumber(words[i + 1]),
      let year = year(words[i + 2]), let made = Day(year: year, month: month + 1, day: day)
    {
      return (made, 3)
    }
    guard let day = dayNumber(words[i]) else { return nil }
    let skip = i + 1 < words.count && words[i + 1] == "de" ? 1 : 0
    guard i + 1 + skip < words.count, let month = months[words[i + 1 + skip]] else { return nil }
    let next = i + 2 + skip
    let later = next < words.count && (words[next] == "de" || words[next] == "del") ? 1 : 0
    guard next + later < words.count, let year = year(words[next + later]),
      let made = Day(year: year, month: month + 1, day: day)
    else { return nil }
    return (made, next + later - i + 1)
  }

  private static func dayNumber(_ word: String) -> Int? {
    var digits = word[...]
    for ending in ["st", "nd", "rd", "th", ".", "er", "º"] where digits.hasSuffix(ending) {
      digits = digits.dropLast(ending.count)
      break
    }
    guard digits.count <= 2, let value = Int(digits), (1...31).contains(value) else { return nil }
    return value
  }

  private static func year(_ word: String) -> Int? {
    let digits = word.prefix { $0.isNumber }
    guard digits.count == 4, word.count <= 5, let value = Int(digits), (1800...2200).contains(value)
    else { return nil }
    return value
  }

  /// `2025-04-17`, with a time behind it or not; `17.04.2025`; `17/04/2025` only where one of the two
  /// numbers can be no month.
  private static func numeric(_ word: String) -> Day? {
    if word.count >= 10, let range = DayRange(word.prefix(10)), range.isDay, word.contains("-") {
      return range.first
    }
    for mark in [".", "/"] {
      let parts = word.split(separator: Character(mark)).map { Int($0) }
      guard parts.count == 3, let a = parts[0], let b = parts[1], let year = parts[2],
        (1800...2200).contains(year)
      else { continue }
      if mark == "." || a > 12 { return Day(year: year, month: b, day: a) }
      if b > 12 { return Day(year: year, month: a, day: b) }
    }
    return nil
  }

  /// Whether a line says that its day is one of publication.
  static func saysPublished(_ text: String) -> Bool { begins(text, "published") }

  /// Whether a line says that its day is one of a change.
  static func saysUpdated(_ text: String) -> Bool { begins(text, "updated") }

  private static func begins(_ text: String, _ kind: String) -> Bool {
    let folded = text.lowercased()
    return (MetadataWords.shared.words[kind] ?? []).contains { folded.hasPrefix($0) }
  }
}

/// Lines that say who wrote: `By Tomas Venn`, `Von Anna Berg und Jan Kolb`.
enum Byline {
  /// Whether a line is a byline.
  static func isByline(_ text: String) -> Bool { !names(in: text).isEmpty }

  /// The names of a byline, in order; empty for any other line.
  static func names(in text: String) -> [String] {
    let folded = text.lowercased()
    let beginnings = MetadataWords.shared.words["by"] ?? []
    guard text.count < 120,
      let by = beginnings.filter({ folded.hasPrefix($0 + " ") || folded.hasPrefix($0 + ": ") })
        .max(by: { $0.count < $1.count })
    else { return [] }
    var rest = text.dropFirst(by.count).drop { $0 == ":" || $0 == " " }
    if let end = rest.firstIndex(where: { "|•·—–(".contains($0) }) { rest = rest[..<end] }
    let ands = MetadataWords.shared.words["and"] ?? []
    var names: [[Substring]] = [[]]
    for word in rest.split(separator: " ") {
      if ands.contains(word.lowercased()) {
        names.append([])
      } else if word.hasSuffix(",") {
        names[names.count - 1].append(word.dropLast())
        names.append([])
      } else {
        names[names.count - 1].append(word)
      }
    }
    let found = names.filter { !$0.isEmpty }
    guard !found.isEmpty, found.allSatisfy(isName) else { return [] }
    return found.map { $0.joined(separator: " ") }
  }

  /// Two to five words that begin with capitals, particles aside, without digits.
  private static func isName(_ words: [Substring]) -> Bool {
    let particles: Set<Substring> = ["de", "der", "den", "van", "von", "da", "di", "du", "la", "el", "al", "bin", "ten"]
    return (2...5).contains(words.count) && words.allSatisfy { word in
      particles.contains(word)
        || (word.first?.isUppercase == true && !word.contains(where: \.isNumber) && word.last != ".")
        || word.count == 2 && word.last == "."
    }
  }
}
