/// Agreement on where passages begin and end: Krippendorff's unitising alpha.
///
/// Units and the gaps between them part a continuum of length L. The distance of two sections that
/// begin at b and b′ and are l and l′ long, x = b − b′: of two units that overlap x² + (x + l − l′)²;
/// of a unit inside the other's gap l²; else 0.
///
/// Do = Σ over pairs of coders of distances / (m (m − 1) L²).
/// De = (2/L) Σ over units of ((N − 1)/3 (2l³ − 3l² + l) + l² Σ over gaps g ≥ l of (g − l + 1))
/// / (mL (mL − 1) − Σ l (l − 1)).
///
/// Source: K. Krippendorff, *Content analysis* (2nd edition, 2004), section 11.6.
public struct UnitisingAgreement: Equatable, Sendable {
  /// Do of each category.
  public let observed: [Double]
  /// De of each category.
  public let expected: [Double]

  /// - Parameters:
  ///   - coders: For each coder, for each category, the units as ranges of the continuum. Ranges
  ///     outside are cut; a coder's units of a category that overlap are one.
  ///   - length: How long the continuum is; it begins at 0.
  public init(coders: [[[Range<Int>]]], length: Int) {
    let categories = coders.map(\.count).max() ?? 0
    var (observed, expected): ([Double], [Double]) = ([], [])
    for category in 0..<categories {
      let continua = coders.map { coder in
        Continuum(category < coder.count ? coder[category] : [], length: length)
      }
      observed.append(UnitisingAgreement.observed(continua, length))
      expected.append(UnitisingAgreement.expected(continua, length))
    }
    self.observed = observed
    self.expected = expected
  }

  /// The alpha of each category; nil where nobody has a unit of it.
  public var alphas: [Double?] {
    zip(observed, expected).map { $1 > 0 ? 1 - $0 / $1 : nil }
  }

  /// The alpha of all categories together; nil where there is no unit.
  public var alpha: Double? {
    let sum = expected.reduce(0, +)
    return sum > 0 ? 1 - observed.reduce(0, +) / sum : nil
  }

  private static func observed(_ continua: [Continuum], _ length: Int) -> Double {
    let count = Double(continua.count)
    if continua.count < 2 || length == 0 { return 0 }
    var sum = 0.0
    for i in continua.indices {
      for j in continua.indices where i < j { sum += 2 * continua[i].distance(to: continua[j]) }
    }
    return sum / (count * (count - 1) * Double(length) * Double(length))
  }

  private static func expected(_ continua: [Continuum], _ length: Int) -> Double {
    let units = continua.flatMap(\.units).map { Double($0.count) }
    if units.isEmpty || length == 0 { return 0 }
    let gaps = GapSums(continua.flatMap(\.gaps).map { Double($0.count) })
    let others = Double(units.count - 1)
    var (sum, within) = (0.0, 0.0)
    for l in units {
      sum += others / 3 * (2 * l * l * l - 3 * l * l + l) + l * l * gaps.places(for: l)
      within += l * (l - 1)
    }
    let all = Double(continua.count) * Double(length)
    let pairs = all * (all - 1) - within
    return pairs > 0 ? 2 / Double(length) * sum / pairs : 0
  }
}

/// One coder's units of one category, and the gaps between them.
struct Continuum {
  let units: [Range<Int>]
  let gaps: [Range<Int>]

  init(_ ranges: [Range<Int>], length: Int) {
    var units: [Range<Int>] = []
    let inside = ranges.map { $0.clamped(to: 0..<max(0, length)) }.filter { !$0.isEmpty }
    for range in inside.sorted(by: {
      ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound)
    }) {
      if let last = units.last, range.lowerBound < last.upperBound {
        units[units.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        units.append(range)
      }
    }
    self.units = units
    var gaps: [Range<Int>] = []
    var end = 0
    for unit in units {
      if unit.lowerBound > end { gaps.append(end..<unit.lowerBound) }
      end = unit.upperBound
    }
    if end < length { gaps.append(end..<length) }
    self.gaps = gaps
  }

  /// The distances of all sections of both, each pair once; in time linear in the sections.
  func distance(to other: Continuum) -> Double {
    overlaps(other) + inside(other) + other.inside(self)
  }

  private func overlaps(_ other: Continuum) -> Double {
    var (i, j, sum) = (0, 0, 0.0)
    while i < units.count, j < other.units.count {
      let (a, b) = (units[i], other.units[j])
      if a.overlaps(b) {
        let start = Double(a.lowerBound - b.lowerBound)
        let end = Double(a.upperBound - b.upperBound)
        sum += start * start + end * end
      }
      if a.upperBound <= b.upperBound { i += 1 } else { j += 1 }
    }
    return sum
  }

  /// l² of each unit that lies in a gap of the other.
  private func inside(_ other: Continuum) -> Double {
    var (gap, sum) = (0, 0.0)
    for unit in units {
      while gap < other.gaps.count, other.gaps[gap].upperBound < unit.upperBound { gap += 1 }
      if gap < other.gaps.count, other.gaps[gap].lowerBound <= unit.lowerBound {
        sum += Double(unit.count) * Double(unit.count)
      }
    }
    return sum
  }
}

/// In how many places a unit fits into the gaps.
private struct GapSums {
  /// The lengths, ascending.
  private let lengths: [Double]
  /// The sum of the lengths from each on.
  private let sums: [Double]

  init(_ lengths: [Double]) {
    self.lengths = lengths.sorted()
    var sums = [Double](repeating: 0, count: lengths.count + 1)
    for i in self.lengths.indices.reversed() { sums[i] = sums[i + 1] + self.lengths[i] }
    self.sums = sums
  }

  /// Σ over gaps g ≥ l of (g − l + 1).
  func places(for length: Double) -> Double {
    var (low, high) = (0, lengths.count)
    while low < high {
      let middle = (low + high) / 2
      if lengths[middle] < length { low = middle + 1 } else { high = middle }
    }
    return sums[low] - Double(lengths.count - low) * (length - 1)
  }
}
