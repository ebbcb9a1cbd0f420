/// Looking for a good split where there are too many to try.
///
/// From each of up to 64 nodes, those of the greatest weights first, a split is begun (who is tied to
/// it by agreement on its side, the others against it) and bettered as B. W. Kernighan and S. Lin do
/// (*An efficient heuristic procedure for partitioning graphs*, 1970): every node changes sides once,
/// each time the one by which least is lost, and the best point on the way is taken; until nothing is
/// gained. The best of all is given. No chance is in it; that it is the best of all is not proved.
enum LocalSplit {
  /// From so many nodes it is begun.
  private static let most = 64

  static func best(of graph: SignedGraph) -> Split {
    let found = starts(in: graph).map { start -> Split.Other in
      var sides = bettered(begun(at: start, graph), graph)
      if sides[0] < 0 { sides = sides.map { -$0 } }
      return Split.Other(sides: sides, gap: graph.frustration(of: sides))
    }
    let ranked = found.enumerated()
      .sorted { ($0.element.gap, $0.offset) < ($1.element.gap, $1.offset) }.map(\.element)
    var distinct: [Split.Other] = []
    for split in ranked where !distinct.contains(where: { $0.sides == split.sides }) {
      distinct.append(split)
    }
    return split(distinct, graph)
  }

  private static func split(_ found: [Split.Other], _ graph: SignedGraph) -> Split {
    let best = found[0]
    let equals = found.dropFirst().prefix { $0.gap == best.gap }
    let isOpen = best.sides.indices.map { i in equals.contains { $0.sides[i] != best.sides[i] } }
    var others = found.dropFirst().map { Split.Other(sides: $0.sides, gap: $0.gap - best.gap) }
    others += neighbours(of: best.sides, graph)
    others = others.enumerated().sorted {
      ($0.element.gap, $0.offset) < ($1.element.gap, $1.offset)
    }
    .map(\.element)
    return Split(
      sides: best.sides, frustration: best.gap, isExact: false, equals: equals.count,
      isOpen: isOpen, others: others, hasAll: false)
  }

  /// The splits in which one node stands elsewhere.
  private static func neighbours(of sides: [Int], _ graph: SignedGraph) -> [Split.Other] {
    let gains = losses(of: sides, graph)
    return sides.indices.map { i in
      var moved = sides
      moved[i] = -moved[i]
      if moved[0] < 0 { moved = moved.map { -$0 } }
      return Split.Other(sides: moved, gap: gains[i])
    }
  }

  private static func starts(in graph: SignedGraph) -> [Int] {
    let sizes = (0..<graph.count).map { i in
      (0..<graph.count).reduce(0) { $0 + abs(graph[i, $1]) }
    }
    return Array((0..<graph.count).sorted { (-sizes[$0], $0) < (-sizes[$1], $1) }.prefix(most))
  }

  private static func begun(at start: Int, _ graph: SignedGraph) -> [Int] {
    (0..<graph.count).map { graph[start, $0] < 0 ? -1 : 1 }
  }

  /// How much more frustration there is when one node changes sides: Σ w s s′.
  private static func losses(of sides: [Int], _ graph: SignedGraph) -> [Int] {
    sides.indices.map { i in
      sides[i] * sides.indices.reduce(0) { $0 + graph[i, $1] * sides[$1] }
    }
  }

  private static func bettered(_ start: [Int], _ graph: SignedGraph) -> [Int] {
    var sides = start
    while let better = passed(sides, graph) { sides = better }
    return sides
  }

  /// The best point on one way through all nodes; nil where nothing is gained.
  private static func passed(_ start: [Int], _ graph: SignedGraph) -> [Int]? {
    var sides = start
    var losses = losses(of: sides, graph)
    var isFree = [Bool](repeating: true, count: sides.count)
    var order: [Int] = []
    var (sum, least, length) = (0, 0, 0)
    for _ in sides.indices {
      var next = -1
      for i in sides.indices where isFree[i] && (next < 0 || losses[i] < losses[next]) { next = i }
      sum += losses[next]
      for j in sides.indices {
        losses[j] -= 2 * graph[next, j] * sides[next] * sides[j]
      }
      losses[next] = -losses[next]
      sides[next] = -sides[next]
      isFree[next] = false
      order.append(next)
      if sum < least { (least, length) = (sum, order.count) }
    }
    if least == 0 { return nil }
    var better = start
    for node in order.prefix(length) { better[node] = -better[node] }
    return better
  }
}
