internal import Glibc

/// How much a statement counts by its distance from the middle of a window.
///
/// u is the distance of the middle of the statement's day from the middle of the window, in halves
/// of the window, so that −1 and 1 are its ends. The first four are symmetric and 1 in the middle:
/// weights are numbers of statements, not densities. Source of the shapes: M. P. Wand, M. C. Jones,
/// *Kernel smoothing* (1995), section 2.7.
public enum WindowKernel: Sendable {
  /// 1.
  case uniform
  /// 1 − |u|.
  case triangular
  /// 1 − u².
  case epanechnikov
  /// exp(−2u²): the window reaches two standard deviations to each side, and ends there.
  case gaussian
  /// What Discourse Network Analyzer 3 calls triangular: 1 + u. Doubtful: it is 0 where the window
  /// begins and 2 where it ends, so that what is late counts most.
  case dnaTriangular
  /// What the same program calls Epanechnikov: ¾ (1 + u)², from 0 to 3. Doubtful likewise: the sum is
  /// squared, not u.
  case dnaEpanechnikov

  /// The weight at a distance; 0 outside −1…1 and for what is no number.
  ///
  /// - Parameter ofPairs: whether the weights of two statements are multiplied, as in networks of
  ///   parties. In Discourse Network Analyzer a pair counts √(w₁w₂), so that its kernels give √w.
  public func weight(at u: Double, ofPairs: Bool = false) -> Double {
    guard abs(u) <= 1 else { return 0 }
    switch self {
    case .uniform: return 1
    case .triangular: return 1 - abs(u)
    case .epanechnikov: return 1 - u * u
    case .gaussian: return exp(-2 * u * u)
    case .dnaTriangular: return ofPairs ? (1 + u).squareRoot() : 1 + u
    case .dnaEpanechnikov:
      let weight = 0.75 * (1 + u) * (1 + u)
      return ofPairs ? weight.squareRoot() : weight
    }
  }
}
