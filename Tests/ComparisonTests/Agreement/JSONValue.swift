/// A JSON value, read for the published examples; nil of what is none.
indirect enum JSONValue {
  case null
  case number(Double)
  case text(String)
  case list([JSONValue])
  case object([String: JSONValue])

  init?(_ text: String) {
    var parser = JSONParser(bytes: Array(text.utf8))
    guard let value = parser.value() else { return nil }
    self = value
  }

  var number: Double? {
    if case .number(let value) = self { return value }
    return nil
  }

  var text: String {
    if case .text(let value) = self { return value }
    return ""
  }

  var list: [JSONValue] {
    if case .list(let values) = self { return values }
    return []
  }

  var members: [String: JSONValue] {
    if case .object(let members) = self { return members }
    return [:]
  }

  /// The member of that name, null where there is none.
  subscript(name: String) -> JSONValue { members[name] ?? .null }

  /// Whole numbers of a list.
  var whole: [Int] { list.compactMap { $0.number.map { Int($0) } } }
}

private struct JSONParser {
  let bytes: [UInt8]
  var at = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func next() -> UInt8? {
    while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
    return at < bytes.count ? bytes[at] : nil
  }

  private mutating func take(_ character: Character) -> Bool {
    guard next() == character.asciiValue else { return false }
    at += 1
    return true
  }

  mutating func value() -> JSONValue? {
    if take("{") { return object() }
    if take("[") { return list() }
    if take("\"") { return .text(string()) }
    guard next() != nil else { return nil }
    let start = at
    while at < bytes.count, ![0x2C, 0x5D, 0x7D].contains(bytes[at]), bytes[at] > 0x20 { at += 1 }
    let word = String(decoding: bytes[start..<at], as: UTF8.self)
    return word == "null" ? .null : Double(word).map { .number($0) }
  }

  private mutating func object() -> JSONValue? {
    var members: [String: JSONValue] = [:]
    if take("}") { return .object(members) }
    repeat {
      guard take("\"") else { return nil }
      let name = string()
      guard take(":"), let value = value() else { return nil }
      members[name] = value
    } while take(",")
    return take("}") ? .object(members) : nil
  }

  private mutating func list() -> JSONValue? {
    var values: [JSONValue] = []
    if take("]") { return .list(values) }
    repeat {
      guard let value = value() else { return nil }
      values.append(value)
    } while take(",")
    return take("]") ? .list(values) : nil
  }

  private mutating func string() -> String {
    let start = at
    while at < bytes.count, bytes[at] != 0x22 { at += bytes[at] == 0x5C ? 2 : 1 }
    let text = String(decoding: bytes[start..<min(at, bytes.count)], as: UTF8.self)
    at += 1
    return text
  }
}
