/// The statements of nodes through what ties them, counted by level.
///
/// Entries stand in the order of what ties, then of the nodes; what has no statement has no entry.
struct StanceCounts {
  /// The node of each entry.
  private(set) var nodes: [Int32] = []
  /// What each entry is tied through.
  private(set) var ties: [Int32] = []
  /// The counts of each entry.
  private(set) var counts: [LevelCounts] = []
  /// How many numbers of nodes there are.
  let nodeCount: Int
  /// How many numbers of ties there are.
  let tieCount: Int

  /// Counts some rows; each by its own weight times that of its place in `rows`.
  init(
    _ table: NetworkStatements, rows: [Int32], weights: [Double]? = nil, byIssue: Bool = false
  ) {
    let (nodeOf, tieOf) =
      byIssue ? (table.issues, table.actors) : (table.actors, table.issues)
    nodeCount = byIssue ? table.issueCount : table.actorCount
    tieCount = byIssue ? table.actorCount : table.issueCount
    let places = Array(0..<Int32(rows.count))
    let byNode = CountingSort.sort(places, bound: nodeCount) { Int(nodeOf[Int(rows[Int($0)])]) }
    let sorted = CountingSort.sort(byNode, bound: tieCount) { Int(tieOf[Int(rows[Int($0)])]) }
    for place in sorted {
      let row = Int(rows[Int(place)])
      let weight = table.weights[row] * (weights?[Int(place)] ?? 1)
      if weight == 0 { continue }
      if nodes.last != nodeOf[row] || ties.last != tieOf[row] {
        nodes.append(nodeOf[row])
        ties.append(tieOf[row])
        counts.append(LevelCounts())
      }
      let level = table.levels[row]
      let slot = level == NetworkStatements.noDegree ? 5 : Int(level) + 2
      counts[counts.count - 1][slot] += weight
    }
  }

  /// All statements of each node.
  var activity: [Double] { sums(of: nodes, nodeCount) }

  /// All statements through each tie.
  var prominence: [Double] { sums(of: ties, tieCount) }

  private func sums(of keys: [Int32], _ count: Int) -> [Double] {
    var sums = [Double](repeating: 0, count: count)
    for i in keys.indices { sums[Int(keys[i])] += counts[i].sum() }
    return sums
  }

  /// The entries of each tie, as ranges.
  var runs: [Range<Int>] {
    var runs: [Range<Int>] = []
    var start = 0
    while start < ties.count {
      var end = start + 1
      while end < ties.count, ties[end] == ties[start] { end += 1 }
      runs.append(start..<end)
      start = end
    }
    return runs
  }
}
