/// The id of a record: a letter and eight or more hexadecimal digits, `a8f536ced`.
///
/// Packed into one word so that a million of them take eight megabytes: the letter, the number of
/// digits, and up to twelve digits.
public struct RecordID: Hashable, Sendable, Comparable {
  /// What an id names.
  public enum Kind: UInt8, Sendable, CaseIterable {
    case annotation = 0x61
    case claim = 0x63
    case link = 0x6C
    case statement = 0x73

    /// `a`, `c`, `l` or `s`.
    public var letter: String { String(Character(Unicode.Scalar(rawValue))) }
  }

  /// The fewest digits of a whole id.
  public static let fewestDigits = 8

  /// The most digits of an id; a clash takes two more each time.
  public static let mostDigits = 12

  /// Letter in bits 56–63, number of digits in 48–55, digits left-aligned in 0–47: the numeric order
  /// is the order of the written ids.
  public let packed: UInt64

  /// Reads an id of at least eight digits; nil for anything else.
  @inlinable
  public init?(_ bytes: some Collection<UInt8>) {
    guard bytes.count >= 9 else { return nil }
    self.init(prefix: bytes)
  }

  /// Reads an id that may be shortened to four digits or more. Inlined, as it reads every fact line.
  @inlinable
  public init?(prefix bytes: some Collection<UInt8>) {
    guard let letter = bytes.first, Kind(rawValue: letter) != nil, (5...13).contains(bytes.count)
    else { return nil }
    var value: UInt64 = 0
    for byte in bytes.dropFirst() {
      guard let digit = Self.digit(byte) else { return nil }
      value = value << 4 | UInt64(digit)
    }
    let count = bytes.count - 1
    packed = UInt64(letter) << 56 | UInt64(count) << 48 | value << UInt64(48 - 4 * count)
  }

  /// The first `digits` digits of a digest under a letter.
  public init(_ kind: Kind, digest hex: String, digits: Int = 8) {
    var bytes = [kind.rawValue]
    let digest = hex.utf8.span
    for i in 0..<min(digits, digest.count) { bytes.append(digest[i]) }
    guard let id = RecordID(bytes) else { preconditionFailure("a digest has hexadecimal digits") }
    self = id
  }

  /// The order of the written ids.
  public static func < (a: RecordID, b: RecordID) -> Bool {
    let letters = (a.packed >> 56, b.packed >> 56)
    if letters.0 != letters.1 { return letters.0 < letters.1 }
    let digits = (a.packed & 0xFFFF_FFFF_FFFF, b.packed & 0xFFFF_FFFF_FFFF)
    return digits.0 != digits.1 ? digits.0 < digits.1 : a.count < b.count
  }

  /// What it names.
  public var kind: Kind { Kind(rawValue: UInt8(packed >> 56)) ?? .annotation }

  /// How many digits it has.
  public var count: Int { Int(packed >> 48 & 0xFF) }

  /// As written.
  public var text: String { text(digits: count) }

  /// The letter and the first `digits` digits.
  public func text(digits: Int) -> String {
    var out: [UInt8] = [UInt8(packed >> 56)]
    for i in 0..<min(digits, count) {
      let nibble = UInt8(packed >> UInt64(44 - 4 * i) & 0xF)
      out.append(nibble < 10 ? 0x30 + nibble : 0x57 + nibble)
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// As written, in the first `count + 1` bytes; zeros behind them.
  public var letters: InlineArray<13, UInt8> {
    var out = InlineArray<13, UInt8>(repeating: 0)
    out[0] = UInt8(packed >> 56)
    for i in 0..<min(count, Self.mostDigits) {
      let nibble = UInt8(packed >> UInt64(44 - 4 * i) & 0xF)
      out[i + 1] = nibble < 10 ? 0x30 + nibble : 0x57 + nibble
    }
    return out
  }

  /// Whether the written id begins with the written `short`.
  public func begins(with short: RecordID) -> Bool {
    guard kind == short.kind, short.count <= count else { return false }
    let shift = UInt64(48 - 4 * short.count)
    return (packed & 0xFFFF_FFFF_FFFF) >> shift == (short.packed & 0xFFFF_FFFF_FFFF) >> shift
  }

  @inlinable
  static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }
}
