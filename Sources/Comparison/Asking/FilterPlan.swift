internal import Casebook

/// A filter made ready for many rows: sets as arrays by row number.
struct FilterPlan {
  private let filter: StatementFilter
  private let columns: Columns
  private let parties: [Bool]
  private let issues: [Bool]
  private let articles: [Bool]
  private let words: [UInt8]
  /// Whether everything fits.
  let isOpen: Bool

  init(_ filter: StatementFilter, in columns: Columns) {
    self.filter = filter
    self.columns = columns
    parties = FilterPlan.flags(filter.parties, columns.casebook.parties.rowCount)
    issues = FilterPlan.flags(filter.issues, columns.casebook.issues.rowCount)
    articles = FilterPlan.flags(filter.articles, columns.casebook.articles.rowCount)
    isOpen = filter == StatementFilter()
    words = filter.words.map { FoldedWords.folding($0) } ?? []
  }

  /// One flag a row, none at all where nothing is asked for.
  static func flags<ID: RowNumber>(_ rows: [ID], _ count: Int) -> [Bool] {
    if rows.isEmpty { return [] }
    var flags = [Bool](repeating: false, count: count)
    for row in rows { flags[row.row] = true }
    return flags
  }

  /// Why a row does not fit; nil when it does.
  func reason(against row: Int32) -> LeftOut.Reason? {
    if let coder = filter.coder, columns.coders[Int(row)] != coder { return .otherCoder }
    if !articles.isEmpty, !articles[columns.article(of: row)] { return .elsewhere }
    if !parties.isEmpty, let reason = partyReason(row) { return reason }
    if !filter.tags.isEmpty, !isTagged(row) { return .elsewhere }
    if filter.since != nil || filter.until != nil, let reason = dayReason(row) { return reason }
    if !issues.isEmpty {
      let issue = columns.issue(of: row)
      if issue < 0 { return .noIssue }
      if !issues[Int(issue)] { return .otherIssue }
    }
    return words.isEmpty || holdsWords(row) ? nil : .elsewhere
  }

  private func partyReason(_ row: Int32) -> LeftOut.Reason? {
    let (party, speaker) = (columns.party(of: row), columns.speaker(of: row))
    if party < 0, speaker < 0 { return .noParty }
    let fits = party >= 0 && parties[Int(party)] || speaker >= 0 && parties[Int(speaker)]
    return fits ? nil : .otherParty
  }

  private func isTagged(_ row: Int32) -> Bool {
    let tags = columns.casebook.annotations.tags(columns.annotation(of: row))
    return filter.tags.contains { tags.contains($0) }
  }

  private func dayReason(_ row: Int32) -> LeftOut.Reason? {
    let days = columns.days(of: row)
    guard days.isKnown else { return .dayUnclear }
    let since = filter.since?.number ?? .min
    let until = filter.until?.number ?? .max
    if days.last < since || days.first > until { return .otherDays }
    return days.first < since || days.last > until ? .dayUnclear : nil
  }

  private func holdsWords(_ row: Int32) -> Bool {
    FoldedWords.contains(
      words, in: FoldedWords.folding(columns.words(of: columns.annotation(of: row))))
  }
}
