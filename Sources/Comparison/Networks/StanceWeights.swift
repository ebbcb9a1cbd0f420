/// Counts by level: −2…2 in places 0…4, statements without a degree in place 5.
typealias LevelCounts = SIMD8<Double>

/// How much two levels count together, as a symmetric table.
struct StanceWeights {
  /// The columns of the table.
  private let columns: [LevelCounts]

  private init(_ weight: (Int, Int) -> Double) {
    columns = (0..<6).map { b in
      var column = LevelCounts()
      for a in 0..<6 { column[a] = weight(a, b) }
      return column
    }
  }

  /// Every pair counts.
  static let all = StanceWeights { _, _ in 1 }

  /// What a measure counts.
  init(_ measure: TieMeasure, _ scale: StanceScale) {
    switch measure {
    case .ignore, .combine: self = .all
    case .congruence: self.init { StanceWeights.alike($0, $1, scale) }
    case .conflict: self.init { StanceWeights.opposed($0, $1, scale) }
    case .subtract:
      self.init { StanceWeights.alike($0, $1, scale) - StanceWeights.opposed($0, $1, scale) }
    }
  }

  /// How alike two places are, from 0 to 1.
  private static func alike(_ a: Int, _ b: Int, _ scale: StanceScale) -> Double {
    if a > 4 || b > 4 { return 0 }
    switch scale {
    case .sides: return (a - 2).signum() == (b - 2).signum() ? 1 : 0
    case .degrees: return 1 - Double(abs(a - b)) / 4
    }
  }

  /// How opposed two places are, from 0 to 1.
  private static func opposed(_ a: Int, _ b: Int, _ scale: StanceScale) -> Double {
    if a > 4 || b > 4 { return 0 }
    switch scale {
    case .sides: return (a - 2).signum() * (b - 2).signum() < 0 ? 1 : 0
    case .degrees: return Double(abs(a - b)) / 4
    }
  }

  /// The table times a vector.
  func times(_ counts: LevelCounts) -> LevelCounts {
    var out = LevelCounts()
    for i in 0..<6 where counts[i] != 0 { out += columns[i] * counts[i] }
    return out
  }
}
