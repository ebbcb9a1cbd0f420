internal import SourceText

/// A JSON value as pages hold it: the reader forgives what scripts and templates get wrong, since a
/// page whose linked data has one wrong comma still says who wrote it. Forgiven are line ends and
/// tabs in strings, quotation marks in strings, broken escapes, commas too many, comments and CDATA
/// around it, and an end that is missing.
public enum JSONValue {
  /// A string, escapes resolved.
  case string(String)
  /// An array.
  case array([JSONValue])
  /// An object; of a key that comes twice the first value counts.
  case object([String: JSONValue])
  /// A number, true, false or null, as it is written.
  case word(String)

  /// The string, or the number as it is written.
  public var text: String? {
    switch self {
    case .string(let text): text
    case .word(let word): word == "null" ? nil : word
    default: nil
    }
  }

  /// The values of an array; any other value alone.
  var all: [JSONValue] {
    if case .array(let values) = self { values } else { [self] }
  }

  /// The value of an object's key.
  public subscript(key: String) -> JSONValue? {
    if case .object(let values) = self { values[key] } else { nil }
  }

  /// Reads the values that stand in a range, one after the other.
  public static func values(in bytes: [UInt8], _ range: Range<Int>) -> [JSONValue] {
    var reader = JSONReading(bytes, range)
    var out: [JSONValue] = []
    while let value = reader.top() { out.append(value) }
    return out
  }
}

/// Reads JSON as far as it goes.
private struct JSONReading {
  private let bytes: [UInt8]
  private let end: Int
  private var i: Int
  /// Values nested deeper are passed over.
  private static let deepest = 60

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    (i, end) = (range.lowerBound, range.upperBound)
  }

  /// The next object or array, whatever stands before it.
  mutating func top() -> JSONValue? {
    while i < end, bytes[i] != 0x7B, bytes[i] != 0x5B || isCData { i += 1 }
    return i < end ? value(0) : nil
  }

  /// `[CDATA[`
  private var isCData: Bool { Markup.begins("[cdata[", at: i, bytes.span) }

  private mutating func skipBlanks() {
    while i < end {
      if Markup.isBlank(bytes[i]) {
        i += 1
      } else if bytes[i] == 0x2F, i + 1 < end, bytes[i + 1] == 0x2A {
        i = Markup.end(of: "*/", from: i + 2, bytes.span) ?? end
      } else {
        break
      }
    }
  }

  private mutating func value(_ depth: Int) -> JSONValue? {
    skipBlanks()
    guard i < end, depth < Self.deepest else {
      i = end
      return nil
    }
    switch bytes[i] {
    case 0x7B: return object(depth)
    case 0x5B: return array(depth)
    case 0x22: return .string(string())
    default:
      let start = i
      while i < end, ![0x2C, 0x7D, 0x5D, 0x3A].contains(bytes[i]), !Markup.isBlank(bytes[i]) {
        i += 1
      }
      if i == start { i += 1 }
      return .word(String(decoding: bytes[start..<i], as: UTF8.self))
    }
  }

  private mutating func object(_ depth: Int) -> JSONValue {
    i += 1
    var values: [String: JSONValue] = [:]
    while true {
      skipBlanks()
      guard i < end, bytes[i] != 0x7D else { break }
      guard bytes[i] == 0x22 else {
        i += 1
        continue
      }
      let key = string()
      skipBlanks()
      guard i < end, bytes[i] == 0x3A else { continue }
      i += 1
      if let value = value(depth + 1), values[key] == nil { values[key] = value }
    }
    i = min(i + 1, end)
    return .object(values)
  }

  private mutating func array(_ depth: Int) -> JSONValue {
    i += 1
    var values: [JSONValue] = []
    while true {
      skipBlanks()
      guard i < end, bytes[i] != 0x5D, bytes[i] != 0x7D else { break }
      if bytes[i] == 0x2C {
        i += 1
      } else if let value = value(depth + 1) {
        values.append(value)
      }
    }
    if i < end, bytes[i] == 0x5D { i += 1 }
    return .array(values)
  }

  /// A string, which begins here. A quotation mark ends it where a comma, colon or bracket follows.
  private mutating func string() -> String {
    i += 1
    let start = i
    while i < end {
      if bytes[i] == 0x5C {
        i += 2
      } else if bytes[i] == 0x22, endsString(i + 1) {
        break
      } else {
        i += 1
      }
    }
    i = min(i, end)
    let body = bytes[start..<i]
    i = min(i + 1, end)
    return JSONString.unescape(body)
      ?? String(decoding: body.filter { $0 != 0x5C }, as: UTF8.self)
  }

  private func endsString(_ next: Int) -> Bool {
    var k = next
    while k < end, Markup.isBlank(bytes[k]) { k += 1 }
    return k >= end || [0x2C, 0x3A, 0x5D, 0x7D, 0x2F].contains(bytes[k])
  }
}
