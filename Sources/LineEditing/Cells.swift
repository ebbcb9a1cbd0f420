/// How many cells of a terminal text takes, and text made safe for one.
enum Cells {
  /// The width of one scalar: 0 for marks and format characters, 2 for East Asian wide ones and
  /// emoji, 1 otherwise.
  static func width(_ scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 { return 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    if (0x1160...0x11ff).contains(scalar.value) { return 0 }
    return isWide(scalar) ? 2 : 1
  }

  /// The width of a text without control characters.
  static func width(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + width($1) }
  }

  /// As much of the beginning as fits, in whole characters.
  static func prefix(_ text: String, fitting cells: Int) -> String {
    var result = ""
    var used = 0
    for character in text {
      used += character.unicodeScalars.reduce(0) { $0 + width($1) }
      if used > cells { break }
      result.append(character)
    }
    return result
  }

  /// The text with every control character and every control of writing direction replaced by
  /// U+FFFD, so that a terminal shows it and obeys nothing in it.
  static func harmless(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isHarmful) else { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      scalars.append(isHarmful(scalar) ? ScalarDecoder.replacement : scalar)
    }
    return String(scalars)
  }

  /// C0, C1, DEL, the separators of lines and paragraphs, and what changes writing direction.
  static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1f, 0x7f...0x9f, 0x2028, 0x2029: true
    case 0x061c, 0x200e, 0x200f, 0x202a...0x202e, 0x2066...0x2069: true
    default: false
    }
  }

  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115f, 0x2e80...0x303e, 0x3041...0x4dbf, 0x4e00...0xa4cf, 0xa960...0xa97f,
      0xac00...0xd7a3, 0xf900...0xfaff, 0xfe10...0xfe19, 0xfe30...0xfe6f, 0xff01...0xff60,
      0xffe0...0xffe6, 0x17000...0x18cff, 0x1b000...0x1b2ff, 0x1f200...0x1f2ff,
      0x20000...0x3fffd:
      true
    default: scalar.properties.isEmojiPresentation
    }
  }
}
