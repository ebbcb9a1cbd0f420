/// One part of a path with wildcards: `*` any characters, `?` one, `[a-z]` one of these, `[!a-z]`
/// or `[^a-z]` one not of these. A bracket without its closing one is itself. There is no escape;
/// `[*]` is a star.
struct GlobPattern {
  private enum Piece {
    case scalar(Unicode.Scalar)
    case anyScalar
    case anyScalars
    case oneOf([ClosedRange<UInt32>], isNegated: Bool)
  }

  private var pieces: [Piece] = []
  private let matchesHidden: Bool

  /// Whether a part of a path has a wildcard.
  static func hasWildcard(_ part: String) -> Bool {
    part.utf8.contains { "*?[".utf8.contains($0) }
  }

  init(_ part: String) {
    let scalars = Array(part.unicodeScalars)
    matchesHidden = scalars.first == "."
    var i = 0
    while i < scalars.count {
      switch scalars[i] {
      case "*": pieces.append(.anyScalars)
      case "?": pieces.append(.anyScalar)
      case "[":
        guard let (piece, end) = Self.bracket(scalars, from: i) else { fallthrough }
        pieces.append(piece)
        i = end
      default: pieces.append(.scalar(scalars[i]))
      }
      i += 1
    }
  }

  /// The piece for a bracket at `start`, and where its closing one stands.
  private static func bracket(_ scalars: [Unicode.Scalar], from start: Int) -> (Piece, Int)? {
    var i = start + 1
    guard i < scalars.count else { return nil }
    let isNegated = scalars[i] == "!" || scalars[i] == "^"
    if isNegated { i += 1 }
    var ranges: [ClosedRange<UInt32>] = []
    while i < scalars.count {
      if scalars[i] == "]", !ranges.isEmpty { return (.oneOf(ranges, isNegated: isNegated), i) }
      let low = scalars[i].value
      if i + 2 < scalars.count, scalars[i + 1] == "-", scalars[i + 2] != "]" {
        let high = scalars[i + 2].value
        ranges.append(min(low, high)...max(low, high))
        i += 3
      } else {
        ranges.append(low...low)
        i += 1
      }
    }
    return nil
  }

  /// Whether a whole name fits. Hidden names fit only a pattern that itself begins with a dot.
  ///
  /// Only the last star is ever tried again, so the time is at most name × pattern.
  func matches(_ name: String) -> Bool {
    let scalars = Array(name.unicodeScalars)
    if scalars.first == ".", !matchesHidden { return false }
    var i = 0
    var piece = 0
    var retry: (piece: Int, at: Int)?
    while i < scalars.count {
      if piece < pieces.count, case .anyScalars = pieces[piece] {
        retry = (piece, i)
        piece += 1
      } else if piece < pieces.count, fits(scalars[i], pieces[piece]) {
        i += 1
        piece += 1
      } else if let star = retry {
        retry = (star.piece, star.at + 1)
        i = star.at + 1
        piece = star.piece + 1
      } else {
        return false
      }
    }
    return pieces[piece...].allSatisfy { if case .anyScalars = $0 { true } else { false } }
  }

  private func fits(_ scalar: Unicode.Scalar, _ piece: Piece) -> Bool {
    switch piece {
    case .scalar(let wanted): scalar == wanted
    case .anyScalar, .anyScalars: true
    case .oneOf(let ranges, let isNegated):
      ranges.contains { $0.contains(scalar.value) } != isNegated
    }
  }
}
