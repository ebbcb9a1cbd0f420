internal import Casebook
internal import SourceText

/// When a page was published and changed, from the place that says it best. Where only weak places
/// differ nothing is stated: a wrong day is worse than none.
struct PageDates {
  /// A day, the moment where it is stated, and the place it came from.
  typealias Stated = (day: Day, instant: String?, basis: String)

  private(set) var published: Stated?
  private(set) var modified: Sourced<Day>?
  /// Where the places contradict each other, the days between which it lies.
  private(set) var bracket: (days: DayRange, reasons: [String])?
  /// What other places say.
  private(set) var others: [Stated] = []

  private let data: PageData
  private let page: PageLines
  private let classes: PageClassification

  init(_ data: PageData, _ page: PageLines, _ blocks: [Block], _ classes: PageClassification) {
    (self.data, self.page, self.classes) = (data, page, classes)
    modified = changed
    let shown = shown(blocks)
    settle(machine, shown)
    let all = [linked, meta, property, shown?.stated, address].compactMap { $0 }
    others = all.filter { $0.day != published?.day || $0.basis != published?.basis }
  }

  /// Takes what programs are told, unless readers are told another day.
  private mutating func settle(_ machine: Stated?, _ shown: (stated: Stated, isLabelled: Bool)?) {
    guard let machine else {
      published = shown?.stated ?? address
      return
    }
    guard let shown, abs(Int(shown.stated.day.number) - Int(machine.day.number)) > 1 else {
      published = machine
      return
    }
    if shown.isLabelled {
      published = shown.stated
    } else if modified?.value == shown.stated.day {
      published = machine
    } else if isSeconded(shown.stated.day)
      || shown.stated.day < machine.day && isOfChange(machine.day)
    {
      published = shown.stated
    } else {
      let days = [machine, shown.stated].sorted { $0.day < $1.day }
      bracket = (
        DayRange(days[0].day, days[1].day), days.map { "\($0.day.description) (\($0.basis))" }
      )
    }
  }

  /// Whether programs too are told the day that readers are shown.
  private func isSeconded(_ day: Day) -> Bool {
    [linked, meta, property].contains { $0?.day == day }
  }

  /// Whether a day that is said to be the one of publication is one of a change, or stands behind
  /// one: systems that forget when a page was first published give the last day instead.
  private func isOfChange(_ day: Day) -> Bool {
    modified.map { $0.value <= day } ?? false
  }

  /// Linked data, meta elements, properties: in this order, but not where the first says that the
  /// page was changed before it was published.
  private var machine: Stated? {
    let first = linked
    if let first, let changed = data.linked.modified.flatMap({ DateStamp($0) }),
      changed.day < first.day || data.linked.modified == data.linked.published
    {
      return [meta, property].compactMap { $0 }.first { $0.day < first.day } ?? first
    }
    return first ?? meta ?? property
  }

  /// The day that stands near the headline, and whether a word says what it is.
  private func shown(_ blocks: [Block]) -> (stated: Stated, isLabelled: Bool)? {
    if let found = nearTime { return (found.stated, found.isLabelled) }
    return near(blocks) ?? labelledTime
  }

  private static func read(
    _ value: String?, _ basis: String
  ) -> Stated? {
    guard let value, let stamp = DateStamp(value) else { return nil }
    return (stamp.day, stamp.instant, basis)
  }

  private var linked: Stated? {
    Self.read(data.linked.published, "json-ld")
  }

  private static let publishedMetas = [
    "article:published_time", "og:article:published_time", "article:published",
    "http://ogp.me/ns/article#published_time", "article-published_time", "datepublished",
    "date.published", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime",
    "cxenseparse:publishtime", "dc.date.issued", "dcterms.issued", "dcterms.created",
    "dc.date.created", "dc.date", "dcterms.date", "date.created", "datecreated", "pubdate",
    "publishdate", "publish_date", "publish-date", "publisheddate", "published_at", "og:pubdate",
    "og:publish_date", "content:publishdate", "date-pub", "publish_time", "article.published",
    "citation_publication_date", "citation_date", "release_date", "firstcreate", "published",
    "gsa_date", "date", "date.available", "article_date_original", "uploaddate",
  ]

  private var meta: Stated? {
    for name in Self.publishedMetas {
      if let found = Self.read(data.metas[name]?.first, "meta \(name)") { return found }
    }
    return nil
  }

  private var property: Stated? {
    for n in page.page.properties
    where ["datePublished", "dateCreated"].contains(page.tree.attribute("itemprop", of: n)) {
      let value =
        page.tree.attribute("datetime", of: n) ?? page.tree.attribute("content", of: n)
        ?? page.tree.words(in: n)
      if let found = Self.read(value, "itemprop datePublished") { return found }
    }
    return nil
  }

  private var changed: Sourced<Day>? {
    if let stamp = data.linked.modified.flatMap({ DateStamp($0) }) {
      return Sourced(stamp.day, basis: "json-ld")
    }
    for name in [
      "article:modified_time", "og:updated_time", "datemodified", "last-modified", "lastupdate",
      "dcterms.modified", "date.modified", "article:modified",
    ] {
      if let stamp = data.metas[name]?.first.flatMap({ DateStamp($0) }) {
        return Sourced(stamp.day, basis: "meta \(name)")
      }
    }
    return nil
  }

  /// The time element nearest to the headline, unless it says that something was changed.
  private var nearTime: (stated: Stated, isLabelled: Bool)? {
    let top = min(classes.headline ?? classes.first, classes.first)
    var candidates: [(rank: Int, far: Int, stamp: DateStamp, isLabelled: Bool)] = []
    for time in times where time.i >= top - 6 && time.i <= classes.last + 6 {
      let isNear = time.i <= classes.first + 4
      let far = abs(time.i - (classes.headline ?? classes.first))
      candidates.append((isNear ? 0 : 1, far, time.stamp, time.isLabelled))
    }
    guard let best = candidates.min(by: { ($0.rank, $0.far) < ($1.rank, $1.far) }) else {
      return nil
    }
    if best.rank == 1, candidates.contains(where: { $0.stamp.day != best.stamp.day }) { return nil }
    return ((best.stamp.day, best.stamp.instant, "time element"), best.isLabelled)
  }

  /// The time elements that may say when the article was published, each with its piece.
  private var times: [(i: Int, stamp: DateStamp, isLabelled: Bool)] {
    page.page.times.compactMap { n in
      let own = page.tree.words(in: n)
      guard let stamp = DateStamp(page.tree.attribute("datetime", of: n) ?? own),
        !DateWords.saysUpdated(own)
      else { return nil }
      let i = min(page.pieces(in: n).lowerBound, max(0, page.lines.count - 1))
      if !page.roles[i].isDisjoint(with: [.related, .comments, .sidebar, .footer]) { return nil }
      let line = page.text[page.lines[i].range]
      if DateWords.saysUpdated(line) || line.utf8.count > 300 { return nil }
      if isBelowUpdated(i) { return nil }
      let isLabelled =
        page.tree.value("pubdate", of: n) != nil
        || DateWords.saysPublished(line) && page.page.times.count < 3
      return (i, stamp, isLabelled)
    }
  }

  /// Whether the piece above is a word for a change: `Updated on`.
  private func isBelowUpdated(_ i: Int) -> Bool {
    i > 0 && page.lines[i - 1].words <= 3
      && DateWords.saysUpdated(page.text[page.lines[i - 1].range])
  }

  /// The one day that labelled time elements state, wherever they stand.
  private var labelledTime: (stated: Stated, isLabelled: Bool)? {
    let labelled = times.filter(\.isLabelled)
    guard let first = labelled.first, labelled.allSatisfy({ $0.stamp.day == first.stamp.day })
    else { return nil }
    return ((first.stamp.day, first.stamp.instant, "time element"), true)
  }

  /// A day in a short line near the headline.
  private func near(_ blocks: [Block]) -> (stated: Stated, isLabelled: Bool)? {
    let top = min(classes.headline ?? classes.first, classes.first)
    let from = max(0, top - 3)
    var found: [(rank: Int, day: Day, line: Int)] = []
    for i in from..<max(from, min(blocks.count, classes.first + 4)) {
      let line = page.lines[i]
      guard line.words <= 16, line.range.count < 160, page.text.mayHaveDay(line.range),
        page.roles[i].isDisjoint(with: [.related, .comments, .sidebar, .footer])
      else { continue }
      let own = page.text[line.range]
      guard !DateWords.saysUpdated(own), !isBelowUpdated(i), !own.contains("©"),
        blocks[i].kind != .headline,
        let day = DateWords.days(in: own).first(where: { !$0.isOfChange(in: own) })
      else { continue }
      if line.words > 10, line.endsSentence, !DateWords.saysPublished(own) { continue }
      let rank = DateWords.saysPublished(own) ? 0 : page.roles[i].contains(.date) ? 1 : 2
      found.append((rank, day.day, blocks[i].line))
    }
    guard let best = found.min(by: { ($0.rank, $0.line) < ($1.rank, $1.line) }) else { return nil }
    if best.rank == 2, found.contains(where: { $0.rank == 2 && $0.day != best.day }) { return nil }
    return ((best.day, nil, "line \(best.line)"), best.rank == 0)
  }

  /// `/2031/04/17/` in the page's address.
  private var address: Stated? {
    let urls = [data.canonical, data.metas["og:url"]?.first, data.linked.url].compactMap { $0 }
    for url in urls {
      let parts = url.split { "/-_".contains($0) }.map(String.init)
      for i in parts.indices.dropLast(2) {
        if parts[i].count == 4, parts[i + 1].count <= 2, parts[i + 2].count <= 2,
          let year = Int(parts[i]), (1990...2200).contains(year), let month = Int(parts[i + 1]),
          let date = Int(parts[i + 2]), let day = Day(year: year, month: month, day: date)
        {
          return (day, nil, "URL")
        }
      }
    }
    return nil
  }
}
