public import SourceText

/// The language of a text, told by a vote of function words.
public enum Language {
  /// Function words by language, from `Data/stopwords.tsv`, in the order of the table.
  static let words: [(language: String, words: Set<String>)] = {
    String(decoding: PackageResources.stopwords_tsv, as: UTF8.self).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
      .map { line in
        let fields = line.split(separator: "\t").map(String.init)
        return (fields[0], Set(fields[1].split(separator: " ").map(String.init)))
      }
  }()

  /// The language whose words are most frequent, or that its script tells (Chinese, Japanese); nil
  /// where fewer than one word in twenty is known.
  public static func of(_ text: CanonicalText) -> String? {
    let head = text.bytes[..<min(text.count, 40_000)]
    var votes = [Int](repeating: 0, count: words.count)
    var all = 0
    var start = head.startIndex
    for end in head.startIndex...head.endIndex {
      if end < head.endIndex, isLetter(head, end) { continue }
      if end > start {
        all += 1
        var languages = FunctionWords.shared.languages(head[start..<end])
        while languages != 0 {
          votes[languages.trailingZeroBitCount] += 1
          languages &= languages - 1
        }
      }
      start = end + 1
    }
    guard let most = votes.max(), all > 0, most * 20 >= all, most > 0 else {
      return ofScript(head)
    }
    return votes.firstIndex(of: most).map { words[$0].language }
  }

  /// Chinese or Japanese where most bytes are of their scripts, which have no blanks between words
  /// to count; Japanese has at least one kana among twenty signs.
  private static func ofScript(_ bytes: ArraySlice<UInt8>) -> String? {
    var (kana, han) = (0, 0)
    for i in bytes.indices where bytes[i] >= 0xE3 && bytes[i] <= 0xE9 && i + 1 < bytes.endIndex {
      if bytes[i] == 0xE3, (0x81...0x83).contains(bytes[i + 1]) { kana += 1 }
      if bytes[i] >= 0xE4 { han += 1 }
    }
    guard (kana + han) * 6 > bytes.count else { return nil }
    return kana * 20 >= kana + han ? "ja" : "zh"
  }

  /// The language of a tag as pages and programs write them (BCP 47, section 2.2.1): `en-GB` and
  /// `EN_us` are `en`. Nil for what is none.
  static func code(_ tag: String) -> String? {
    let code = tag.trimmingPrefix { $0.isWhitespace }
      .prefix { $0 != "-" && $0 != "_" && !$0.isWhitespace }.lowercased()
    let isCode =
      (2...3).contains(code.utf8.count) && code.utf8.allSatisfy { $0 >= 0x61 && $0 <= 0x7A }
    return isCode ? code : nil
  }

  /// Letters and the straight apostrophe; beyond ASCII all but the bytes of blanks, quotes and
  /// dashes.
  private static func isLetter(_ bytes: ArraySlice<UInt8>, _ i: Int) -> Bool {
    let byte = bytes[i]
    if byte < 0x80 { return (0x61...0x7A).contains(byte | 0x20) || byte == 0x27 }
    func isMark(_ i: Int) -> Bool {
      bytes[i] == 0xC2
        || (bytes[i] == 0xE2 || bytes[i] == 0xE3) && i + 1 < bytes.endIndex && bytes[i + 1] == 0x80
    }
    if isMark(i) { return false }
    if byte < 0xC0 {
      return !(i > bytes.startIndex && isMark(i - 1))
        && !(i > bytes.startIndex + 1 && isMark(i - 2))
    }
    return true
  }

  /// The bit of a language's function words; English ones where it is not known.
  static func bit(_ language: String?) -> FunctionWords.Languages {
    let index = words.firstIndex { $0.language == language ?? "en" } ?? 0
    return 1 << index
  }
}
