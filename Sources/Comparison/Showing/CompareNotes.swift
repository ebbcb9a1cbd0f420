internal import Casebook

/// What a comparison says about its own limits: who is part of whom, who counts several times, and
/// what is left out.
struct CompareNotes {
  private let result: CompareResult
  private let words: Words

  /// More names than these are counted, not listed.
  private static let most = 4

  init(_ result: CompareResult, _ words: Words) {
    self.result = result
    self.words = words
  }

  func lines(width: Int?) -> [String] {
    (partLines + severalLines + copiesLines + [leftOutLine].filter { !$0.isEmpty } + unclearLines)
      .flatMap { Layout.wrap(sentence: $0, width: width) }
  }

  /// Columns that are part of other columns.
  private var partLines: [String] {
    if result.query.rollUp != nil { return [] }
    let parties = words.casebook.parties
    let columns = result.parties.map(\.party)
    return columns.flatMap { party -> [String] in
      let groups = parties.groups(of: party, on: result.days?.last)
      return columns.filter { groups.contains($0) }.map { group in
        let (one, other) = (words.label(party), words.label(group))
        if parties[party].kind == .person || parties[party].kind == .unnamed {
          return "\(one) belongs to \(other): words count once, under whom they were recorded for."
        }
        return "\(one) is part of \(other): its words count once, under \(one)."
      }
    }
  }

  private var severalLines: [String] {
    let shown = result.inSeveral.prefix(CompareNotes.most).map { one in
      "\(words.label(one.party)) counts in each of \(list(one.groups.map { words.label($0) }))."
    }
    let rest = result.inSeveral.count - shown.count
    return shown + (rest > 0 ? ["\(rest) more count in several groups."] : [])
  }

  /// What stands in several copies of one text.
  private var copiesLines: [String] {
    if result.copied == 0 { return [] }
    if result.copied == 1 {
      return ["1 statement only repeats another one in a copy of its article: not counted again."]
    }
    return [
      "\(result.copied) statements only repeat others in copies of their articles: not counted again."
    ]
  }

  private var leftOutLine: String {
    let items = LeftOut.Reason.allCases.sorted { rank($0) < rank($1) }.compactMap { item($0) }
    return items.isEmpty ? "" : "Not in here: \(items.joined(separator: "; "))."
  }

  /// Other parties first, then what has no position, then the rest as listed.
  private func rank(_ reason: LeftOut.Reason) -> Int {
    switch reason {
    case .otherParty: 0
    case .noIssue: 1
    default: Int(reason.rawValue) + 1
    }
  }

  private func item(_ reason: LeftOut.Reason) -> String? {
    let count = result.leftOut[reason]
    if count == 0 { return nil }
    switch reason {
    case .otherParty: return others
    case .noIssue: return "\(count) without a position"
    case .noParty: return "\(count) without a party"
    case .otherIssue: return "\(count) on other issues"
    case .dayUnclear: return "\(count) whose days may lie outside"
    case .otherDays: return "\(count) from other days"
    case .elsewhere: return "\(count) in other passages"
    case .otherCoder: return "\(count) by other coders"
    case .membershipUnclear: return "\(count) with day not known"
    case .noGroup: return noGroup(count)
    case .notFound:
      return "\(count) left out: \(list(result.leftOut.notFound.map(\.text))) not found"
    }
  }

  private func noGroup(_ count: Int) -> String {
    let level = result.query.rollUp?.rawValue ?? "group"
    return "\(count) of no \(level) (\(list(result.leftOut.withoutGroup.map { words.label($0) })))"
  }

  /// A party with one statement is shown with what it holds, the others with their number.
  private var others: String {
    list(
      result.leftOut.others.map { other in
        let statement = words.casebook.statement(other.first)
        guard other.count == 1, let issue = statement.issue,
          words.casebook.issues.isDefined(issue)
        else { return "\(words.name(other.party)) (\(other.count))" }
        let stance = statement.stance.map { " \($0.mark)" } ?? ""
        return "\(words.name(other.party)) (\(words.name(issue))\(stance))"
      })
  }

  /// The statements whose day leaves open to whom they count.
  private var unclearLines: [String] {
    result.leftOut.unclear.prefix(CompareNotes.most).map { row in
      let statement = words.casebook.statement(row)
      let who = (statement.speaker ?? statement.party).map { words.name($0) } ?? "?"
      let days = words.casebook.days(of: row).map { words.days($0) } ?? "no day"
      let issue = statement.issue.map { words.name($0) } ?? "?"
      let address = words.casebook.address(of: statement.annotation)
      let stance = statement.stance?.mark ?? "-"
      return "Day not known: \(who) on \(issue) \(stance), \(days), \(address)."
    }
  }

  private func list(_ items: [String]) -> String {
    let shown = items.prefix(CompareNotes.most).joined(separator: ", ")
    let rest = items.count - CompareNotes.most
    return rest > 0 ? "\(shown), \(rest) more" : shown
  }
}
