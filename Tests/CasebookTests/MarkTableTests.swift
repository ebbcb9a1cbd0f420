import SourceText
import TestKit
import Testing

@testable import Casebook

/// Marks that come, go and come back, against plain arrays.
@Suite struct MarkTableTests {
  @Test(arguments: UInt64(1)...12)
  func marksAtRandomAreThoseOfTheModel(seed: UInt64) {
    var model = MarkModel(seed: seed)
    if seed.isMultiple(of: 3) { model.book.reserve(annotations: 500, statements: 500) }
    for step in 0..<500 {
      model.step()
      guard step % 25 == 0 || step == 499 else { continue }
      let about = "seed \(seed), step \(step)"
      guard expectSame(model.actual, model.expected, about) else { return }
      #expect(model.lost.isEmpty, "\(about)")
      #expect(model.wrongSuccessors == 0, "\(about)")
    }
  }

  private func article() -> Article {
    let text = CanonicalText("Headline\n\nFirst words.\n\nset aside\n\nSecond words.\n")
    let content = ArticleContent(
      text: text,
      blocks: [
        Block(.headline, 0..<8, line: 1), Block(.paragraph, 10..<22, line: 3),
        Block(.setAside, 24..<33, line: 5, reason: "navigation"),
        Block(.paragraph, 35..<48, line: 7),
      ], metadata: ArticleMetadata())
    return Article(name: "wire", source: "wire.txt", content: content, textDigest: text.digest)
  }

  private func mark(_ digits: String, _ range: Range<Int>) -> Annotation {
    Annotation(
      id: RecordID(.annotation, digest: digits), article: ArticleID(rawValue: 0), pieces: [range])
  }

  private func add(_ annotation: Annotation, to book: inout Casebook) throws -> AnnotationRow {
    let row = book.add(annotation)
    return try #require(row)
  }

  @Test func marksHaveAddressesByParagraphAndLetter() throws {
    var book = Casebook()
    let wire = book.define(article())
    let late = try add(mark("00000001", 41..<46), to: &book)
    let first = try add(mark("00000002", 35..<41), to: &book)
    let longer = try add(mark("00000003", 35..<48), to: &book)
    let headline = try add(mark("00000004", 0..<4), to: &book)
    #expect(
      [first, longer, late].map { book.address(of: $0) } == ["wire:2a", "wire:2b", "wire:2c"])
    #expect(book.address(of: headline) == "a00000004")
    #expect(book.mark("b", paragraph: 2, of: wire) == longer)
    for (letter, paragraph) in [("d", 2), ("a", 1), ("a", 3), ("a", 0), ("a", -1), ("q", 2)] {
      #expect(book.mark(letter, paragraph: paragraph, of: wire) == nil)
    }
    book.remove(first)
    #expect(book.address(of: longer) == "wire:2a")
  }

  @Test func aLinePutBackIsAParagraphUntilItsRecordGoes() throws {
    var book = Casebook()
    let wire = book.define(article())
    let row = try add(mark("00000001", 41..<46), to: &book)
    book.add(RestoredLine(article: wire, block: 2, item: 5))
    #expect(book.articles[wire].paragraphs.count == 3)
    #expect(book.address(of: row) == "wire:3a")
    book.define(article())
    #expect(book.articles[wire].paragraphs.count == 3, "defined again, it keeps its lines")
    book.removeRestoredLine(of: 4)
    #expect(book.articles[wire].paragraphs.count == 3)
    book.removeRestoredLine(of: 5)
    #expect(book.articles[wire].paragraphs.count == 2)
    #expect(book.address(of: row) == "wire:2a")
  }

  @Test func aStatementHasTheDaysItWasSaidElseThoseOfItsArticle() throws {
    var book = Casebook()
    var one = article()
    let wire = book.define(one)
    let row = try add(mark("00000001", 41..<46), to: &book)
    var statement = Statement(id: RecordID(.statement, digest: "00000001"), annotation: row)
    let line = book.add(statement)
    #expect(book.days(of: line) == nil)
    one.typed.published = DayRange("2031-04")
    book.define(one)
    #expect(book.days(of: line)?.description == "2031-04-01..2031-04-30")
    book.remove(line)
    statement.said = DayRange("2031-04-16")
    let again = book.add(statement)
    #expect(again == line && book.article(of: again) == wire)
    #expect(book.days(of: again)?.description == "2031-04-16")
  }

  @Test(arguments: Stance.all)
  func stancesAreReadAsTheyAreWritten(stance: Stance) {
    #expect(Stance(token: stance.token) == stance)
    #expect(Stance(token: stance.token.uppercased()) == stance)
    #expect(Stance(token: stance.token.replacing("-", with: "\u{2212}")) == stance)
    #expect(Stance(code: stance.code) == stance)
  }

  @Test(arguments: ["1", "2", "", "+3", "-3", "+0", "-0", "++1", "1+", "\u{2212}", "agree", "+ 1"])
  func otherWordsAreNoStance(token: String) {
    #expect(Stance(token: token) == nil)
  }

  @Test func stanceWordsMeanWhatTheySay() {
    for (word, stance) in Stance.words { #expect(Stance(token: word) == stance) }
    #expect(Set(Stance.words.map(\.stance)) == Set(Stance.all))
    #expect(Stance(code: Stance.none) == nil)
  }

  @Test(arguments: [
    ("1%", Likelihood.remote), ("5%", .veryUnlikely), ("20%", .unlikely), ("44%", .unlikely),
    ("45%", .evenChance), ("55%", .evenChance), ("56%", .likely), ("80%", .likely),
    ("95%", .veryLikely), ("99%", .almostCertain), ("Probable", .likely), ("remote", .remote),
    ("roughly-even-odds", .evenChance),
  ])
  func likelihoodsAreReadFromWordsAndPercentages(word: String, expected: Likelihood) {
    #expect(Likelihood(word: word) == expected)
  }

  @Test(arguments: ["0%", "100%", "-5%", "50", "50 %", "%", "maybe", ""])
  func otherWordsAreNoLikelihood(word: String) {
    #expect(Likelihood(word: word) == nil)
  }
}
