internal import Glibc

/// How much a statement counts by its distance from the middle of a window.
///
/// u is the distance of the middle of the statement's day from the middle of the window, in halves
/// of the window, so that −1 and 1 are its ends. All are symmetric and 1 in the middle: weights are
/// numbers of statements, not densities. Source of the shapes: M. P. Wand, M. C. Jones, *Kernel
/// smoothing* (1995), section 2.7.
public enum WindowKernel: Sendable {
  /// 1.
  case uniform
  /// 1 − |u|.
  case triangular
  /// 1 − u².
  case epanechnikov
  /// exp(−2u²): the window reaches two standard deviations to each side, and ends there.
  case gaussian

  /// The weight at a distance; 0 outside −1…1 and for what is no number.
  public func weight(at u: Double) -> Double {
    guard abs(u) <= 1 else { return 0 }
    switch self {
    case .uniform: return 1
    case .triangular: return 1 - abs(u)
    case .epanechnikov: return 1 - u * u
    case .gaussian: return exp(-2 * u * u)
    }
  }
}
