public import Casebook

extension CompareResult {
  /// The names of the columns of `csvLines`.
  static let csvColumns = [
    "issue", "proposition", "party", "low", "high", "n", "conditional", "hedged", "marks",
    "statements", "addresses", "independent", "settled",
    "conditions",
  ]

  /// Comma-separated values (RFC 4180): a head, then one record for each issue and party, silent
  /// ones too, one a line; `n` statements, of which `independent` do not merely repeat another one in
  /// a copy of its article; `settled` the statements that count with a stance on which coders agreed
  /// afterwards, `conditions` what the party's statements depend on, joined by ` | `. A file ends each line with CR LF, a terminal with LF; neither stands in
  /// a field. Ids and addresses of several statements are joined by blanks.
  public func csvLines(in casebook: Casebook) -> [String] {
    let words = Words(casebook: casebook)
    var book = AddressBook(casebook)
    var lines = [CSVRecord.line(CompareResult.csvColumns)]
    for issue in compared + onePartyOnly {
      for party in parties.map(\.party) {
        let head = [words.name(issue.issue), words.proposition(issue.issue), words.name(party)]
        lines.append(CSVRecord.line(head + csvFields(issue.cell(of: party), &book)))
      }
    }
    return lines
  }

  private func csvFields(_ cell: ComparedCell?, _ book: inout AddressBook) -> [String] {
    guard let cell else { return ["", "", "0", "no", "no", "", "", "", "0", "", ""] }
    let all = statements(of: cell)
    let rows = all.map { $0.rows[0] }
    let settled = all.filter { settlement(of: $0, in: book.casebook) != nil }.map { $0.rows[0] }
    let table = book.casebook.statements
    return [
      cell.position.map { "\($0.low)" } ?? "", cell.position.map { "\($0.high)" } ?? "",
      "\(cell.count)", cell.marks.contains(.conditional) ? "yes" : "no",
      cell.marks.contains(.hedged) ? "yes" : "no", cell.marks.text,
      rows.map { table.id($0).text }.joined(separator: " "),
      rows.map { book.address(of: $0) }.joined(separator: " "), "\(cell.independent)",
      settled.map { table.id($0).text }.joined(separator: " "),
      conditions(of: cell, Words(casebook: book.casebook)).joined(separator: " | "),
    ]
  }
}

/// One record of comma-separated values (RFC 4180).
public enum CSVRecord {
  /// The fields joined by commas, quoted where they hold a comma, a quotation mark or a control.
  public static func line(_ fields: [String]) -> String {
    fields.map { quoted($0) }.joined(separator: ",")
  }

  private static func quoted(_ field: String) -> String {
    guard field.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 < 0x20 }) else {
      return field
    }
    return "\""
      + field.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }
}

/// Addresses of statements, each annotation's made once.
struct AddressBook {
  let casebook: Casebook
  private var known: [AnnotationRow: String] = [:]

  init(_ casebook: Casebook) { self.casebook = casebook }

  mutating func address(of row: StatementRow) -> String {
    let annotation = AnnotationRow(rawValue: casebook.statements.annotations[row.row])
    if let address = known[annotation] { return address }
    let address = casebook.address(of: annotation)
    known[annotation] = address
    return address
  }
}
