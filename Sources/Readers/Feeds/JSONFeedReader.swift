internal import Casebook
internal import Diagnostics
internal import SourceText

/// Reads JSON feeds (jsonfeed.org, version 1.1): each item is an article.
enum JSONFeedReader {
  static func read(_ bytes: [UInt8], name: String) throws(Diagnostic) -> ReadSource {
    guard let (text, _) = Decoding.decode(bytes) else { throw Diagnostic(.binarySource(name)) }
    let feed = JSONValue.values(in: text, 0..<text.count).first
    let items = feed?["items"]?.all ?? []
    if items.isEmpty { throw Diagnostic(.feedEmpty(name)) }
    var source = ReadSource()
    for (i, item) in items.enumerated() {
      source.add { () throws(Diagnostic) in
        try article(item, of: feed, name: name, number: i + 1)
      }
    }
    return try source.checked(name)
  }

  private static func article(
    _ item: JSONValue, of feed: JSONValue?, name: String, number: Int
  ) throws(Diagnostic) -> ReadArticle {
    let markup =
      item["content_html"]?.text
      ?? item["content_text"]?.text.map {
        String(decoding: PageFragment.escaped(Array($0.utf8)), as: UTF8.self)
      } ?? item["summary"]?.text ?? ""
    guard markup.utf8.contains(where: { !Markup.isBlank($0) }) else {
      throw Diagnostic(.itemEmpty(name, number))
    }
    var stated = StatedMetadata(basis: "feed entry")
    stated.title = item["title"]?.text.map(Entities.plain)
    let people = item["authors"] ?? item["author"] ?? feed?["authors"] ?? feed?["author"]
    stated.authors = people?.all.compactMap { $0["name"]?.text } ?? []
    stated.publisher = feed?["title"]?.text
    stated.published = item["date_published"]?.text
    stated.modified = item["date_modified"]?.text
    stated.url = item["url"]?.text
    stated.sections = item["tags"]?.all.compactMap(\.text) ?? []
    let article = try PageFragment(
      title: stated.title, markup: Array(markup.utf8), address: stated.url
    ).read(name: name)
    if article.content.metadata.language == nil {
      stated.language = (item["language"] ?? feed?["language"])?.text
    }
    return article.with(stated.put(before: article.content.metadata))
  }
}

extension Message {
  static func itemEmpty(_ name: String, _ number: Int) -> Message {
    Message("entry-empty", "entry \(number) of ‘\(name)’ has no text")
  }
}
