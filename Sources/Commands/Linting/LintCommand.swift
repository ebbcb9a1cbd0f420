internal import Casebook
internal import CommandKit
internal import Diagnostics
internal import SourceText

/// `lint`: slips of tradecraft in the analyst's prose and in the records.
struct LintCommand: QuestionCommand {
  static let rules = Slot(
    ValueKind<LintRule>.choice(LintRule.self, expected: "a rule"), "which rules; all", as: "RULE",
    optional: true, repeats: true)

  static let declaration = Declaration(
    "lint", .comparing, "finds slips of tradecraft in prose and records",
    slots: [rules.erased], keywords: [CompareCommand.format.erased],
    discussion: """
      RULE is mixed-rows (likelihood words of both rows of ICD 203), confidence-with-likelihood (in \
      one sentence), one-source (confirmed on one), quote-differs (from every source, by some \
      words), role-dates, one-sided (an issue from one publisher), circular, without-issue. Each \
      finding says where it stands and what to type or write.

      Words in quotation marks are a source's and are not judged. Prose is named by its heading and \
      paragraph. English words only.
      """,
    examples: [
      Example(
        "lint", gives: "edit s",
        after: CommandFixtures.truce + ["attribute wire:15.1 to Alba act deny"])
    ])

  let rules: [LintRule]
  let format: TableFormat

  init(_ arguments: inout Arguments, _ session: __shared Session) throws(Diagnostic) {
    format = try arguments.value(CompareCommand.format, session) ?? .table
    var rules: [LintRule] = []
    for rule in try arguments.all(Self.rules, session) where !rules.contains(rule) {
      rules.append(rule)
    }
    self.rules = rules
  }

  func normalForm(in session: Session) -> String {
    var line = NormalForm("lint")
    for rule in rules { line.add(rule.rawValue) }
    line.add(format)
    return line.text
  }

  func answer(from session: Session, page: Page) throws(Diagnostic) -> Output {
    let asked = rules.isEmpty ? LintRule.allCases : rules
    let all = ProseRules(session).findings + RecordRules(session).findings
    let findings = LintRule.allCases.filter { asked.contains($0) }.flatMap { rule in
      // Prose in its order; records by place, since the order in which a session met them is its own.
      all.filter { $0.rule == rule && $0.records.isEmpty }
        + all.filter { $0.rule == rule && !$0.records.isEmpty }
        .sorted { ($0.place, $0.text, $0.records[0]) < ($1.place, $1.text, $1.records[0]) }
    }
    let table = LintTable(findings, page)
    let lines =
      switch format {
      case .table: table.lines + session.leftOutLines
      case .csv: table.csvLines
      case .json: table.jsonLines
      }
    let digest = TextDigest(ofParts: ["lint"] + table.csvLines).hex.prefix(8)
    return Output(
      lines, rows: findings.map { .statements($0.records) },
      stamp: "\(Layout.count(findings.count, "finding")); inputs \(digest)")
  }
}

/// Findings as they are printed.
struct LintTable {
  private let findings: [Finding]
  private let page: Page
  /// More findings of one rule than these are counted, not listed.
  private static let most = 40

  init(_ findings: [Finding], _ page: Page) {
    self.findings = findings
    self.page = page
  }

  var lines: [String] {
    var lines = [
      findings.isEmpty ? "nothing found" : Layout.count(findings.count, "finding")
    ]
    var (rule, count) = (LintRule?.none, 0)
    for (i, one) in findings.enumerated() {
      if one.rule != rule {
        (rule, count) = (one.rule, 0)
        let all = findings.count { $0.rule == one.rule }
        lines.append("\(one.rule.title) (\(one.rule.rawValue), \(all))")
      }
      count += 1
      if count == Self.most + 1 { lines.append("  more: lint \(one.rule.rawValue) as csv") }
      if count <= Self.most { lines += self.lines(of: one, number: i + 1) }
    }
    return lines
  }

  private func lines(of one: Finding, number: Int) -> [String] {
    let width = page.width.map { $0 - 4 }
    let text = "%\(number) \(one.place): \(Layout.words(one.text))"
    return Layout.wrap(text, width).enumerated().map { $0 == 0 ? $1 : "    " + $1 }
      + Layout.wrap(Layout.words(one.advice), width).map { "    " + $0 }
  }

  var csvLines: [String] {
    ["rule,place,finding,advice,records"]
      + findings.map { one in
        [
          one.rule.rawValue, one.place, Layout.words(one.text), Layout.words(one.advice),
          one.records.map(\.text).joined(separator: " "),
        ].map { Self.field($0) }.joined(separator: ",")
      }
  }

  private static func field(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { $0 != 0x22 && $0 != 0x2C && $0 != 0x0A && $0 != 0x0D }
    return isPlain
      ? text
      : "\""
        + text.split(separator: "\"", omittingEmptySubsequences: false)
        .joined(separator: "\"\"") + "\""
  }

  var jsonLines: [String] {
    if findings.isEmpty { return ["[]"] }
    let objects = findings.map { one in
      let records = one.records.map { JSONString.quote($0.text) }.joined(separator: ", ")
      return "  {\"rule\": \(JSONString.quote(one.rule.rawValue)), "
        + "\"place\": \(JSONString.quote(one.place)), "
        + "\"finding\": \(JSONString.quote(Layout.words(one.text))), "
        + "\"advice\": \(JSONString.quote(Layout.words(one.advice))), \"records\": [\(records)]}"
    }
    return ["["] + objects.dropLast().map { $0 + "," } + objects.suffix(1) + ["]"]
  }
}
