import Attribution
import Casebook

/// Finding who says what: in one report, in a thousand, and in long texts of one kind, where the
/// time must grow as their length does.
enum SuggestBenchmark {
  static let benchmark = Benchmark("suggest", "suggest the statements of articles", measure)

  /// A paragraph of an invented report.
  private static let report = """
    Foreign Minister Mira Oslin said on Monday that Alba would not silence its guns before the \
    observers had crossed the river. “No truce without guarantees,” she told reporters in Selan. \
    According to envoy Jorun Tale, the council was wary of a vote, while Corda insisted that the \
    prisoners be exchanged at once. The mediator called the offer “a price worth paying” and \
    warned that the talks would not wait for the thaw.\n\n
    """

  private static let hostile = [
    "the harbour and the town and ", "“ ", "“a ” ", "she said that ", "he said that “and so on, ",
    "Mira Oslin, ", "\"a\" b, ", "( ", "very ", "‘a ’s ", "Das sagte Holm. ", "who said ",
    "They went with Mira Oslin to the harbour.\n\n",
  ]

  static func measure(_ fixture: Fixture) throws -> [Figure] {
    let article = Array(String(repeating: report, count: 12).utf8)
    let one = try Measure.median(of: 41) {
      if find(article) < 12 { throw BenchmarkError("too little is found") }
    }.processor
    let many = Measure.once { for _ in 0..<1_000 { _ = find(article) } }.cost.processor
    var growth = 0.0
    for piece in hostile {
      let long = Array(String(repeating: piece, count: 400_000 / piece.utf8.count).utf8)
      let short = Array(long.prefix(long.count / 8))
      let times = (
        Measure.median(of: 5) { _ = find(short) }.processor,
        Measure.median(of: 5) { _ = find(long) }.processor
      )
      growth = max(growth, times.1 / max(times.0, 0.1))
    }
    let size = Number.short(Double(article.count) / 1e3)
    return [
      Figure("processor, an article of \(size) KB", one, atMost: 5, "ms"),
      Figure("processor, 1,000 of them", many, atMost: 1_000, "ms"),
      Figure("eight times the length, times the time", growth, atMost: 16, "x"),
    ]
  }

  private static func find(_ bytes: [UInt8]) -> Int {
    Suggester.suggest(in: bytes, blocks: Suggester.paragraphs(of: bytes), language: "en").count
  }
}
