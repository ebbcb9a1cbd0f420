public import Casebook

extension Matrix {
  /// Comma-separated values (RFC 4180): a head, then one record for each issue and party of the
  /// matrix, those without a figure too. The mean has two places; net is the number of statements that
  /// support less that of those that oppose; n counts those with a degree.
  public func csvLines(in casebook: Casebook) -> [String] {
    let words = Words(casebook: casebook)
    let head = ["issue", "party", "mean", "net", "n", "marks"]
    return [CSVRecord.line(head)]
      + rows.flatMap { row in
        parties.map { party in
          let figure = row.figure(of: party)
          let mean = figure?.hundredths.map { Decimal.text(Double($0) / 100, places: 2) }
          return CSVRecord.line([
            words.name(row.issue), words.name(party), mean ?? "",
            mean == nil ? "" : "\(figure?.net ?? 0)",
            "\(mean == nil ? 0 : figure?.count ?? 0)", figure?.marks.text ?? "",
          ])
        }
      }
  }

  /// The matrix as JSON (RFC 8259). Of all stances on an issue it says how far they agree: van der Eijk's
  /// agreement and its polarisation, Leik's dispersion, Tastle and Wierman's consensus.
  public func jsonLines(in casebook: Casebook) -> [String] {
    let words = Words(casebook: casebook)
    return JSONTree.object([
      ("statements", .number(rows.reduce(0) { $0 + $1.count })),
      ("days", .optional(result.days?.description)),
      ("parties", .texts(parties.map { words.name($0) })),
      ("issues", .list(rows.map { tree($0, words) })), ("thin", .number(thin)),
      ("notCounted", result.leftOutTree(words)),
    ]).lines
  }

  private func real(_ figure: Double?) -> JSONTree { figure.map { .real($0) } ?? .null }

  private func tree(_ row: Row, _ words: Words) -> JSONTree {
    .object([
      ("issue", .text(words.name(row.issue))),
      ("spread", row.spread.map { .real(Double($0) / 100) } ?? .null),
      ("agreement", real(row.stances.agreement)), ("polarisation", real(row.stances.polarisation)),
      ("dispersion", real(row.stances.dispersion)), ("consensus", real(row.stances.consensus)),
      (
        "figures",
        .list(
          row.figures.map { figure in
            .object([
              ("party", .text(words.name(figure.party))),
              ("mean", figure.hundredths.map { .real(Double($0) / 100) } ?? .null),
              ("net", .number(figure.net)), ("n", .number(figure.count)),
              ("marks", .text(figure.marks.text)),
            ])
          })
      ),
    ])
  }
}
