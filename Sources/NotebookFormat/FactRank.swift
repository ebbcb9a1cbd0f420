/// Where a fact line stands among others, as a number: of two lines the one with the lower rank comes
/// first; of two with the same rank the bytes decide.
///
/// Most keys are ids, a letter and hexadecimal digits: the first byte takes eight bits, and each of
/// the six digits behind it four. Any other byte ends the digits: what is behind it is filled so
/// that the rank stays on the right side of all digits, zeros below `a` and ones above `f`.
enum FactRank {
  /// The rank of a line, which begins with four blanks, the sigil and a blank.
  static func of(_ line: Span<UInt8>) -> UInt32 {
    guard line.count > 6 else { return 1 }
    var rank = UInt32(max(1, line[6]))
    for i in 7..<13 {
      let byte = i < line.count ? line[i] : 0
      switch byte {
      case 0x30...0x39: rank = rank << 4 | UInt32(byte - 0x30)
      case 0x61...0x66: rank = rank << 4 | UInt32(byte - 0x57)
      default:
        let bits = UInt32(4 * (13 - i))
        let ones: UInt32 = (1 << bits) - 1
        // Between the digits and the letters: above all that begins with a nine.
        let nines = ones >> 4 | 9 << (bits - 4)
        return rank << bits | (byte < 0x30 ? 0 : byte < 0x61 ? nines : ones)
      }
    }
    return rank
  }
}
