internal import Crypto

/// A SHA-256 digest (FIPS 180-4).
public struct TextDigest: Hashable, Sendable {
  /// 64 lower-case hexadecimal digits.
  public let hex: String

  /// The digest of some bytes.
  public init(of bytes: [UInt8]) {
    hex = Self.hex(of: SHA256.hash(data: bytes))
  }

  /// The digest of parts, each followed by LF: how every id of a notebook is made.
  public init(ofParts parts: [String]) {
    var hash = SHA256()
    for part in parts { hash.update(data: Array(part.utf8) + [0x0A]) }
    hex = Self.hex(of: hash.finalize())
  }

  /// The digest of several ranges of some bytes, one after the other.
  public init(of pieces: [Range<Int>], in bytes: [UInt8]) {
    var hash = SHA256()
    for piece in pieces { hash.update(data: bytes[piece]) }
    hex = Self.hex(of: hash.finalize())
  }

  /// Takes a digest that was written down: 64 hexadecimal digits, else nil.
  public init?(hex: String) {
    guard hex.utf8.count == 64, hex.utf8.allSatisfy({ isHexDigit($0) }) else { return nil }
    self.hex = hex
  }

  private static func hex(of digest: SHA256.Digest) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(64)
    for byte in digest {
      out.append(hexDigit(byte >> 4))
      out.append(hexDigit(byte & 15))
    }
    return String(decoding: out, as: UTF8.self)
  }
}

/// The lower-case hexadecimal digit of a value under 16.
func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }

/// Whether the byte is a lower-case hexadecimal digit.
public func isHexDigit(_ byte: UInt8) -> Bool {
  (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
}
