internal import Glibc

/// How far answers on an ordered scale agree, from how often each step was given.
public struct OrdinalSpread: Equatable, Sendable {
  private let counts: [Double]

  /// How often each step was given, from the lowest on; what is below 0 or no number counts as 0.
  public init(counts: [Double]) { self.counts = counts.map { $0.isFinite ? max(0, $0) : 0 } }

  private var total: Double { counts.reduce(0, +) }
  private var isMeasurable: Bool { counts.count > 1 && total > 0 }

  /// A: 1 where all gave one step, 0 where all steps are equally frequent, −1 where half gave each
  /// end; nil without answers, or with one step.
  ///
  /// The frequencies are peeled into layers of equal presence; a layer's value is U (1 − (S − 1) /
  /// (K − 1)), S the number of its steps, U from its triples of steps: TU of 110 and 011, TDU of 101,
  /// U = ((K − 2) TU − (K − 1) TDU) / ((K − 2)(TU + TDU)), 1 where there are none; layers weigh by
  /// their share. Source: C. van der Eijk, *Measuring agreement in ordered rating scales* (2001).
  public var agreement: Double? {
    if !isMeasurable { return nil }
    var rest = counts
    var sum = 0.0
    while let least = rest.filter({ $0 > 0 }).min() {
      let layer = rest.map { $0 > 0 }
      sum += Double(layer.count { $0 }) * least / total * OrdinalSpread.value(of: layer)
      rest = rest.map { $0 > least ? $0 - least : 0 }
    }
    return sum
  }

  /// (1 − A) / 2: 0 where all gave one step, 1 where half gave each end.
  public var polarisation: Double? { agreement.map { (1 - $0) / 2 } }

  /// Leik's D = 2 Σ d / (K − 1), d the cumulated share F of each step where F ≤ ½, else 1 − F: 0 where
  /// all gave one step, 1 where half gave each end. Source: R. Leik, *A measure of ordinal consensus*
  /// (1966).
  public var dispersion: Double? {
    if !isMeasurable { return nil }
    var (share, sum) = (0.0, 0.0)
    for count in counts {
      share += count / total
      sum += share <= 0.5 ? share : max(0, 1 - share)
    }
    return 2 * sum / Double(counts.count - 1)
  }

  /// 1 + Σ p log₂(1 − |i − μ| / (K − 1)), μ the mean step: 1 where all gave one step, 0 where half
  /// gave each end. Source: W. Tastle, M. Wierman, *Consensus and dissention* (2007).
  public var consensus: Double? {
    if !isMeasurable { return nil }
    let mean = counts.indices.reduce(0.0) { $0 + Double($1) * counts[$1] } / total
    let width = Double(counts.count - 1)
    return counts.indices.reduce(1.0) { sum, i in
      counts[i] == 0 ? sum : sum + counts[i] / total * log2(1 - abs(Double(i) - mean) / width)
    }
  }

  /// The value of one layer. Triples are counted from the numbers of steps on each side, so that a
  /// long scale takes no longer than its length.
  private static func value(of layer: [Bool]) -> Double {
    let (steps, all) = (Double(layer.count { $0 }), Double(layer.count))
    var (before, unimodal, bimodal) = (0.0, 0.0, 0.0)
    for (i, isThere) in layer.enumerated() {
      let after = steps - before - (isThere ? 1 : 0)
      let (emptyBefore, emptyAfter) = (Double(i) - before, all - Double(i) - 1 - after)
      if isThere { unimodal += before * emptyAfter + emptyBefore * after }
      if !isThere { bimodal += before * after }
      before += isThere ? 1 : 0
    }
    let triples = unimodal + bimodal
    let scale = all - 2
    let shape =
      triples == 0 || scale == 0
      ? 1 : (scale * unimodal - (all - 1) * bimodal) / (scale * triples)
    return shape * (1 - (steps - 1) / (all - 1))
  }
}
