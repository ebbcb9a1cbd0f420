internal import Casebook
internal import SourceText

/// What a page says about itself, each with the place it came from. Where it says nothing, nothing
/// is made up: a wrong day is worse than none.
struct MetadataReading {
  private let text: CanonicalText
  private let blocks: [Block]
  private let title: Int?
  private let first: Int
  private let last: Int
  private let lead: Int

  init(_ blocks: [Block], _ classes: Classification, in text: CanonicalText) {
    self.text = text
    self.blocks = blocks
    title = classes.title
    first = classes.first
    last = classes.last
    lead = classes.lead
  }

  func read(language: String?) -> ArticleMetadata {
    var meta = ArticleMetadata()
    meta.language = language
    meta.title = title.map { Sourced(text[blocks[$0].range], basis: "line \(blocks[$0].line)") }
    let signed = bylines
    meta.byline = signed.first?.names ?? []
    let candidates = candidateDays
    let stated = statedDay(candidates)
    meta.modified = modified
    meta.publisher = publisher ?? mastheadNearByline
    let implied = ImpliedDays(blocks, in: text)
    meta.referenceDay = stated.map { Sourced($0.day, basis: $0.basis) } ?? implied.reference
    if let stated {
      meta.published = .stated(day: stated.day, instant: nil, basis: stated.basis)
    } else {
      meta.published = .notStated(bracket: implied.bracket, reasons: implied.reasons)
    }
    meta.others =
      candidates.filter { $0.day != stated?.day }.map {
        MetadataCandidate(.published, $0.day.description, basis: "line \($0.line)")
      }
      + signed.dropFirst().flatMap { one in
        one.names.filter { !meta.byline.contains($0) }
          .map { MetadataCandidate(.author, $0, basis: "line \(one.line)") }
      }
    return meta
  }

  /// Lines near the headline and directly before the article.
  private var above: Range<Int> {
    let from = max(0, min(title ?? first, first) - 8)
    return from..<max(from, min(max(first, lead) + 1, blocks.count))
  }

  /// The lines that say who wrote, those above the article first.
  private var bylines: [(names: [String], line: Int)] {
    let near = Array(above) + Array(max(first, last - 1)..<min(blocks.count, last + 4))
    return near.compactMap { i in
      let names = Byline.names(in: text, blocks[i].range)
      return names.isEmpty ? nil : (names, blocks[i].line)
    }
  }

  // MARK: Days

  /// A day that a line may state as the one of publication; the lower its rank, the more it says so.
  private typealias CandidateDay = (rank: Int, day: Day, line: Int)

  private var candidateDays: [CandidateDay] {
    var candidates: [CandidateDay] = []
    for i in above {
      if let (rank, day) = day(near: i) { candidates.append((rank, day, blocks[i].line)) }
    }
    for i in last..<min(blocks.count, last + 4) where text.mayHaveDay(blocks[i].range) {
      let own = text[blocks[i].range]
      if DateWords.saysPublished(own), let found = DateWords.days(in: own).first, own.count < 100 {
        candidates.append((4, found.day, blocks[i].line))
      }
    }
    return candidates
  }

  /// The day that the page states: with a word for it, in a dateline, or near the headline. Of
  /// several that only stand near it and differ none counts.
  private func statedDay(_ candidates: [CandidateDay]) -> (day: Day, basis: String)? {
    if let day = dateline { return (day, "dateline") }
    guard let best = candidates.min(by: { ($0.rank, $0.line) < ($1.rank, $1.line) }) else {
      return nil
    }
    let isOneOfSeveral = candidates.contains { $0.rank == best.rank && $0.day != best.day }
    if best.rank >= 1, isOneOfSeveral { return nil }
    return (best.day, best.rank == 2 ? "dateline" : "line \(best.line)")
  }

  /// The day of a short line that stands near the headline, and how much it says that it is the
  /// one.
  private func day(near i: Int) -> (rank: Int, day: Day)? {
    let range = blocks[i].range
    guard range.count < 200, text.mayHaveDay(range) else { return nil }
    let own = text[range]
    guard !DateWords.saysUpdated(own), !isCopyright(own), own.count < 120,
      let found = DateWords.days(in: own).first(where: { !$0.isOfChange(in: own) })
    else { return nil }
    // In a sentence it is a day that the article tells of.
    let words = own.split(separator: " ").count
    if blocks[i].kind == .paragraph, words > 12 || words > 7 && own.hasSuffix(".") { return nil }
    let label = i > 0 && blocks[i - 1].range.count < 60 ? text[blocks[i - 1].range] : ""
    if DateWords.days(in: label).isEmpty {
      if DateWords.saysUpdated(label) { return nil }
      if DateWords.saysPublished(label) { return (0, found.day) }
    }
    if DateWords.saysPublished(own) { return (0, found.day) }
    if isBesideByline(i) { return (1, found.day) }
    return (blocks[i].kind == .dateline ? 2 : i > title ?? -1 ? 3 : 5, found.day)
  }

  private func isBesideByline(_ i: Int) -> Bool {
    [i - 1, i + 1].contains {
      blocks.indices.contains($0) && Byline.isByline(text, blocks[$0].range)
    }
  }

  /// `PORT SELAN, 17 April 2031 (Harbour Wire) —` at the beginning of the first paragraph.
  private var dateline: Day? {
    guard let paragraph = blocks.first(where: { $0.kind == .paragraph }) else { return nil }
    let head = beginning(paragraph)
    guard let dash = head.firstIndex(where: { $0 == "—" || $0 == "–" }) else { return nil }
    let place = head[..<dash]
    let letters = place.prefix { $0 != "," && $0 != "(" }.filter(\.isLetter)
    guard !letters.isEmpty, letters.allSatisfy(\.isUppercase) else { return nil }
    return DateWords.days(in: String(place)).first?.day
  }

  private func beginning(_ block: Block) -> String {
    text[block.range.lowerBound..<min(block.range.upperBound, block.range.lowerBound + 160)]
  }

  private var modified: Sourced<Day>? {
    for block in blocks {
      guard block.range.count < 160, text.mayHaveDay(block.range) else { continue }
      let own = text[block.range]
      if DateWords.saysUpdated(own), let found = DateWords.days(in: own).first {
        return Sourced(found.day, basis: "line \(block.line)")
      }
    }
    return nil
  }

  // MARK: Publisher

  /// Whether a line holds `©`, `opyright` or `(c)`.
  private func mayBeCopyright(_ range: Range<Int>) -> Bool {
    let bytes = text.bytes
    for i in range {
      switch bytes[i] {
      case 0xA9 where i > range.lowerBound && bytes[i - 1] == 0xC2: return true
      case 0x79, 0x59, 0x28:
        if text.begins(i..<range.upperBound, with: [Array("yright".utf8), Array("(c)".utf8)]) {
          return true
        }
      default: continue
      }
    }
    return false
  }

  private func isCopyright(_ line: String) -> Bool {
    let folded = line.lowercased()
    return folded.contains("©") || folded.contains("copyright") || folded.hasPrefix("(c) ")
  }

  private var publisher: Sourced<String>? {
    for block in blocks.reversed()
    where block.kind == .setAside && block.range.count < 240
      && mayBeCopyright(block.range)
    {
      let own = text[block.range]
      if isCopyright(own), let name = owner(own) { return Sourced(name, basis: "copyright line") }
    }
    guard let paragraph = blocks.first(where: { $0.kind == .paragraph }) else { return nil }
    let head = beginning(paragraph)
    guard let dash = head.firstIndex(where: { $0 == "—" || $0 == "–" }),
      let open = head.firstIndex(of: "("), open < dash,
      let close = head[open...].firstIndex(of: ")"), close < dash
    else { return nil }
    let agency = head[head.index(after: open)..<close]
    return agency.isEmpty ? nil : Sourced(String(agency), basis: "dateline")
  }

  /// The owner that a copyright line names, without years and stock words.
  private func owner(_ line: String) -> String? {
    var words = line.split(separator: " ").map(String.init)
    let stock: Set<String> = ["copyright", "©", "(c)", "by", "(©)"]
    func isYears(_ word: String) -> Bool {
      !word.isEmpty && word.allSatisfy { $0.isNumber || "-–,.©".contains($0) }
    }
    while let word = words.first,
      stock.contains(word.lowercased()) || isYears(word) || word.hasPrefix("©") && word.count < 8
    {
      words.removeFirst()
    }
    var name = words.joined(separator: " ")
    let ends = [
      ". All", ", All", " All rights", " all rights", " | ", " • ", ". Alle", " Alle Rechte",
    ]
    for end in ends {
      if let cut = name.firstRange(of: end) { name = String(name[..<cut.lowerBound]) }
    }
    while let last = name.last, " .,|-".contains(last) { name.removeLast() }
    return name.count < 2 || name.count > 100 ? nil : name
  }

  /// A short line of capitalised words beside the byline or the day: the paper's name.
  private var mastheadNearByline: Sourced<String>? {
    let around = above.filter { i in
      let own = text[blocks[i].range]
      return Byline.isByline(own) || (DateWords.saysPublished(own) && own.count < 60)
    }
    for i in around {
      for j in [i + 1, i - 1] where above.contains(j) && j != title {
        let own = text[blocks[j].range]
        let words = own.split(separator: " ")
        if (1...5).contains(words.count), blocks[j].kind == .setAside || blocks[j].kind == .heading,
          words.allSatisfy({ $0.first?.isUppercase == true }), DateWords.days(in: own).isEmpty,
          !Byline.isByline(own)
        {
          return Sourced(own, basis: "line \(blocks[j].line)")
        }
      }
    }
    return nil
  }
}
