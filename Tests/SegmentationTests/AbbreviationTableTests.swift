@testable import Segmentation
import Testing

@Suite struct AbbreviationTableTests {
  @Test func everyRowIsWellFormed() {
    let rows = Abbreviations.rows
    #expect(rows.count >= 10)
    for row in rows {
      #expect(!row.language.isEmpty && !row.words.isEmpty, "\(row)")
      #expect(["title", "other", "begin", "month"].contains(row.kind), "\(row)")
      for word in row.words { #expect(word == word.lowercased() && word.last != ".", "\(row)") }
    }
  }

  @Test(arguments: ["en", "de", "fr", "es", "it"])
  func everyLanguageHasTitlesAndBeginnings(_ language: String) {
    let found = Abbreviations.of(language)
    #expect(!found.titles.isEmpty && !found.beginnings.isEmpty)
  }

  @Test func aRegionDoesNotChangeTheLanguage() {
    #expect(Abbreviations.of("de-AT").months.contains("april"))
  }
}
