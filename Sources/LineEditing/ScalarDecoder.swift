/// Decodes UTF-8 byte by byte. A maximal part of a broken sequence becomes one U+FFFD, as
/// `String(decoding:as:)` has it.
struct ScalarDecoder {
  private var value: UInt32 = 0
  private var missing = 0
  /// The bounds of the next byte, narrower after a lead byte that could be overlong or too large.
  private var bounds: ClosedRange<UInt8> = 0x80...0xbf

  /// Whether a sequence has begun and not ended.
  var isPending: Bool { missing > 0 }

  static let replacement: Unicode.Scalar = "\u{fffd}"

  /// Takes one byte and gives the scalars that it completes: none, one, or two.
  mutating func feed(_ byte: UInt8, _ emit: (Unicode.Scalar) -> Void) {
    if missing > 0 {
      if bounds.contains(byte) {
        value = value << 6 | UInt32(byte & 0x3f)
        bounds = 0x80...0xbf
        missing -= 1
        if missing == 0 { emit(Unicode.Scalar(value) ?? Self.replacement) }
        return
      }
      missing = 0
      emit(Self.replacement)
    }
    begin(byte, emit)
  }

  /// Ends the input: a sequence that is not whole becomes one U+FFFD.
  mutating func finish(_ emit: (Unicode.Scalar) -> Void) {
    if missing > 0 { emit(Self.replacement) }
    missing = 0
  }

  private mutating func begin(_ byte: UInt8, _ emit: (Unicode.Scalar) -> Void) {
    switch byte {
    case 0x00...0x7f: emit(Unicode.Scalar(byte))
    case 0xc2...0xdf: expect(1, UInt32(byte & 0x1f), 0x80...0xbf)
    case 0xe0: expect(2, 0, 0xa0...0xbf)
    case 0xed: expect(2, 0xd, 0x80...0x9f)
    case 0xe1...0xef: expect(2, UInt32(byte & 0xf), 0x80...0xbf)
    case 0xf0: expect(3, 0, 0x90...0xbf)
    case 0xf1...0xf3: expect(3, UInt32(byte & 7), 0x80...0xbf)
    case 0xf4: expect(3, 4, 0x80...0x8f)
    default: emit(Self.replacement)
    }
  }

  private mutating func expect(_ count: Int, _ first: UInt32, _ next: ClosedRange<UInt8>) {
    missing = count
    value = first
    bounds = next
  }
}
