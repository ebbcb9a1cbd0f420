public import Casebook
internal import SourceText

extension CoverageResult {
  /// More articles than these are counted, not listed.
  static let most = 60
  /// Paragraphs of one article that are drawn.
  static let mostDrawn = 600

  /// The articles that are numbered, `%1` first.
  public var listed: [CoveredArticle] { Array(articles.prefix(Self.most)) }

  /// The first paragraph without a mark of the first article that has one, as it is typed.
  public func nextUncoded(in casebook: Casebook) -> String? {
    for one in articles {
      if let number = one.nextUncoded { return "\(casebook.articles[one.article].name):\(number)" }
    }
    return nil
  }

  /// The coverage as lines for a terminal of that width (at least 40), or uncut without one.
  public func lines(in casebook: Casebook, width: Int? = 80) -> [String] {
    let width = width.map { max(Layout.narrowest, $0) }
    let words = Words(casebook: casebook)
    let paragraphs = articles.reduce(0) { $0 + $1.paragraphs.count }
    let right = "\(counted(articles.count, "article")), \(counted(paragraphs, "paragraph"))"
    var lines = Layout.ends("coverage", right, width: width)
    lines += table(words).lines(width: width)
    let hidden = articles.count - listed.count
    if hidden > 0 { lines.append("\(hidden) more: coverage as csv") }
    lines += Layout.wrap(sentence: legend, width: width)
    for one in listed { lines += strip(one, words, width) }
    let elsewhere = articles.reduce(0) { $0 + $1.elsewhere }
    if elsewhere > 0 { lines.append("\(counted(elsewhere, "mark")) in headings and captions") }
    return lines + Layout.wrap(sentence: uncoded(casebook), width: width)
  }

  private var showsReading: Bool { query.readTo != nil }

  private func table(_ words: Words) -> FigureTable {
    let sign = "\(listed.count)".utf8.count + 1
    return FigureTable(
      heads: ["paragraphs"] + (showsReading ? ["read"] : []) + [
        "marked", "attributed", "marks", "statements", "text",
      ],
      names: listed.enumerated().map { i, one in
        Layout.left("%\(i + 1)", sign) + " " + words.line(words.casebook.articles[one.article].name)
      },
      figures: listed.map { figures($0) }, tailHeads: [],
      tails: Array(repeating: [], count: listed.count),
      notes: Array(repeating: "", count: listed.count))
  }

  private func figures(_ one: CoveredArticle) -> [String] {
    let read = showsReading ? ["\(one.readCount)"] : []
    return ["\(one.paragraphs.count)"] + read + [
      "\(one.markedCount)", "\(one.attributedCount)", "\(one.marks.count)",
      "\(one.statementCount)", one.markedShare.map { "\($0) %" } ?? "-",
    ]
  }

  private var legend: String {
    let read = showsReading ? ", r read" : ""
    return "One sign a paragraph, ten in a group: a attributed, m marked\(read), . nothing; text is"
      + " how much of it is marked."
  }

  private func strip(_ one: CoveredArticle, _ words: Words, _ width: Int?) -> [String] {
    if one.paragraphs.isEmpty { return [] }
    var groups: [String] = []
    for (i, paragraph) in one.paragraphs.prefix(Self.mostDrawn).enumerated() {
      if i % 10 == 0 { groups.append("") }
      groups[groups.count - 1] += sign(of: paragraph)
    }
    let rest = one.paragraphs.count - Self.mostDrawn
    if rest > 0 { groups.append("and \(rest) more") }
    let name = words.line(words.casebook.articles[one.article].name)
    return Layout.wrap(groups, lead: "\(name)  ", hang: 2, width: width)
  }

  private func sign(of paragraph: CoveredParagraph) -> String {
    if paragraph.statements > 0 { return "a" }
    if paragraph.marks > 0 { return "m" }
    return paragraph.isRead ? "r" : "."
  }

  private func uncoded(_ casebook: Casebook) -> String {
    guard let next = nextUncoded(in: casebook) else { return "Every paragraph has a mark." }
    return "Next without a mark: \(next)."
  }
}

extension CoverageResult {
  /// Comma-separated values (RFC 4180): a head, then one record for each paragraph; lengths in
  /// scalars.
  public func csvLines(in casebook: Casebook) -> [String] {
    let words = Words(casebook: casebook)
    let read = showsReading ? ["read"] : []
    let head = ["article", "paragraph", "marks", "statements", "scalars", "marked"] + read
    return [CSVRecord.line(head)]
      + articles.flatMap { one in
        one.paragraphs.enumerated().map { i, paragraph in
          let read = showsReading ? [paragraph.isRead ? "yes" : "no"] : []
          return CSVRecord.line(
            [
              words.line(casebook.articles[one.article].name), "\(i + 1)", "\(paragraph.marks)",
              "\(paragraph.statements)", "\(paragraph.scalars)", "\(paragraph.marked)",
            ] + read)
        }
      }
  }

  /// The coverage as JSON (RFC 8259).
  public func jsonLines(in casebook: Casebook) -> [String] {
    let words = Words(casebook: casebook)
    return JSONTree.object([
      ("articles", .list(articles.map { tree($0, words) })),
      ("nextUncoded", .optional(nextUncoded(in: casebook))),
    ]).lines
  }

  private func tree(_ one: CoveredArticle, _ words: Words) -> JSONTree {
    var members: [(String, JSONTree)] = [
      ("article", .text(words.line(words.casebook.articles[one.article].name))),
      ("paragraphs", .number(one.paragraphs.count)),
    ]
    if showsReading { members.append(("read", .number(one.readCount))) }
    members += [
      ("marked", .number(one.markedCount)), ("attributed", .number(one.attributedCount)),
      ("marks", .number(one.marks.count)), ("statements", .number(one.statementCount)),
      ("elsewhere", .number(one.elsewhere)), ("textMarkedPercent", .optional(one.markedShare)),
      ("nextUncoded", .optional(one.nextUncoded)),
      ("statementsByParagraph", .list(one.paragraphs.map { .number($0.statements) })),
      ("marksByParagraph", .list(one.paragraphs.map { .number($0.marks) })),
    ]
    return .object(members)
  }

  /// The stamp of a kept result: counts, and the digest of every figure of every paragraph.
  public func stamp(in casebook: Casebook) -> String {
    let digest = TextDigest(ofParts: ["coverage"] + csvLines(in: casebook)).hex.prefix(8)
    let marks = articles.reduce(0) { $0 + $1.marks.count }
    return "\(counted(articles.count, "article")), \(counted(marks, "mark")); inputs \(digest)"
  }
}
