/// Lines that say who wrote: `By Tomas Venn`, `Von Anna Berg und Jan Kolb`.
enum Byline {
  /// Whether a line is a byline.
  static func isByline(_ text: String) -> Bool { !names(in: text).isEmpty }

  /// The names of a byline, in order; empty for any other line.
  static func names(in text: String) -> [String] {
    let folded = text.lowercased()
    let beginnings = MetadataWords.shared.words["by"] ?? []
    guard text.utf8.count < 400, text.count < 120,
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

  private static let particles: Set<Substring> = [
    "de", "der", "den", "van", "von", "da", "di", "du", "la", "el", "al", "bin", "ten",
  ]

  /// Two to five words that begin with capitals, particles aside, without digits.
  private static func isName(_ words: [Substring]) -> Bool {
    return (2...5).contains(words.count)
      && words.allSatisfy { word in
        particles.contains(word)
          || word.first?.isUppercase == true && !word.contains(where: \.isNumber)
            && word.last != "."
          || word.count == 2 && word.last == "."
      }
  }
}
