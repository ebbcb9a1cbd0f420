/// How often values meet in the same unit: the table that Krippendorff's alpha is made from.
///
/// Source: K. Krippendorff, *Computing Krippendorff's alpha-reliability* (2011). o(c,k) is the sum over
/// units of the ordered pairs of c and k in them, each divided by the number of values in the unit
/// less one; units with fewer than two values have no part.
struct Coincidences {
  /// o(c,k), row after row.
  private(set) var table: [Double]
  /// n(c): the sums of the rows.
  private(set) var sums: [Double]
  private let categories: [Double]

  /// The table of patterns that occur so often.
  init(_ patterns: RatingPatterns, frequencies: [Int], categories: [Double]) {
    self.categories = categories
    let size = categories.count
    table = Array(repeating: 0, count: size * size)
    sums = Array(repeating: 0, count: size)
    for pattern in 0..<patterns.count where frequencies[pattern] > 0 {
      let counts = Array(patterns.pattern(pattern))
      let all = counts.reduce(0, +)
      let share = Double(frequencies[pattern]) / Double(all - 1)
      for c in 0..<size where counts[c] > 0 {
        sums[c] += Double(frequencies[pattern]) * Double(counts[c])
        for k in 0..<size where counts[k] > 0 {
          let pairs = Double(counts[c]) * Double(c == k ? counts[k] - 1 : counts[k])
          table[c * size + k] += share * pairs
        }
      }
    }
  }

  /// 1 − Do/De; nil where all values are the same, or there are none: no variation could agree or
  /// disagree.
  func alpha(_ metric: DifferenceMetric) -> Double? {
    let size = categories.count
    let all = sums.reduce(0, +)
    var (observed, expected) = (0.0, 0.0)
    for c in 0..<size {
      for k in 0..<size where c != k {
        let difference = metric.difference(c, k, categories, sums)
        observed += table[c * size + k] * difference
        expected += sums[c] * sums[k] * difference
      }
    }
    if expected == 0 || all < 2 { return nil }
    return 1 - (all - 1) * observed / expected
  }
}

/// How far apart two values are. Source: the same.
public enum DifferenceMetric: CaseIterable, Sendable {
  /// 0 or 1.
  case nominal
  /// The square of the number of values from one to the other, each end counted half.
  case ordinal
  /// (c − k)².
  case interval
  /// ((c − k) / (c + k))²; 0 where both are 0.
  case ratio

  /// δ² of two categories, by place; `sums` says how often each value occurs.
  func difference(_ c: Int, _ k: Int, _ categories: [Double], _ sums: [Double]) -> Double {
    let (low, high) = (min(c, k), max(c, k))
    switch self {
    case .nominal: return c == k ? 0 : 1
    case .ordinal:
      let between = sums[low...high].reduce(0, +) - (sums[low] + sums[high]) / 2
      return between * between
    case .interval:
      let distance = categories[high] - categories[low]
      return distance * distance
    case .ratio:
      let sum = categories[high] + categories[low]
      if sum == 0 { return 0 }
      let share = (categories[high] - categories[low]) / sum
      return share * share
    }
  }
}
