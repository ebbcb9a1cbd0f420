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
        if isName(name), folded.insert(name.lowercased()).inserted { out.append(name) }
      }
    }
    return out
  }

  private static func parted(_ text: String) -> [String] {
    let ands = Set(MetadataWords.shared.words["and"] ?? [])
    var names: [[Substring]] = [[]]
    for word in text.split(separator: " ") {
      if isEnd(word) { break }
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

  /// Whether the names are over: a day, or a word about one.
  private static func isEnd(_ word: Substring) -> Bool {
    let folded = word.lowercased()
    let letters = folded.filter(\.isLetter)
    return word.contains(where: \.isNumber)
      || MetadataWords.shared.months[letters] != nil && letters.count > 2
      || ["updated", "published", "posted", "reviewed", "read", "edited", "with"].contains(letters)
  }

  private static func stripped(_ name: String) -> String {
    let folded = name.lowercased()
    let bys = MetadataWords.shared.words["by"] ?? []
    var rest = name[...]
    if let by = bys.filter({ folded.hasPrefix($0 + " ") || folded.hasPrefix($0 + ": ") })
      .max(by: { $0.count < $1.count })
    {
      rest = rest.dropFirst(by.count)
    }
    if let open = rest.firstIndex(of: "(") { rest = rest[..<open] }
    while let first = rest.first, " :@.".contains(first) { rest = rest.dropFirst() }
    while let last = rest.last, " :,.*".contains(last), !endsInInitial(rest) { rest.removeLast() }
    return String(rest)
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
