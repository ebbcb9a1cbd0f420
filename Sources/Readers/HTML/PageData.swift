/// What a page says about itself outside of its text: meta elements, links, linked data.
struct PageData {
  /// Contents of meta elements by name, property or itemprop in lower case, in order.
  private(set) var metas: [String: [String]] = [:]
  /// The canonical URL.
  private(set) var canonical: String?
  /// The text of the title element.
  private(set) var title: String?
  let linked: LinkedArticle

  init(_ ranges: [Range<Int>], in source: [UInt8], _ tree: MarkupTree, _ page: PageText) {
    linked = LinkedArticle(ranges.flatMap { JSONValue.values(in: source, $0) })
    for n in page.metas {
      guard let content = tree.attribute("content", of: n), !content.isEmpty,
        content.utf8.count < 2_000
      else { continue }
      for name in ["property", "name", "itemprop"] as [StaticString] {
        if let key = tree.attribute(name, of: n) {
          let words = Entities.plain(content)
          if !words.isEmpty { metas[key.lowercased(), default: []].append(words) }
        }
      }
    }
    for n in page.links where canonical == nil {
      if tree.attribute("rel", of: n)?.lowercased() == "canonical" {
        canonical = tree.attribute("href", of: n)
      }
    }
    title = page.titles.map { Entities.plain(tree.words(in: $0)) }.first { !$0.isEmpty }
  }

  /// The address of the page, and where it stands.
  var address: (String?, String?) {
    if let url = canonical { return (url, "canonical link") }
    if let url = metas["og:url"]?.first { return (url, "meta og:url") }
    return (linked.url, linked.url == nil ? nil : "json-ld")
  }

  /// The first content of the first of some names that has one.
  func first(_ names: [String]) -> (value: String, name: String)? {
    for name in names {
      if let value = metas[name]?.first { return (value, name) }
    }
    return nil
  }
}
