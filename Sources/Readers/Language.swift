internal import SourceText

/// The language of a text, told by a vote of function words.
enum Language {
  /// Function words by language, from `Data/stopwords.tsv`, in the order of the table.
  static let words: [(language: String, words: Set<String>)] = {
    String(decoding: PackageResources.stopwords_tsv, as: UTF8.self).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
      .map { line in
        let fields = line.split(separator: "\t").map(String.init)
        return (fields[0], Set(fields[1].split(separator: " ").map(String.init)))
      }
  }()

  /// The language whose words are most frequent; nil where fewer than one word in twenty is known.
  static func of(_ text: CanonicalText) -> String? {
    let head = text[0..<text.offset(min(text.count, 40_000), movedBy: 0)]
    var counts: [Substring: Int] = [:]
    var all = 0
    for word in head.lowercased().split(whereSeparator: { !$0.isLetter && $0 != "'" }) {
      counts[Substring(String(word)), default: 0] += 1
      all += 1
    }
    if all == 0 { return nil }
    var best: (language: String, votes: Int) = ("", 0)
    for (language, words) in words {
      let votes = counts.reduce(0) { $0 + (words.contains(String($1.key)) ? $1.value : 0) }
      if votes > best.votes { best = (language, votes) }
    }
    return best.votes * 20 >= all ? best.language : nil
  }

  /// The function words of a language; English ones where it is not known.
  static func stopwords(_ language: String?) -> Set<String> {
    words.first { $0.language == language ?? "en" }?.words ?? []
  }
}
