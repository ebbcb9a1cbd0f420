/// The least that must be known of HTML's tokens to find where tags, scripts and comments end
/// (HTML standard, section 13.2.5).
enum Markup {
  /// What is done with an element whose content is no markup.
  enum Raw {
    /// Kept with its content.
    case whole
    /// Left out with its content.
    case dropped
    /// Left out; linked data is read.
    case script
  }

  static func raw(_ name: TagName) -> Raw? { rawLetters[name] ? raws[name] : nil }

  private static let rawLetters = TagName.Letters(Array(raws.keys))
  private static let raws: [TagName: Raw] = Dictionary(
    uniqueKeysWithValues: [
      ("script", .script), ("style", .dropped), ("svg", .dropped), ("iframe", .dropped),
      ("noscript", .dropped), ("noembed", .dropped), ("noframes", .dropped), ("math", .whole),
      ("title", .whole), ("textarea", .whole), ("xmp", .whole),
    ].map { (name: String, raw: Raw) in (TagName(name), raw) })

  /// Elements without content, and those whose end tags are usually left out.
  private static let uncounted: Set<TagName> = Set(
    [
      "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param",
      "source", "track", "wbr", "p", "li", "dt", "dd", "option", "optgroup", "tr", "td", "th",
      "tbody", "thead", "tfoot", "colgroup", "rp", "rt", "html", "head", "body", "path",
    ].map { TagName($0) })

  static func isCounted(_ name: TagName) -> Bool { !uncounted.contains(name) }

  static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D || byte == 0x0C
  }

  static func lowered(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }

  static func lowered(_ range: Range<Int>, _ span: Span<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(range.count)
    for i in range { out.append(lowered(span[i])) }
    return out
  }

  /// Where the name of a tag stands.
  static func name(at start: Int, _ span: Span<UInt8>) -> Range<Int> {
    var i = start
    while i < span.count, !isBlank(span[i]), span[i] != 0x3E, span[i] != 0x2F { i += 1 }
    return start..<i
  }

  static func begins(_ word: StaticString, at i: Int, _ span: Span<UInt8>) -> Bool {
    let count = word.utf8CodeUnitCount
    guard i + count <= span.count else { return false }
    for k in 0..<count where lowered(span[i + k]) != word.utf8Start[k] { return false }
    return true
  }

  static func contains(_ word: StaticString, in range: Range<Int>, _ span: Span<UInt8>) -> Bool {
    for i in range where begins(word, at: i, span) { return true }
    return false
  }

  /// Where the first such word at or behind an offset ends.
  static func end(of word: StaticString, from start: Int, _ span: Span<UInt8>) -> Int? {
    let first = word.utf8Start[0]
    var i = start
    while i < span.count {
      if span[i] == first, begins(word, at: i, span) { return i + word.utf8CodeUnitCount }
      i += 1
    }
    return nil
  }

  /// Where the end tag of an element begins; the end of the page where there is none.
  static func endTag(_ name: Range<Int>, from start: Int, _ span: Span<UInt8>) -> Int {
    var i = start
    while i + name.count + 1 < span.count {
      if span[i] == 0x3C, span[i + 1] == 0x2F {
        var k = 0
        while k < name.count, lowered(span[i + 2 + k]) == lowered(span[name.lowerBound + k]) {
          k += 1
          if i + 2 + k >= span.count { break }
        }
        if k == name.count { return i }
      }
      i += 1
    }
    return span.count
  }

  static func attributeNameEnd(from start: Int, _ span: Span<UInt8>) -> Int {
    var i = start
    while i < span.count, !isBlank(span[i]), span[i] != 0x3D, span[i] != 0x3E, span[i] != 0x2F {
      i += 1
    }
    return i
  }

  /// Where the value behind an attribute's name ends; the end of the name where it has none.
  static func valueEnd(from nameEnd: Int, _ span: Span<UInt8>) -> Int {
    var i = nameEnd
    while i < span.count, isBlank(span[i]) { i += 1 }
    guard i < span.count, span[i] == 0x3D else { return nameEnd }
    i += 1
    while i < span.count, isBlank(span[i]) { i += 1 }
    guard i < span.count else { return i }
    if span[i] == 0x22 || span[i] == 0x27 {
      let quote = span[i]
      i += 1
      while i < span.count, span[i] != quote { i += 1 }
      return min(i + 1, span.count)
    }
    while i < span.count, !isBlank(span[i]), span[i] != 0x3E { i += 1 }
    return i
  }
}

/// The name of a tag in lower case, as its bytes in one word; all names of more than eight bytes are
/// one, which no table has. There is one for each tag of a page, so it is no array.
struct TagName: Hashable {
  private var word: UInt64 = 0

  init(_ range: Range<Int>, _ span: Span<UInt8>) {
    if range.count > 8 { return }
    for i in range { word = word << 8 | UInt64(Markup.lowered(span[i])) }
  }

  init(_ name: String) {
    for byte in name.utf8 { word = word << 8 | UInt64(byte) }
  }

  /// The letters with which some names end: asked before a table is.
  struct Letters {
    private var bits: UInt32 = 0

    init(_ names: [TagName]) {
      for name in names { bits |= Letters.bit(name) }
    }

    subscript(name: TagName) -> Bool { bits & Letters.bit(name) != 0 }

    private static func bit(_ name: TagName) -> UInt32 { 1 << UInt32(name.word & 0x1F) }
  }
}
