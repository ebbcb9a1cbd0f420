/// Tells whether a text is JSON (RFC 8259); nothing more is needed of it here.
struct JSONReader {
  private var rest: Substring

  static func isValid(_ text: String) -> Bool {
    var reader = JSONReader(rest: text[...])
    return reader.value() && reader.peek() == nil
  }

  private mutating func peek() -> Character? {
    rest = rest.drop { $0 == " " || $0 == "\n" }
    return rest.first
  }

  private mutating func take(_ character: Character) -> Bool {
    guard peek() == character else { return false }
    rest.removeFirst()
    return true
  }

  private mutating func value() -> Bool {
    switch peek() {
    case "{": list(from: "{", to: "}") { $0.string() && $0.take(":") && $0.value() }
    case "[": list(from: "[", to: "]") { $0.value() }
    case "\"": string()
    default: word()
    }
  }

  private mutating func list(
    from open: Character, to close: Character, _ item: (inout JSONReader) -> Bool
  ) -> Bool {
    guard take(open) else { return false }
    if take(close) { return true }
    repeat { if !item(&self) { return false } } while take(",")
    return take(close)
  }

  private mutating func string() -> Bool {
    guard take("\"") else { return false }
    while let character = rest.popFirst() {
      if character == "\"" { return true }
      if character == "\\", rest.popFirst() == nil { return false }
    }
    return false
  }

  private mutating func word() -> Bool {
    let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "." }
    rest = rest.dropFirst(word.count)
    if ["true", "false", "null"].contains(word) || Int(word) != nil { return true }
    let parts = word.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 2 && Int(parts[0]) != nil && UInt(parts[1]) != nil
  }
}
