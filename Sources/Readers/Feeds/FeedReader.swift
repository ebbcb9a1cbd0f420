internal import Casebook
internal import Diagnostics
internal import SourceText

/// Reads RSS 0.9 to 2.0, RSS 1.0 (RDF) and Atom (RFC 4287): each entry is an article.
struct FeedReader {
  private let tree: XMLTree
  private let name: String
  /// What the feed says about itself: its title and language.
  private var feed = StatedMetadata(basis: "feed")

  static func read(_ bytes: [UInt8], name: String) throws(Diagnostic) -> ReadSource {
    let tree = try XMLTree.reading(bytes, name: name)
    let reader = FeedReader(tree, name)
    var source = ReadSource()
    for note in tree.notes { source.say(note) }
    for (i, n) in tree.entries.enumerated() {
      source.add { () throws(Diagnostic) in try reader.article(n, number: i + 1) }
    }
    if source.count == 0 { throw Diagnostic(.feedEmpty(name)) }
    return try source.checked(name)
  }

  private init(_ tree: XMLTree, _ name: String) {
    (self.tree, self.name) = (tree, name)
    let roots = (0..<min(tree.count, 1)) + (tree.all("channel").prefix(1))
    for n in roots {
      for child in tree.children(of: n) where feed.publisher == nil || feed.language == nil {
        switch tree.local(child) {
        case "title" where feed.publisher == nil: feed.publisher = tree.words(in: child)
        case "language": feed.language = tree.words(in: child)
        default: break
        }
      }
      feed.language = feed.language ?? tree.attribute("lang", of: n)
    }
    feed.language = feed.language.flatMap(Language.code)
  }

  private func article(_ n: Int, number: Int) throws(Diagnostic) -> ReadArticle {
    var entry = FeedEntry(tree, n)
    entry.stated.publisher = entry.stated.publisher ?? feed.publisher
    let fragment = PageFragment(
      title: entry.stated.title, markup: entry.markup, language: feed.language,
      address: entry.stated.url)
    guard !entry.markup.allSatisfy(Markup.isBlank) else {
      throw Diagnostic(.entryEmpty(name, number, line: tree.line(n)))
    }
    let article = try fragment.read(name: name)
    if article.content.metadata.language == nil { entry.stated.language = feed.language }
    return article.with(entry.stated.put(before: article.content.metadata))
      .standing(at: tree.line(n))
  }
}

/// What an entry of a feed says.
private struct FeedEntry {
  var stated = StatedMetadata(basis: "feed entry")
  /// The longest of its texts, as markup.
  var markup: [UInt8] = []

  private static let media = "http://search.yahoo.com/mrss/"

  init(_ tree: XMLTree, _ n: Int) {
    for child in tree.children(of: n) where tree.space(child) != Self.media {
      read(tree, child)
    }
  }

  private mutating func read(_ tree: XMLTree, _ n: Int) {
    let words = tree.words(in: n)
    switch tree.local(n) {
    case "title": stated.title = stated.title ?? words
    case "encoded", "description", "content", "summary": takeMarkup(tree, n)
    case "author":
      stated.authors +=
        tree.child("name", of: n).map { tree.words(in: $0) }.map { [$0 ?? ""] }
        ?? StatedMetadata.people(FeedEntry.person(words ?? ""))
    case "creator": stated.authors += StatedMetadata.people(words)
    case "pubDate", "published", "date", "issued": stated.published = stated.published ?? words
    case "updated", "modified": stated.modified = stated.modified ?? words
    case "link": takeLink(tree, n, words)
    case "category": stated.sections += [tree.attribute("term", of: n) ?? words ?? ""]
    case "source":
      stated.publisher = tree.child("title", of: n).flatMap { tree.words(in: $0) } ?? words
    default: break
    }
  }

  /// `desk@paper.example (Mara Lind)`: RSS wants an address before the name.
  private static func person(_ text: String) -> String {
    guard text.utf8.contains(0x40), let open = text.firstIndex(of: "("),
      let close = text.lastIndex(of: ")"), open < close
    else { return text }
    return String(text[text.index(after: open)..<close])
  }

  private mutating func takeLink(_ tree: XMLTree, _ n: Int, _ words: String?) {
    let relation = tree.attribute("rel", of: n) ?? "alternate"
    guard relation == "alternate", stated.url == nil else { return }
    stated.url = tree.attribute("href", of: n) ?? words
  }

  private mutating func takeMarkup(_ tree: XMLTree, _ n: Int) {
    let isTree = tree.attribute("type", of: n) == "xhtml"
    var found = isTree ? tree.markup(in: n) : tree.text(in: n)
    if tree.attribute("type", of: n) == "text" { found = PageFragment.escaped(found) }
    if found.count > markup.count { markup = found }
  }
}

extension XMLTree {
  /// The entries of a feed, in order.
  fileprivate var entries: [Int] {
    (0..<count).filter { n in
      guard isElement(n) else { return false }
      let name = local(n)
      return name == "item" || name == "entry"
    }
  }

  /// What lies within an element, written out as markup.
  func markup(in n: Int) -> [UInt8] {
    var out: [UInt8] = []
    var open: [(end: Int, name: [UInt8])] = []
    for k in (n + 1)..<max(n + 1, end(n)) {
      while let last = open.last, last.end <= k {
        out += [0x3C, 0x2F] + last.name + [0x3E]
        open.removeLast()
      }
      if isElement(k) {
        let name = Array(local(k).utf8)
        out += [0x3C] + name + [0x3E]
        if end(k) > k + 1 { open.append((end(k), name)) }
      } else {
        out += PageFragment.escaped(Array(bytes(k)))
      }
    }
    while let last = open.popLast() { out += [0x3C, 0x2F] + last.name + [0x3E] }
    return out
  }
}

extension Message {
  static func cannotReadXML(_ package: String) -> Message {
    Message("library-missing", "XML cannot be read: the package \(package) is missing")
  }
  static func feedEmpty(_ name: String) -> Message {
    Message("feed-empty", "‘\(name)’ is a feed without entries")
  }
  static func entryEmpty(_ name: String, _ number: Int, line: Int) -> Message {
    Message("entry-empty", "entry \(number) of ‘\(name)’ (line \(line)) has no text")
  }
}
