public import Casebook
internal import SourceText

extension AchResult {
  /// More items than these are counted, not listed.
  static let most = 60

  /// The records of the rows, `%1` first.
  public var rows: [RecordID] { items.prefix(Self.most).map(\.target) }

  /// The matrix as lines for a terminal of that width (at least 40), or uncut without one.
  public func lines(in casebook: Casebook, width: Int? = 80) -> [String] {
    let width = width.map { max(Layout.narrowest, $0) }
    let words = Words(casebook: casebook)
    let names = hypotheses.map { words.line(casebook.hypotheses[$0].name) }
    let counts = "\(counted(hypotheses.count, "hypothesis", "hypotheses"))"
    let right = "\(counts), \(counted(items.count, "item"))"
    var lines = Layout.ends("competing hypotheses", right, width: width)
    for (i, id) in hypotheses.enumerated() {
      let sentence = words.line(casebook.hypotheses[id].proposition)
      lines += Layout.wrap(sentence: "\(names[i])  “\(sentence)”", hang: 2, width: width)
    }
    if let missing { return lines + Layout.wrap(sentence: missing, width: width) }
    lines += table(names, words).lines(width: width)
    let rest = items.count - rows.count
    if rest > 0 { lines.append("\(rest) more: ach as csv") }
    return lines + verdict(names).flatMap { Layout.wrap(sentence: $0, width: width) }
  }

  /// What is missing; nil where there is something to compare.
  var missing: String? {
    if hypotheses.count < 2 {
      return "Only one hypothesis: name what else could be true, hypothesis NAME \"…\"."
    }
    return items.isEmpty ? "Nothing is judged yet: evidence REF CC|C|N|I|II NAME." : nil
  }

  private func table(_ names: [String], _ words: Words) -> FigureTable {
    let shown = items.prefix(Self.most)
    let sign = "\(shown.count)".utf8.count + 1
    let sums = scores.map { Decimal.text($0, places: 2) }
    return FigureTable(
      heads: names,
      names: shown.enumerated().map { i, item in
        Layout.left("%\(i + 1)", sign) + " " + words.line(item.address)
      } + [Layout.left("", sign) + " inconsistency"],
      figures: shown.map { item in item.cells.map { $0?.rawValue ?? "." } } + [sums],
      tailHeads: ["grade", "weight", "tells"],
      tails: shown.map { item in
        [
          item.graded, Decimal.text(item.weight, places: 2),
          item.diagnosticity.map { Decimal.text($0, places: 2) } ?? "-",
        ]
      } + [["", "", ""]],
      notes: shown.map { words.line($0.words) } + [""])
  }

  private func verdict(_ names: [String]) -> [String] {
    func list(_ places: [Int]) -> String { places.map { names[$0] }.joined(separator: ", ") }
    var lines: [String] = []
    if leaders.count == hypotheses.count {
      lines.append("All are equally inconsistent: nothing here tells them apart.")
    } else if leaders.count > 1 {
      lines.append("Least inconsistent, level: \(list(leaders)).")
    } else {
      lines.append("Least inconsistent: \(list(leaders)), by \(lead).")
    }
    for one in carriers.prefix(6) {
      lines.append(
        "Hangs on %\(one.item + 1): without it \(list(one.leaders))"
          + " \(one.leaders.count > 1 ? "would be level." : "would be least inconsistent.")")
    }
    if carriers.count > 6 { lines.append("\(carriers.count - 6) more items of that kind.") }
    if carriers.isEmpty { lines.append("No single item carries the result.") }
    let silent = items.count { $0.diagnosticity == 0 }
    if silent > 0 {
      lines.append("\(counted(silent, "item")) that fit all alike and tell nothing.")
    }
    for place in hypotheses.indices where missing(place) > 0 {
      lines.append(
        "\(names[place]) is not judged on \(missing(place)) of \(items.count): its figure may be"
          + " too low.")
    }
    return lines
  }

  /// How far the next one is behind.
  private var lead: String {
    let sorted = scores.sorted()
    return Decimal.text(sorted[1] - sorted[0], places: 2)
  }
}

extension AchResult {
  /// Comma-separated values (RFC 4180): a head, then one record for each item; the last has the
  /// sums.
  public func csvLines(in casebook: Casebook) -> [String] {
    let words = Words(casebook: casebook)
    let names = hypotheses.map { words.line(casebook.hypotheses[$0].name) }
    let head = ["record", "at", "grade", "weight", "diagnosticity"] + names
    let rows = items.map { item in
      CSVRecord.line(
        [
          item.target.text, words.line(item.address), item.graded,
          Decimal.text(item.weight, places: 2),
          item.diagnosticity.map { Decimal.text($0, places: 2) } ?? "",
        ] + item.cells.map { $0?.rawValue ?? "" })
    }
    let sums = scores.map { Decimal.text($0, places: 2) }
    return [CSVRecord.line(head)] + rows
      + [CSVRecord.line(["inconsistency", "", "", "", ""] + sums)]
  }

  /// The matrix as JSON (RFC 8259).
  public func jsonLines(in casebook: Casebook) -> [String] {
    let words = Words(casebook: casebook)
    func name(_ place: Int) -> String { casebook.hypotheses[hypotheses[place]].name }
    var members: [(String, JSONTree)] = [
      (
        "hypotheses",
        .list(
          hypotheses.indices.map { place in
            .object([
              ("name", .text(name(place))),
              ("proposition", .text(casebook.hypotheses[hypotheses[place]].proposition)),
              ("inconsistency", .real(scores[place])), ("notJudged", .number(missing(place))),
            ])
          })
      ),
      ("items", .list(items.map { tree($0, words) })),
      ("leastInconsistent", .texts(leaders.map { name($0) })),
      (
        "hangsOn",
        .list(
          carriers.map { one in
            .object([
              ("record", .text(items[one.item].target.text)),
              ("without", .texts(one.leaders.map { name($0) })),
            ])
          })
      ),
    ]
    if let missing { members.append(("missing", .text(missing))) }
    return JSONTree.object(members).lines
  }

  private func tree(_ item: AchItem, _ words: Words) -> JSONTree {
    .object([
      ("record", .text(item.target.text)), ("at", .text(words.line(item.address))),
      ("words", .text(words.line(item.words))), ("grade", .text(item.graded)),
      ("weight", .real(item.weight)),
      ("diagnosticity", item.diagnosticity.map { .real($0) } ?? .null),
      ("consistency", .list(item.cells.map { .optional($0?.rawValue) })),
    ])
  }

  /// The stamp of a kept result: counts, and the digest of every sentence, word and judgement.
  public func stamp(in casebook: Casebook) -> String {
    let parts = jsonLines(in: casebook)
    let digest = TextDigest(ofParts: ["ach"] + parts).hex.prefix(8)
    let counts = counted(hypotheses.count, "hypothesis", "hypotheses")
    return "\(counts), \(counted(items.count, "item")); inputs \(digest)"
  }
}
