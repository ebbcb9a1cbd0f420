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

    /// Whether one of the three words before it in the text says that something was changed.
    func isOfChange(in text: String) -> Bool {
      let words = text.lowercased().split(separator: " ").prefix(before).suffix(3)
      let updated = MetadataWords.shared.words["updated"] ?? []
      return words.contains { word in updated.contains { word.contains($0) } }
    }
  }

  /// All full days in a text: `17 April 2025`, `April 17, 2025`, `17. April 2025`, `17 de abril de
  /// 2025`, `2025-04-17`, `17.04.2025`. A day without a year is none.
  static func days(in text: String) -> [Found] {
    let tokens = text.unicodeScalars
      .split { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\u{A0}" }.map { Substring($0) }
    var found: [Found] = []
    var i = 0
    while i < tokens.count {
      guard mayBegin(tokens, i), let (day, length) = day(tokens[i..<min(i + 6, tokens.count)])
      else {
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

  /// Whether a word, or the next one where it is to be a month, begins with a digit.
  private static func mayBegin(_ tokens: [Substring], _ i: Int) -> Bool {
    func hasDigit(_ word: Substring) -> Bool {
      word.utf8.prefix(2).contains { (0x30...0x39).contains($0) }
    }
    return hasDigit(tokens[i]) || i + 1 < tokens.count && hasDigit(tokens[i + 1])
  }

  private static func day(_ tokens: ArraySlice<Substring>) -> (Day, Int)? {
    day(tokens.map { clean($0) }, 0)
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

  /// A year, with a mark behind it or a word that a page runs into it.
  private static func year(_ word: String) -> Int? {
    let digits = word.prefix { $0.isNumber }
    let next = word.dropFirst(digits.count).first
    guard digits.count == 4, word.count <= 5 || next?.isLetter == true, let value = Int(digits),
      (1800...2200).contains(value)
    else { return nil }
    return value
  }

  /// `2025-04-17`, with a time behind it or not, also with full stops, slashes and `年月日`;
  /// `17.04.2025`; `17/04/2025` only where one of the two numbers can be no month.
  private static func numeric(_ word: String) -> Day? {
    var parts: [Int] = []
    var marks: [Character] = []
    var rest = word[...]
    while parts.count < 3 {
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      guard !digits.isEmpty, digits.count <= 4, let number = Int(digits) else { return nil }
      parts.append(number)
      rest = rest.dropFirst(digits.count)
      if parts.count < 3 {
        guard let mark = rest.popFirst(), "-./年月".contains(mark) else { return nil }
        marks.append(mark)
      }
    }
    if let next = rest.first, !"t日.-".contains(next) { return nil }
    return day(parts, marks)
  }

  private static func day(_ parts: [Int], _ marks: [Character]) -> Day? {
    guard marks[0] == marks[1] || marks == ["年", "月"] else { return nil }
    let (a, b, c) = (parts[0], parts[1], parts[2])
    if (1800...2200).contains(a) { return Day(year: a, month: b, day: c) }
    guard (1800...2200).contains(c), marks[0] == "." || marks[0] == "/" || a > 12 else {
      return nil
    }
    if marks[0] == "." || a > 12 { return Day(year: c, month: b, day: a) }
    return b > 12 ? Day(year: c, month: a, day: b) : nil
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
