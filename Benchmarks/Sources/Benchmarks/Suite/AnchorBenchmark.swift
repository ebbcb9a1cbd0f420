import Anchoring
import SourceText

/// Finding a quote again, word for word, in an article of a megabyte.
enum AnchorBenchmark {
  static let benchmark = Benchmark(
    "anchor", "find a quote in an article of 1 MB", measure)

  static func measure(_ fixture: Fixture) throws -> [Figure] {
    var dice = Dice(1815)
    let article = InventedArticle("long", paragraphs: 7_400, dice: &dice)
    let text = article.content.text
    let ranges = article.content.blocks.map(\.range)
    let quotes = [1_000, 3_700, 7_300].map { text[ranges[$0]] }
    var typed: [Double] = []
    var moved: [Double] = []
    for quote in quotes {
      typed.append(
        try Measure.median(of: 41) {
          let found = lookUp(quote, in: text, within: ranges)
          guard case .found(_, .exact) = found else { throw BenchmarkError("not found") }
        }.processor)
    }
    for place in [1_000, 3_700, 7_300] {
      var anchor = describe([ranges[place]], in: text)
      anchor.pieces[0].start -= 1_000
      moved.append(
        try Measure.median(of: 41) {
          if locate(anchor, in: text).state != .exact { throw BenchmarkError("not exact") }
        }.processor)
    }
    return [
      Figure(
        "processor, typed words, \(Number.short(Double(text.count) / 1e6)) MB",
        Measure.median(typed), atMost: 0.2, "ms"),
      Figure(
        "processor, an anchor whose words have moved", Measure.median(moved), atMost: 0.2, "ms"),
    ]
  }
}
