/// All statements of a graph's nodes, each coded in every other way.
struct RecodingTable: Sendable {
  /// All of them; none where there are too many to try.
  let recodings: [Recoding]
  /// Whether there are too many: their changes would take more than 32 MB.
  let isTooLarge: Bool
  private let weights: StanceWeights
  private let unit: Double
  private let factors: [Double]
  private let count: Int

  /// - Parameters:
  ///   - nodes: The actors of the graph.
  ///   - options: A one-mode network of parties, not normalised, by average or by Jaccard: there a
  ///     tie is linear in the counts of each of its ends.
  init(_ table: NetworkStatements, nodes: [Int32], _ options: NetworkOptions, unit: Double) {
    let maker = RecodingMaker(table, nodes, options, unit)
    weights = maker.weights
    self.unit = unit
    factors = maker.factors
    count = nodes.count
    let classes = maker.classes()
    isTooLarge = classes.count * 3 * nodes.count > 4_000_000
    recodings = isTooLarge ? [] : classes.flatMap { maker.recodings(of: $0) }
  }

  /// What two recodings change together at most: no change of counts is more than 1 to each of two
  /// levels.
  var mostTogether: Int {
    SignedGraph.units(4 * factors.reduce(0) { max($0, $1) }, unit)
  }

  /// What two recodings change together beyond what each does alone: on one issue, the tie of their
  /// two actors.
  func together(_ a: Recoding, _ b: Recoding) -> Int {
    guard a.issue == b.issue, a.node != b.node else { return 0 }
    let product = (a.change * weights.times(b.change)).sum() / (a.total * b.total)
    return SignedGraph.units(product * factors[a.node * count + b.node], unit)
  }
}

/// Makes recodings.
private struct RecodingMaker {
  let table: NetworkStatements
  let nodes: [Int32]
  let options: NetworkOptions
  let unit: Double
  let weights: StanceWeights
  let counts: StanceCounts
  /// What the product of counts of each pair of nodes is multiplied with.
  let factors: [Double]
  /// The entry of each node on each issue, -1 where there is none.
  private let entries: [Int32]

  init(
    _ table: NetworkStatements, _ nodes: [Int32], _ options: NetworkOptions, _ unit: Double
  ) {
    self.table = table
    self.nodes = nodes
    self.options = options
    self.unit = unit
    weights = StanceWeights(options.measure, options.scale)
    let rows = (0..<Int32(table.count)).filter {
      table.levels[Int($0)] != NetworkStatements.noDegree
    }
    counts = StanceCounts(table, rows: rows)
    var place = [Int](repeating: -1, count: table.actorCount)
    for (i, node) in nodes.enumerated() { place[Int(node)] = i }
    var entries = [Int32](repeating: -1, count: nodes.count * table.issueCount)
    for i in counts.nodes.indices where place[Int(counts.nodes[i])] >= 0 {
      entries[place[Int(counts.nodes[i])] * table.issueCount + Int(counts.ties[i])] = Int32(i)
    }
    self.entries = entries
    factors = RecodingMaker.factors(nodes, counts, entries, options, table.issueCount)
  }

  private static func factors(
    _ nodes: [Int32], _ counts: StanceCounts, _ entries: [Int32], _ options: NetworkOptions,
    _ issueCount: Int
  ) -> [Double] {
    let activity = counts.activity
    var factors = [Double](repeating: 1, count: nodes.count * nodes.count)
    for a in nodes.indices {
      for b in nodes.indices where a != b {
        switch options.normalisation {
        case .average:
          factors[a * nodes.count + b] = 2 / (activity[Int(nodes[a])] + activity[Int(nodes[b])])
        case .jaccard:
          let union = (0..<issueCount).count { k in
            entries[a * issueCount + k] >= 0 || entries[b * issueCount + k] >= 0
          }
          factors[a * nodes.count + b] = 1 / Double(union)
        default: break
        }
      }
    }
    return factors
  }

  /// The statements, those of one actor, issue and degree together.
  func classes() -> [CodedClass] {
    var place = [Int](repeating: -1, count: table.actorCount)
    for (i, node) in nodes.enumerated() { place[Int(node)] = i }
    var classes: [CodedClass] = []
    var known: [CodedClass.Key: Int] = [:]
    var row = 0
    while row < table.count {
      var end = row + 1
      while end < table.count, table.statements[end] == table.statements[row] { end += 1 }
      let node = place[Int(table.actors[row])]
      let made = CodedClass(table, row..<end, node)
      row = end
      if node < 0 || made.counts.sum() == 0 { continue }
      if let index = known[made.key] {
        classes[index].statements += made.statements
      } else {
        known[made.key] = classes.count
        classes.append(made)
      }
    }
    return classes
  }

  func recodings(of one: CodedClass) -> [Recoding] {
    let targets: [Int8] =
      options.scale == .degrees ? [-2, -1, 0, 1, 2] : CodedClass.sides(besides: one.level)
    return targets.filter { $0 != one.level }.compactMap { level in
      var change = -one.counts
      change[Int(level) + 2] += one.counts.sum()
      let changes = self.changes(one, weights.times(change))
      if changes.allSatisfy({ $0 == 0 }) { return nil }
      return Recoding(
        statements: one.statements, node: one.node, issue: one.issue, from: one.level, to: level,
        change: change, total: total(one), changes: changes)
    }
  }

  /// All its actor says on its issue where ties are shares, else 1.
  private func total(_ one: CodedClass) -> Double {
    if options.normalisation != .jaccard { return 1 }
    let own = entries[one.node * table.issueCount + Int(one.issue)]
    return counts.counts[Int(own)].sum()
  }

  /// The change of each tie, where `change` is the table of weights times the change of counts.
  private func changes(_ one: CodedClass, _ change: LevelCounts) -> [Int] {
    nodes.indices.map { j in
      let entry = entries[j * table.issueCount + Int(one.issue)]
      if j == one.node || entry < 0 { return 0 }
      var product = (change * counts.counts[Int(entry)]).sum() * factors[one.node * nodes.count + j]
      if options.normalisation == .jaccard {
        product /= counts.counts[Int(entry)].sum() * total(one)
      }
      return SignedGraph.units(product, unit)
    }
  }
}

/// Statements of one actor on one issue that are coded the same.
private struct CodedClass {
  struct Key: Hashable {
    let node: Int
    let issue: Int32
    let counts: LevelCounts
  }

  var statements: [Int32]
  let node: Int
  let issue: Int32
  let counts: LevelCounts
  /// Its degree; nil where coders differ.
  let level: Int8?

  init(_ table: NetworkStatements, _ rows: Range<Int>, _ node: Int) {
    statements = [table.statements[rows.lowerBound]]
    self.node = node
    issue = table.issues[rows.lowerBound]
    var counts = LevelCounts()
    var levels: Set<Int8> = []
    for row in rows where table.levels[row] != NetworkStatements.noDegree {
      counts[Int(table.levels[row]) + 2] += table.weights[row]
      levels.insert(table.levels[row])
    }
    self.counts = counts
    level = levels.count == 1 ? levels.first : nil
  }

  var key: Key { Key(node: node, issue: issue, counts: counts) }

  /// One degree on each other side: of the same strength on the opposite one.
  static func sides(besides level: Int8?) -> [Int8] {
    switch level {
    case nil: [-1, 0, 1]
    case 0: [-1, 1]
    case .some(let level): [-level, 0]
    }
  }
}
