internal import Casebook
internal import CommandKit
internal import Comparison
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
    let result = LintResult(findings: findings)
    let digest = TextDigest(ofParts: ["lint"] + result.csvLines(in: session.book)).hex.prefix(8)
    return Output(
      session.printed(result, as: format, page),
      rows: findings.map { $0.subject ?? .statements($0.records) },
      stamp: "\(Layout.count(findings.count, "finding")); inputs \(digest)")
  }
}
