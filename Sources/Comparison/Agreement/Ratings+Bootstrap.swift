/// Between what bounds a figure lies in most samples.
public struct BootstrapInterval: Equatable, Sendable {
  /// The bound under which 2.5 of 100 samples lie.
  public let low: Double
  /// The bound over which 2.5 of 100 lie.
  public let high: Double
  /// How many samples gave a figure.
  public let count: Int
  /// How many samples were drawn: in the others all values were the same.
  public let drawn: Int
}

extension Ratings {
  /// The percentile interval of alpha over samples of as many units, drawn with replacement from
  /// those that two coders or more coded. Nil where half of the samples or more give no alpha.
  ///
  /// The same seed gives the same interval. Source: B. Efron, R. Tibshirani, *An introduction to
  /// the bootstrap* (1993), chapter 13.
  public func alphaInterval(
    _ metric: DifferenceMetric, samples: Int = 1_000, seed: UInt64 = 1
  ) -> BootstrapInterval? {
    let patterns = RatingPatterns(self)
    if patterns.units.isEmpty || samples < 1 { return nil }
    var draw = SampleDraw(seed: seed)
    var alphas: [Double] = []
    for _ in 0..<samples {
      let frequencies = draw.frequencies(of: patterns)
      let sample = Coincidences(patterns, frequencies: frequencies, categories: categories)
      if let alpha = sample.alpha(metric) { alphas.append(alpha) }
    }
    if 2 * alphas.count <= samples { return nil }
    alphas.sort()
    let last = Double(alphas.count - 1)
    return BootstrapInterval(
      low: alphas[Int((0.025 * last).rounded())], high: alphas[Int((0.975 * last).rounded())],
      count: alphas.count, drawn: samples)
  }
}

/// Draws units with replacement, with the numbers of SplitMix64 (G. Steele, D. Lea, C. Flood, *Fast
/// splittable pseudorandom number generators*, 2014).
private struct SampleDraw {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// How often each pattern is drawn. Each number gives two draws: the half of it times the number of
  /// units, the upper half of the product, as D. Lemire does (*Fast random integer generation in an
  /// interval*, 2019); that some units are likelier by one in 2³² shows in no figure.
  mutating func frequencies(of patterns: RatingPatterns) -> [Int] {
    var frequencies = [Int](repeating: 0, count: patterns.count)
    let units = patterns.units
    let size = UInt64(units.count)
    var left = units.count
    while left > 0 {
      let number = next()
      frequencies[Int(units[Int(((number & 0xFFFF_FFFF) &* size) >> 32)])] += 1
      if left > 1 { frequencies[Int(units[Int(((number >> 32) &* size) >> 32)])] += 1 }
      left -= 2
    }
    return frequencies
  }
}
