/// Which scalars make words.
enum WordScalars {
  /// Whether a scalar is part of a word: a letter, a mark or a digit.
  @inline(__always)
  static func isWord(_ value: UInt32) -> Bool {
    value < 0x800 ? small[Int(value)] : isLargeWord(value)
  }

  /// Whether a scalar is a mark that belongs to the scalar before it.
  @inline(__always)
  static func isMark(_ value: UInt32) -> Bool {
    if value < 0x300 || value >= 0x3400 && value < 0xD7B0 { return false }
    return value < 0x800 ? smallMarks[Int(value)] : hasMarkProperty(value)
  }

  /// Whether a word may end or begin beside this scalar without a blank: Chinese, Japanese, Thai,
  /// Lao, Burmese and Khmer do not part their words, and Korean puts its particles onto them.
  static func needsNoBoundary(_ value: UInt32) -> Bool {
    if value < 0xE00 { return false }
    return standsAlone(value) || (0x1100..<0x1200).contains(value)
      || (0x3130..<0x3190).contains(value) || (0xAC00..<0xD7B0).contains(value)
  }

  /// Whether a scalar counts as a word of its own, in scripts that do not part their words.
  @inline(__always)
  static func standsAlone(_ value: UInt32) -> Bool {
    if value < 0xE00 { return false }
    switch value {
    case 0x0E00..<0x0F00, 0x1000..<0x10A0, 0x1780..<0x1800: return true
    case 0x2E80..<0x2FE0, 0x3005..<0x3008, 0x3040..<0x3100, 0x3400..<0xA000: return true
    case 0xF900..<0xFB00, 0x20000..<0x40000: return true
    default: return false
    }
  }

  private static func isLargeWord(_ value: UInt32) -> Bool {
    switch value {
    case 0x2000..<0x2070, 0x3000..<0x3005, 0x3008..<0x3020, 0xFFFD: false
    case 0x3400..<0xA000, 0xAC00..<0xD7A4: true
    default: hasWordProperty(value)
    }
  }

  private static let small: [Bool] = (0..<0x800).map { hasWordProperty($0) }
  private static let smallMarks: [Bool] = (0..<0x800).map { hasMarkProperty($0) }

  private static func hasWordProperty(_ value: UInt32) -> Bool {
    switch Unicode.Scalar(value)?.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    case .decimalNumber, .letterNumber, .otherNumber: true
    default: false
    }
  }

  private static func hasMarkProperty(_ value: UInt32) -> Bool {
    switch Unicode.Scalar(value)?.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    default: false
    }
  }
}
