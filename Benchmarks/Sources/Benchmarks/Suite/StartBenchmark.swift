/// From the start of the process to the first prompt: what every call of the program pays.
enum StartBenchmark {
  static let benchmark = Benchmark(
    "start", "open a small notebook, answer a listing, leave", measure)

  static func measure(_ fixture: Fixture) throws -> [Figure] {
    let notebook = "\(fixture.folder)/small/small.md"
    let runs = try (0..<41).map { _ in
      try Child.succeeding([fixture.program, notebook, "-c", "list articles"])
    }
    let bare = try (0..<41).map { _ in try Child.succeeding([fixture.program, "--version"]) }
    return [
      Figure(
        "wall, notebook of 4 marks, `-c 'list articles'`", Measure.median(runs.map(\.wall)),
        atMost: 8, "ms"),
      Figure("processor", Measure.median(runs.map(\.processor)), "ms"),
      Figure("memory at most", Measure.median(runs.map(\.memory)), atMost: 20, "MB"),
      Figure("wall, `--version`", Measure.median(bare.map(\.wall)), "ms"),
    ]
  }
}
