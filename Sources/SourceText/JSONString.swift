/// Strings as JSON writes them (RFC 8259, section 7): the only quoting of a notebook's records.
public enum JSONString {
  /// The text between quotation marks, on one line: `"`, `\` and control characters are escaped,
  /// everything else stands as it is.
  public static func quote(_ text: String) -> String {
    let bytes = text.utf8.span
    var plain = 0
    while plain < bytes.count, !isEscaped(bytes[plain]) { plain += 1 }
    if plain == bytes.count { return "\"\(text)\"" }
    var out: [UInt8] = [0x22]
    out.reserveCapacity(bytes.count + 8)
    for i in bytes.indices { escape(bytes[i], to: &out) }
    out.append(0x22)
    return String(decoding: out, as: UTF8.self)
  }

  /// The same for a part of a text.
  public static func quote(_ text: some StringProtocol) -> String { quote(String(text)) }

  private static func isEscaped(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F
  }

  /// The same for what is printed: nothing in it reaches a terminal as a control, and what is hidden
  /// is escaped, not lost. Records are not written so: their bytes would change.
  public static func quoteToShow(_ text: some StringProtocol) -> String {
    let quoted = quote(text)
    let isShown =
      quoted.utf8.allSatisfy { $0 < 0x7F }
      || !quoted.unicodeScalars.contains { VisibleText.isHidden($0) }
    if isShown { return quoted }
    var out: [UInt8] = []
    out.reserveCapacity(quoted.utf8.count + 16)
    for scalar in quoted.unicodeScalars {
      if VisibleText.isHidden(scalar) {
        for unit in UTF16.encode(scalar) ?? .init() { escape(unit, to: &out) }
      } else {
        out += UTF8.encode(scalar) ?? .init()
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static func escape(_ unit: UInt16, to out: inout [UInt8]) {
    let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
    out += [
      0x5C, 0x75, hexDigit(high >> 4), hexDigit(high & 15), hexDigit(low >> 4), hexDigit(low & 15),
    ]
  }

  private static func escape(_ byte: UInt8, to out: inout [UInt8]) {
    switch byte {
    case 0x22, 0x5C: out += [0x5C, byte]
    case 0x0A: out += [0x5C, 0x6E]
    case 0x0D: out += [0x5C, 0x72]
    case 0x09: out += [0x5C, 0x74]
    case 0..<0x20, 0x7F: out += Array("\\u00".utf8) + [hexDigit(byte >> 4), hexDigit(byte & 15)]
    default: out.append(byte)
    }
  }

  /// The text of a JSON string without its quotation marks; nil where an escape is broken. Few
  /// strings have escapes, and those without are taken as they are.
  public static func unescape(_ body: ArraySlice<UInt8>) -> String? {
    let bytes = body.span
    for i in bytes.indices where bytes[i] == 0x5C { return unescape(body.lazy.map { $0 }) }
    return String(decoding: body, as: UTF8.self)
  }

  /// The text of a JSON string without its quotation marks; nil where an escape is broken. Lone
  /// surrogates become U+FFFD.
  public static func unescape(_ body: some Sequence<UInt8>) -> String? {
    var out: [UInt8] = []
    var iterator = body.makeIterator()
    var high: UInt32?
    while let byte = iterator.next() {
      guard byte == 0x5C else {
        flush(&high, into: &out)
        out.append(byte)
        continue
      }
      guard let escape = iterator.next() else { return nil }
      if escape == 0x75 {
        guard let unit = unit(from: &iterator) else { return nil }
        take(unit, pending: &high, into: &out)
        continue
      }
      flush(&high, into: &out)
      guard let plain = plain[escape] else { return nil }
      out.append(plain)
    }
    flush(&high, into: &out)
    return String(decoding: out, as: UTF8.self)
  }

  private static let plain: [UInt8: UInt8] = [
    0x22: 0x22, 0x5C: 0x5C, 0x2F: 0x2F, 0x6E: 0x0A, 0x72: 0x0D, 0x74: 0x09, 0x62: 0x08, 0x66: 0x0C,
  ]

  private static func unit(from iterator: inout some IteratorProtocol<UInt8>) -> UInt32? {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = iterator.next(),
        let nibble = Character(Unicode.Scalar(digit)).hexDigitValue
      else { return nil }
      value = value << 4 | UInt32(nibble)
    }
    return value
  }

  private static func take(_ unit: UInt32, pending: inout UInt32?, into out: inout [UInt8]) {
    if let first = pending, (0xDC00...0xDFFF).contains(unit) {
      pending = nil
      append(0x10000 + (first - 0xD800) << 10 + (unit - 0xDC00), to: &out)
      return
    }
    flush(&pending, into: &out)
    if (0xD800...0xDBFF).contains(unit) { pending = unit } else { append(unit, to: &out) }
  }

  private static func flush(_ pending: inout UInt32?, into out: inout [UInt8]) {
    if pending != nil { append(0xFFFD, to: &out) }
    pending = nil
  }

  private static func append(_ value: UInt32, to out: inout [UInt8]) {
    let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
    out += Array(String(Character(scalar)).utf8)
  }
}
