import Testing

@testable import Readers

/// What the tables hold is well formed down to the last row.
@Suite struct TableTests {
  @Test func everyRowOfTheLineTableIsWellFormed() {
    let rows = LineTable.rows
    #expect(rows.count > 1_000)
    for (number, row) in rows.enumerated() {
      guard let row else {
        Issue.record("row \(number + 1) is not well formed")
        continue
      }
      #expect(row.match.reason != "" && row.pattern.utf8.count >= (row.kind == "exact" ? 1 : 3))
      let isAside = row.match.action == .aside || row.match.action == .tail
      #expect(isAside == (row.match.reason != nil), "\(row)")
    }
  }

  @Test func patternsAreWrittenAsLinesAreFolded() {
    for case let row? in LineTable.rows where row.kind == "exact" {
      #expect(FoldedLine(row.pattern).text == row.pattern)
    }
  }

  @Test func everyRowOfTheMetadataTableIsWellFormed() {
    let kinds = [
      "month", "weekday", "published", "updated", "by", "and", "future", "on", "place", "checked",
      "desk", "degree",
    ]
    for row in MetadataWords.rows {
      #expect(kinds.contains(row.kind) && !row.words.isEmpty && !row.language.isEmpty, "\(row)")
      if row.kind == "month" { #expect(row.words.count == 12, "\(row)") }
      if row.kind == "weekday" { #expect(row.words.count == 7, "\(row)") }
    }
  }

  @Test func everyLanguageHasFunctionWordsOfItsOwn() {
    #expect(Language.words.count >= 10)
    for (language, words) in Language.words { #expect(words.count >= 20, "\(language)") }
    #expect(Set(Language.words.map(\.language)).count == Language.words.count)
  }

  @Test(arguments: [
    ("Back to Top", "back to top"), ("  6 minute   read", "# minute read"),
    ("• 1,204 Comments »", "# comments"), ("“Who’s there”", "\"who's there\""),
    ("ÜBER UNS", "über uns"), ("", ""), ("•", ""),
  ])
  func linesAreFolded(_ line: String, _ folded: String) {
    #expect(FoldedLine(line).text == folded)
  }
}
