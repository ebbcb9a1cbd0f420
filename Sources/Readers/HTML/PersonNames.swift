/// Names of people in what pages give as author.
enum PersonNames {
  /// The names in some values: lists are parted, words before and behind the names left out.
  static func names(in values: [String]) -> [String] {
    var out: [String] = []
    var folded: Set<String> = []
    for value in values {
      let words = Entities.plain(value)
      guard words.utf8.count < 300, !words.contains("://"), !words.hasPrefix("www.") else {
        continue
      }
      for name in parted(words) {
        let name = stripped(name)
        if name.contains("@") { continue }
        if isDegree(name), let last = out.last {
          out[out.count - 1] = "\(last), \(name)"
          continue
        }
        if isName(name), folded.insert(name.lowercased()).inserted { out.append(name) }
      }
    }
    return out
  }

  private static func parted(_ text: String) -> [String] {
    let ands = Set(MetadataWords.shared.words["and"] ?? [])
    var names: [[Substring]] = [[]]
    let words = text.split(separator: " ")
    for (i, word) in words.enumerated() {
      if isEnd(word, before: i + 1 < words.count ? words[i + 1] : "") { break }
      if ands.contains(word.lowercased()) || ["|", "/", "·", "•", "-", "–"].contains(word) {
        names.append([])
        continue
      }
      let parts = word.split(omittingEmptySubsequences: false) { ",;/|".contains($0) }
      for (k, part) in parts.enumerated() {
        if k > 0 { names.append([]) }
        if !part.isEmpty { names[names.count - 1].append(part) }
      }
    }
    return names.filter { !$0.isEmpty }.map { $0.joined(separator: " ") }
  }

  /// Whether the names are over: a day, or a word about one. April and Maio are names too.
  private static func isEnd(_ word: Substring, before next: Substring) -> Bool {
    let letters = word.lowercased().filter(\.isLetter)
    return word.contains(where: \.isNumber)
      || MetadataWords.shared.months[letters] != nil && next.first?.isNumber == true
      || [
        "updated", "published", "posted", "reviewed", "read", "edited", "with", "on", "in", "for",
      ].contains(letters)
  }

  private static func stripped(_ name: String) -> String {
    let folded = name.lowercased()
    let bys = MetadataWords.shared.words["by"] ?? []
    var rest = name[...]
    if let by = bys.filter({ isBy($0, folded, name) }).max(by: { $0.count < $1.count }) {
      rest = rest.dropFirst(by.count)
    }
    if let open = rest.firstIndex(of: "(") { rest = rest[..<open] }
    while let first = rest.first, " :@.".contains(first) { rest = rest.dropFirst() }
    while let last = rest.last, " :,.*".contains(last), !endsInInitial(rest) { rest.removeLast() }
    return String(rest)
  }

  /// Whether a name begins with a word for `by`, which pages run into it: `Written byAda Brandt`.
  private static func isBy(_ by: String, _ folded: String, _ name: String) -> Bool {
    guard folded.hasPrefix(by) else { return false }
    let rest = name.dropFirst(by.count)
    return rest.first == " " || rest.hasPrefix(": ")
      || by.contains(" ") && rest.first?.isUppercase == true
  }

  /// Whether a name is that of a desk or an agency, not of a person: `Harbour News Team`.
  static func isDesk(_ name: String) -> Bool {
    let desks = MetadataWords.shared.words["desk"] ?? []
    return name.lowercased().split { $0 == " " || $0 == "-" }.contains {
      desks.contains(String($0))
    }
  }

  /// Two to four words that begin with capitals, and nothing else; in writing without blanks and
  /// capitals two to six letters.
  static func isFullName(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    if words.count == 1, (2...6).contains(text.count) {
      return text.unicodeScalars.allSatisfy { $0.value >= 0x3040 && $0.properties.isAlphabetic }
    }
    return (2...4).contains(words.count)
      && words.allSatisfy { word in
        word.first?.isLowercase == false
          && word.allSatisfy { $0.isLetter || ".'’-".contains($0) }
      }
  }

  /// The letters behind a name belong to it: `Ada Brandt, MD`.
  private static func isDegree(_ name: String) -> Bool {
    let known = MetadataWords.shared.words["degree"] ?? []
    return name.first?.isUppercase == true && known.contains(name.lowercased())
  }

  private static func endsInInitial(_ name: Substring) -> Bool {
    name.last == "." && name.dropLast().suffix(3).last?.isUppercase == true
      || name.hasSuffix("Jr.") || name.hasSuffix("Sr.")
  }

  private static func isName(_ name: String) -> Bool {
    let words = name.split(separator: " ")
    return (1...6).contains(words.count) && name.contains(where: \.isLetter) && name.count < 60
      && name.count > 1
      && ![
        "admin", "editor", "von", "by", "por", "par", "written by", "written", "guest", "posted by",
        "staff", "redaktion", "null", "administrator", "none", "author",
      ]
      .contains(name.lowercased())
  }
}
