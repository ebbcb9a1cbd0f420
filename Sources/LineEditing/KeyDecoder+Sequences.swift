extension KeyDecoder {
  /// The key of a whole CSI sequence. Parameters are numbers with `;` between; the second one
  /// says which modifiers were held: 3 Alt, 5 Ctrl, 7 both.
  static func key(final: UInt8, _ parameters: [UInt8]) -> Key {
    let numbers = parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
      .map { Int(String(decoding: $0, as: UTF8.self)) }
    let modifier = numbers.count > 1 ? numbers[1] : nil
    guard final == UInt8(ascii: "~") else { return cursorKey(final, modifier: modifier) }
    switch numbers.first ?? nil {
    case 1, 7: return .home
    case 4, 8: return .end
    case 3: return .delete
    default: return .unknown
    }
  }

  /// The key that a final letter stands for, after `ESC [` or `ESC O`.
  static func cursorKey(_ final: UInt8, modifier: Int?) -> Key {
    let byWord = modifier == 3 || modifier == 5 || modifier == 7
    switch final {
    case UInt8(ascii: "A"): return .up
    case UInt8(ascii: "B"): return .down
    case UInt8(ascii: "C"): return byWord ? .wordRight : .right
    case UInt8(ascii: "D"): return byWord ? .wordLeft : .left
    case UInt8(ascii: "H"): return .home
    case UInt8(ascii: "F"): return .end
    case UInt8(ascii: "Z"): return .backTab
    default: return .unknown
    }
  }
}
