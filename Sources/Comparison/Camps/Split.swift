/// Nodes on two sides, with as little frustration as could be found.
struct Split: Sendable {
  /// 1 or −1 for each node; the first node's is 1.
  let sides: [Int]
  /// Agreement between the sides and disagreement within them, in the graph's units.
  let frustration: Int
  /// Whether no split has less: all were tried.
  let isExact: Bool
  /// How many other splits have as little.
  let equals: Int
  /// Whether a node stands elsewhere in one of those.
  let isOpen: [Bool]
  /// Other splits, least frustration first, with what they have more than this one.
  let others: [Other]
  /// Whether `others` has every split within the slack asked for.
  let hasAll: Bool

  /// Another split.
  struct Other: Sendable {
    let sides: [Int]
    let gap: Int
  }

  /// More other splits than these are not kept.
  static let most = 4096
  /// Up to so many nodes every split is tried: 524,288 of them.
  static let mostExact = 20

  /// The best split of a graph, and others that have at most `slack` more frustration.
  static func best(of graph: SignedGraph, slack: Int = 0) -> Split {
    graph.count <= mostExact
      ? ExactSplit.best(of: graph, slack: slack) : LocalSplit.best(of: graph)
  }
}

/// Trying every split.
///
/// Splits are gone through in the order of the reflected binary Gray code (F. Gray, US patent
/// 2,632,058, 1953): each differs from the one before in one node, so that its frustration follows
/// in one step per node.
enum ExactSplit {
  static func best(of graph: SignedGraph, slack: Int) -> Split {
    let frustrations = self.frustrations(of: graph)
    let least = frustrations.reduce(Int.max) { min($0, $1) }
    let (limit, isOver) = least.addingReportingOverflow(max(0, slack))
    var near = frustrations.indices.filter { frustrations[$0] <= (isOver ? .max : limit) }
    near.sort { a, b in
      frustrations[a] != frustrations[b] ? frustrations[a] < frustrations[b] : a < b
    }
    let chosen = sides(near[0], graph.count)
    let equals = near.dropFirst().prefix { frustrations[$0] == least }
    var isOpen = [Bool](repeating: false, count: graph.count)
    for other in equals {
      let sides = sides(other, graph.count)
      for i in sides.indices where sides[i] != chosen[i] { isOpen[i] = true }
    }
    let others = near.dropFirst().prefix(Split.most)
    return Split(
      sides: chosen, frustration: least, isExact: true, equals: equals.count, isOpen: isOpen,
      others: others.map {
        Split.Other(sides: sides($0, graph.count), gap: frustrations[$0] - least)
      }, hasAll: near.count - 1 <= Split.most)
  }

  /// The frustration of each split: bit i of its number is 1 where node i + 1 stands against node 0.
  private static func frustrations(of graph: SignedGraph) -> [Int] {
    let count = graph.count
    var sides = [Int](repeating: 1, count: count)
    var fields = (0..<count).map { i in (0..<count).reduce(0) { $0 + graph[i, $1] } }
    var now = graph.frustration(of: sides)
    var all = [Int](repeating: now, count: 1 << max(0, count - 1))
    let weights = graph.weights
    for step in 1..<max(1, all.count) {
      let node = step.trailingZeroBitCount + 1
      now += sides[node] * fields[node]
      let change = 2 * sides[node]
      sides[node] = -sides[node]
      for j in 0..<count { fields[j] -= change * weights[node * count + j] }
      all[step ^ (step >> 1)] = now
    }
    return all
  }

  private static func sides(_ number: Int, _ count: Int) -> [Int] {
    (0..<count).map { $0 > 0 && number >> ($0 - 1) & 1 == 1 ? -1 : 1 }
  }
}
