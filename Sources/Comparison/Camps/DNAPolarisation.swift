/// What Discourse Network Analyzer 3 calls polarisation: how far a split into halves is from what is
/// expected of two camps, for the halves that are farthest from it.
///
/// Expected is that all congruence ‖C‖ lies within the halves and all conflict ‖K‖ between them, each
/// spread evenly. Of N actors, m and N − m on the two sides, w = m(m − 1) + (N − m)(N − m − 1) ordered
/// pairs lie within and b = 2m(N − m) between; within a half of m the expected congruence is
/// m(m − 1)/w · ‖C‖/w, between the halves the expected conflict is ½ ‖K‖/b. The figure is the sum
/// of the absolute differences, of congruence for pairs within and of conflict for pairs between,
/// divided by ‖C‖ + ‖K‖, the sums over all ordered pairs.
///
/// Doubtful: the larger the difference the less the halves are camps, and the program keeps the
/// largest it finds; conflict within and congruence between do not count; halves are all it tries. It
/// looks by chance; here every split into halves is tried, and beyond `mostExact` actors swaps are
/// made for as long as they enlarge the figure. Source: the program's class `Polarisation`.
public struct DNAPolarisation: Equatable, Sendable {
  /// The figure; not below 0, and it may exceed 1.
  public let value: Double
  /// The actors of the halves, by number; the network's first actor is in the first half.
  public let halves: [[Int32]]
  /// Whether every split into halves was tried.
  public let isExact: Bool

  /// Up to so many actors every split into halves is tried: 92,378 of them.
  static let mostExact = 20
  /// Of more actors nothing is looked for.
  static let most = 400

  /// The figure of two one-mode networks of the same actors.
  ///
  /// - Returns: nil for fewer than three actors or more than `most`, and where nothing ties them.
  init?(congruence: Network, conflict: Network) {
    let count = congruence.rows.count
    guard count > 2, count <= DNAPolarisation.most, conflict.rows == congruence.rows else {
      return nil
    }
    let table = HalvesTable(congruence, conflict)
    if table.norm == 0 { return nil }
    isExact = count <= DNAPolarisation.mostExact
    let best = isExact ? table.farthestOfAll() : table.farthestBySwaps()
    value = best.sum / table.norm
    let rows = congruence.rows
    halves = [true, false].map { isSame in
      rows.indices.filter { (best.isFirst[$0] == best.isFirst[0]) == isSame }.map { rows[$0] }
    }
  }
}

/// The differences that pairs add, by where they lie.
private struct HalvesTable {
  private let count: Int
  /// Twice the difference of each pair, by row and column: within a half as large as the other or
  /// larger by one, within the other, and between.
  private let large: [Double]
  private let small: [Double]
  private let between: [Double]
  /// ‖C‖ + ‖K‖.
  let norm: Double

  init(_ congruence: Network, _ conflict: Network) {
    let count = congruence.rows.count
    self.count = count
    func cells(_ network: Network) -> [Double] {
      (0..<count * count).map { network[$0 / count, $0 % count] }
    }
    let (alike, opposed) = (cells(congruence), cells(conflict))
    let sums = [alike, opposed].map { $0.reduce(0) { $0 + abs($1) } }
    norm = sums[0] + sums[1]
    let (more, less) = (Double((count + 1) / 2), Double(count / 2))
    let within = more * (more - 1) + less * (less - 1)
    func expected(_ size: Double) -> Double {
      within > 0 ? size * (size - 1) / within * (sums[0] / within) : 0
    }
    let across = 0.5 * sums[1] / (2 * more * less)
    large = alike.map { 2 * abs($0 - expected(more)) }
    small = alike.map { 2 * abs($0 - expected(less)) }
    between = opposed.map { 2 * abs($0 - across) }
  }

  /// A split and its sum.
  struct Found {
    var isFirst: [Bool]
    var sum: Double
  }

  private func sum(_ isFirst: [Bool]) -> Double {
    let isFirstLarge = isFirst.count { $0 } * 2 >= count
    var sum = 0.0
    for i in 0..<count {
      for j in 0..<i { sum += term(i, j, isFirst, isFirstLarge) }
    }
    return sum
  }

  private func term(_ i: Int, _ j: Int, _ isFirst: [Bool], _ isFirstLarge: Bool) -> Double {
    let cell = i * count + j
    if isFirst[i] != isFirst[j] { return between[cell] }
    return isFirst[i] == isFirstLarge ? large[cell] : small[cell]
  }

  /// Of all halves those with the largest sum, the first of them in the order of their numbers.
  func farthestOfAll() -> Found {
    var best = Found(isFirst: [], sum: -1)
    for number in 0..<(1 << (count - 1)) {
      let size = 1 + number.nonzeroBitCount
      if size != count / 2, size != (count + 1) / 2 { continue }
      let isFirst = (0..<count).map { $0 == 0 || number >> ($0 - 1) & 1 == 1 }
      let sum = sum(isFirst)
      if sum > best.sum { best = Found(isFirst: isFirst, sum: sum) }
    }
    return best
  }

  /// Begins with every second actor in the first half, and swaps two for as long as that adds.
  func farthestBySwaps() -> Found {
    var isFirst = (0..<count).map { $0 % 2 == 0 }
    let isFirstLarge = true
    var isChanged = true
    while isChanged {
      isChanged = false
      for i in 0..<count {
        for j in 0..<i where isFirst[i] != isFirst[j] {
          let before = share(i, j, isFirst, isFirstLarge)
          isFirst.swapAt(i, j)
          // Less than this is the rounding of sums, and could swap back and forth for ever.
          if share(i, j, isFirst, isFirstLarge) - before > 1e-9 * norm {
            isChanged = true
          } else {
            isFirst.swapAt(i, j)
          }
        }
      }
    }
    return Found(isFirst: isFirst, sum: sum(isFirst))
  }

  /// What the pairs of two actors add.
  private func share(_ i: Int, _ j: Int, _ isFirst: [Bool], _ isFirstLarge: Bool) -> Double {
    var sum = 0.0
    for k in 0..<count where k != i && k != j {
      sum += term(i, k, isFirst, isFirstLarge) + term(j, k, isFirst, isFirstLarge)
    }
    return sum
  }
}
