public import Casebook

extension NetworkResult {
  /// The network as lines for a terminal of that width (at least 40), or uncut without one: the
  /// matrix where it is small, then the strongest ties; or one line for each window.
  public func lines(in casebook: Casebook, width: Int? = 80) -> [String] {
    let width = width.map { max(Layout.narrowest, $0) }
    let words = NetworkWords(self, Words(casebook: casebook))
    var right = Comparison.counted(result.counted, "statement")
    if let days = result.days { right += ", \(days.readable)" }
    var lines = Layout.ends(words.title, right, width: width)
    if let missing = words.missing {
      lines += Layout.wrap(sentence: missing, width: width)
    } else if let network {
      lines += matrix(network, words, width) + ties(network, words, width)
    } else {
      lines += windowLines(words, width)
    }
    lines += words.notes.flatMap { Layout.wrap(sentence: $0, width: width) }
    return lines + CompareNotes(result, words.words).lines(width: width)
  }

  /// More nodes than these are not drawn as a matrix.
  private static let mostDrawn = 15

  private func matrix(_ network: Network, _ words: NetworkWords, _ width: Int?) -> [String] {
    if max(network.rows.count, network.columns.count) > NetworkResult.mostDrawn { return [] }
    let figures = network.rows.indices.map { i in
      network.columns.indices.map { j in
        words.cell(network, i, j)
      }
    }
    let names = network.rows.map { words.row($0) }
    return FigureTable(
      heads: network.columns.map { words.column($0) }, names: names, figures: figures,
      tailHeads: [], tails: names.map { _ in [] }, notes: names.map { _ in "" }
    ).lines(width: width)
  }

  private func ties(_ network: Network, _ words: NetworkWords, _ width: Int?) -> [String] {
    let all = strongest(network)
    let shown = all.prefix(NetworkResult.most)
    let numbers = shown.indices.map { "%\($0 + 1) " }
    let widest = numbers.last?.utf8.count ?? 0
    var lines = zip(numbers, shown).map { number, tie in
      let (a, b) = (network.rows[tie.row], network.columns[tie.column])
      let names = "\(words.row(a)) \(network.isOneMode ? "– " : "")\(words.column(b))"
      let head = Layout.left(number, widest) + names + "  " + words.figure(tie.weight)
      let shared = network.isOneMode ? "  " + words.through(a, b) : ""
      return Layout.cut(head + shared, to: width)
    }
    if all.count > shown.count {
      lines.append("\(all.count - shown.count) weaker ties: network … as csv")
    }
    return lines
  }

  private func windowLines(_ words: NetworkWords, _ width: Int?) -> [String] {
    let shown = windows.prefix(NetworkResult.most)
    let numbers = shown.indices.map { "%\($0 + 1) " }
    let widest = numbers.last?.utf8.count ?? 0
    let days = shown.map { $0.days.readable }
    let widestDays = days.map(\.utf8.count).max() ?? 0
    var lines = shown.indices.map { i in
      let line =
        Layout.left(numbers[i], widest) + Layout.left(days[i], widestDays)
        + "  " + words.summary(windows[i])
      return Layout.cut(line, to: width)
    }
    if windows.count > shown.count {
      lines.append("\(windows.count - shown.count) more windows: network … as csv")
    }
    return lines
  }
}

/// How a network speaks of itself.
struct NetworkWords {
  let network: NetworkResult
  let words: Words

  init(_ network: NetworkResult, _ words: Words) {
    self.network = network
    self.words = words
  }

  private var options: NetworkOptions { network.query.options }

  /// `parties: congruence less conflict, average`
  var title: String {
    let nodes =
      switch options.mode {
      case .parties: "parties"
      case .issues: "issues"
      case .both: "parties and issues"
      }
    var title = "\(nodes): \(measure)"
    if options.scale == .degrees { title += " by degrees" }
    if options.normalisation != .none { title += ", \(options.normalisation.name)" }
    if options.once != .never { title += ", once \(options.once.name)" }
    if let windows = network.query.windows { title += ", \(windows.name)" }
    return title
  }

  private var measure: String {
    switch options.measure {
    case .ignore: options.mode == .both ? "statements" : "shared, whatever the stance"
    case .congruence: "congruence"
    case .conflict: "conflict"
    case .subtract:
      options.mode == .both ? "supporting less opposing" : "congruence less conflict"
    case .combine: "+ supports, - opposes, 0 neutral"
    }
  }

  /// The name of a node down.
  func row(_ node: Int32) -> String { options.mode == .issues ? issue(node) : party(node) }

  /// The name of a node across.
  func column(_ node: Int32) -> String { options.mode == .parties ? party(node) : issue(node) }

  private func party(_ node: Int32) -> String { words.label(network.coded.parties[Int(node)]) }

  private func issue(_ node: Int32) -> String { words.name(network.coded.issues[Int(node)]) }

  /// A cell of the matrix: `.` where nothing is shared, 0 where what is shared is balanced.
  func cell(_ network: Network, _ i: Int, _ j: Int) -> String {
    if network.isOneMode, i == j { return "" }
    return network.shared(i, j) == 0 ? "." : figure(network[i, j])
  }

  /// A weight; with a sign where weights have two.
  func figure(_ weight: Double) -> String {
    if options.measure == .combine {
      let sides = [(1, "+"), (2, "-"), (4, "0")].filter { Int(weight) & $0.0 != 0 }
      return sides.map(\.1).joined()
    }
    return options.measure == .subtract
      ? Decimal.signed(weight, places: 2) : Decimal.short(weight, places: 2)
  }

  /// `2 issues: truce, seat`
  func through(_ a: Int32, _ b: Int32) -> String {
    let shared = network.coded.shared(a, b, options)
    let names = shared.indices.filter { shared[$0] }.map { tie in
      options.mode == .issues ? party(Int32(tie)) : issue(Int32(tie))
    }
    if options.mode == .parties {
      return "\(counted(names.count, "issue")): \(names.joined(separator: ", "))"
    }
    let noun = names.count == 1 ? "party" : "parties"
    return "\(names.count) \(noun): \(names.joined(separator: ", "))"
  }

  /// `12 statements, 5 ties, strongest CO – AL +3`
  func summary(_ window: WindowedNetwork) -> String {
    if window.count == 0 { return "no statements" }
    let parts = "\(counted(window.count, "statement")), \(counted(window.ties.count, "tie"))"
    guard let tie = window.strongest else { return parts }
    let dash = options.mode == .both ? "" : "– "
    return parts + ", strongest \(row(tie.row)) \(dash)\(column(tie.column)) \(figure(tie.weight))"
  }
}
