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
    /// What makes it the same as another.
    let letters: [UInt8]

    init(words: String, basis: String, weight: Double) {
      (self.words, self.basis, self.weight) = (words, basis, weight)
      letters = PageTitle.letters(words)
    }
  }

  init(_ data: PageData, _ page: PageLines, body: BodyChoice) {
    let site = data.first(["og:site_name", "application-name"])?.value ?? data.linked.publisher
    var told = PageTitle.told(data, site: site)
    let headings = PageTitle.headings(page, body, told: Set(told.map { $0.letters }))
    let shown = headings.first { $0.weight == PageTitle.shown }
    PageTitle.weighSearchTitle(&told, headings)
    let siteName = site.map { FoldedLine($0) }
    let candidates = (headings + told + PageTitle.partsOfMetas(told, site, shown))
      .filter { !$0.words.isEmpty && FoldedLine($0.words) != siteName }
    var ranked = PageTitle.ranked(candidates)
    if let own = PageTitle.ownTitle(told, beside: ranked.first) {
      let letters = PageTitle.letters(own)
      let place = ranked.firstIndex { PageTitle.letters($0.value) == letters }
      if let place { ranked.insert(ranked.remove(at: place), at: 0) }
    }
    chosen = ranked.first
    others = Array(ranked.dropFirst())
  }

  /// What programs are told: linked data, meta elements, the title element and its parts.
  private static func told(_ data: PageData, site: String?) -> [Candidate] {
    var candidates: [Candidate] = []
    if let headline = data.linked.headline {
      let words = withoutSite(Entities.plain(headline), site)
      candidates.append(Candidate(words: words, basis: "json-ld", weight: linked))
    }
    for (name, weight) in metas {
      if let words = data.metas[name]?.first {
        candidates.append(Candidate(words: words, basis: "meta \(name)", weight: weight))
      }
    }
    guard let title = data.title else { return candidates }
    let parts = parts(title, site)
    candidates.append(
      Candidate(words: title, basis: "title element", weight: parts.isEmpty ? 1.1 : 0.2))
    for (i, part) in parts.enumerated() {
      candidates.append(
        Candidate(words: part, basis: "title element, in part", weight: i == 0 ? 1.1 : 1))
    }
    return candidates
  }
  /// Parts of what meta elements and linked data say; one that is the headline on the page counts as
  /// much as the whole, since the rest of it is a section or a site.
  private static func partsOfMetas(
    _ told: [Candidate], _ site: String?, _ shown: Candidate?
  ) -> [Candidate] {
    told.filter { !$0.basis.hasPrefix("title element") }.flatMap { whole in
      parts(whole.words, site).map { part in
        let isShown = shown.map { $0.letters == letters(part) } ?? false
        return Candidate(
          words: part, basis: whole.basis + ", in part",
          weight: isShown ? whole.weight : whole.weight / 8)
      }
    }
  }

  /// Linked data and the title element that say the same are written for search engines, and say it
  /// once: where no meta element has it too, and where all say it but the page shows other words.
  private static func weighSearchTitle(_ told: inout [Candidate], _ headings: [Candidate]) {
    let elements = told.indices.filter { told[$0].basis.hasPrefix("title element") }
    guard let linked = told.firstIndex(where: { $0.basis == "json-ld" }) else { return }
    let own = told[linked].letters
    let twins = elements.filter { told[$0].letters == own }
    guard !twins.isEmpty else { return }
    let others = told.filter { $0.basis.hasPrefix("meta ") } + headings
    if !others.contains(where: { $0.letters == own }) {
      for i in twins { told[i].weight = 0 }
    } else if let shown = headings.first(where: { $0.weight == self.shown }),
      shown.letters.count >= fewestLetters, !isForm(told[linked], of: shown)
    {
      told[linked].weight = 0
    }
  }

  /// A card takes its title from `og:title` where it has none of its own (documentation of X cards,
  /// "Twitter Cards and Open Graph"). A page that states both, and in the card what is its title by
  /// all other places, has written the other by hand, as what the article is to be called elsewhere.
  private static func ownTitle(_ told: [Candidate], beside title: Sourced<String>?) -> String? {
    guard let title, let own = told.first(where: { $0.basis == "meta og:title" }),
      let card = told.first(where: { $0.basis == "meta twitter:title" }),
      card.letters == letters(title.value), own.letters.count >= fewestLetters,
      !Set(words(card.words)).isSubset(of: words(own.words))
    else { return nil }
    return own.words
  }

  /// A shorter heading may be the name of a section.
  private static let fewestLetters = 20

  /// Whether most words of the shorter of two titles are in the other: then the two are forms of
  /// one, and what most places say is the title.
  private static func isForm(_ one: Candidate, of other: Candidate) -> Bool {
    let (a, b) = (Set(words(one.words)), Set(words(other.words)))
    return Double(a.intersection(b).count) >= 0.8 * Double(min(a.count, b.count))
  }

  private static func words(_ title: String) -> [ArraySlice<UInt8>] {
    FoldedLine(title).bytes.split { !isLetter($0) }
  }

  private static let metas: [(String, Double)] = [
    ("og:title", 1.5), ("twitter:title", 0.3), ("headline", 1), ("dc.title", 0.8),
    ("sailthru.title", 1), ("parsely-title", 1), ("cxenseparse:title", 1), ("title", 0.5),
  ]

  /// The weight of the headline that readers see, and of the one in linked data: where the title
  /// element has the latter too, both may be written for search engines, and say it once.
  private static let shown = 3.25
  private static let linked = 2.9

  /// The headings of the first order, best the one that stands nearest above the article; of several
  /// the one that programs are told too.
  private static func headings(
    _ page: PageLines, _ body: BodyChoice, told: Set<[UInt8]>
  ) -> [Candidate] {
    let first = body.isIn.firstIndex(of: true) ?? 0
    let ones = page.page.headings.filter { page.tree.element($0) == .heading1 }
    let inBody = ones.filter { n in
      let part = page.pieces(in: n)
      return !part.isEmpty && part.lowerBound <= first + 3
    }
    let seconded = inBody.last {
      told.contains(letters(withoutSection(page.tree.words(in: $0))))
    }
    let nearest = seconded ?? inBody.last ?? ones.first
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
    for cuts in cuts(title) {
      if let (before, behind) = cuts.last, letters(behind) == site { return before }
    }
    return title
  }

  private static let marks: [[UInt8]] = [
    " | ", " - ", " – ", " — ", " · ", " • ", " :: ", " » ", " / ", " « ", " ‹ ",
  ].map { Array($0.utf8) }

  /// For each mark that a title has, what stands before and behind each place where it stands.
  private static func cuts(_ title: String) -> [[(before: String, behind: String)]] {
    let bytes = Array(title.utf8)
    let blanks = bytes.indices.filter { bytes[$0] == 0x20 }
    return marks.compactMap { mark in
      let cuts = blanks.filter { bytes[$0...].starts(with: mark) }.map { cut in
        (
          String(decoding: bytes[..<cut], as: UTF8.self),
          String(decoding: bytes[(cut + mark.count)...], as: UTF8.self)
        )
      }
      return cuts.isEmpty ? nil : cuts
    }
  }

  /// A heading without the name of a section or site that a bar parts from it.
  private static func withoutSection(_ heading: String) -> String {
    guard let bar = heading.firstRange(of: " | ") else { return heading }
    let words = heading[..<bar.lowerBound]
    return words.split(separator: " ").count >= 3 ? String(words) : heading
  }

  /// What stands between the marks that part a title from the name of its site.
  private static func parts(_ title: String, _ site: String?) -> [String] {
    var parts: [String] = []
    for cuts in cuts(title) {
      for (before, behind) in [cuts.last, cuts.first].compactMap(\.self) {
        parts += [before, behind]
      }
    }
    return parts.filter { $0.split(separator: " ").count >= 2 || !$0.utf8.allSatisfy { $0 < 0x80 } }
  }

  /// The different words by the sum of their weights; those of equal weight in order.
  private static func ranked(_ candidates: [Candidate]) -> [Sourced<String>] {
    var sums: [(key: [UInt8], words: String, basis: String, best: Double, weight: Double)] = []
    for candidate in candidates {
      let key = candidate.letters
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
    FoldedLine(words).bytes.filter(isLetter)
  }

  /// Whether a byte of a folded line is one of a letter or of digits.
  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte == 0x23 || (0x61...0x7A).contains(byte)
  }
}
