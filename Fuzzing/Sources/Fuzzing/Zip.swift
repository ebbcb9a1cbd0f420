/// Zip files that store what is in them (APPNOTE 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16).
enum Zip {
  static func of(_ files: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    var out: [UInt8] = []
    var directory: [UInt8] = []
    for (name, bytes) in files {
      let common =
        little(20, 2) + little(0x800, 2) + little(0, 2) + little(0, 4)
        + little(Int(checksum(bytes)), 4) + little(bytes.count, 4) + little(bytes.count, 4)
        + little(name.utf8.count, 2) + little(0, 2)
      directory +=
        [0x50, 0x4B, 1, 2] + little(20, 2) + common + little(0, 6) + little(0, 4)
        + little(out.count, 4) + name.utf8
      out += [0x50, 0x4B, 3, 4] + common + name.utf8 + bytes
    }
    let end =
      little(0, 4) + little(files.count, 2) + little(files.count, 2) + little(directory.count, 4)
      + little(out.count, 4) + little(0, 2)
    return out + directory + [0x50, 0x4B, 5, 6] + end
  }

  private static func little(_ value: Int, _ size: Int) -> [UInt8] {
    (0..<size).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }

  /// CRC-32 (ISO 3309), bit by bit.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~UInt32(0)) { sum, byte in
      (0..<8).reduce(sum ^ UInt32(byte)) { c, _ in c & 1 == 1 ? 0xEDB8_8320 ^ c >> 1 : c >> 1 }
    }
  }
}
