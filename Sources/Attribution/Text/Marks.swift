/// Tells punctuation apart.
enum Marks {
  /// The mark that some bytes are.
  static func mark(_ bytes: [UInt8], _ range: Range<Int>) -> Token.Mark {
    let first = bytes[range.lowerBound]
    if first < 0x80 { return ascii(first, bytes, range) }
    if range.count == 4, first == 0xE2 { return .genitive }
    guard range.count >= 2 else { return .other }
    let second = bytes[range.lowerBound + 1]
    if first == 0xC2 { return second == 0xAB || second == 0xBB ? .quote : .other }
    guard range.count == 3 else { return .other }
    return wide(first, second, bytes[range.lowerBound + 2])
  }

  private static func ascii(_ byte: UInt8, _ bytes: [UInt8], _ range: Range<Int>) -> Token.Mark {
    let count = range.count
    return switch byte {
    case 0x2C: .comma
    case 0x2E: count > 1 ? .ellipsis : .stop
    case 0x3A: .colon
    case 0x3B: .semicolon
    case 0x2D: .dash
    case 0x28, 0x5B: .open
    case 0x29, 0x5D: .close
    case 0x3F: .question
    case 0x21: .exclamation
    case 0x22: .quote
    case 0x27: count == 1 || bytes[range.lowerBound + 1] == 0x27 ? .quote : .genitive
    case 0x60: .quote
    case 0x2A, 0x7C: .bullet
    default: .other
    }
  }

  private static func wide(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Token.Mark {
    switch (a, b, c) {
    case (0xE2, 0x80, 0x98...0x9F), (0xE2, 0x80, 0xB9...0xBA): .quote
    case (0xE2, 0x80, 0x90...0x95), (0xE2, 0x88, 0x92): .dash
    case (0xE2, 0x80, 0xA6): .ellipsis
    case (0xE2, 0x80, 0xA2), (0xE2, 0x96, _): .bullet
    case (0xE3, 0x80, 0x8C...0x8F), (0xEF, 0xBC, 0x82): .quote
    case (0xE3, 0x80, 0x82): .stop
    case (0xE3, 0x80, 0x81), (0xEF, 0xBC, 0x8C): .comma
    case (0xEF, 0xBC, 0x9A): .colon
    case (0xEF, 0xBC, 0x9F): .question
    case (0xEF, 0xBC, 0x81): .exclamation
    default: .other
    }
  }
}
