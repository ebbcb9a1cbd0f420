/// The printed table of figures.
enum Table {
  private static let widths = [9, 52, 13, 13]

  static let head =
    line(["name", "what", "measured", "at most"]) + "\n" + String(repeating: "-", count: 96)

  static func rows(_ benchmark: Benchmark, _ figures: [Figure]) -> String {
    figures.enumerated().map { i, figure in
      let state = figure.isKept.map { $0 ? "ok" : "MISSED" } ?? ""
      return line([i == 0 ? benchmark.name : "", figure.label, figure.measured, figure.promised])
        + state
    }.joined(separator: "\n")
  }

  private static func line(_ cells: [String]) -> String {
    zip(cells, widths).enumerated().map { i, cell in
      let blanks = String(repeating: " ", count: max(1, cell.1 - cell.0.count))
      return i < 2 ? cell.0 + blanks : blanks + cell.0 + "  "
    }.joined()
  }
}

/// Figures as people write them.
enum Number {
  /// Three digits that count: `0.012`, `1.25`, `37.4`, `812`.
  static func short(_ value: Double) -> String {
    let places = value < 0.1 ? 4 : value < 1 ? 3 : value < 10 ? 2 : value < 100 ? 1 : 0
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let rounded = Int((value * scale).rounded())
    let whole = String(rounded / Int(scale))
    if places == 0 { return whole }
    var part = String(rounded % Int(scale))
    part = String(repeating: "0", count: places - part.count) + part
    while part.hasSuffix("0") { part.removeLast() }
    return part.isEmpty ? whole : "\(whole).\(part)"
  }
}
