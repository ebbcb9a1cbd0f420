public import Casebook

extension CompareResult {
  /// Two parties who talk past each other.
  public struct Pair: Equatable, Sendable {
    /// One, in the order of the columns.
    public let first: PartyID
    /// The other.
    public let second: PartyID
  }

  /// Parties that talk past each other: each has two statements at least, and there is no issue on which
  /// both were heard, if only to take no position. Those who said most first: by the lesser number of
  /// statements of the two, then in the order of the columns. Looked for among the first 200 columns.
  public var pastEachOther: [Pair] {
    let issues = compared + onePartyOnly
    let columns = parties.prefix(200).filter { $0.count > 1 }
    var place: [PartyID: Int] = [:]
    for (i, column) in columns.enumerated() { place[column.party] = i }
    let words = issues.count / 64 + 1
    var heard = Array(repeating: [UInt64](repeating: 0, count: words), count: columns.count)
    for (i, issue) in issues.enumerated() {
      for cell in issue.cells {
        if let column = place[cell.party] { heard[column][i / 64] |= 1 << UInt64(i % 64) }
      }
    }
    var pairs: [(pair: Pair, count: Int)] = []
    for a in columns.indices {
      for b in columns.indices where a < b {
        if zip(heard[a], heard[b]).contains(where: { $0 & $1 != 0 }) { continue }
        let pair = Pair(first: columns[a].party, second: columns[b].party)
        pairs.append((pair, min(columns[a].count, columns[b].count)))
      }
    }
    return pairs.enumerated().sorted {
      (-$0.element.count, $0.offset) < (-$1.element.count, $1.offset)
    }.map(\.element.pair)
  }

  /// The conditions that a party put on its statements on an issue, each once, in their order.
  func conditions(of cell: ComparedCell, _ words: Words) -> [String] {
    if !hasConditions(cell, words.casebook) { return [] }
    var found: [String] = []
    var seen: Set<String> = []
    for one in statements(of: cell) where !one.isCopy {
      for row in one.rows where words.casebook.statements.isConditional(row) {
        guard let condition = words.casebook.statement(row).condition else { continue }
        let line = words.line(condition)
        if seen.insert(line).inserted { found.append(line) }
      }
    }
    return found
  }

  private func hasConditions(_ cell: ComparedCell, _ casebook: Casebook) -> Bool {
    cell.entries.contains { entry in
      units.rows(of: units[entry]).contains {
        casebook.statements.isConditional(StatementRow(rawValue: $0))
      }
    }
  }
}
