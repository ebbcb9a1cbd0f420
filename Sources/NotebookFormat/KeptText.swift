public import Casebook
public import SourceText

/// The sidecar of a kept text, `sources/DIGEST.blocks`: what a reader made of a source, one line each,
/// fields separated by tabs, numbers in Unicode scalars.
///
/// ```
/// verbatim blocks 1
/// meta	title	<text>	<basis>
/// meta	url	<address>	<basis>
/// meta	fetched	<instant>	<basis>
/// meta	other	title	<text>	<basis>
/// block	paragraph	0+161	9
/// link	12+9	https://selan.example/dam
/// block	set-aside	163+13	7	reading time
/// ```
///
/// A `link` is one of the block above it: its words, in scalars of the whole text, and where they lead.
/// `meta other` is what another place of the source says of the title, the day (`published`) or an
/// author. A reader passes over what it does not know; a file without these lines is read as well.
public enum KeptText {
  static let header = "verbatim blocks 1"

  /// Whether a name is that of a kept text or of its blocks: a digest in hexadecimal, `.txt` or
  /// `.blocks`.
  public static func isFile(_ name: String) -> Bool {
    guard let dot = name.utf8.firstIndex(of: 0x2E) else { return false }
    return ["txt", "blocks"].contains(name[dot...].dropFirst())
      && TextDigest(hex: String(name[..<dot])) != nil
  }

  /// The lines for a content.
  public static func print(_ content: ArticleContent) -> String {
    var out = header + "\n"
    for (name, fields) in metadata(content.metadata) { out += row(["meta", name] + fields) }
    for block in content.blocks {
      let range = content.text.scalarRange(ofBytes: block.range)
      let place = "\(range.lowerBound)+\(range.count)"
      out += row(["block", block.kind.rawValue, place, "\(block.line)"] + [block.reason ?? ""])
      for link in block.links {
        let words = content.text.scalarRange(ofBytes: link.range)
        out += row(["link", "\(words.lowerBound)+\(words.count)", link.address])
      }
    }
    return out
  }

  /// Reads lines that are a string already.
  public static func parse(_ text: String, over canonical: CanonicalText) -> ArticleContent? {
    parse(Array(text.utf8), over: canonical)
  }

  /// Reads the lines back over the text they belong to; nil where they are not such a file, or
  /// name places outside the text.
  public static func parse(_ bytes: [UInt8], over canonical: CanonicalText) -> ArticleContent? {
    var lines = bytes.split(separator: 0x0A)[...]
    guard lines.popFirst()?.elementsEqual(header.utf8) == true else { return nil }
    var blocks: [Block] = []
    blocks.reserveCapacity(lines.count)
    var metadata = ArticleMetadata()
    for bytes in lines {
      if let block = plainBlock(bytes, canonical) {
        blocks.append(block)
        continue
      }
      let line = String(decoding: bytes, as: UTF8.self)
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(unescape)
      if fields[0] == "block" {
        guard let block = block(fields, canonical) else { return nil }
        blocks.append(block)
      } else if fields[0] == "link", fields.count >= 3, let block = blocks.last {
        guard let range = range(fields[1], canonical), block.range.contains(range) else {
          return nil
        }
        // Only addresses that a reader keeps: a file may have been written by others.
        if isAddress(fields[2]) {
          blocks[blocks.count - 1].links.append(BlockLink(range, to: fields[2]))
        }
      } else if fields[0] == "meta", fields.count >= 3 {
        read(fields[1], Array(fields[2...]), into: &metadata)
      }
    }
    return ArticleContent(text: canonical, blocks: blocks, metadata: metadata)
  }

  /// Reads `block KIND START+LENGTH LINE` without a reason, which nearly all lines of a notebook's
  /// texts are; nil for anything else, which is left to the reader of all lines.
  private static func plainBlock(_ line: ArraySlice<UInt8>, _ text: CanonicalText) -> Block? {
    guard line.starts(with: "block\t".utf8) else { return nil }
    let bytes = line.span
    var i = 6
    while i < bytes.count, bytes[i] != 0x09 { i += 1 }
    let word = String(decoding: line[(line.startIndex + 6)..<(line.startIndex + i)], as: UTF8.self)
    func number(behind mark: UInt8) -> Int? {
      guard i < bytes.count, bytes[i] == mark else { return nil }
      i += 1
      let first = i
      var value = 0
      while i < bytes.count, (0x30...0x39).contains(bytes[i]), i - first < 12 {
        value = value * 10 + Int(bytes[i] - 0x30)
        i += 1
      }
      return i > first ? value : nil
    }
    guard let kind = BlockKind(rawValue: word), let start = number(behind: 0x09),
      let length = number(behind: 0x2B), let source = number(behind: 0x09), i == bytes.count,
      start + length <= text.count
    else { return nil }
    return Block(kind, text.byteRange(ofScalars: start..<start + length), line: source)
  }

  private static func block(_ fields: [String], _ text: CanonicalText) -> Block? {
    guard fields.count >= 4, let kind = BlockKind(rawValue: fields[1]), let line = Int(fields[3]),
      let range = range(fields[2], text)
    else { return nil }
    let reason = fields.count > 4 && !fields[4].isEmpty ? fields[4] : nil
    return Block(kind, range, line: line, reason: reason)
  }

  /// `START+LENGTH` in scalars as bytes; nil where that is no place of the text.
  private static func range(_ field: String, _ text: CanonicalText) -> Range<Int>? {
    let numbers = field.split(separator: "+").compactMap { Int($0) }
    guard numbers.count == 2, numbers[0] >= 0, numbers[1] >= 0, numbers[1] <= text.count,
      numbers[0] <= text.count - numbers[1]
    else { return nil }
    return text.byteRange(ofScalars: numbers[0]..<numbers[0] + numbers[1])
  }

  private static func isAddress(_ text: String) -> Bool {
    ["http://", "https://", "ftp://", "mailto:"].contains { text.hasPrefix($0) }
      && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
  }

  private static func row(_ fields: [String]) -> String {
    var fields = fields
    while fields.last == "" { fields.removeLast() }
    return fields.map(escape).joined(separator: "\t") + "\n"
  }

  private static func escape(_ field: String) -> String {
    String(decoding: JSONString.quote(field).utf8.dropFirst().dropLast(), as: UTF8.self)
  }

  private static func unescape(_ field: Substring) -> String {
    JSONString.unescape(field.utf8) ?? String(field)
  }

  private static func metadata(_ m: ArticleMetadata) -> [(String, [String])] {
    var out: [(String, [String])] = []
    if let title = m.title { out.append(("title", [title.value, title.basis])) }
    for name in m.byline { out.append(("author", [name])) }
    if let publisher = m.publisher {
      out.append(("publisher", [publisher.value, publisher.basis]))
    }
    switch m.published {
    case .stated(let day, let instant, let basis):
      out.append(("published", [day.description, basis, instant ?? ""]))
    case .notStated(let bracket, let reasons):
      if let bracket { out.append(("bracket", [bracket.description] + reasons)) }
    }
    if let day = m.modified { out.append(("modified", [day.value.description, day.basis])) }
    if let day = m.referenceDay { out.append(("reference", [day.value.description, day.basis])) }
    if let language = m.language { out.append(("language", [language])) }
    if let url = m.url { out.append(("url", [url, m.urlBasis ?? ""])) }
    if let fetched = m.fetched { out.append(("fetched", [fetched.value, fetched.basis])) }
    for section in m.sections { out.append(("section", [section])) }
    if let genre = m.genre { out.append(("genre", [genre])) }
    for one in m.others { out.append(("other", [one.field.rawValue, one.value, one.basis])) }
    return out
  }

  private static func read(_ name: String, _ f: [String], into m: inout ArticleMetadata) {
    let basis = f.count > 1 ? f[1] : ""
    switch name {
    case "title": m.title = Sourced(f[0], basis: basis)
    case "author": m.byline.append(f[0])
    case "publisher": m.publisher = Sourced(f[0], basis: basis)
    case "published":
      guard let day = DayRange(f[0])?.first else { return }
      let instant = f.count > 2 && !f[2].isEmpty ? f[2] : nil
      m.published = .stated(day: day, instant: instant, basis: basis)
    case "bracket":
      m.published = .notStated(bracket: DayRange(f[0]), reasons: Array(f.dropFirst()))
    case "modified": m.modified = DayRange(f[0]).map { Sourced($0.first, basis: basis) }
    case "reference": m.referenceDay = DayRange(f[0]).map { Sourced($0.first, basis: basis) }
    case "language": m.language = f[0]
    case "url": (m.url, m.urlBasis) = (f[0], basis.isEmpty ? nil : basis)
    case "fetched": m.fetched = Sourced(f[0], basis: basis)
    case "other":
      guard f.count > 1, let field = MetadataCandidate.Field(rawValue: f[0]) else { return }
      m.others.append(MetadataCandidate(field, f[1], basis: f.count > 2 ? f[2] : ""))
    case "section": m.sections.append(f[0])
    case "genre": m.genre = f[0]
    default: break
    }
  }
}
