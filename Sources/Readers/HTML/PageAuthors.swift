internal import Casebook
internal import SourceText

/// Who signs a page: people, from the place that names them best.
struct PageAuthors {
  /// Their names, in order.
  let names: [String]
  /// Where they stand.
  let basis: String?
  /// Whom other places of the page's head name.
  let others: [MetadataCandidate]

  init(_ data: PageData, _ page: PageLines, _ blocks: [Block], _ classes: PageClassification) {
    let stated = PageAuthors.allFromData(data)
    if let first = stated.first {
      (names, basis) = first
      let signed = Set(first.names)
      others = stated.dropFirst().flatMap { one in
        one.names.filter { !signed.contains($0) }
          .map { MetadataCandidate(.author, $0, basis: one.basis) }
      }
      return
    }
    others = []
    let elements = PageAuthors.elements(page, classes)
    if let found = elements.first {
      (names, basis) = (found, "author element")
    } else if let (found, line) = PageAuthors.byline(page, blocks, classes) {
      (names, basis) = (found, "line \(line)")
    } else {
      (names, basis) = ([], nil)
    }
  }

  /// The names that the page's linked data or meta elements state.
  static func stated(_ data: PageData) -> [String] { allFromData(data).first?.names ?? [] }

  /// What linked data and each meta element say, in the order in which they are believed.
  private static func allFromData(_ data: PageData) -> [(names: [String], basis: String)] {
    var out: [(names: [String], basis: String)] = []
    let linked = PersonNames.names(in: data.linked.authors)
    if !linked.isEmpty { out.append((linked, "json-ld")) }
    let site = [data.metas["og:site_name"]?.first, data.linked.publisher].compactMap { $0 }
      .map { PageTitle.letters($0) }
    for name in metas {
      let found = PersonNames.names(in: data.metas[name] ?? [])
        .filter { !site.contains(PageTitle.letters($0)) }
      if !found.isEmpty { out.append((found, "meta \(name)")) }
    }
    return out
  }

  private static let metas = [
    "parsely-author", "sailthru.author", "author", "article:author", "og:author",
    "og:article:author", "cxenseparse:author", "dc.creator", "dcterms.creator", "articleauthor",
    "article-author", "creator", "byl",
  ]

  private static func byline(
    _ page: PageLines, _ blocks: [Block], _ classes: PageClassification
  ) -> (names: [String], line: Int)? {
    let from = max(0, min(classes.headline ?? classes.first, classes.first) - 3)
    let above = from..<max(from, min(blocks.count, classes.first + 4))
    let below = max(classes.last, 0)..<min(blocks.count, classes.last + 4)
    for i in Array(above) + Array(below) {
      let found = Byline.names(in: page.text, blocks[i].range)
      if !found.isEmpty { return (found, blocks[i].line) }
    }
    return nil
  }

  /// The names in elements for authors near the article, those that say most first: `itemprop`,
  /// then `rel`, then a class.
  private static func elements(
    _ page: PageLines, _ classes: PageClassification
  ) -> [[String]] {
    let top = min(classes.headline ?? classes.first, classes.first)
    let near = max(0, top - 8)...classes.first + 6
    var found: [(rank: Int, names: [String])] = []
    for n in 0..<page.tree.count where page.tree.element(n) != nil {
      guard let rank = rank(n, page) else { continue }
      let part = page.pieces(in: n)
      let i = part.isEmpty ? part.lowerBound - 1 : part.lowerBound
      guard page.roles.indices.contains(i),
        page.roles[i].isDisjoint(with: [.related, .comments, .sidebar, .share])
      else { continue }
      let isNear = near.contains(i)
      if !isNear, rank > 1 || i > classes.last + 8 { continue }
      let words = page.tree.words(in: n)
      guard words.utf8.count < 120, words.utf8.count > 2 else { continue }
      let names = PersonNames.names(in: [words]).filter { $0.contains(" ") }
      if !names.isEmpty { found.append((rank + (isNear ? 0 : 10), names)) }
    }
    guard let best = found.map(\.rank).min() else { return [] }
    let same = found.filter { $0.rank == best }.map(\.names)
    // Several links of one kind are several authors.
    var all: [String] = []
    for name in best % 10 <= 1 ? same.flatMap({ $0 }) : same[0] where !all.contains(name) {
      all.append(name)
    }
    return [Array(all.prefix(8))]
  }

  private static func rank(_ n: Int, _ page: PageLines) -> Int? {
    if let property = page.tree.attribute("itemprop", of: n), property == "author" { return 0 }
    if let relation = page.tree.attribute("rel", of: n), relation.contains("author") { return 1 }
    return page.page.roles[n].contains(.author) ? 2 : nil
  }
}
