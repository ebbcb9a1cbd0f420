/// A page without what no reader sees and no parser should pay for: scripts, styles, comments,
/// drawings, frames, and attributes that say nothing about the text. What stays stands in the order
/// of the page, and each byte of it can be followed back.
struct MarkupFilter {
  /// The markup that is left.
  private(set) var bytes: [UInt8] = []
  /// The contents of scripts that hold linked data (JSON-LD), in the source.
  private(set) var linkedData: [Range<Int>] = []
  /// The contents of all other scripts, in the source.
  private(set) var scripts: [Range<Int>] = []
  /// How deep elements may be nested, at most; end tags that are usually left out do not count.
  private(set) var depth = 0
  /// Bytes of scripts.
  private(set) var scriptBytes = 0

  /// Where runs of the source begin in `bytes` and in the source.
  private var runs: [(kept: Int, source: Int)] = []
  private var open = 0

  /// Attributes that say something about the text.
  private static let kept: [StaticString] = [
    "class", "id", "href", "data-sourcepos", "rel", "name", "property", "content", "itemprop",
    "itemtype",
    "datetime", "pubdate", "role", "hidden", "lang", "aria-hidden", "data-component",
    "data-testid", "data-qa", "data-type", "type",
  ]

  private static func isKept(_ name: Range<Int>, _ span: Span<UInt8>) -> Bool {
    kept.contains {
      $0.utf8CodeUnitCount == name.count && Markup.begins($0, at: name.lowerBound, span)
    }
  }

  /// Whether an attribute is a style that may hide its element.
  private static func hides(_ name: Range<Int>, _ whole: Range<Int>, _ span: Span<UInt8>) -> Bool {
    name.count == 5 && Markup.begins("style", at: name.lowerBound, span)
      && Markup.contains("none", in: whole, span)
  }

  /// Longer values are data, not words.
  private static let longestValue = 4_000

  init(_ source: [UInt8]) {
    bytes.reserveCapacity(source.count / 2)
    read(source, source.span)
  }

  /// The offset in the source of a byte that was kept.
  func source(of kept: Int) -> Int {
    var (low, high) = (0, runs.count)
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].kept <= kept { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? kept : runs[low - 1].source + kept - runs[low - 1].kept
  }

  private mutating func keep(_ range: Range<Int>, of source: [UInt8]) {
    if range.isEmpty { return }
    runs.append((bytes.count, range.lowerBound))
    bytes += source[range]
  }

  private mutating func read(_ source: [UInt8], _ span: Span<UInt8>) {
    var i = 0
    while i < span.count {
      let start = i
      while i < span.count, span[i] != 0x3C { i += 1 }
      keep(start..<i, of: source)
      if i >= span.count { break }
      i = readMarkup(at: i, source, span)
    }
  }

  /// Reads what begins with `<`, and gives where it ends.
  private mutating func readMarkup(at i: Int, _ source: [UInt8], _ span: Span<UInt8>) -> Int {
    guard i + 1 < span.count else {
      keep(i..<span.count, of: source)
      return span.count
    }
    if Markup.begins("!--", at: i + 1, span) {
      return Markup.end(of: "-->", from: i + 4, span) ?? span.count
    }
    if Markup.isLetter(span[i + 1]) { return readStart(at: i, source, span) }
    if span[i + 1] == 0x2F, i + 2 < span.count, Markup.isLetter(span[i + 2]) {
      let end = Markup.end(of: ">", from: i, span) ?? span.count
      if Markup.isCounted(TagName(Markup.name(at: i + 2, span), span)) { open = max(0, open - 1) }
      keep(i..<end, of: source)
      return end
    }
    keep(i..<i + 1, of: source)
    return i + 1
  }

  private mutating func readStart(at i: Int, _ source: [UInt8], _ span: Span<UInt8>) -> Int {
    let place = Markup.name(at: i + 1, span)
    let name = TagName(place, span)
    let mark = bytes.count
    let runMark = runs.count
    var tag = StartTag(isLinkedData: false, end: place.upperBound)
    keep(i..<tag.end, of: source)
    readAttributes(&tag, source, span)
    if Markup.isCounted(name) {
      open += 1
      depth = max(depth, open)
    }
    guard let raw = Markup.raw(name) else { return tag.end }
    if raw == .whole {
      let end = Markup.endTag(place, from: tag.end, span)
      keep(tag.end..<end, of: source)
      return end
    }
    bytes.removeSubrange(mark...)
    runs.removeSubrange(runMark...)
    if Markup.isCounted(name) { open -= 1 }
    let end = Markup.endTag(place, from: tag.end, span)
    if raw == .script {
      if tag.isLinkedData {
        linkedData.append(tag.end..<end)
      } else {
        scripts.append(tag.end..<end)
      }
      scriptBytes += end - tag.end
    }
    return Markup.end(of: ">", from: end, span) ?? span.count
  }

  private struct StartTag {
    var isLinkedData: Bool
    var end: Int
  }

  /// Reads attributes up to the end of the tag, and keeps those that say something.
  private mutating func readAttributes(
    _ tag: inout StartTag, _ source: [UInt8], _ span: Span<UInt8>
  ) {
    var i = tag.end
    while i < span.count {
      while i < span.count, Markup.isBlank(span[i]) || span[i] == 0x2F { i += 1 }
      if i >= span.count { break }
      if span[i] == 0x3E {
        i += 1
        keep(i - 1..<i, of: source)
        break
      }
      let start = i
      i = Markup.attributeNameEnd(from: i, span)
      let name = start..<i
      i = Markup.valueEnd(from: i, span)
      if i == start { i += 1 }
      if Markup.begins("type", at: start, span),
        Markup.contains("ld+json", in: name.upperBound..<i, span)
      {
        tag.isLinkedData = true
      }
      if i - start < Self.longestValue || Markup.begins("content", at: start, span),
        Self.isKept(name, span) || Self.hides(name, start..<i, span)
      {
        bytes.append(0x20)
        keep(start..<i, of: source)
      }
    }
    tag.end = i
  }
}
