/// Text made safe to show: no byte of an article, a name or an error reaches the terminal as a
/// control sequence, and what is invisible or turns the direction of writing is shown, not obeyed.
public enum VisibleText {
  /// The text with every control, bidirectional control, tag and other invisible scalar written as
  /// `<U+XXXX>`. Line feeds are kept when `lines` is true; a tab becomes one blank.
  public static func showing(_ text: String, lines: Bool = false) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    if !text.unicodeScalars.contains(where: { isHidden($0) }) { return text }
    var out = ""
    for scalar in text.unicodeScalars {
      if scalar == "\n", lines {
        out.unicodeScalars.append(scalar)
      } else if scalar == "\t" {
        out += " "
      } else if isHidden(scalar) {
        out += "<U+" + hex(scalar.value) + ">"
      } else {
        out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  /// Whether a scalar must never reach a terminal: C0, C1, DEL, bidirectional controls, zero-width
  /// and tag characters, line and paragraph separators. Joiners and variation selectors inside
  /// words and emoji are kept, soft hyphens too.
  public static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0: true
    case 0x61C, 0x180E, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F: true
    case 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE0FFF: true
    default: false
    }
  }

  private static func hex(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }
}
