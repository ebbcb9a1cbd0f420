/// Entities that were written twice: in linked data and in attributes of pages that escape what is
/// escaped already.
enum Entities {
  private static let named: [String: String] = [
    "amp": "&", "quot": "\"", "apos": "'", "lt": "<", "gt": ">", "nbsp": " ", "rsquo": "’",
    "lsquo": "‘", "rdquo": "”", "ldquo": "“", "ndash": "–", "mdash": "—", "hellip": "…",
    "auml": "ä", "ouml": "ö", "uuml": "ü", "Auml": "Ä", "Ouml": "Ö", "Uuml": "Ü", "szlig": "ß",
    "eacute": "é", "egrave": "è", "agrave": "à", "ccedil": "ç", "shy": "", "laquo": "«",
    "raquo": "»", "bdquo": "„", "sbquo": "‚",
  ]

  /// A value without entities and tags, blanks made single.
  static func plain(_ text: String) -> String {
    var out = text
    if out.utf8.contains(0x26) { out = decoded(out) }
    if out.utf8.contains(0x3C) { out = withoutTags(out) }
    return out.split { $0.isWhitespace || $0 == "\u{A0}" }.joined(separator: " ")
  }

  private static func decoded(_ text: String) -> String {
    var out = ""
    var rest = text[...]
    while let mark = rest.firstIndex(of: "&") {
      out += rest[..<mark]
      let after = rest.index(after: mark)
      guard let end = rest[after...].prefix(12).firstIndex(of: ";"),
        let value = value(of: rest[after..<end])
      else {
        out.append("&")
        rest = rest[after...]
        continue
      }
      out += value
      rest = rest[rest.index(after: end)...]
    }
    return out + rest
  }

  private static func value(of name: Substring) -> String? {
    if let known = named[String(name)] { return known }
    guard name.first == "#" else { return nil }
    let digits = name.dropFirst()
    let isHex = digits.first == "x" || digits.first == "X"
    let code = isHex ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return code.flatMap { Unicode.Scalar($0) }.map { String(Character($0)) }
  }

  private static func withoutTags(_ text: String) -> String {
    var out = ""
    var rest = text[...]
    while let mark = rest.firstIndex(of: "<") {
      let after = rest.index(after: mark)
      guard after < rest.endIndex, rest[after].isLetter || rest[after] == "/",
        let end = rest[after...].firstIndex(of: ">")
      else {
        out += rest[...mark]
        rest = rest[after...]
        continue
      }
      out += rest[..<mark]
      rest = rest[rest.index(after: end)...]
    }
    return out + rest
  }
}
