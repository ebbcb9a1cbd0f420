/// Which quotation marks open, and what closes them; from `Data/quotes.tsv`.
struct QuoteTable: Sendable {
  /// What closes a mark, in the order of liking, by the mark's key.
  private(set) var closers: [UInt64: [UInt64]] = [:]
  /// Marks for a quotation within a quotation, or of British typography.
  private(set) var inner: Set<UInt64> = []

  mutating func add(_ table: TableText, problems: inout [TableProblem]) {
    for row in table.rows {
      guard row.cells.count == 3, let rank = Int(row.cells[2]), !row.cells[1].isEmpty else {
        problems.append(table.problem(row, "a row is a mark, what closes it, and a rank"))
        continue
      }
      let key = Folding.key(row.cells[0])
      closers[key] = row.cells[1].split(separator: " ").map { Folding.key($0) }
      if rank == 2 { inner.insert(key) }
    }
  }
}
