import Storage

/// A script of 100,000 commands on a new notebook, the articles loaded, the notebook saved.
enum ScriptBenchmark {
  static let benchmark = Benchmark(
    "script", "`verbatim run`: 1,000 loads, 50,000 annotate, 50,000 attribute", measure)

  static func measure(_ fixture: Fixture) throws -> [Figure] {
    let folder = "\(fixture.folder)/script"
    for file in ["x.md", ".x.md.journal"] { try Files.store.remove("\(folder)/\(file)") }
    let run = try Child.succeeding(
      [fixture.program, "run", "--on", "\(folder)/x.md", "\(folder)/big.verbatim"])
    let check = try Child.succeeding([fixture.program, "replay", "--check", "\(folder)/x.md"])
    return [
      Figure("wall", run.wall / 1e3, atMost: 5, "s"),
      Figure("processor", run.processor / 1e3, "s"),
      Figure("memory at most", run.memory, "MB"),
      Figure("processor, `replay --check` of what it made", check.processor, "ms"),
    ]
  }
}
