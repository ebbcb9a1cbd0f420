internal import Diagnostics

/// An article that a page keeps in its scripts, to be shown by a browser: as markup in a string of
/// JSON, or as a list of paragraphs.
struct ScriptedPage {
  /// UTF-8 with a byte order mark: the page, and behind it the article.
  let bytes: [UInt8]
  /// The line of the source in which the script begins.
  let line: Int

  /// So many bytes of markup may be an article.
  private static let shortest = 400
  /// Values nested deeper are passed over; strings of JSON in JSON count as one level.
  private static let deepest = 40
  private static let deepestString = 2

  private struct Found {
    var markup: String
    var title: String?
  }

  /// The longest text with paragraphs in the scripts of a page; nil where there is none.
  init?(_ source: [UInt8], _ scripts: [Range<Int>]) {
    var best: (found: Found, script: Range<Int>)?
    for script in scripts where script.count > Self.shortest {
      var found: [Found] = []
      for value in JSONValue.values(in: source, script) {
        Self.collect(value, in: nil, 0, strings: 0, into: &found)
      }
      for one in found where one.markup.utf8.count > best?.found.markup.utf8.count ?? 0 {
        best = (one, script)
      }
    }
    guard let best else { return nil }
    let title = best.found.title.map { "<h1>\(Entities.plain($0))</h1>" } ?? ""
    bytes =
      [0xEF, 0xBB, 0xBF] + source
      + Array("<article>\(title)\(best.found.markup)</article>".utf8)
    line = LineNumbers.of([best.script.lowerBound], in: source)[0]
  }

  private static func collect(
    _ value: JSONValue, in holder: [String: JSONValue]?, _ depth: Int, strings: Int,
    into out: inout [Found]
  ) {
    guard depth < deepest else { return }
    switch value {
    case .object(let fields):
      for key in fields.keys.sorted() {
        guard let field = fields[key] else { continue }
        collect(field, in: fields, depth + 1, strings: strings, into: &out)
      }
    case .array(let values):
      if let markup = paragraphs(values) { out.append(Found(markup: markup, title: title(holder))) }
      for one in values { collect(one, in: holder, depth + 1, strings: strings, into: &out) }
    case .string(let text) where text.utf8.count > shortest:
      if text.ranges(of: "<p").count >= 2 {
        out.append(Found(markup: text, title: title(holder)))
      } else if strings < deepestString, text.utf8.contains(0x7B) {
        let inner = Array(text.utf8)
        for one in JSONValue.values(in: inner, inner.indices) {
          collect(one, in: nil, depth + 1, strings: strings + 1, into: &out)
        }
      }
    default: break
    }
  }

  /// The words of a list of paragraphs: objects that have a content each.
  private static func paragraphs(_ values: [JSONValue]) -> String? {
    let texts = values.compactMap { one in
      (one["content"] ?? one["text"])?.text.flatMap { $0.utf8.count >= 40 ? $0 : nil }
    }
    guard texts.count >= 3 else { return nil }
    let markup = texts.map { "<p>\($0)</p>" }.joined()
    return markup.utf8.count > shortest ? markup : nil
  }

  private static func title(_ fields: [String: JSONValue]?) -> String? {
    for key in ["headline", "title", "name"] {
      if let title = fields?[key]?.text, (10...300).contains(title.utf8.count) { return title }
    }
    return nil
  }
}
