import Glibc

/// All benchmarks, in the order of the table.
enum Suite {
  static let all: [Benchmark] = [
    StartBenchmark.benchmark, OpenBenchmark.benchmark, ReplayBenchmark.benchmark,
    CompareBenchmark.benchmark, NetworkBenchmark.benchmark, CampsBenchmark.benchmark,
    AgreementBenchmark.benchmark, AskingBenchmark.benchmark,
    JournalBenchmark.benchmark, ScriptBenchmark.benchmark, SaveBenchmark.benchmark,
    AnchorBenchmark.benchmark, SuggestBenchmark.benchmark, ReadingBenchmark.benchmark,
    GrowthBenchmark.benchmark, LargeBenchmark.benchmark,
    MemoryBenchmark.benchmark, CompletionBenchmark.benchmark,
  ]

  /// Measures one benchmark in this process and prints its figures as lines.
  static func measure(_ name: String, in folder: String, program: String) throws {
    if name == Prepare.name { return try Prepare.run(in: folder) }
    guard let benchmark = all.first(where: { $0.name == name }) else {
      throw BenchmarkError("‘\(name)’ is no benchmark")
    }
    for figure in try benchmark.measure(Fixture(folder: folder, program: program)) {
      print(figure.line)
    }
  }

  /// Measures each benchmark in a process of its own and prints the table.
  static func measureAll(_ options: Options) throws {
    let folder = options.folder ?? "/tmp/verbatim-bench-\(getpid())"
    let invented = try Child.run([Child.own, "--only", Prepare.name, "--folder", folder])
    if invented.status != 0 { throw BenchmarkError("the notebooks could not be made") }
    print(Table.head)
    var missed = 0
    for benchmark in all where options.chosen.isEmpty || options.chosen.contains(benchmark.name) {
      let child = try Child.run([
        Child.own, "--only", benchmark.name, "--folder", folder, "--program", options.program,
      ])
      let figures = child.output.split(separator: "\n").compactMap { Figure(line: $0) }
      print(Table.rows(benchmark, figures))
      if child.status != 0 || figures.isEmpty {
        print("\(benchmark.name): could not be measured\n\(child.errors)")
        missed += 1
      }
      missed += figures.count { $0.isKept == false }
    }
    if options.folder == nil { try Files.removeFolder(folder) }
    print(missed == 0 ? "every promise is kept" : "\(missed) not kept")
    exit(missed == 0 ? 0 : 1)
  }
}
