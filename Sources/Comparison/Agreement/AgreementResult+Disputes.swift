public import Casebook
internal import SourceText

extension AgreementResult {
  /// The statements behind each row, `%1` first: those on which coders differ, then those that some
  /// did not code.
  public var rows: [[RecordID]] {
    listed.map { unit in
      var ids: [RecordID] = []
      for line in unit.lines.compactMap({ $0 }) where !ids.contains(lines.lines[line].id) {
        ids.append(lines.lines[line].id)
      }
      return ids
    }
  }

  private var listed: [AgreementUnit] {
    missing == nil ? Array((disagreements + gaps).prefix(AgreementResult.most)) : []
  }

  /// The disagreements, numbered.
  func disputeLines(_ width: Int?) -> [String] {
    let (disputed, alone) = (disagreements, gaps)
    let shown = listed
    var out: [String] = []
    for (i, unit) in shown.enumerated() {
      if i == 0, !disputed.isEmpty { out.append("\(disputed.count) coded differently:") }
      if i == disputed.count { out.append("\(alone.count) not coded by all:") }
      out.append(Layout.cut(line(unit, number: i + 1, of: shown), to: width))
    }
    if out.isEmpty { out.append("No disagreement on what more than one coded.") }
    let rest = disputed.count + alone.count - shown.count
    if rest > 0 { out.append("\(rest) more: agreement as csv") }
    if elsewhereCount > 0 {
      let sentence = "Not in the list: \(elsewhereCount) in articles in which only one coded."
      out += Layout.wrap(sentence: sentence, width: width)
    }
    return out
  }

  private func line(_ unit: AgreementUnit, number: Int, of shown: [AgreementUnit]) -> String {
    let first = lines.lines[unit.first]
    let addresses = shown.map { lines.lines[$0.first].address }
    let widest = addresses.map { DisplayWidth.cells(of: $0) }.max() ?? 0
    let sign = isOneNotebook ? "%" : " "
    let lead = Layout.left("\(sign)\(number)", "%\(shown.count) ".utf8.count)
    let who = "\(first.party) on \(first.issue)"
    let codes = coders.indices.map { "\(labels[$0]) \(code(unit.lines[$0]))" }
    return lead + Layout.left(first.address, widest) + "  " + codes.joined(separator: "  ")
      + "  " + who
  }

  func code(_ line: Int?) -> String {
    guard let line else { return "." }
    let stance = lines.lines[line].stance
    if let outside = AgreementResult.outside.first(where: { $0.code == stance }) {
      return outside.name
    }
    return Stance.degree(Int(stance)).token
  }

  /// Comma-separated values (RFC 4180): a head, then one record for each statement that one coder or
  /// more coded, with the stance of each; empty where a coder has none.
  public var csvLines: [String] {
    let head = ["article", "from", "to", "party", "issue", "address"] + coders
    return [CSVRecord.line(head)]
      + units.map { unit in
        let first = lines.lines[unit.first]
        let range = unit.lines.compactMap { $0 }.map { lines.lines[$0].range }
        let fields = [
          lines.names[first.article] ?? "", "\(range.map(\.lowerBound).min() ?? 0)",
          "\(range.map(\.upperBound).max() ?? 0)", first.party, first.issue, first.address,
        ]
        return CSVRecord.line(fields + unit.lines.map { $0 == nil ? "" : code($0) })
      }
  }

  /// The agreement as JSON (RFC 8259).
  public var jsonLines: [String] {
    func real(_ value: Double?) -> JSONTree { value.map { .real($0) } ?? .null }
    var members: [(String, JSONTree)] = [
      ("coders", .texts(coders)), ("lines", .number(lines.lines.count)),
      ("statements", .number(units.count)), ("pairable", .number(nominal.pairableCount)),
    ]
    if let missing { members.append(("missing", .text(missing))) }
    members += [
      ("percentage", real(nominal.percentage)), ("fleissKappa", real(nominal.fleissKappa)),
      ("alphaNominal", real(nominal.alpha(.nominal))),
      ("alphaOrdinal", real(degrees.alpha(.ordinal))),
      ("alphaOrdinalLow", real(interval?.low)), ("alphaOrdinalHigh", real(interval?.high)),
      ("alphaInterval", real(degrees.alpha(.interval))), ("alphaPassages", real(passages.alpha)),
      ("differ", .number(disagreements.count)), ("notByAll", .number(gaps.count)),
      ("inArticlesOfOne", .number(elsewhereCount)),
    ]
    if settledCount > 0 {
      members += [
        ("settled", .number(settledCount)), ("alphaOrdinalSettled", real(alphas.settled)),
      ]
    }
    return JSONTree.object(members).lines
  }

  /// The stamp of a kept result: counts, and the digest of every line that counts.
  public var stamp: String {
    let parts = lines.lines.map { line in
      ([
        line.coder, line.id.text, line.article.hex, "\(line.pieces)", line.party, line.issue,
        "\(line.stance)", line.address,
      ] + (line.settled.map { ["settled \($0)"] } ?? [])).map { JSONString.quote($0) }.joined(
        separator: " ")
    }
    let digest = TextDigest(ofParts: ["agreement"] + parts).hex.prefix(8)
    return
      "\(counted(coders.count, "coder")), \(counted(units.count, "statement")); inputs \(digest)"
  }
}
