/// One thing the program promises figures for, and how it is measured. One file each.
struct Benchmark: Sendable {
  /// The name it is called by on the command line.
  let name: String
  /// What is done, in a few words.
  let summary: String
  /// Measures it.
  let measure: @Sendable (Fixture) throws -> [Figure]

  init(
    _ name: String, _ summary: String, _ measure: @escaping @Sendable (Fixture) throws -> [Figure]
  ) {
    self.name = name
    self.summary = summary
    self.measure = measure
  }
}

/// What a benchmark is run on.
struct Fixture {
  /// The folder with the invented notebooks.
  let folder: String
  /// The program.
  let program: String
}

/// One measured figure beside the promised one.
struct Figure {
  /// What was measured.
  let label: String
  /// What came out, with its unit.
  let measured: String
  /// What it may be at most, with its unit; empty where nothing is promised.
  let promised: String
  /// Whether the promise is kept; nil where nothing is promised.
  let isKept: Bool?

  /// A figure with a promise.
  init(_ label: String, _ value: Double, atMost limit: Double, _ unit: String) {
    self.label = label
    measured = "\(Number.short(value)) \(unit)"
    promised = "\(Number.short(limit)) \(unit)"
    isKept = value <= limit
  }

  /// A figure for information.
  init(_ label: String, _ value: Double, _ unit: String) {
    self.label = label
    measured = "\(Number.short(value)) \(unit)"
    promised = ""
    isKept = nil
  }

  /// Reads the line that `line` makes.
  init?(line: Substring) {
    let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 5, parts[0] == "figure" else { return nil }
    label = parts[1]
    measured = parts[2]
    promised = parts[3]
    isKept = parts[4].isEmpty ? nil : parts[4] == "kept"
  }

  /// The figure as one line between the process that measured and the one that prints.
  var line: String {
    let state = isKept.map { $0 ? "kept" : "missed" } ?? ""
    return "figure\t\(label)\t\(measured)\t\(promised)\t\(state)"
  }
}
