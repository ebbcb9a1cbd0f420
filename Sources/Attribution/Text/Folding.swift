/// Words as numbers: FNV-1a, 64 bits, over the bytes in lower case. Letters of Latin-1 and Cyrillic
/// are folded too; in any other script a word counts as written.
enum Folding {
  /// The number of some bytes of a text.
  static func key(_ bytes: [UInt8], _ range: Range<Int>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var lead: UInt8 = 0
    for i in range {
      let byte = lower(bytes[i], after: lead)
      lead = bytes[i]
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    return hash
  }

  /// The number of a word of a table.
  static func key(_ word: some StringProtocol) -> UInt64 {
    let bytes = Array(word.utf8)
    return key(bytes, 0..<bytes.count)
  }

  /// The number of a name whatever its ending is written like: Slavic names in -ський and -ский come
  /// as -sky, -skyy, -skyi, -skij. Names of fewer than five letters are too short to be told apart
  /// without their ending.
  static func spelling(_ bytes: [UInt8], _ range: Range<Int>) -> UInt64 {
    var end = range.upperBound
    while end > range.lowerBound, [0x69, 0x6A, 0x79].contains(bytes[end - 1] | 0x20) { end -= 1 }
    if range.count < 5 || end == range.upperBound || end - range.lowerBound < 3 {
      return key(bytes, range)
    }
    return (key(bytes, range.lowerBound..<end) ^ 0x69) &* 0x100_0000_01B3
  }

  private static func lower(_ byte: UInt8, after lead: UInt8) -> UInt8 {
    if byte >= 0x41, byte <= 0x5A { return byte | 0x20 }
    if lead == 0xC3, byte >= 0x80, byte <= 0x9E, byte != 0x97 { return byte | 0x20 }
    if lead == 0xD0, byte >= 0x90, byte <= 0x9F { return byte &+ 0x20 }
    return byte
  }

  /// Whether a letter that begins a word is a capital.
  static func isCapital(_ bytes: [UInt8], _ i: Int) -> Bool {
    let byte = bytes[i]
    if byte < 0x80 { return byte >= 0x41 && byte <= 0x5A }
    guard i + 1 < bytes.count else { return false }
    let next = bytes[i + 1]
    switch byte {
    case 0xC3: return next >= 0x80 && next <= 0x9E && next != 0x97
    case 0xC4, 0xC5: return next & 1 == (byte == 0xC5 && next >= 0xB9 && next <= 0xBE ? 1 : 0)
    case 0xCE: return next >= 0x86 && next <= 0xAB
    case 0xD0: return next < 0xB0
    default: return false
    }
  }
}
