/// A value of a binary property list (Apple, CFBinaryPList.c, format `bplist00`), read with every
/// offset checked. Kinds that no web archive has are left out.
enum PropertyList {
  case data(Range<Int>)
  case text(String)
  case array([Int])
  case dictionary([String: Int])

  /// A table of more objects is none of a web archive.
  fileprivate static let mostObjects = 1 << 20
}

/// The table of a binary property list: where each of its objects begins.
struct PropertyTable {
  let bytes: [UInt8]
  private let objectCount: Int
  private let offsetSize: Int
  private let referenceSize: Int
  private let tableStart: Int
  /// The number of the object that holds all others.
  let top: Int

  /// nil where the last 32 bytes, which describe the rest, do not fit it.
  init?(_ bytes: [UInt8]) {
    guard bytes.starts(with: "bplist00".utf8), bytes.count >= 40 else { return nil }
    self.bytes = bytes
    let trailer = bytes.count - 32
    (offsetSize, referenceSize) = (Int(bytes[trailer + 6]), Int(bytes[trailer + 7]))
    guard (1...8).contains(offsetSize), (1...8).contains(referenceSize),
      let count = Self.number(bytes, trailer + 8, 8), let top = Self.number(bytes, trailer + 16, 8),
      let start = Self.number(bytes, trailer + 24, 8), count <= PropertyList.mostObjects,
      top < count, start >= 8, start <= trailer, count * offsetSize <= trailer - start
    else { return nil }
    (objectCount, self.top, tableStart) = (count, top, start)
  }

  /// A big-endian number; nil outside the bytes, or where it is too large for any offset.
  private static func number(_ bytes: [UInt8], _ at: Int, _ size: Int) -> Int? {
    guard at >= 0, size <= bytes.count, at <= bytes.count - size else { return nil }
    var value = 0
    for byte in bytes[at..<at + size] {
      if value >= 1 << 47 { return nil }
      value = value << 8 | Int(byte)
    }
    return value
  }

  /// The object with a number; nil where it is none, or of a kind that is not needed.
  func object(_ number: Int) -> PropertyList? {
    guard number >= 0, number < objectCount,
      let at = Self.number(bytes, tableStart + number * offsetSize, offsetSize),
      at < tableStart, let (count, start) = length(at)
    else { return nil }
    switch bytes[at] >> 4 {
    case 4: return fits(start, count).map { .data($0) }
    case 5, 6: return text(at).map { .text($0) }
    case 0xA: return references(start, count).map { .array($0) }
    case 0xD:
      guard let keys = references(start, count),
        let values = references(start + count * referenceSize, count)
      else { return nil }
      return .dictionary(named(keys, values))
    default: return nil
    }
  }

  /// The text that begins at a place; nil where none does. A key of a dictionary is read with this
  /// alone: one that named the dictionary itself would never end.
  private func text(_ at: Int) -> String? {
    guard let (count, start) = length(at) else { return nil }
    switch bytes[at] >> 4 {
    case 5: return fits(start, count).map { String(decoding: bytes[$0], as: UTF8.self) }
    case 6: return fits(start, count * 2).map { wide($0) }
    default: return nil
    }
  }

  /// Keys with more bytes are none of a web archive; so many keys may name one long text.
  private static let longestKey = 256

  private func key(_ number: Int) -> String? {
    guard number >= 0, number < objectCount,
      let at = Self.number(bytes, tableStart + number * offsetSize, offsetSize), at < tableStart,
      let (count, _) = length(at), count <= Self.longestKey
    else { return nil }
    return text(at)
  }

  /// The count in the head of an object, and where its content begins.
  private func length(_ at: Int) -> (Int, Int)? {
    let low = Int(bytes[at] & 0xF)
    if low < 15 { return (low, at + 1) }
    guard at + 1 < tableStart, bytes[at + 1] >> 4 == 1 else { return nil }
    let size = 1 << Int(bytes[at + 1] & 0xF)
    guard size <= 8, let count = Self.number(bytes, at + 2, size) else { return nil }
    return (count, at + 2 + size)
  }

  private func fits(_ start: Int, _ count: Int) -> Range<Int>? {
    count >= 0 && start <= tableStart && count <= tableStart - start ? start..<start + count : nil
  }

  private func references(_ start: Int, _ count: Int) -> [Int]? {
    guard count <= objectCount, let range = fits(start, count * referenceSize) else { return nil }
    return stride(from: range.lowerBound, to: range.upperBound, by: referenceSize).compactMap {
      Self.number(bytes, $0, referenceSize)
    }
  }

  private func wide(_ range: Range<Int>) -> String {
    let units = stride(from: range.lowerBound, to: range.upperBound, by: 2).map {
      UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1])
    }
    return String(decoding: units, as: UTF16.self)
  }

  private func named(_ keys: [Int], _ values: [Int]) -> [String: Int] {
    var out: [String: Int] = [:]
    for (key, value) in zip(keys, values) {
      if let name = self.key(key), out[name] == nil { out[name] = value }
    }
    return out
  }
}
