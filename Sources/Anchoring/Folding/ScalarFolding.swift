/// What folding makes of one scalar.
///
/// All quotation marks and apostrophes become `'`: British and American papers exchange single and
/// double ones, and inside a typed `"…"` the single one is what people type.
enum ScalarFolding {
  /// The kinds of scalars that folding tells apart.
  enum Kind: UInt8 {
    /// Every run of them becomes one blank.
    case blank
    /// Every run of them becomes one hyphen, so that `--` is a dash.
    case dash
    /// A quotation mark or an apostrophe: becomes `'`.
    case quote
    /// Nothing remains: soft hyphens, zero-width and directional marks.
    case dropped
    /// Everything else: case is folded.
    case other
  }

  /// The kind of a scalar.
  @inline(__always)
  static func kind(of value: UInt32) -> Kind {
    value < 0x800 ? smallKinds[Int(value)] : largeKind(of: value)
  }

  /// Appends a scalar of kind `other` with its case folded.
  static func append(_ value: UInt32, to out: inout [UInt8]) {
    if value < 0x800 {
      append(packed: smallFolds[Int(value)], to: &out)
    } else if value == 0x2026 {
      out.append(contentsOf: [0x2E, 0x2E, 0x2E])
    } else if (0x2E80..<0xA640).contains(value) || (0xAC00..<0xD7B0).contains(value) {
      UTF8Scalars.append(value, to: &out)
    } else {
      for scalar in caseFolding(of: value) { UTF8Scalars.append(scalar, to: &out) }
    }
  }

  /// The full case folding of a scalar, by way of its upper case, so that ß and ẞ meet SS and ς
  /// meets σ; only its lower case where the upper case falls apart into marks.
  static func caseFolding(of value: UInt32) -> [UInt32] {
    let lower = lowered([value])
    let upper = lower.flatMap { value in
      Unicode.Scalar(value)?.properties.uppercaseMapping.unicodeScalars.map(\.value) ?? [value]
    }
    let both = lowered(upper)
    return both.contains(where: WordScalars.isMark) ? lower : both
  }

  /// Scalars in lower case; an apostrophe that comes with one, as in ŉ, folds like others.
  private static func lowered(_ values: [UInt32]) -> [UInt32] {
    values.flatMap { value -> [UInt32] in
      if value == 0x2BC { return [0x27] }
      guard let scalar = Unicode.Scalar(value) else { return [value] }
      return scalar.properties.lowercaseMapping.unicodeScalars.map(\.value)
    }
  }

  private static func largeKind(of value: UInt32) -> Kind {
    if value >= 0x3100, value < 0xFE00 { return .other }
    switch value {
    case 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: return .blank
    case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D: return .dash
    case 0x2018...0x201F, 0x2032...0x2036, 0x2039, 0x203A, 0x300C...0x300F, 0x301D...0x301F:
      return .quote
    case 0xFF02, 0xFF07: return .quote
    case 0x180E, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF: return .dropped
    default: return .other
    }
  }

  private static let smallKinds: [Kind] = (0..<0x800).map { value in
    switch value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0: .blank
    case 0x2D: .dash
    case 0x22, 0x27, 0x60, 0xAB, 0xB4, 0xBB, 0x2B9...0x2BD: .quote
    case 0xAD, 0x61C: .dropped
    default: .other
    }
  }

  /// The folded bytes of the scalars below U+0800, the first in the lowest byte, the length in the
  /// highest: no folding of one of them is longer than seven bytes.
  private static let smallFolds: [UInt64] = (0..<UInt32(0x800)).map { value in
    var bytes: [UInt8] = []
    for scalar in caseFolding(of: value) { UTF8Scalars.append(scalar, to: &bytes) }
    var packed = UInt64(bytes.count) << 56
    for (i, byte) in bytes.enumerated() { packed |= UInt64(byte) << UInt64(8 * i) }
    return packed
  }

  @inline(__always)
  private static func append(packed: UInt64, to out: inout [UInt8]) {
    var rest = packed
    for _ in 0..<(packed >> 56) {
      out.append(UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
  }
}
