/// Replaying the big notebook as a check: all records, all sources digested, all outputs compared.
enum ReplayBenchmark {
  static let benchmark = Benchmark(
    "replay", "`verbatim replay --check` of the same notebook", measure)

  static func measure(_ fixture: Fixture) throws -> [Figure] {
    let notebook = "\(fixture.folder)/big/big.md"
    let runs = try (0..<5).map { _ in
      try Child.succeeding([fixture.program, "replay", "--check", notebook])
    }
    return [
      Figure("processor", Measure.median(runs.map(\.processor)), atMost: 400, "ms"),
      Figure("wall", Measure.median(runs.map(\.wall)), "ms"),
      Figure("memory at most", Measure.median(runs.map(\.memory)), "MB"),
    ]
  }
}
