/// Scalars out of UTF-8 bytes, forwards and backwards. Bytes that are no UTF-8 count as one scalar
/// each, U+FFFD, so that nothing ever runs past an end.
enum UTF8Scalars {
  /// The scalar that begins at `i` and its length in bytes.
  @inline(__always)
  static func scalar(at i: Int, in span: Span<UInt8>) -> (value: UInt32, length: Int) {
    let lead = UInt32(span[i])
    if lead < 0x80 { return (lead, 1) }
    if lead < 0xC2 { return (0xFFFD, 1) }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    if i + length > span.count { return (0xFFFD, 1) }
    var value = lead & (0x7F >> UInt32(length))
    for k in 1..<length {
      let byte = UInt32(span[i + k])
      if byte & 0xC0 != 0x80 { return (0xFFFD, 1) }
      value = value << 6 | byte & 0x3F
    }
    return (value, length)
  }

  /// The scalar that ends at `i`, nil at the start of the text.
  static func scalar(before i: Int, in span: Span<UInt8>) -> (value: UInt32, length: Int)? {
    if i <= 0 { return nil }
    var start = i - 1
    while start > 0, i - start < 4, span[start] & 0xC0 == 0x80 { start -= 1 }
    let found = scalar(at: start, in: span)
    return found.length == i - start ? found : (0xFFFD, 1)
  }

  /// Appends a scalar's UTF-8.
  static func append(_ value: UInt32, to out: inout [UInt8]) {
    switch value {
    case 0..<0x80: out.append(UInt8(value))
    case 0x80..<0x800: out.append(0xC0 | UInt8(value >> 6))
    case 0x800..<0x10000:
      out.append(0xE0 | UInt8(value >> 12))
      out.append(0x80 | UInt8(value >> 6 & 0x3F))
    default:
      out.append(0xF0 | UInt8(value >> 18 & 0x07))
      out.append(0x80 | UInt8(value >> 12 & 0x3F))
      out.append(0x80 | UInt8(value >> 6 & 0x3F))
    }
    if value >= 0x80 { out.append(0x80 | UInt8(value & 0x3F)) }
  }
}
