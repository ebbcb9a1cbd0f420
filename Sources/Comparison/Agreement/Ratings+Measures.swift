extension Ratings {
  /// Krippendorff's alpha; nil where fewer than two values meet, or all are the same.
  public func alpha(_ metric: DifferenceMetric) -> Double? {
    let patterns = RatingPatterns(self)
    return Coincidences(patterns, frequencies: patterns.frequencies, categories: categories)
      .alpha(metric)
  }

  /// The share of pairs of coders who gave a unit the same value, of all pairs who coded one; nil
  /// where there is none.
  public var percentage: Double? {
    let patterns = RatingPatterns(self)
    var (same, all) = (0.0, 0.0)
    for (pattern, frequency) in patterns.frequencies.enumerated() {
      let counts = patterns.pattern(pattern).map { Double($0) }
      let size = counts.reduce(0, +)
      same += Double(frequency) * counts.reduce(0) { $0 + $1 * ($1 - 1) }
      all += Double(frequency) * size * (size - 1)
    }
    return all > 0 ? same / all : nil
  }

  /// Fleiss' kappa: (P − Pe) / (1 − Pe), P the mean over units of the share of pairs who agree, Pe
  /// the sum of the squares of the shares of categories. Units that fewer than two coded have no
  /// part; where units were coded by unequally many, P is still the mean over units. Nil where all
  /// values are the same.
  ///
  /// Source: J. L. Fleiss, *Measuring nominal scale agreement among many raters* (1971).
  public var fleissKappa: Double? {
    let patterns = RatingPatterns(self)
    if patterns.units.isEmpty { return nil }
    var agreed = 0.0
    var sums = [Double](repeating: 0, count: categories.count)
    for (pattern, frequency) in patterns.frequencies.enumerated() {
      let counts = patterns.pattern(pattern).map { Double($0) }
      let size = counts.reduce(0, +)
      let pairs = counts.reduce(0) { $0 + $1 * ($1 - 1) }
      agreed += Double(frequency) * pairs / (size * (size - 1))
      for c in counts.indices { sums[c] += Double(frequency) * counts[c] }
    }
    let all = sums.reduce(0, +)
    let expected = sums.reduce(0) { $0 + $1 / all * ($1 / all) }
    let observed = agreed / Double(patterns.units.count)
    return expected < 1 ? (observed - expected) / (1 - expected) : nil
  }

  /// Cohen's kappa of two of the coders, over the units that both coded; nil where there are none.
  public func cohenKappa(_ first: Int, _ second: Int) -> CohenKappa? {
    let size = categories.count
    var table = [[Double]](repeating: Array(repeating: 0, count: size), count: size)
    for unit in 0..<unitCount {
      let (a, b) = (cells[unit * coderCount + first], cells[unit * coderCount + second])
      if a >= 0, b >= 0 { table[Int(a)][Int(b)] += 1 }
    }
    return CohenKappa(table: table)
  }

  /// The nominal alpha of each category against all others, in the order of `categories`.
  public var alphaByCategory: [Double?] {
    categories.indices.map { against($0).alpha(.nominal) }
  }

  /// How often each category was given, in the order of `categories`.
  public var categoryCounts: [Int] {
    var counts = [Int](repeating: 0, count: categories.count)
    for cell in cells where cell >= 0 { counts[Int(cell)] += 1 }
    return counts
  }
}

/// Agreement of two coders beyond what their own habits would give by chance: (Po − Pe) / (1 − Pe).
///
/// Source: J. Cohen, *A coefficient of agreement for nominal scales* (1960).
public struct CohenKappa: Equatable, Sendable {
  /// How many units both coded.
  public let count: Double
  /// Po: the share on which they agree.
  public let observed: Double
  /// Pe: the share on which they would agree if each gave categories as often, but blindly.
  public let expected: Double

  /// From a table of how often the first gave the category of the row, the second that of the
  /// column; nil where it is empty.
  public init?(table: [[Double]]) {
    let count = table.joined().reduce(0, +)
    if !(count > 0) { return nil }
    self.count = count
    let size = table.count
    observed = (0..<size).reduce(0) { $0 + table[$1][$1] } / count
    let rows = table.map { $0.reduce(0, +) }
    let columns = (0..<size).map { k in table.reduce(0) { $0 + $1[k] } }
    expected = (0..<size).reduce(0) { $0 + rows[$1] / count * (columns[$1] / count) }
  }

  /// Kappa; nil where both always gave the same category.
  public var kappa: Double? { expected < 1 ? (observed - expected) / (1 - expected) : nil }
}
