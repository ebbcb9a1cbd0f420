public import Casebook

extension CompareResult {
  /// What coders who differ on a statement agreed on, where that is what counts: nil where nothing is
  /// settled, and where one coder's own lines are asked for.
  public func settlement(of one: ComparedStatement, in casebook: Casebook) -> Settlement? {
    settlement(of: one.rows[0], in: casebook)
  }

  /// The same for a line.
  func settlement(of row: StatementRow, in casebook: Casebook) -> Settlement? {
    if casebook.settled.isEmpty || query.filter.coder != nil { return nil }
    return casebook.settled[casebook.statements.id(row)]
  }
}

extension Words {
  /// What a statement holds: as settled, or as its coders have it, `+2/-1` where they differ, in their
  /// order.
  func stances(of one: ComparedStatement, settled: Settlement?) -> String {
    settled.map(\.stance.mark) ?? differing(one).joined(separator: "/")
  }

  /// Conditions and hedges of all its lines: `?~`.
  func marks(of one: ComparedStatement) -> String {
    one.rows.reduce(into: Marks()) { $0.formUnion(casebook.statements.qualifiers(of: $1)) }.text
  }

  /// Who settled what coders coded differently, and how: `settled by ab: ab -1/hv -2`.
  func settled(_ settled: Settlement, _ one: ComparedStatement) -> String {
    let coded = one.rows.map { "\(coder($0)) \(mark(of: $0))" }
    return "settled by \(decider(of: settled)): " + coded.joined(separator: "/")
  }

  /// Who settled it.
  func decider(of settled: Settlement) -> String {
    casebook.texts.text(settled.coder).map { line($0) } ?? "?"
  }

  /// The stance of each line, once where all are the same.
  func differing(_ one: ComparedStatement) -> [String] {
    let all = one.rows.map { mark(of: $0) }
    return Set(all).count == 1 ? [all[0]] : all
  }

  private func mark(of row: StatementRow) -> String {
    casebook.statement(row).stance?.mark ?? "-"
  }
}
