extension Arguments {
  /// The words of a line, sorted.
  struct Sorting {
    var segments: [Segment] = []
    var tagWords: [Word] = []
    var idWord: Word?
    /// The word at which the first keyword stands.
    var headEnd: Int

    init(_ line: CommandLine, _ declaration: Declaration, _ mayShorten: Bool) {
      headEnd = line.words.count
      segments.reserveCapacity(min(8, line.words.count / 2))
      for i in 1..<max(1, line.words.count) {
        let word = line.words[i]
        if word.form == .plain, declaration.takesTags, line.bytes[word.range.lowerBound] == 0x23 {
          tagWords.append(word)
        } else if let keyword = Arguments.keyword(word, line, declaration, mayShorten),
          !isName(i, keyword, line, declaration), !isValue(i, line, declaration, mayShorten)
        {
          if keyword == declaration.keywords.count, i + 1 < line.words.count {
            idWord = line.words[i + 1]
          }
          if let last = segments.indices.last {
            segments[last].words = segments[last].words.lowerBound..<i
          }
          segments.append(
            Segment(
              keyword: keyword, key: declaration.keywordKeys[keyword], word: word,
              words: i + 1..<line.words.count))
          headEnd = min(headEnd, i)
        }
      }
    }

    /// Whether a word that became a keyword late is a name here: `on channel -1`.
    private func isName(
      _ i: Int, _ keyword: Int, _ line: CommandLine, _ declaration: Declaration
    ) -> Bool {
      guard keyword < declaration.keywords.count, declaration.keywords[keyword].isLate,
        i == segments.last?.words.lowerBound || line.words[i - 1].form == .comma
      else { return false }
      let next = i + 1 < line.words.count ? line.words[i + 1] : nil
      return !(next.map { $0.isQuoted || line.text($0) == "none" } ?? false)
    }

    /// Whether a keyword is the value of the one before it: `cue said on truce`.
    private func isValue(
      _ i: Int, _ line: CommandLine, _ declaration: Declaration, _ mayShorten: Bool
    ) -> Bool {
      guard let last = segments.last, i == last.words.lowerBound,
        last.keyword < declaration.keywords.count, declaration.keywords[last.keyword].takesAnyWord
      else { return false }
      guard i + 1 < line.words.count else { return true }
      let next = line.words[i + 1]
      let isTag = next.form == .plain && line.bytes[next.range.lowerBound] == 0x23
      return isTag || Arguments.keyword(next, line, declaration, mayShorten) != nil
    }
  }

  fileprivate static func keyword(
    _ word: Word, _ line: CommandLine, _ declaration: Declaration, _ mayShorten: Bool
  ) -> Int? {
    guard word.form == .plain else { return nil }
    if let place = declaration.place(ofKeyword: line.bytes, word.range) { return place }
    guard mayShorten, word.range.count >= 3 else { return nil }
    let fitting = declaration.keywordBytes.indices.filter {
      declaration.keywordBytes[$0].starts(with: line.bytes[word.range])
    }
    return fitting.count == 1 ? fitting[0] : nil
  }
}
