import Testing

@testable import Comparison

/// Rows of `actor issue level`, a statement each: `A truce +1`.
struct Coded {
  var table: NetworkStatements
  let actors: [String]
  let issues: [String]

  init(_ lines: [String]) {
    let rows = lines.map { $0.split(separator: " ").map(String.init) }
    actors = Set(rows.map { $0[0] }).sorted()
    issues = Set(rows.map { $0[1] }).sorted()
    table = NetworkStatements(actorCount: actors.count, issueCount: issues.count)
    for row in rows {
      let day = row.count > 3 ? Int32(row[3]) : nil
      table.append(
        actor: Int32(actors.firstIndex(of: row[0])!), issue: Int32(issues.firstIndex(of: row[1])!),
        level: Int8(row[2]) ?? NetworkStatements.noDegree, days: day.map { $0...$0 },
        article: row.count > 4 ? Int32(row[4])! : 0)
    }
  }

  /// The weight between two nodes by name.
  func weight(_ a: String, _ b: String, _ change: (inout NetworkOptions) -> Void) -> Double {
    var options = NetworkOptions()
    change(&options)
    let network = table.network(options)
    let rows = network.rows.map { (options.mode == .issues ? issues : actors)[Int($0)] }
    let columns = network.columns.map { (options.mode == .parties ? actors : issues)[Int($0)] }
    return network[rows.firstIndex(of: a)!, columns.firstIndex(of: b)!]
  }
}

/// Alba thrice on the truce, Corda twice and once against, Tarn elsewhere; each issue worked by hand.
private let coded = Coded([
  "Alba truce 1", "Alba truce 2", "Alba truce -1", "Alba seat -2",
  "Corda truce 2", "Corda truce 2", "Corda truce -2", "Corda monitors 1",
  "Tarn monitors -1", "Tarn seat 0", "Tarn truce u",
])

@Test(arguments: [
  // truce: (2+1)(2+1)
  (TieMeasure.ignore, 9.0),
  // 2·2 supporting, 1·1 opposing
  (.congruence, 5),
  // 2·1 and 1·2
  (.conflict, 4), (.subtract, 1),
])
func oneModeSidesAreWorkedByHand(measure: TieMeasure, expected: Double) {
  #expect(coded.weight("Alba", "Corda") { $0.measure = measure } == expected)
}

@Test func oneModeDegreesAreWorkedByHand() {
  // Distances of {1, 2, −1} from {2, 2, −2}: 1 1 3, 0 0 4, 3 3 1 = 16 quarters.
  let conflict = coded.weight("Alba", "Corda") {
    $0.measure = .conflict
    $0.scale = .degrees
  }
  let congruence = coded.weight("Alba", "Corda") {
    $0.measure = .congruence
    $0.scale = .degrees
  }
  #expect(conflict == 4)
  #expect(congruence == 5)
}

private let normalised: [(Normalisation, Double)] = [
  // Five alike; Alba and Corda have four statements each.
  (.average, 1.25), (.dnaCosine, 0.3125),
  // 5 of 9 pairs alike, through 1 of 3 issues: 5/27.
  (.jaccard, 0.185185185185185),
  // 5/6: the lengths are √(2² + 1² + 1²) both.
  (.cosine, 0.833333333333333),
  // 5/7. By level: +2 is shared, 1·2; Alba alone has +1, −1 and the seat, Corda −2 and the monitors.
  (.dnaJaccard, 0.714285714285714),
]

@Test(arguments: normalised)
func normalisationsAreWorkedByHand(normalisation: Normalisation, expected: Double) {
  let weight = coded.weight("Alba", "Corda") {
    $0.measure = .congruence
    $0.normalisation = normalisation
  }
  #expect(abs(weight - expected) < 1e-12)
}

@Test func aNodeLikeAnotherHasCosineAndJaccardOne() {
  let twins = Coded(["A x 1", "A y -2", "B x 1", "B x 1", "B y -2", "B y -2"])
  for normalisation in [Normalisation.cosine, .jaccard] {
    for measure in [TieMeasure.ignore, .congruence, .subtract] {
      let weight = twins.weight("A", "B") {
        $0.measure = measure
        $0.normalisation = normalisation
      }
      #expect(abs(weight - 1) < 1e-12, "\(measure) \(normalisation)")
    }
  }
}

@Test func opposedNodesHaveMinusOne() {
  let foes = Coded(["A x 1", "A y -2", "B x -1", "B y 2", "B y 2"])
  for normalisation in [Normalisation.jaccard, .cosine] {
    let weight = foes.weight("A", "B") { $0.normalisation = normalisation }
    #expect(weight < -0.94 && weight >= -1, "\(normalisation): \(weight)")
  }
}

@Test func issuesAreTiedByThoseWhoSpeakOnBoth() {
  let weight = coded.weight("seat", "truce") {
    $0.mode = .issues
    $0.measure = .conflict
  }
  // Alba: one against the seat, two for the truce.
  #expect(weight == 2)
}

@Test(arguments: [
  (TieMeasure.ignore, Normalisation.none, 3.0), (.ignore, .activity, 0.75),
  (.ignore, .prominence, 0.428571428571429), (.subtract, .none, 1), (.combine, .none, 3),
])
func twoModesAreWorkedByHand(
  measure: TieMeasure, normalisation: Normalisation, expected: Double
) {
  let weight = coded.weight("Alba", "truce") {
    $0.mode = .both
    $0.measure = measure
    $0.normalisation = normalisation
  }
  #expect(abs(weight - expected) < 1e-12)
}

@Test func statementsWithoutADegreeCountOnlyWhereStancesAreIgnored() {
  let ignored = coded.weight("Alba", "Tarn") { $0.measure = .ignore }
  #expect(ignored == 3 + 1)
  #expect(coded.weight("Alba", "Tarn") { $0.measure = .congruence } == 0)
}

@Test(arguments: [
  (CountedOnce.never, 6.0), (.article, 3), (.day, 4), (.week, 3), (.month, 3), (.year, 2),
  (.dnaMonth, 2),
])
func theSameCountsOnceInAPeriod(once: CountedOnce, expected: Double) {
  // 2031-01-31 is a Friday, 2031-02-01 a Saturday, 2031-02-03 a Monday; the year after, 31 January.
  let (friday, saturday, monday, later) = (22_310, 22_311, 22_313, 22_675)
  let coded = Coded([
    "A x 1 \(friday) 0", "A x 1 \(friday) 0", "A x 1 \(saturday) 1", "A x 1 \(monday) 1",
    "A x 1 \(later) 2", "A x 1 \(later) 2",
  ])
  let weight = coded.weight("A", "x") {
    $0.mode = .both
    $0.measure = .ignore
    $0.once = once
  }
  #expect(weight == expected)
}

@Test func statementsWithoutADayCountOnceInTheirArticle() {
  var table = NetworkStatements(actorCount: 1, issueCount: 1)
  for article: Int32 in [0, 0, 1] { table.append(actor: 0, issue: 0, level: 1, article: article) }
  var options = NetworkOptions()
  options.mode = .both
  options.once = .week
  #expect(table.network(options)[0, 0] == 2)
}

@Test func sharesOfCodersAddUpToOneStatement() {
  var table = NetworkStatements(actorCount: 2, issueCount: 1)
  table.append(actor: 0, issue: 0, level: 1, weight: 0.5, statement: 0)
  table.append(actor: 0, issue: 0, level: -1, weight: 0.5, statement: 0)
  table.append(actor: 1, issue: 0, level: 1, statement: 1)
  var options = NetworkOptions()
  #expect(table.network(options)[0, 1] == 0)
  options.measure = .ignore
  #expect(table.network(options)[0, 1] == 1)
}

@Test func nothingGivesAnEmptyNetwork() {
  let table = NetworkStatements(actorCount: 0, issueCount: 0)
  for mode in [NetworkMode.parties, .issues, .both] {
    var options = NetworkOptions()
    options.mode = mode
    let network = table.network(options)
    #expect(network.rows.isEmpty && network.ties.isEmpty)
  }
  var windows = 0
  table.forEachWindow(TimeWindows(1, .weeks)) { _ in windows += 1 }
  #expect(windows == 0)
}

@Test func aBalanceIsToldFromNothingShared() {
  let network = Coded(["A x 1", "A x -1", "B x 1", "C y 1"]).table.network(NetworkOptions())
  #expect(network[0, 1] == 0 && network.shared(0, 1) == 1)
  #expect(network[0, 2] == 0 && network.shared(0, 2) == 0)
}

@Test func neutralIsOpposedToNothingBySideAndHalfwayByDegree() {
  let table = Coded(["A x 0", "B x 2"])
  for (scale, conflict) in [(StanceScale.sides, 0.0), (.degrees, 0.5)] {
    let weight = table.weight("A", "B") {
      $0.measure = .conflict
      $0.scale = scale
    }
    #expect(weight == conflict)
  }
}
