/// A network: nodes, and the weight of every pair of them.
public struct Network: Sendable {
  /// The nodes down, as numbers of the statements' columns; those without a statement are none.
  public let rows: [Int32]
  /// The nodes across; the same as `rows` where there is one mode.
  public let columns: [Int32]
  /// Whether both are the same nodes.
  public let isOneMode: Bool
  /// How many statements were counted; shares of coders and weights of a window add up.
  public let weight: Double
  private let values: [Double]
  /// Through how many things each pair is tied.
  private let common: [Int32]

  init(
    rows: [Int32], columns: [Int32], isOneMode: Bool, weight: Double, values: [Double],
    common: [Int32]
  ) {
    self.rows = rows
    self.columns = columns
    self.isOneMode = isOneMode
    self.weight = weight
    self.values = values
    self.common = common
  }

  /// The weight between two nodes, by their places in `rows` and `columns`; 0 on the diagonal of a
  /// one-mode network.
  public subscript(row: Int, column: Int) -> Double { values[row * columns.count + column] }

  /// Through how many things two nodes are tied: issues for parties, parties for issues; in two modes
  /// 1 where there is a statement. A weight of 0 with something shared is a balance, without it
  /// nothing.
  public func shared(_ row: Int, _ column: Int) -> Int { Int(common[row * columns.count + column]) }

  /// Ties with a weight other than 0, each pair once, by row, then column.
  public var ties: [(row: Int, column: Int, weight: Double)] {
    var ties: [(row: Int, column: Int, weight: Double)] = []
    for i in rows.indices {
      for j in (isOneMode ? i + 1 : 0)..<max(isOneMode ? i + 1 : 0, columns.count) {
        let weight = self[i, j]
        if weight != 0 { ties.append((i, j, weight)) }
      }
    }
    return ties
  }

  /// The sum of all weights of the matrix, both halves of a one-mode one.
  public var sum: Double { values.reduce(0, +) }
}

extension NetworkStatements {
  /// The network of all rows, or of some with a weight each.
  ///
  /// Statements without a degree take part only where stances are ignored.
  ///
  /// - Precondition: `options.fault` is nil.
  public func network(
    _ options: NetworkOptions, rows: [Int32]? = nil, weights: [Double]? = nil
  ) -> Network {
    precondition(options.fault == nil)
    let given = rows ?? Array(0..<Int32(count))
    var (taken, factors) = counted(given, weights, options.once)
    if options.measure != .ignore {
      let kept = taken.indices.filter { levels[Int(taken[$0])] != NetworkStatements.noDegree }
      factors = factors.map { factors in kept.map { factors[$0] } }
      taken = kept.map { taken[$0] }
    }
    let counts = StanceCounts(
      self, rows: taken, weights: factors, byIssue: options.mode == .issues)
    return options.mode == .both ? counts.twoMode(options) : counts.oneMode(options)
  }
}
