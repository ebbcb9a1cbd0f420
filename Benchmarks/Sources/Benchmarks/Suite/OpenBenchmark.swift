/// Opening the big notebook: its text, the kept texts, all its records.
enum OpenBenchmark {
  static let benchmark = Benchmark(
    "open", "open 50,000 annotations and 50,000 statements over 1,000 articles", measure)

  static func measure(_ fixture: Fixture) throws -> [Figure] {
    let path = "\(fixture.folder)/big/big.md"
    let world = BigNotebook.world(fixture.folder)
    let size = Double(try Files.read(path).count) / 1e6
    let cost = try Measure.median(of: 5) {
      let session = try BigNotebook.open(path, in: world)
      if session.book.statements.count != Prepare.marks { throw BenchmarkError("statements miss") }
    }
    return [
      Figure("processor, \(Number.short(size)) MB", cost.processor, atMost: 400, "ms"),
      Figure("wall", cost.wall, "ms"),
    ]
  }
}
