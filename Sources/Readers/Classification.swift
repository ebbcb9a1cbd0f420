internal import Casebook
internal import SourceText

/// Every line of a source as a block: what is the article's, and why the rest is set aside.
struct Classification {
  private let text: CanonicalText
  private let lines: [SourceLine]
  private let isIn: [Bool]
  private let repeated: [Bool]
  /// The line that is the headline.
  let title: Int?
  /// The first full paragraph: what stands above it says who wrote, and when.
  let lead: Int
  /// The article's first line and its last.
  let first: Int
  let last: Int

  init(_ lines: [SourceLine], in text: CanonicalText) {
    self.text = text
    self.lines = lines
    repeated = Classification.repeated(lines)
    var region = BodyRegion(lines, repeated).isIn
    if !region.contains(true) {
      // No line looks like prose: everything is kept rather than lost.
      region = lines.indices.map { $0 > 0 || lines.count == 1 }
    }
    let start = region.firstIndex(of: true) ?? 0
    lead = Classification.lead(lines, region, from: start)
    title = Headline(lines, lead: lead, in: text).index
    if let title {
      for i in start..<max(start, title) { region[i] = false }
    }
    let headline = title ?? -1
    first = region.indices.first { region[$0] && $0 != headline } ?? 0
    last = region.lastIndex(of: true) ?? max(0, lines.count - 1)
    isIn = region
  }

  /// The first full paragraph from a line on, at most so many lines below it.
  private static func lead(_ lines: [SourceLine], _ region: [Bool], from start: Int) -> Int {
    let found = lines.indices.first {
      $0 >= start && region[$0] && lines[$0].words >= 20 && lines[$0].endsSentence
    }
    return min(found ?? start, start + 25)
  }

  /// Lines that stand in the source before, word for word; long ones may be pull quotes and are
  /// kept.
  private static func repeated(_ lines: [SourceLine]) -> [Bool] {
    var seen: Set<FoldedLine> = []
    return lines.map { line in
      guard let folded = line.folded, line.words > 0, line.words < 40 else { return false }
      return !seen.insert(folded).inserted
    }
  }

  /// The blocks, one a line, in order.
  func blocks() -> [Block] {
    lines.indices.map { i in
      let (kind, reason) = kind(i)
      return Block(kind, lines[i].range, line: lines[i].number, reason: reason)
    }
  }

  private func kind(_ i: Int) -> (BlockKind, String?) {
    if i == title { return (.headline, nil) }
    if let special = special(i) { return special }
    return isIn[i] ? inside(i) : outside(i)
  }

  /// What is told the same way wherever it stands.
  private func special(_ i: Int) -> (BlockKind, String?)? {
    let line = lines[i]
    if line.match?.action == .caption, line.words > 1 { return (.caption, nil) }
    if isAlternative(i) { return (.setAside, "repeats the caption") }
    if line.match?.action == .correction, line.words > 3 { return (.correction, nil) }
    if let title, i != title, echoes(lines[title], line) { return (.setAside, "repeats the title") }
    return nil
  }

  /// Whether a line only says what the caption below it says in full: the text that stands in place
  /// of a picture.
  private func isAlternative(_ i: Int) -> Bool {
    guard lines[i].words >= 2 else { return false }
    for next in lines[min(i + 1, lines.count)..<min(i + 3, lines.count)]
    where next.match?.action == .caption {
      guard let own = lines[i].folded, let caption = next.folded else { continue }
      if caption.contains(own) { return true }
      let words = own.bytes.split(separator: 0x20)
      let shared = zip(words, caption.bytes.split(separator: 0x20)).prefix { $0 == $1 }.count
      if shared >= 3, shared * 5 >= words.count * 3 { return true }
    }
    return false
  }

  /// Whether a short line holds the whole title: itself again, or behind a comment count.
  private func echoes(_ title: SourceLine, _ line: SourceLine) -> Bool {
    guard let wanted = title.folded, let own = line.folded, title.words >= 2 else { return false }
    if own == wanted { return true }
    return line.words <= title.words + 14 && !line.endsSentence && own.ends(with: wanted)
  }

  // MARK: In the article

  private func inside(_ i: Int) -> (BlockKind, String?) {
    let line = lines[i]
    if let match = line.match, match.action == .aside || match.action == .tail, line.words < 30 {
      return (.setAside, match.reason)
    }
    if repeated[i] { return (.setAside, "repeats another line") }
    if i <= max(lead, first + 2), Byline.isByline(text, line.range) { return (.setAside, "byline") }
    if i < lead, line.words <= 10, !line.endsSentence,
      !DateWords.days(in: text, line.range).isEmpty
    {
      return (.setAside, "publication date")
    }
    if isListItem(line) { return (.listItem, nil) }
    if line.endsSentence || line.words > 18 { return (.paragraph, nil) }
    if text[line.range].hasSuffix(":"), line.words > 3 { return (.paragraph, nil) }
    return isHeading(i) ? (.heading, nil) : (.paragraph, nil)
  }

  private func isListItem(_ line: SourceLine) -> Bool {
    let head = text[line.range.lowerBound..<min(line.range.upperBound, line.range.lowerBound + 8)]
    guard let mark = head.first, "•▪▸‣*-–·".contains(mark) else { return false }
    return head.dropFirst().first == " " && line.words > 1
  }

  /// A short line without an end of sentence, before a paragraph of the article.
  private func isHeading(_ i: Int) -> Bool {
    guard lines[i].words > 0, lines[i].range.count < 200 else { return false }
    let next = lines.indices.first { $0 > i && isIn[$0] && lines[$0].match == nil }
    return next.map { lines[$0].words > 3 && $0 <= i + 4 } ?? false
  }

  // MARK: Around the article

  private func outside(_ i: Int) -> (BlockKind, String?) {
    let line = lines[i]
    if let match = line.match, let reason = match.reason { return (.setAside, reason) }
    if Byline.isByline(text, line.range) { return (.setAside, "byline") }
    if line.words <= 14, let date = DateWords.days(in: text, line.range).first {
      let own = text[line.range]
      let isPlaceAndDay = i < first && i > (title ?? -1) && date.isAtEnd && line.words <= 8
      return isPlaceAndDay && !DateWords.saysPublished(own) && !DateWords.saysUpdated(own)
        ? (.dateline, nil) : (.setAside, "publication date")
    }
    if i < first, let title, i > title, i <= title + 2, line.words >= 6 { return (.heading, nil) }
    if i < first { return (.setAside, "before the article") }
    return (.setAside, i > last ? "after the article" : "short line without a sentence")
  }
}
