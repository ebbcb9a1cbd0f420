import Comparison

/// Networks of 500 parties on 300 issues: the whole year, and its windows.
enum NetworkBenchmark {
  static let benchmark = Benchmark(
    "network", "500 parties, 300 issues, 100,000 statements of a year", measure)

  static func measure(_ fixture: Fixture) throws -> [Figure] {
    let table = statements()
    let normalisations: [Normalisation] = [.none, .average, .jaccard, .cosine, .dnaJaccard]
    var figures = normalisations.map { normalisation in
      var options = NetworkOptions()
      options.normalisation = normalisation
      let cost = Measure.median(of: 5) { _ = table.network(options).rows.count }
      return Figure(
        "processor, normalised \(normalisation.name)", cost.processor, atMost: 100, "ms")
    }
    for (label, windows) in [
      ("52 weeks", TimeWindows(1, .weeks)),
      ("each week that begins on any day", TimeWindows(7, .days, kernel: .gaussian)),
    ] {
      let cost = Measure.once { count(of: windows, in: table) }
      figures.append(Figure("processor, \(label)", cost.cost.processor, atMost: 2_000, "ms"))
    }
    return figures
  }

  private static func count(of windows: TimeWindows, in table: NetworkStatements) -> Int {
    var options = NetworkOptions()
    options.normalisation = .average
    var ties = 0
    table.forEachWindow(windows) { window in
      let network = table.network(options, rows: window.rows, weights: window.weights)
      ties += network.ties.count
    }
    return ties
  }

  private static func statements() -> NetworkStatements {
    var dice = Dice(1959)
    var table = NetworkStatements(actorCount: 500, issueCount: 300)
    for number in 0..<100_000 {
      let day = Int32(22_280 + dice.number(0...364))
      table.append(
        actor: Int32(dice.number(0...499)), issue: Int32(dice.number(0...299)),
        level: Int8(dice.number(-2...2)), days: day...day, article: Int32(number / 20))
    }
    return table
  }
}
