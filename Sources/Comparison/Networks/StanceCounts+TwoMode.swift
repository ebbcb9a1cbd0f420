extension StanceCounts {
  /// The two-mode network: nodes down, ties across.
  func twoMode(_ options: NetworkOptions) -> Network {
    let nodes = usedNodes
    var isUsed = [Bool](repeating: false, count: tieCount)
    for tie in ties { isUsed[Int(tie)] = true }
    let columns = (0..<Int32(tieCount)).filter { isUsed[Int($0)] }
    var (place, column) = (
      [Int](repeating: 0, count: nodeCount), [Int](repeating: 0, count: tieCount)
    )
    for (i, node) in nodes.enumerated() { place[Int(node)] = i }
    for (i, tie) in columns.enumerated() { column[Int(tie)] = i }
    let (activity, prominence) = (self.activity, self.prominence)
    var values = [Double](repeating: 0, count: nodes.count * columns.count)
    var common = [Int32](repeating: 0, count: values.count)
    for i in counts.indices {
      let (node, tie) = (Int(self.nodes[i]), Int(ties[i]))
      let divisor =
        switch options.normalisation {
        case .activity: activity[node]
        case .prominence: prominence[tie]
        default: 1.0
        }
      let cell = place[node] * columns.count + column[tie]
      values[cell] = StanceCounts.amount(counts[i], options) / divisor
      common[cell] = 1
    }
    return Network(
      rows: nodes, columns: columns, isOneMode: false,
      weight: counts.reduce(0) { $0 + $1.sum() }, values: values, common: common)
  }

  /// What an actor's statements on an issue amount to.
  private static func amount(_ counts: LevelCounts, _ options: NetworkOptions) -> Double {
    let (opposes, supports) = (counts[0] + counts[1], counts[3] + counts[4])
    switch options.measure {
    case .ignore, .congruence, .conflict: return counts.sum()
    case .subtract where options.scale == .degrees:
      return 2 * (counts[4] - counts[0]) + counts[3] - counts[1]
    case .subtract: return supports - opposes
    case .combine: return (supports > 0 ? 1 : 0) + (opposes > 0 ? 2 : 0) + (counts[2] > 0 ? 4 : 0)
    }
  }
}
