/// Nodes tied by agreement (above 0) and disagreement (below 0), in whole numbers, so that sums are
/// the same in any order and equal splits are found equal.
struct SignedGraph: Sendable {
  /// How many nodes there are.
  let count: Int
  /// The weights by row and column, both halves; 0 on the diagonal.
  private(set) var weights: [Int]
  /// How many units make a weight of 1.
  let unit: Double

  /// A graph of weights by row and column; only what stands right of the diagonal is read.
  init(count: Int, weight: (Int, Int) -> Double) {
    self.count = count
    var total = 0.0
    for i in 0..<count { for j in 0..<i { total += abs(weight(j, i)) } }
    unit = total < 1e11 ? 1e6 : 1
    weights = Array(repeating: 0, count: count * count)
    for i in 0..<count {
      for j in 0..<i {
        let units = SignedGraph.units(weight(j, i), unit)
        weights[i * count + j] = units
        weights[j * count + i] = units
      }
    }
  }

  /// A weight in units; 0 for what is no number.
  static func units(_ weight: Double, _ unit: Double) -> Int {
    let scaled = (weight * unit).rounded(.toNearestOrAwayFromZero)
    return scaled.isFinite ? Int(max(-4e17, min(4e17, scaled))) : 0
  }

  /// The weight between two nodes.
  subscript(a: Int, b: Int) -> Int { weights[a * count + b] }

  /// The sizes of all weights, each pair once.
  var total: Int {
    var total = 0
    for i in 0..<count { for j in 0..<i { total += abs(self[i, j]) } }
    return total
  }

  /// What a split leaves frustrated: agreement between its sides, and disagreement within them.
  /// Sides are 1 and −1.
  func frustration(of sides: [Int]) -> Int {
    var sum = 0
    for i in 0..<count {
      for j in 0..<i {
        let weight = self[i, j]
        if weight * sides[i] * sides[j] < 0 { sum += abs(weight) }
      }
    }
    return sum
  }

  /// Nodes that are tied, directly or by others, by their first node; a node without a tie is alone.
  var components: [[Int]] {
    var isSeen = [Bool](repeating: false, count: count)
    var components: [[Int]] = []
    for start in 0..<count where !isSeen[start] {
      isSeen[start] = true
      var found = [start]
      var next = 0
      while next < found.count {
        for j in 0..<count where !isSeen[j] && self[found[next], j] != 0 {
          isSeen[j] = true
          found.append(j)
        }
        next += 1
      }
      components.append(found.sorted())
    }
    return components
  }

  /// The graph of some of the nodes.
  func part(_ nodes: [Int]) -> SignedGraph {
    SignedGraph(part: nodes, of: self)
  }

  private init(part nodes: [Int], of whole: SignedGraph) {
    count = nodes.count
    unit = whole.unit
    weights = nodes.flatMap { a in nodes.map { whole[a, $0] } }
  }
}
