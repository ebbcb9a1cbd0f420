/// Scalars read from bytes of UTF-8, and their lower case without a table for what pages are made
/// of.
enum LowerCase {
  /// The scalar at an index and the bytes it takes; a sequence that is cut off counts as one byte.
  static func scalar(_ bytes: ArraySlice<UInt8>, _ i: Int) -> (value: UInt32, length: Int) {
    let first = UInt32(bytes[i])
    if first < 0x80 { return (first, 1) }
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard i + length <= bytes.endIndex else { return (0xFFFD, 1) }
    var value = first & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
    for k in 1..<length { value = value << 6 | UInt32(bytes[i + k] & 0x3F) }
    return (value, length)
  }

  /// The lower case of a scalar that is one scalar; any other scalar itself.
  static func lower(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x41...0x5A, 0xC0...0xD6, 0xD8...0xDE, 0x391...0x3A9, 0x410...0x42F: return scalar + 0x20
    case 0..<0x100, 0x3AA..<0x400, 0x430..<0x460: return scalar
    case 0x400...0x40F: return scalar + 0x50
    case 0x2000..<0x2C00, 0x2E00..<0xA640, 0xAC00..<0xFF00: return scalar
    default: return fromTable(scalar)
    }
  }

  /// Whether a scalar has a lower case of its own.
  static func isCapital(_ scalar: UInt32) -> Bool { lower(scalar) != scalar }

  private static func fromTable(_ scalar: UInt32) -> UInt32 {
    guard let known = Unicode.Scalar(scalar) else { return scalar }
    let mapping = known.properties.lowercaseMapping.unicodeScalars
    return mapping.count == 1 ? mapping.first?.value ?? scalar : scalar
  }

  /// Whether a scalar beyond ASCII is a blank.
  static func isBlank(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  /// Appends a scalar in UTF-8.
  static func append(_ scalar: UInt32, to out: inout [UInt8]) {
    if scalar < 0x80 {
      out.append(UInt8(scalar))
    } else if scalar < 0x800 {
      out.append(UInt8(0xC0 | scalar >> 6))
      out.append(UInt8(0x80 | scalar & 0x3F))
    } else {
      if scalar < 0x10000 {
        out.append(UInt8(0xE0 | scalar >> 12))
      } else {
        out.append(UInt8(0xF0 | scalar >> 18))
        out.append(UInt8(0x80 | scalar >> 12 & 0x3F))
      }
      out.append(UInt8(0x80 | scalar >> 6 & 0x3F))
      out.append(UInt8(0x80 | scalar & 0x3F))
    }
  }
}
