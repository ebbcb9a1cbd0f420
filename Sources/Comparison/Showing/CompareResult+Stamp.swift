public import Casebook
internal import SourceText

extension CompareResult {
  /// The stamp of a kept result: counts, and the beginning of the digest of everything the result
  /// shows, `2 parties, 4 statements; inputs 5e07c1d9`.
  ///
  /// The digest is made from the casebook, not from a rendering: a version that prints differently
  /// gives the same stamp. A change of the order or the content of `stampParts` changes every stamp
  /// in every notebook.
  public func stamp(in casebook: Casebook) -> String { stamp(in: casebook, besides: []) }

  /// The same with what a result made from this one shows besides.
  func stamp(in casebook: Casebook, besides parts: [String]) -> String {
    let digest = TextDigest(ofParts: stampParts(in: casebook) + parts).hex.prefix(8)
    let noun = parties.count == 1 ? "party" : "parties"
    let statements = Comparison.counted(counted, "statement")
    let own = copied > 0 ? ", \(independent) independent" : ""
    return "\(parties.count) \(noun), \(statements)\(own); inputs \(digest)"
  }

  /// What the digest is made from: one part for the question, each cell, each coder's line, and
  /// what is left out; fields as JSON strings joined by blanks.
  func stampParts(in casebook: Casebook) -> [String] {
    var book = AddressBook(casebook)
    let names = Words(casebook: casebook)
    var parts = [StampPart.text(["compare", query.rollUp?.rawValue ?? "", "\(total)"])]
    parts += parties.map { column in
      StampPart.text(["party", names.name(column.party), names.label(column.party)])
    }
    for issue in compared + onePartyOnly {
      parts.append(
        StampPart.text(["issue", names.name(issue.issue), names.proposition(issue.issue)]))
      for cell in issue.cells {
        parts.append(StampPart.text(["cell", names.name(cell.party)]))
        parts += statements(of: cell).flatMap { one in
          one.rows.map { StampPart.line($0, casebook, names, &book) }
            + (one.isCopy ? [StampPart.text(["copy"])] : [])
        }
      }
    }
    return parts + stampOfLimits(names)
  }

  private func stampOfLimits(_ names: Words) -> [String] {
    let notes = CompareNotes(self, names).lines(width: nil)
    let counts = LeftOut.Reason.allCases.map { "\(leftOut[$0])" }
    return [StampPart.text(["left out"] + counts)] + notes.map { StampPart.text(["note", $0]) }
  }
}

private enum StampPart {
  static func text(_ fields: [String]) -> String {
    fields.map { JSONString.quote($0) }.joined(separator: " ")
  }

  static func line(
    _ row: StatementRow, _ casebook: Casebook, _ names: Words, _ book: inout AddressBook
  ) -> String {
    let one = casebook.statement(row)
    let fields = [
      one.id.text, casebook.texts.text(one.coder) ?? "", one.stance?.token ?? "",
      one.condition ?? "", one.hedge?.rawValue ?? "", casebook.days(of: row)?.description ?? "",
      one.speaker.map { names.name($0) } ?? "", one.party.map { names.name($0) } ?? "",
      one.cue ?? "", one.voice?.rawValue ?? "",
    ]
    let rest = one.via.map { names.name($0) }
    // Nothing where nothing is settled: stamps of notebooks without it stay as they were.
    let settled = casebook.settled[one.id].map {
      ["settled", $0.stance.token, casebook.texts.text($0.coder) ?? "", $0.why ?? ""]
    }
    return text(
      ["line"] + fields + [casebook.words(of: one.annotation), book.address(of: row)] + rest
        + (settled ?? []))
  }
}
