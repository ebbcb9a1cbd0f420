internal import Casebook
internal import CommandKit
internal import Comparison

/// Findings as they are printed.
struct LintResult: TabulatedResult {
  /// In the order of the rules.
  let findings: [Finding]
  /// More findings of one rule than these are counted, not listed.
  private static let most = 40

  func lines(in casebook: Casebook, width: Int?) -> [String] {
    var lines = [
      findings.isEmpty ? "nothing found" : Layout.count(findings.count, "finding")
    ]
    var counts: [LintRule: Int] = [:]
    for one in findings { counts[one.rule, default: 0] += 1 }
    var (rule, count) = (LintRule?.none, 0)
    for (i, one) in findings.enumerated() {
      if one.rule != rule {
        (rule, count) = (one.rule, 0)
        lines.append("\(one.rule.title) (\(one.rule.rawValue), \(counts[one.rule] ?? 0))")
      }
      count += 1
      if count == Self.most + 1 { lines.append("  more: lint \(one.rule.rawValue) as csv") }
      if count <= Self.most { lines += self.lines(of: one, number: i + 1, width) }
    }
    return lines
  }

  private func lines(of one: Finding, number: Int, _ width: Int?) -> [String] {
    let width = width.map { $0 - 4 }
    let text = "%\(number) \(one.place): \(Layout.words(one.text))"
    return Layout.wrap(text, width).enumerated().map { $0 == 0 ? $1 : "    " + $1 }
      + Layout.wrap(Layout.words(one.advice), width).map { "    " + $0 }
  }

  func csvLines(in casebook: Casebook) -> [String] {
    ["rule,place,finding,advice,records"]
      + findings.map { one in
        CSVRecord.line([
          one.rule.rawValue, one.place, Layout.words(one.text), Layout.words(one.advice),
          one.records.map(\.text).joined(separator: " "),
        ])
      }
  }

  func jsonLines(in casebook: Casebook) -> [String] {
    JSONTree.list(
      findings.map { one in
        .object([
          ("rule", .text(one.rule.rawValue)), ("place", .text(one.place)),
          ("finding", .text(Layout.words(one.text))), ("advice", .text(Layout.words(one.advice))),
          ("records", .texts(one.records.map(\.text))),
        ])
      }
    ).lines
  }
}
