/// The memory of a session with a million marks, beside the notebook's own bytes and the texts.
enum MemoryBenchmark {
  static let benchmark = Benchmark(
    "memory", "a session with 500,000 annotations and 500,000 statements", measure)

  static func measure(_ fixture: Fixture) throws -> [Figure] {
    let path = "\(fixture.folder)/million/million.md"
    let world = BigNotebook.world(fixture.folder)
    let before = try Measure.memory("VmRSS")
    let (session, cost) = try Measure.once { try BigNotebook.open(path, in: world) }
    let held = try Measure.memory("VmRSS") - before
    let most = try Measure.memory("VmHWM") - before
    let texts = session.book.articles.all.reduce(0) { $0 + session.book.articles[$1].text.count }
    let own = Double(session.document.buffer.count + texts) / 1_048_576
    return [
      Figure(
        "memory beside \(Number.short(own)) MB of notebook and texts", held - own, atMost: 100, "MB"
      ),
      Figure("memory at most, all of it", most, "MB"),
      Figure("processor of opening it", cost.processor, "ms"),
    ]
  }
}
