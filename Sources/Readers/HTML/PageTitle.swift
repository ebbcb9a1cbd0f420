internal import Casebook
internal import SourceText

/// The title of a page, chosen among what it says in several places: each place has its weight, and
/// what several places say counts more.
struct PageTitle {
  /// What was chosen, and where it stands.
  let chosen: Sourced<String>?
  /// What else was said, in order of weight.
  let others: [Sourced<String>]

  private struct Candidate {
    let words: String
    let basis: String
    var weight: Double
  }

  init(_ data: PageData, _ page: PageLines, body: BodyChoice) {
    var candidates = PageTitle.headings(page, body)
    let site = data.first(["og:site_name", "application-name"])?.value ?? data.linked.publisher
    if let headline = data.linked.headline {
      let words = PageTitle.withoutSite(Entities.plain(headline), site)
      candidates.append(Candidate(words: words, basis: "json-ld", weight: PageTitle.linked))
    }
    for (name, weight) in PageTitle.metas {
      if let words = data.metas[name]?.first {
        candidates.append(Candidate(words: words, basis: "meta \(name)", weight: weight))
        for part in PageTitle.parts(words, site) {
          candidates.append(
            Candidate(words: part, basis: "meta \(name), in part", weight: weight / 8))
        }
      }
    }
    if let title = data.title {
      candidates.append(Candidate(words: title, basis: "title element", weight: 0.2))
      let linked = data.linked.headline.map { PageTitle.letters(Entities.plain($0)) }
      let shown = candidates.filter { !$0.basis.hasPrefix("json-ld") }
        .map { PageTitle.letters($0.words) }
      for (i, part) in PageTitle.parts(title, site).enumerated() {
        let key = PageTitle.letters(part)
        let weight = key == linked && !shown.contains(key) ? 0 : i == 0 ? 1.1 : 1
        candidates.append(Candidate(words: part, basis: "title element, in part", weight: weight))
      }
    }
    let siteName = site.map { FoldedLine($0) }
    candidates = candidates.filter { !$0.words.isEmpty && FoldedLine($0.words) != siteName }
    let ranked = PageTitle.ranked(candidates)
    chosen = ranked.first
    others = Array(ranked.dropFirst())
  }

  private static let metas: [(String, Double)] = [
    ("og:title", 1.5), ("twitter:title", 0.3), ("headline", 1), ("dc.title", 0.8),
    ("sailthru.title", 1), ("parsely-title", 1), ("cxenseparse:title", 1), ("title", 0.5),
  ]

  /// The weight of the headline that readers see, and of the one in linked data: where the title
  /// element has the latter too, both may be written for search engines, and say it once.
  private static let shown = 3.25
  private static let linked = 2.9

  /// The headings of the first order, best the one that stands nearest above the article.
  private static func headings(_ page: PageLines, _ body: BodyChoice) -> [Candidate] {
    let first = body.isIn.firstIndex(of: true) ?? 0
    let ones = page.page.headings.filter { page.tree.element($0) == .heading1 }
    let inBody = ones.filter { n in
      let part = page.pieces(in: n)
      return !part.isEmpty && part.lowerBound <= first + 3
    }
    let nearest = inBody.last ?? ones.first
    return ones.prefix(20).compactMap { n in
      let words = withoutSection(page.tree.words(in: n))
      let part = page.pieces(in: n)
      guard !words.isEmpty, words.utf8.count < 400, !part.isEmpty else { return nil }
      let isHeader = page.roles[part.lowerBound].contains(.navigation)
      let weight = n == nearest && !isHeader ? shown : 0.3
      return Candidate(words: words, basis: weight > 1 ? "h1" : "h1, another", weight: weight)
    }
  }

  /// A title without the name of its site behind a mark.
  private static func withoutSite(_ title: String, _ site: String?) -> String {
    guard let site = site.map({ letters($0) }), !site.isEmpty else { return title }
    for mark in marks {
      if let cut = title.ranges(of: mark).last, letters(String(title[cut.upperBound...])) == site {
        return String(title[..<cut.lowerBound])
      }
    }
    return title
  }

  private static let marks = [
    " | ", " - ", " – ", " — ", " · ", " • ", " :: ", " » ", " / ", " « ", " ‹ ",
  ]

  /// A heading without the name of a section or site that a bar parts from it.
  private static func withoutSection(_ heading: String) -> String {
    guard let bar = heading.firstRange(of: " | ") else { return heading }
    let words = heading[..<bar.lowerBound]
    return words.split(separator: " ").count >= 3 ? String(words) : heading
  }

  /// What stands between the marks that part a title from the name of its site.
  private static func parts(_ title: String, _ site: String?) -> [String] {
    var parts: [String] = []
    for mark in marks {
      if let cut = title.ranges(of: mark).last {
        parts.append(String(title[..<cut.lowerBound]))
        parts.append(String(title[cut.upperBound...]))
      }
      if let cut = title.firstRange(of: mark) {
        parts.append(String(title[..<cut.lowerBound]))
        parts.append(String(title[cut.upperBound...]))
      }
    }
    return parts.filter { $0.split(separator: " ").count >= 2 || !$0.utf8.allSatisfy { $0 < 0x80 } }
  }

  /// The different words by the sum of their weights; those of equal weight in order.
  private static func ranked(_ candidates: [Candidate]) -> [Sourced<String>] {
    var sums: [(key: [UInt8], words: String, basis: String, best: Double, weight: Double)] = []
    for candidate in candidates {
      let key = letters(candidate.words)
      guard !key.isEmpty else { continue }
      if let i = sums.firstIndex(where: { $0.key == key }) {
        sums[i].weight += candidate.weight
        if candidate.weight > sums[i].best {
          (sums[i].words, sums[i].basis) = (candidate.words, candidate.basis)
          sums[i].best = candidate.weight
        }
      } else {
        sums.append((key, candidate.words, candidate.basis, candidate.weight, candidate.weight))
      }
    }
    return sums.enumerated()
      .sorted { ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset) }
      .map { Sourced($0.element.words, basis: $0.element.basis) }
  }

  /// Letters and digits in lower case: what makes two titles the same.
  static func letters(_ words: String) -> [UInt8] {
    FoldedLine(words).bytes.filter { $0 >= 0x80 || $0 == 0x23 || (0x61...0x7A).contains($0) }
  }
}
