import Casebook
import Readers
import SourceText

/// How time grows with size where it would be easy to compare all with all.
enum GrowthBenchmark {
  static let benchmark = Benchmark("growth", "eight times the size, times the time", measure)

  static func measure(_ fixture: Fixture) throws -> [Figure] {
    let mails = try growth { count in
      let mail =
        "From a@b Tue May  3 08:15:00 2033\nFrom: Ada <a@b.example>\nTo: c@d.example\n"
        + "Subject: Talks\nDate: Tue, 3 May 2033 08:15:00 +0200\n\n"
        + "The envoys met in the old customs house and spoke for three hours.\n\n"
      let bytes = Array(String(repeating: mail, count: count * 100).utf8)
      let found = try ArticleReader.source(bytes, name: "box").articles.count
      if found != count * 100 { throw BenchmarkError("a mail was not read") }
    }
    let copies = try growth { count in
      var book = Casebook()
      for number in 0..<count * 100 { add(number, to: &book) }
      if !book.nearCopies.isEmpty { throw BenchmarkError("an article is taken for a copy") }
    }
    return [
      Figure("mails of a mailbox", mails, atMost: 16, "x"),
      Figure("articles with one notice among which copies are looked for", copies, atMost: 16, "x"),
    ]
  }

  private static func growth(_ body: (Int) throws -> Void) throws -> Double {
    let short = try Measure.median(of: 3) { try body(1) }.processor
    let long = try Measure.median(of: 3) { try body(8) }.processor
    return long / max(short, 0.1)
  }

  /// An article of five paragraphs of its own and four that all of them have.
  private static func add(_ number: Int, to book: inout Casebook) {
    let own = (0..<5).map { paragraph(1_000 + number * 5 + $0) }
    var (text, blocks) = ("", [Block]())
    for paragraph in own + (900..<904).map(paragraph) {
      let start = text.utf8.count
      text += paragraph
      blocks.append(Block(.paragraph, start..<text.utf8.count, line: blocks.count + 1))
      text += "\n\n"
    }
    let content = ArticleContent(
      text: CanonicalText(text), blocks: blocks, metadata: ArticleMetadata())
    book.define(
      Article(
        name: "a\(number)", source: "a\(number).txt", content: content,
        textDigest: content.text.digest))
  }

  private static func paragraph(_ number: Int) -> String {
    (0..<30).map { "word\(number)x\($0)" }.joined(separator: " ") + "."
  }
}
