internal import CText
internal import SourceText

/// Bytes made UTF-8: a byte order mark decides, then valid UTF-8, then what the source declares,
/// then what the bytes look like, then windows-1252.
enum Decoding {
  static func decode(
    _ bytes: [UInt8], declared: @autoclosure () -> String? = nil
  ) -> (bytes: [UInt8], encoding: String)? {
    for (mark, name) in marks where bytes.starts(with: mark) {
      if name == "UTF-8" { return (Array(bytes.dropFirst(3)), "UTF-8") }
      return convert(Array(bytes.dropFirst(mark.count)), name).map { ($0, name) }
    }
    if CanonicalText.isUTF8(bytes) { return isBinary(bytes) ? nil : (bytes, "UTF-8") }
    if isBinary(bytes) { return nil }
    if let declared = declared(), let converted = convert(bytes, declared) {
      return (converted, "\(declared) (declared)")
    }
    if let guess = guess(bytes), let converted = convert(bytes, guess) {
      return (converted, "\(guess) (detected)")
    }
    return convert(bytes, "WINDOWS-1252").map { ($0, "windows-1252 (assumed)") }
  }

  private static let marks: [([UInt8], String)] = [
    ([0xEF, 0xBB, 0xBF], "UTF-8"), ([0xFF, 0xFE, 0, 0], "UTF-32LE"),
    ([0, 0, 0xFE, 0xFF], "UTF-32BE"), ([0xFF, 0xFE], "UTF-16LE"), ([0xFE, 0xFF], "UTF-16BE"),
  ]

  /// Whether a NUL, or more than one control byte in a hundred, says that this is no text.
  private static func isBinary(_ bytes: [UInt8]) -> Bool {
    var controls = 0
    let span = bytes.span
    for i in span.indices where span[i] < 0x20 {
      let byte = span[i]
      if byte == 0 { return true }
      if byte != 0x09, byte != 0x0A, byte != 0x0D, byte != 0x0C { controls += 1 }
    }
    return controls * 100 > bytes.count + 1_000
  }

  /// uchardet's guess from the first megabyte; an ASCII superset is always better than ASCII here.
  private static func guess(_ bytes: [UInt8]) -> String? {
    var name = [CChar](repeating: 0, count: 64)
    let head = Array(bytes.prefix(1 << 20))
    guard ctext_guess_encoding(head, Int64(head.count), &name) != 0 else { return nil }
    let text = String(
      decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return text == "ASCII" || text == "UTF-8" ? nil : text
  }

  private static func convert(_ bytes: [UInt8], _ encoding: String) -> [UInt8]? {
    var out = [UInt8](repeating: 0, count: bytes.count * 4 + 16)
    let count = ctext_to_utf8(encoding, bytes, Int64(bytes.count), &out, Int64(out.count))
    guard count >= 0 else { return nil }
    out.removeLast(out.count - Int(count))
    return out
  }
}
