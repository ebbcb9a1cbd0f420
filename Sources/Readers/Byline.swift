/// Lines that say who wrote: `By Tomas Venn`, `Von Anna Berg und Jan Kolb`. A line that is a name and
/// nothing more says nothing: it may be a section, a place, the subject of a picture.
enum Byline {
  /// Whether a line is a byline.
  static func isByline(_ text: String) -> Bool { !names(in: text).isEmpty }

  /// Longer lines are sentences.
  private static let longest = 120

  /// The names of a byline, in order; empty for any other line.
  static func names(in text: String) -> [String] {
    guard text.utf8.count <= longest, let rest = afterBeginning(text) else { return [] }
    var names: [[Substring]] = [[]]
    for word in rest.split(whereSeparator: { $0 == " " || $0 == "\u{A0}" }) {
      if words("and").contains(word.lowercased()) {
        names.append([])
      } else if ends.contains(word.lowercased()) {
        break
      } else if word.hasSuffix(",") {
        names[names.count - 1].append(word.dropLast())
        names.append([])
      } else {
        names[names.count - 1].append(word)
      }
    }
    let found = names.filter { !$0.isEmpty }
    guard !found.isEmpty, found.allSatisfy(isName) else { return [] }
    return unique(found.map { once($0).joined(separator: " ") })
  }

  private static func words(_ kind: String) -> [String] { MetadataWords.shared.words[kind] ?? [] }

  /// With these the names are over: what follows is a paper or a place.
  private static let ends: Set<String> = [
    "for", "in", "with", "at", "für", "mit", "the", "avec", "pour", "con", "para", "updated",
    "published", "posted", "on", "last", "am", "le", "el",
  ]

  /// What follows the word for `by`: up to a mark that parts the names from a role or a day.
  private static func afterBeginning(_ text: String) -> Substring? {
    let folded = text.lowercased()
    let fitting = words("by").filter { by in
      guard folded.hasPrefix(by) else { return false }
      let next = text.dropFirst(by.count).first
      // Pages run `by` and the name together.
      return next == " " || next == ":" || next == "\u{A0}"
        || by == "by" && next?.isUppercase == true
    }
    guard let by = fitting.max(by: { $0.count < $1.count }) else { return nil }
    let rest = text.dropFirst(by.count).drop { $0 == ":" || $0 == " " || $0 == "\u{A0}" }
    let end = rest.firstIndex { "|•·—–(/".contains($0) } ?? rest.endIndex
    return rest[..<end]
  }

  /// Two to five words that begin with capitals, particles aside, without digits; or an agency's
  /// capitals.
  private static func isName(_ words: [Substring]) -> Bool {
    if words.count == 1 {
      return (2...8).contains(words[0].count) && words[0].allSatisfy(\.isUppercase)
    }
    return (2...5).contains(words.count)
      && words.allSatisfy { word in
        particles.contains(word)
          || (word.first?.isUppercase == true && !word.contains(where: \.isNumber)
            && word.last != ".")
          || word.count <= 3 && word.last == "." && word.first?.isUppercase == true
      }
  }

  private static let particles: Set<Substring> = [
    "de", "der", "den", "van", "von", "da", "di", "du", "la", "el", "al", "bin", "ten",
  ]

  /// `Ada Brandt Ada Brandt`: a picture's text runs into the name.
  private static func once(_ words: [Substring]) -> [Substring] {
    let half = words.count / 2
    return words.count % 2 == 0 && half >= 2 && words[..<half] == words[half...]
      ? Array(words[..<half]) : words
  }

  private static func unique(_ names: [String]) -> [String] {
    var out: [String] = []
    for name in names where !out.contains(name) { out.append(name) }
    return out
  }
}
