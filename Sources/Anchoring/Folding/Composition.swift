/// Canonical composition of a letter and its marks, as in Normalisation Form C (Unicode Standard
/// Annex 15).
///
/// Swift compares strings by canonical equivalence; a table from each composed letter to itself
/// thus answers for every other spelling of it. One case differs from the form: marks behind a
/// letter that is composed already and has no common composed form with them stay where they are.
enum Composition {
  /// At most so many marks are taken together; longer stacks occur only as decoration.
  static let longest = 16

  /// Whether the scalar belongs to the one before it.
  @inline(__always)
  static func joins(_ value: UInt32) -> Bool {
    WordScalars.isMark(value) || (0x1160..<0x1200).contains(value)
  }

  /// Composes a starter and what follows it; the marks may stand in any order.
  static func compose(_ scalars: [UInt32]) -> [UInt32] {
    guard let starter = scalars.first, scalars.count > 1 else { return scalars }
    if let whole = composed[string(scalars)] { return [whole] }
    var current = starter
    var left: [UInt32] = []
    var blocked: UInt8?
    for mark in inCanonicalOrder(scalars.dropFirst()) {
      let rank = rank(of: mark)
      if blocked != rank || rank == 0, let pair = pair(current, mark) {
        current = pair
      } else {
        left.append(mark)
        blocked = rank
      }
    }
    return [current] + left
  }

  private static func pair(_ a: UInt32, _ b: UInt32) -> UInt32? {
    if (0x1100..<0x1113).contains(a), (0x1161..<0x1176).contains(b) {
      return 0xAC00 + ((a - 0x1100) * 21 + (b - 0x1161)) * 28
    }
    if (0xAC00..<0xD7A4).contains(a), (a - 0xAC00) % 28 == 0, (0x11A8..<0x11C3).contains(b) {
      return a + b - 0x11A7
    }
    return composed[string([a, b])]
  }

  private static func inCanonicalOrder(_ marks: ArraySlice<UInt32>) -> [UInt32] {
    marks.enumerated()
      .sorted { (rank(of: $0.element), $0.offset) < (rank(of: $1.element), $1.offset) }
      .map(\.element)
  }

  private static func rank(of value: UInt32) -> UInt8 {
    Unicode.Scalar(value)?.properties.canonicalCombiningClass.rawValue ?? 0
  }

  private static func string(_ scalars: [UInt32]) -> String {
    var text = String.UnicodeScalarView()
    for value in scalars { text.append(Unicode.Scalar(value) ?? "\u{FFFD}") }
    return String(text)
  }

  /// The blocks of the Unicode Standard that hold letters with marks.
  private static let blocks: [Range<UInt32>] = [
    0xC0..<0x250, 0x374..<0x530, 0x622..<0x6D4, 0x929..<0xE00, 0xF40..<0xFBD, 0x1E00..<0x2000,
    0x3040..<0x3100, 0xFB1D..<0xFB50,
  ]

  private static let composed: [String: UInt32] = {
    var table: [String: UInt32] = [:]
    for value in blocks.joined() where table[string([value])] == nil {
      table[string([value])] = value
    }
    return table
  }()
}
