/// Finds the camps of the actors of a table of statements.
struct CampsFinder {
  private let table: NetworkStatements
  private let options: NetworkOptions
  private let network: Network
  private let graph: SignedGraph

  /// - Parameter options: Congruence less conflict of parties.
  init(_ table: NetworkStatements, _ options: NetworkOptions) {
    self.table = table
    self.options = options
    let network = table.network(options)
    self.network = network
    graph = SignedGraph(count: network.rows.count) { network[$0, $1] }
  }

  func found() -> FoundCamps {
    var found = FoundCamps()
    var side = [Int](repeating: 0, count: graph.count)
    for component in graph.components {
      if component.count == 1 {
        found.apart.append(network.rows[component[0]])
        continue
      }
      let group = group(component)
      for (place, node) in component.enumerated() { side[node] = group.split.sides[place] }
      found.groups.append(group)
    }
    found.figures = figures(side)
    return found
  }

  private func group(_ places: [Int]) -> CampGroup {
    let part = graph.part(places)
    let nodes = places.map { network.rows[$0] }
    let recodings = RecodingTable(table, nodes: nodes, options, unit: graph.unit)
    let split = Split.best(of: part, slack: Reconsidering.slack(of: recodings))
    return CampGroup(
      nodes: nodes, split: split, total: part.total, unit: graph.unit,
      strained: strained(part, split),
      reconsideration: Reconsidering(best: split, table: recodings).answer(),
      isTooLarge: recodings.isTooLarge)
  }

  /// Ties against the split, the strongest first.
  private func strained(_ part: SignedGraph, _ split: Split) -> [(a: Int, b: Int, weight: Double)] {
    var ties: [(a: Int, b: Int, weight: Double)] = []
    for a in 0..<part.count {
      for b in (a + 1)..<max(a + 1, part.count)
      where part[a, b] * split.sides[a] * split.sides[b] < 0 {
        ties.append((a, b, Double(part[a, b]) / part.unit))
      }
    }
    return ties.enumerated().sorted {
      (-abs($0.element.weight), $0.offset) < (-abs($1.element.weight), $1.offset)
    }.map(\.element)
  }

  /// Agreement and disagreement within and between, of nodes that have a side.
  private func figures(_ side: [Int]) -> CampFigures {
    var (congruence, conflict) = (options, options)
    congruence.measure = .congruence
    conflict.measure = .conflict
    let alike = sums(table.network(congruence), side)
    let opposed = sums(table.network(conflict), side)
    return CampFigures(
      congruenceWithin: alike.within, conflictWithin: opposed.within,
      congruenceBetween: alike.between, conflictBetween: opposed.between)
  }

  private func sums(_ network: Network, _ side: [Int]) -> (within: Double, between: Double) {
    var (within, between) = (0.0, 0.0)
    for tie in network.ties where side[tie.row] != 0 && side[tie.column] != 0 {
      if side[tie.row] == side[tie.column] {
        within += tie.weight
      } else {
        between += tie.weight
      }
    }
    return (within, between)
  }
}
