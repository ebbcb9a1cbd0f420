/// Zip files made for tests: their files stored as they are.
enum Zip {
  static func of(_ files: [(String, String)]) -> [UInt8] {
    of(files.map { ($0.0, Array($0.1.utf8)) })
  }

  static func of(_ files: [(String, [UInt8])]) -> [UInt8] {
    var out: [UInt8] = []
    var directory: [UInt8] = []
    for (name, bytes) in files {
      let offset = out.count
      let common =
        little(20, 2) + little(0x800, 2) + little(0, 2) + little(0, 4) + little(Int(sum(bytes)), 4)
        + little(bytes.count, 4) + little(bytes.count, 4) + little(name.utf8.count, 2)
        + little(0, 2)
      out += [0x50, 0x4B, 3, 4] + common + Array(name.utf8) + bytes
      directory +=
        [0x50, 0x4B, 1, 2] + little(20, 2) + common + little(0, 2) + little(0, 2) + little(0, 2)
        + little(0, 4) + little(offset, 4) + Array(name.utf8)
    }
    let end =
      little(0, 2) + little(0, 2) + little(files.count, 2) + little(files.count, 2)
      + little(directory.count, 4) + little(out.count, 4) + little(0, 2)
    return out + directory + [0x50, 0x4B, 5, 6] + end
  }

  /// A gzip file that stores its bytes (RFC 1952 over RFC 1951, blocks of kind 0).
  static func gzip(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]
    var at = 0
    repeat {
      let next = min(at + 65_535, bytes.count)
      let isLast: UInt8 = next == bytes.count ? 1 : 0
      out += [isLast] + little(next - at, 2) + little((next - at) ^ 0xFFFF, 2) + bytes[at..<next]
      at = next
    } while at < bytes.count
    return out + little(Int(sum(bytes)), 4) + little(bytes.count, 4)
  }

  private static func little(_ value: Int, _ size: Int) -> [UInt8] {
    (0..<size).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }

  /// CRC-32 (ISO 3309).
  private static func sum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~UInt32(0)) { crc, byte in table[Int((crc ^ UInt32(byte)) & 0xFF)] ^ (crc >> 8) }
  }

  private static let table: [UInt32] = (0..<256).map { n in
    (0..<8).reduce(UInt32(n)) { c, _ in c & 1 == 1 ? 0xEDB8_8320 ^ (c >> 1) : c >> 1 }
  }
}
