/// A short line in the form in which the tables have their patterns: lower case, blanks single,
/// straight quotes, a run of digits as `#`, no bullet in front, no arrow at the end.
struct FoldedLine: Hashable {
  let bytes: [UInt8]

  /// All bytes as one word (FNV-1a): many lines are looked up, and an array hashes byte by byte.
  func hash(into hasher: inout Hasher) {
    var hash: UInt64 = 14_695_981_039_346_656_037
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 1_099_511_628_211 }
    hasher.combine(hash)
  }

  /// The same as text.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Folds the UTF-8 bytes of a line.
  init(_ line: ArraySlice<UInt8>) {
    var out: [UInt8] = []
    out.reserveCapacity(line.count)
    var isDigits = false
    var i = line.startIndex
    while i < line.endIndex {
      let byte = line[i]
      if (0x30...0x39).contains(byte) || isDigits && (byte == 0x2E || byte == 0x2C) {
        if !isDigits { out.append(0x23) }
        isDigits = true
        i += 1
        continue
      }
      isDigits = false
      if byte > 0x20, byte < 0x80 {
        out.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
        i += 1
        continue
      }
      let (scalar, length) = LowerCase.scalar(line, i)
      FoldedLine.append(scalar, to: &out)
      i += length
    }
    bytes = FoldedLine.trimmed(out)
  }

  /// A line given as text.
  init(_ line: some StringProtocol) { self.init(Array(line.utf8)[...]) }

  private static func append(_ scalar: UInt32, to out: inout [UInt8]) {
    switch scalar {
    case 0x2018, 0x2019: out.append(0x27)
    case 0x201C, 0x201D: out.append(0x22)
    case 0x20, 0x09, 0x80...:
      if scalar < 0x80 || LowerCase.isBlank(scalar) {
        if let last = out.last, last != 0x20 { out.append(0x20) }
      } else {
        LowerCase.append(LowerCase.lower(scalar), to: &out)
      }
    default: out.append(UInt8(LowerCase.lower(scalar)))
    }
  }

  /// Whether the line ends with another.
  func ends(with other: FoldedLine) -> Bool {
    bytes.count >= other.bytes.count && bytes.suffix(other.bytes.count).elementsEqual(other.bytes)
  }

  /// Whether the line holds another.
  func contains(_ other: FoldedLine) -> Bool {
    guard let first = other.bytes.first else { return true }
    return bytes.indices.dropLast(other.bytes.count - 1)
      .contains { bytes[$0] == first && bytes[$0...].starts(with: other.bytes) }
  }

  /// Without bullets in front and arrows behind.
  private static func trimmed(_ bytes: [UInt8]) -> [UInt8] {
    var rest = bytes[...]
    while let first = rest.first, isMark(first),
      let mark = bullets.first(where: { rest.starts(with: $0) })
    {
      rest = rest.dropFirst(mark.count)
    }
    while let last = rest.last, isMark(last),
      let mark = arrows.first(where: {
        rest.count >= $0.count && rest.suffix($0.count).elementsEqual($0)
      })
    {
      rest = rest.dropLast(mark.count)
    }
    return rest.count == bytes.count ? bytes : Array(rest)
  }

  /// Whether a byte is no letter of ASCII and no digit.
  private static func isMark(_ byte: UInt8) -> Bool { !(0x61...0x7A).contains(byte) }

  private static let bullets = [
    "•", "·", "▪", "►", "▸", "*", "-", "–", "—", "»", "|", ">", "+", "✓", " ",
  ].map { Array($0.utf8) }
  private static let arrows = [" ", "›", "»", "→", ">", "|", "▾", "▼", "…"].map { Array($0.utf8) }
}
