import Readers

/// Reading saved web pages: how fast, and whether the memory of a long stream stays what it is.
enum ReadingBenchmark {
  static let benchmark = Benchmark("reading", "read saved web pages", measure)

  static func measure(_ fixture: Fixture) throws -> [Figure] {
    var dice = Dice(2031)
    let pages = (0..<60).map { InventedPage(number: $0, dice: &dice).bytes }
    let bytes = pages.reduce(0) { $0 + $1.count }
    for page in pages { try read(page) }
    let all = try Measure.median(of: 9) { for page in pages { try read(page) } }.processor
    let one = try Measure.median(
      pages.map { page in try Measure.once { try read(page) }.cost.wall })
    let speed = Double(bytes) / 1e6 / (all / 1e3)
    for number in 0..<1_000 { try read(pages[number % pages.count]) }
    let before = try Measure.memory("VmRSS")
    for number in 0..<9_000 { try read(pages[number % pages.count]) }
    let grown = try Measure.memory("VmRSS") - before
    let size = Number.short(Double(bytes) / Double(pages.count) / 1e3)
    return [
      Figure("processor, a megabyte of pages of \(size) KB", 1e3 / speed, atMost: 1e3 / 24, "ms"),
      Figure("megabytes a second of processor time", speed, "MB/s"),
      Figure("wall, the median page", one, atMost: 10, "ms"),
      Figure("memory at most, 10,000 pages in one process", try Measure.memory("VmHWM"), "MB"),
      Figure("memory grown from page 1,000 to 10,000", max(0, grown), atMost: 4, "MB"),
    ]
  }

  private static func read(_ page: [UInt8]) throws {
    let source = try ArticleReader.source(page, name: "page.html")
    if source.articles.first.map({ $0.content.blocks.count < 5 }) ?? true {
      throw BenchmarkError("a page has no article")
    }
  }
}
