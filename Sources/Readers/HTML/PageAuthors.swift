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
    let houses = PageAuthors.houses(data)
    let signed = PageAuthors.people(stated, houses)
    let read = signed == nil ? PageAuthors.onPage(page, blocks, classes) : nil
    // What the page's data say is believed, unless it is a house where readers are told a person.
    let isPerson = read?.names.allSatisfy { name in
      PersonNames.isFullName(name) && !PageAuthors.isHouse(name, houses)
    }
    let chosen = signed ?? (isPerson == true ? read : nil) ?? stated.first ?? read
    (names, basis) = (chosen?.names ?? [], chosen?.basis)
    let known = Set(names)
    others = stated.filter { $0.basis != chosen?.basis }.flatMap { one in
      one.names.filter { !known.contains($0) }
        .map { MetadataCandidate(.author, $0, basis: one.basis) }
    }
  }

  /// Names, and where they stand.
  private typealias Stated = (names: [String], basis: String)

  /// The names that the page's linked data or meta elements state.
  static func stated(_ data: PageData) -> [String] {
    let stated = allFromData(data)
    return (people(stated, houses(data)) ?? stated.first)?.names ?? []
  }

  /// The first that names a person: the publisher beside them left out, and a first name made full
  /// where another place has the whole.
  private static func people(_ stated: [Stated], _ houses: [[UInt8]]) -> Stated? {
    for (i, one) in stated.enumerated() {
      let people = one.names.filter { !isHouse($0, houses) }
      // Behind a place that names the house only a full name counts.
      guard i == 0 ? !people.isEmpty : people.contains(where: PersonNames.isFullName) else {
        continue
      }
      if one.names.count == 1, let first = one.names.first, !first.contains(" "),
        let full = stated.first(where: { $0.names.first?.hasPrefix(first + " ") == true })
      {
        return full
      }
      guard people.contains(where: PersonNames.isFullName) else { return one }
      return (one.names.filter { !houses.contains(PageTitle.letters($0)) }, one.basis)
    }
    return nil
  }

  /// What the page calls its publisher, and the first letters of that.
  private static func houses(_ data: PageData) -> [[UInt8]] {
    let names = [data.metas["og:site_name"]?.first, data.linked.publisher].compactMap { $0 }
    let initials = names.filter { $0.contains(" ") }
      .map { String($0.split(separator: " ").compactMap(\.first)) }
    return (names + initials).map { PageTitle.letters($0) }
  }

  /// Whether a name is that of the publisher or of a desk: a person's goes before it.
  private static func isHouse(_ name: String, _ houses: [[UInt8]]) -> Bool {
    PersonNames.isDesk(name) || houses.contains(PageTitle.letters(name))
  }

  /// What linked data and each meta element say, in the order in which they are believed.
  private static func allFromData(_ data: PageData) -> [Stated] {
    var out: [Stated] = []
    let linked = PersonNames.names(in: data.linked.authors)
    if !linked.isEmpty { out.append((linked, "json-ld")) }
    for name in metas {
      let found = PersonNames.names(in: data.metas[name] ?? [])
      if !found.isEmpty { out.append((found, "meta \(name)")) }
    }
    // A card says in words what its value is.
    if let label = data.metas["twitter:label1"]?.first?.lowercased(),
      MetadataWords.shared.words["by"]?.contains(label) == true
    {
      let found = PersonNames.names(in: data.metas["twitter:data1"] ?? [])
      if !found.isEmpty { out.append((found, "meta twitter:data1")) }
    }
    return out
  }

  private static let metas = [
    "parsely-author", "sailthru.author", "author", "article:author", "og:author",
    "og:article:author", "cxenseparse:author", "dc.creator", "dcterms.creator", "articleauthor",
    "article-author", "creator", "byl",
  ]

  /// The people whom the page itself shows as authors.
  private static func onPage(
    _ page: PageLines, _ blocks: [Block], _ classes: PageClassification
  ) -> Stated? {
    if let found = elements(page, classes) { return (found, "author element") }
    return byline(page, blocks, classes).map { ($0.names, "line \($0.line)") }
  }

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
  /// then `rel`, then a link to an author's page, then a class.
  private static func elements(
    _ page: PageLines, _ classes: PageClassification
  ) -> [String]? {
    let top = min(classes.headline ?? classes.first, classes.first)
    let near = max(0, top - 8)...classes.first + 6
    var found: [(rank: Int, names: [String])] = []
    for n in 0..<page.tree.count {
      guard let element = page.tree.element(n), let rank = rank(n, element, page) else { continue }
      let part = page.pieces(in: n)
      let i = part.isEmpty ? part.lowerBound - 1 : part.lowerBound
      guard page.roles.indices.contains(i),
        page.roles[i].isDisjoint(with: [.related, .comments, .sidebar, .share])
      else { continue }
      let isNear = near.contains(i)
      if !isNear, rank > 1 || i > classes.last + 8 { continue }
      if rank == 2, isChecker(n, page) { continue }
      let names = names(in: n, isLink: rank == 2, page)
      if !names.isEmpty { found.append((rank + (isNear ? 0 : 10), names)) }
    }
    guard let best = found.map(\.rank).min() else { return nil }
    let same = found.filter { $0.rank == best }.map(\.names)
    // Several links of one kind are several authors.
    var all: [String] = []
    for name in best % 10 <= 2 ? same.flatMap({ $0 }) : same[0] where !all.contains(name) {
      all.append(name)
    }
    return Array(all.prefix(8))
  }

  /// The names in an element: its whole text, or where that is a day and a name run together, or
  /// several names, the texts of its parts. Of a link a single name is one too.
  private static func names(in n: Int, isLink: Bool, _ page: PageLines) -> [String] {
    let words = page.tree.words(in: n)
    guard words.utf8.count < 120, words.utf8.count > 2 else { return [] }
    let names = PersonNames.names(in: [words]).filter { isLink || $0.contains(" ") }
    let leaves = page.tree.leaves(in: n)
    if leaves.count > 1, names.count < 2 {
      let parts = leaves.filter(PersonNames.isFullName)
      if parts.count > names.count { return PersonNames.names(in: parts) }
    }
    return names
  }

  /// Whether the words before a link say that whom it names did not write but read the article.
  private static func isChecker(_ n: Int, _ page: PageLines) -> Bool {
    let checked = MetadataWords.shared.words["checked"] ?? []
    guard let before = (max(0, n - 6)..<n).last(where: { page.tree.element($0) == nil }) else {
      return false
    }
    let words = page.tree.words(in: before).lowercased().split { !$0.isLetter }
    return words.suffix(3).contains { checked.contains(String($0)) }
  }

  private static func rank(_ n: Int, _ element: PageElement, _ page: PageLines) -> Int? {
    if let property = page.tree.attribute("itemprop", of: n), property == "author" { return 0 }
    if let relation = page.tree.attribute("rel", of: n), relation.contains("author") { return 1 }
    if element == .link, isAuthorPage(page.tree.value("href", of: n)) { return 2 }
    return page.page.roles[n].contains(.author) ? 3 : nil
  }

  /// Whether an address is that of an author's page: `/author/ada-brandt`, `/autoren/…`.
  private static func isAuthorPage(_ address: UnsafeBufferPointer<UInt8>?) -> Bool {
    guard let address, address.count < 300 else { return false }
    let parts = String(decoding: address, as: UTF8.self).lowercased().split(separator: "/")
    // The author stands behind it.
    return parts.dropLast().contains { authorFolders.contains($0) }
  }

  private static let authorFolders: Set<Substring> = [
    "author", "authors", "autor", "autoren", "autores", "autori", "auteur", "auteurs",
    "blog-author",
    "blog-authors", "columnist", "columnists", "contributor", "contributors", "journalist",
    "journalists", "journalisten", "reporter", "reporters", "writers", "yazar", "penulis",
  ]
}
