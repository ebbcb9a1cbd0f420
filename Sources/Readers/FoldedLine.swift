/// A short line in the form in which the tables have their patterns: lower case, blanks single, straight
/// quotes, a run of digits as `#`, no bullet in front, no arrow at the end.
struct FoldedLine {
  let bytes: [UInt8]
  let text: String

  /// Folds the UTF-8 bytes of a line.
  init(_ line: ArraySlice<UInt8>) {
    var out: [UInt8] = []
    out.reserveCapacity(line.count)
    var isDigits = false
    var rest = line[...]
    while let byte = rest.first {
      if byte >= 0x80 {
        let scalar = FoldedLine.scalar(&rest)
        isDigits = false
        FoldedLine.append(scalar, to: &out)
        continue
      }
      rest = rest.dropFirst()
      if (0x30...0x39).contains(byte) || isDigits && (byte == 0x2E || byte == 0x2C) {
        if !isDigits { out.append(0x23) }
        isDigits = true
        continue
      }
      isDigits = false
      if byte == 0x20 || byte == 0x09 {
        if let last = out.last, last != 0x20 { out.append(0x20) }
      } else {
        out.append((0x41...0x5A).contains(byte) ? byte + 0x20 : byte)
      }
    }
    bytes = FoldedLine.trimmed(out)
    text = String(decoding: bytes, as: UTF8.self)
  }

  /// A line given as text.
  init(_ line: some StringProtocol) { self.init(Array(line.utf8)[...]) }

  private static func scalar(_ rest: inout ArraySlice<UInt8>) -> Unicode.Scalar {
    let length = rest[rest.startIndex] < 0xE0 ? 2 : rest[rest.startIndex] < 0xF0 ? 3 : 4
    let scalar = String(decoding: rest.prefix(length), as: UTF8.self).unicodeScalars.first
    rest = rest.dropFirst(length)
    return scalar ?? " "
  }

  private static func append(_ scalar: Unicode.Scalar, to out: inout [UInt8]) {
    switch scalar {
    case "’", "‘": out.append(0x27)
    case "“", "”": out.append(0x22)
    default:
      if scalar.properties.isWhitespace {
        if let last = out.last, last != 0x20 { out.append(0x20) }
      } else {
        out += scalar.properties.lowercaseMapping.utf8
      }
    }
  }

  /// Without bullets in front and arrows behind.
  private static func trimmed(_ bytes: [UInt8]) -> [UInt8] {
    var rest = bytes[...]
    while let mark = bullets.first(where: { rest.starts(with: $0) }) { rest = rest.dropFirst(mark.count) }
    while let mark = arrows.first(where: { rest.count >= $0.count && rest.suffix($0.count).elementsEqual($0) }) {
      rest = rest.dropLast(mark.count)
    }
    return Array(rest)
  }

  private static let bullets = ["•", "·", "▪", "►", "▸", "*", "-", "–", "—", "»", "|", ">", "+", "✓", " "]
    .map { Array($0.utf8) }
  private static let arrows = [" ", "›", "»", "→", ">", "|", "▾", "▼", "…"].map { Array($0.utf8) }
}
