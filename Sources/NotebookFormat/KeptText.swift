public import Casebook
public import SourceText

/// The sidecar of a kept text, `sources/DIGEST.blocks`: what a reader made of a source, one line each,
/// fields separated by tabs, numbers in Unicode scalars.
///
/// ```
/// verbatim blocks 1
/// meta	title	<text>	<basis>
/// block	paragraph	0+161	9
/// block	set-aside	163+13	7	reading time
/// ```
public enum KeptText {
  static let header = "verbatim blocks 1"

  /// The lines for a content.
  public static func print(_ content: ArticleContent) -> String {
    var out = header + "\n"
    for (name, fields) in metadata(content.metadata) { out += row(["meta", name] + fields) }
    for block in content.blocks {
      let range = content.text.scalarRange(ofBytes: block.range)
      let place = "\(range.lowerBound)+\(range.count)"
      out += row(["block", block.kind.rawValue, place, "\(block.line)"] + [block.reason ?? ""])
    }
    return out
  }

  /// Reads the lines back over the text they belong to; nil where they are not such a file, or
  /// name places outside the text.
  public static func parse(_ text: String, over canonical: CanonicalText) -> ArticleContent? {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: true)[...]
    guard lines.popFirst() == header[...] else { return nil }
    var blocks: [Block] = []
    var metadata = ArticleMetadata()
    for line in lines {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(unescape)
      if fields[0] == "block" {
        guard let block = block(fields, canonical) else { return nil }
        blocks.append(block)
      } else if fields[0] == "meta", fields.count >= 3 {
        read(fields[1], Array(fields[2...]), into: &metadata)
      }
    }
    return ArticleContent(text: canonical, blocks: blocks, metadata: metadata)
  }

  private static func block(_ fields: [String], _ text: CanonicalText) -> Block? {
    guard fields.count >= 4, let kind = BlockKind(rawValue: fields[1]), let line = Int(fields[3])
    else { return nil }
    let numbers = fields[2].split(separator: "+").compactMap { Int($0) }
    guard numbers.count == 2, numbers[0] >= 0, numbers[1] >= 0, numbers[1] <= text.count,
      numbers[0] <= text.count - numbers[1]
    else { return nil }
    let range = text.byteRange(ofScalars: numbers[0]..<numbers[0] + numbers[1])
    let reason = fields.count > 4 && !fields[4].isEmpty ? fields[4] : nil
    return Block(kind, range, line: line, reason: reason)
  }

  private static func row(_ fields: [String]) -> String {
    var fields = fields
    while fields.last == "" { fields.removeLast() }
    return fields.map(escape).joined(separator: "\t") + "\n"
  }

  private static func escape(_ field: String) -> String {
    String(JSONString.quote(field).dropFirst().dropLast())
  }

  private static func unescape(_ field: Substring) -> String {
    JSONString.unescape(field.utf8) ?? String(field)
  }

  private static func metadata(_ m: ArticleMetadata) -> [(String, [String])] {
    var out: [(String, [String])] = []
    if let title = m.title { out.append(("title", [title.value, title.basis])) }
    for name in m.byline { out.append(("author", [name])) }
    if let publisher = m.publisher { out.append(("publisher", [publisher.value, publisher.basis])) }
    switch m.published {
    case .stated(let day, let instant, let basis):
      out.append(("published", [day.description, basis, instant ?? ""]))
    case .notStated(let bracket, let reasons):
      if let bracket { out.append(("bracket", [bracket.description] + reasons)) }
    }
    if let day = m.modified { out.append(("modified", [day.value.description, day.basis])) }
    if let day = m.referenceDay { out.append(("reference", [day.value.description, day.basis])) }
    if let language = m.language { out.append(("language", [language])) }
    if let url = m.url { out.append(("url", [url])) }
    for section in m.sections { out.append(("section", [section])) }
    if let genre = m.genre { out.append(("genre", [genre])) }
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
    case "url": m.url = f[0]
    case "section": m.sections.append(f[0])
    case "genre": m.genre = f[0]
    default: break
    }
  }
}
