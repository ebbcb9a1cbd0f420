extension StanceCounts {
  /// The one-mode network of the nodes; see `TieMeasure` and `Normalisation` for the formulas.
  func oneMode(_ options: NetworkOptions) -> Network {
    let nodes = usedNodes
    let weights = StanceWeights(options.measure, options.scale)
    let sums = Square(of: self, nodes: nodes)
    let isJaccard = options.normalisation == .jaccard
    var values = sums.products(
      isJaccard ? counts.map { $0 / $0.sum() } : counts, through: weights)
    let common = sums.shared
    divide(&values, options, sums, common)
    return Network(
      rows: nodes, columns: nodes, isOneMode: true, weight: counts.reduce(0) { $0 + $1.sum() },
      values: sums.mirrored(values), common: sums.mirrored(common))
  }

  /// The nodes with a statement, by number.
  var usedNodes: [Int32] {
    var isUsed = [Bool](repeating: false, count: nodeCount)
    for node in nodes { isUsed[Int(node)] = true }
    return (0..<Int32(nodeCount)).filter { isUsed[Int($0)] }
  }

  private func divide(
    _ values: inout [Double], _ options: NetworkOptions, _ sums: Square, _ common: [Int32]
  ) {
    let all = activity
    let active = sums.nodes.map { all[Int($0)] }
    switch options.normalisation {
    case .none, .activity, .prominence: return
    case .average: sums.divide(&values) { (active[$0] + active[$1]) / 2 }
    case .dnaCosine: sums.divide(&values) { active[$0] * active[$1] }
    case .cosine:
      let alike = options.measure == .ignore ? TieMeasure.ignore : .congruence
      let lengths = self.lengths(StanceWeights(alike, options.scale), sums)
      sums.divide(&values) { lengths[$0] * lengths[$1] }
    case .jaccard:
      let reach = sums.reach
      let size = sums.nodes.count
      sums.divide(&values) { reach[$0] + reach[$1] - Double(common[$0 * size + $1]) }
    case .dnaJaccard:
      let parts = dnaParts(sums)
      let size = sums.nodes.count
      sums.divide(&values) { active[$0] + active[$1] + parts[$0 * size + $1] }
    }
  }

  /// √s(i,i) of each node.
  private func lengths(_ weights: StanceWeights, _ sums: Square) -> [Double] {
    var squares = [Double](repeating: 0, count: sums.nodes.count)
    for i in counts.indices {
      squares[Int(sums.places[i])] += (counts[i] * weights.times(counts[i])).sum()
    }
    return squares.map { $0.squareRoot() }
  }

  /// Σ X₁X₂ less what each counts where the other has some: a₁ + a₂ plus this is the reference
  /// program's divisor. With S for 1 where X is not 0 it is (X₁ − S₁)(X₂ − S₂) − S₁S₂.
  private func dnaParts(_ sums: Square) -> [Double] {
    let some = counts.map { counts in
      LevelCounts(repeating: 0).replacing(with: 1, where: counts .!= 0)
    }
    let rest = zip(counts, some).map { $0 - $1 }
    var parts = sums.products(rest, rest)
    let both = sums.products(some, some)
    for i in parts.indices { parts[i] -= both[i] }
    return parts
  }
}

/// Sums over all pairs of nodes that are tied through the same.
struct Square {
  /// The nodes, by number.
  let nodes: [Int32]
  /// The place of each entry's node.
  let places: [Int32]
  /// The entries of each tie.
  private let runs: [Range<Int>]

  init(of counts: StanceCounts, nodes: [Int32]) {
    self.nodes = nodes
    var place = [Int32](repeating: -1, count: counts.nodeCount)
    for (i, node) in nodes.enumerated() { place[Int(node)] = Int32(i) }
    places = counts.nodes.map { place[Int($0)] }
    runs = counts.runs
  }

  /// Through how many things each node is tied.
  var reach: [Double] {
    var reach = [Double](repeating: 0, count: nodes.count)
    for place in places { reach[Int(place)] += 1 }
    return reach
  }

  /// Through how many things each pair is tied, in the upper half.
  var shared: [Int32] {
    var sums = [Int32](repeating: 0, count: nodes.count * nodes.count)
    for run in runs {
      for a in run {
        let row = Int(places[a]) * nodes.count
        for b in (a + 1)..<max(a + 1, run.upperBound) { sums[row + Int(places[b])] += 1 }
      }
    }
    return sums
  }

  /// Σ over ties of aᵀWb for the entries of each pair of nodes, in the upper half.
  func products(_ entries: [LevelCounts], through weights: StanceWeights) -> [Double] {
    products(entries, entries.map { weights.times($0) })
  }

  /// The same of two tables of entries: row i of the first by row j of the second, i before j.
  func products(_ first: [LevelCounts], _ second: [LevelCounts]) -> [Double] {
    var sums = [Double](repeating: 0, count: nodes.count * nodes.count)
    for run in runs {
      for a in run {
        let left = first[a]
        let row = Int(places[a]) * nodes.count
        for b in (a + 1)..<max(a + 1, run.upperBound) {
          sums[row + Int(places[b])] += (left * second[b]).sum()
        }
      }
    }
    return sums
  }

  /// Divides each weight of the upper half; what has nothing to be divided by has no weight.
  func divide(_ values: inout [Double], by divisor: (Int, Int) -> Double) {
    for i in nodes.indices {
      for j in (i + 1)..<max(i + 1, nodes.count) {
        let value = values[i * nodes.count + j]
        if value == 0 { continue }
        values[i * nodes.count + j] = value / divisor(i, j)
      }
    }
  }

  /// The upper half in both halves.
  func mirrored<Value>(_ values: [Value]) -> [Value] {
    var both = values
    for i in nodes.indices {
      for j in 0..<i { both[i * nodes.count + j] = values[j * nodes.count + i] }
    }
    return both
  }
}
