/// What is most often wrong in XML that is made by hand or by templates: `&` that begins no
/// reference, and entities that only HTML knows. A parser would leave them out, or stop.
enum XMLMending {
  private static let longestName = 32

  /// The bytes with `&amp;` for such marks. References to what the document itself declares stay.
  static func mended(_ bytes: [UInt8]) -> [UInt8] {
    let span = bytes.span
    guard bytes.contains(0x26) else { return bytes }
    let declares = Markup.contains("<!entity", in: 0..<min(span.count, 4_096), span)
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + 64)
    var i = 0
    while i < span.count {
      if span[i] == 0x3C, let end = sectionEnd(at: i, span) {
        out += bytes[i..<end]
        i = end
        continue
      }
      out.append(span[i])
      if span[i] == 0x26, !isReference(at: i, declares, span) { out += Array("amp;".utf8) }
      i += 1
    }
    return out
  }

  /// Where a section whose marks mean nothing ends: CDATA, a comment.
  private static func sectionEnd(at i: Int, _ span: Span<UInt8>) -> Int? {
    if Markup.begins("<![cdata[", at: i, span) {
      return Markup.end(of: "]]>", from: i, span) ?? span.count
    }
    if Markup.begins("<!--", at: i, span) {
      return Markup.end(of: "-->", from: i, span) ?? span.count
    }
    return nil
  }

  private static func isReference(at i: Int, _ declares: Bool, _ span: Span<UInt8>) -> Bool {
    for known in ["&amp;", "&lt;", "&gt;", "&quot;", "&apos;"] as [StaticString]
    where Markup.begins(known, at: i, span) { return true }
    var end = i + 1
    while end < span.count, end - i < longestName, isNamePart(span[end]) { end += 1 }
    guard end < span.count, span[end] == 0x3B, end > i + 1 else { return false }
    return declares || span[i + 1] == 0x23
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    Markup.isLetter(byte) || (0x30...0x39).contains(byte) || byte == 0x23
  }
}
