public import Casebook

extension NetworkResult {
  /// Comma-separated values (RFC 4180): a head, then one record for each pair of nodes, those
  /// without a tie too, each once, with
  /// the number of things through which they are tied: issues, or parties, in two modes 1 where there
  /// is a statement. Of windows: one record for each tie, with the first and the last
  /// day; a window without a tie has one record without nodes. Weights have six places at most.
  public func csvLines(in casebook: Casebook) -> [String] {
    let words = NetworkWords(self, Words(casebook: casebook))
    guard let network else { return windowRecords(words) }
    var lines = [CSVRecord.line(["first", "second", "weight", "shared"])]
    for i in network.rows.indices {
      let start = network.isOneMode ? i + 1 : 0
      for j in start..<max(start, network.columns.count) {
        lines.append(
          CSVRecord.line([
            words.rowName(network.rows[i]), words.columnName(network.columns[j]),
            Decimal.short(network[i, j], places: 6), "\(network.shared(i, j))",
          ]))
      }
    }
    return lines
  }

  private func windowRecords(_ words: NetworkWords) -> [String] {
    var lines = [CSVRecord.line(["from", "to", "statements", "first", "second", "weight"])]
    for window in windows {
      let head = [
        window.days.first.description, window.days.last.description, "\(window.count)",
      ]
      if window.ties.isEmpty { lines.append(CSVRecord.line(head + ["", "", ""])) }
      for tie in window.ties {
        let names = [words.rowName(tie.row), words.columnName(tie.column)]
        lines.append(CSVRecord.line(head + names + [Decimal.short(tie.weight, places: 6)]))
      }
    }
    return lines
  }

  /// The network as JSON (RFC 8259): nodes, and ties with a weight other than 0.
  public func jsonLines(in casebook: Casebook) -> [String] {
    let words = NetworkWords(self, Words(casebook: casebook))
    var members: [(String, JSONTree)] = [
      ("network", .text(words.title)), ("counted", .number(result.counted)),
      ("statements", .number(result.total)), ("days", .optional(result.days?.description)),
    ]
    if let missing = words.missing { members.append(("missing", .text(missing))) }
    members.append(("notes", .texts(words.notes)))
    members.append(("notCounted", result.leftOutTree(words.words)))
    if let network {
      members.append(("rows", .texts(network.rows.map { words.rowName($0) })))
      members.append(("columns", .texts(network.columns.map { words.columnName($0) })))
      members.append(
        (
          "ties",
          .list(
            network.ties.map { tie in
              words.tree(network.rows[tie.row], network.columns[tie.column], tie.weight)
            })
        ))
    } else {
      members.append(("windows", .list(windows.map { words.tree($0) })))
    }
    return JSONTree.object(members).lines
  }
}

extension NetworkWords {
  /// The full name of a node down.
  fileprivate func rowName(_ node: Int32) -> String {
    network.query.options.mode == .issues ? row(node) : partyName(node)
  }

  /// The full name of a node across.
  fileprivate func columnName(_ node: Int32) -> String {
    network.query.options.mode == .parties ? partyName(node) : column(node)
  }

  private func partyName(_ node: Int32) -> String {
    words.name(network.coded.parties[Int(node)])
  }

  fileprivate func tree(_ a: Int32, _ b: Int32, _ weight: Double) -> JSONTree {
    .object([
      ("first", .text(rowName(a))), ("second", .text(columnName(b))), ("weight", .real(weight)),
    ])
  }

  fileprivate func tree(_ window: WindowedNetwork) -> JSONTree {
    .object([
      ("from", .text(window.days.first.description)),
      ("to", .text(window.days.last.description)), ("statements", .number(window.count)),
      ("ties", .list(window.ties.map { tree($0.row, $0.column, $0.weight) })),
    ])
  }
}
