public import Casebook
internal import SourceText

extension SilenceResult {
  /// More lines of parties than these are counted, not listed.
  static let most = 120
  /// More demands than these are counted, not listed.
  static let mostDemands = 20

  /// The voices that are listed.
  var listed: [(issue: SilentIssue, voice: SilentIssue.Voice)] {
    Array(issues.flatMap { issue in issue.voices.map { (issue, $0) } }.prefix(Self.most))
  }

  /// The statements behind each numbered row, `%1` first: of parties that spoke, then demands with
  /// their answers.
  public var rows: [[StatementRow]] {
    listed.filter { $0.voice.count > 0 }.map(\.voice.lines)
      + demands.prefix(Self.mostDemands).map { [$0.statement, $0.answer].compactMap { $0 } }
  }

  /// The weeks as lines for a terminal of that width (at least 40), or uncut without one.
  public func lines(in casebook: Casebook, width: Int? = 80) -> [String] {
    let width = width.map { max(Layout.narrowest, $0) }
    var words = Words(casebook: casebook)
    words.showsYears = result.days.map { $0.first.civil.year != $0.last.civil.year } ?? true
    var right = Comparison.counted(result.counted, "statement")
    if let days = result.days { right += ", \(days.readable)" }
    var lines = Layout.ends("silence", right, width: width)
    if issues.isEmpty {
      lines += Layout.wrap(
        sentence: "Nothing found: no statement fits the question.", width: width)
    } else {
      var voices = SilenceLines(self, words, width)
      lines += voices.lines()
    }
    return lines + CompareNotes(result, words).lines(width: width)
  }
}

/// The lines of silence.
struct SilenceLines {
  private let silence: SilenceResult
  private let words: Words
  private let width: Int?
  private var row = 0

  init(_ silence: SilenceResult, _ words: Words, _ width: Int?) {
    self.silence = silence
    self.words = words
    self.width = width
  }

  /// How many weeks are drawn: the latest that fit beside a name and what is said of it.
  private var drawn: Int {
    min(silence.weeks.count, width.map { max(6, $0 - 48) } ?? silence.weeks.count)
  }

  private var firstDrawn: Int { silence.weeks.count - drawn }

  mutating func lines() -> [String] {
    var lines = head
    let listed = silence.listed
    let names = listed.map { words.label($0.voice.party) }
    let widest = min(12, names.map { DisplayWidth.cells(of: $0) }.max() ?? 0)
    var last: IssueID?
    for one in listed {
      if one.issue.issue != last {
        lines.append(Layout.cut(words.name(one.issue.issue), to: width))
        last = one.issue.issue
      }
      lines.append(line(one.voice, widest))
    }
    let all = silence.issues.reduce(0) { $0 + $1.voices.count }
    if all > listed.count { lines.append("\(all - listed.count) more: silence … as csv") }
    return lines + demandLines()
  }

  private var head: [String] {
    if silence.weeks.count == 0 {
      return Layout.wrap(
        sentence: "No statement has a day: who spoke is shown, not when.", width: width)
    }
    let first = words.days(
      DayRange(silence.weeks.day(of: firstDrawn), silence.weeks.day(of: firstDrawn)))
    var sentence = "\(counted(drawn, "week")) from Monday \(first); a figure is the number of"
    sentence += " statements, + ten or more, . none"
    if firstDrawn > 0 { sentence += "; \(counted(firstDrawn, "earlier week")) not drawn" }
    return Layout.wrap(sentence: sentence, width: width)
  }

  private mutating func line(_ voice: SilentIssue.Voice, _ widest: Int) -> String {
    var lead = "    "
    if voice.count > 0 {
      row += 1
      lead = Layout.left("%\(row)", 4)
    }
    let name = Layout.left(Layout.cut(words.label(voice.party), to: widest), widest)
    return Layout.cut(
      Layout.trimmed("\(lead) \(name)  \(strip(voice))  \(sentence(voice))"), to: width)
  }

  private func strip(_ voice: SilentIssue.Voice) -> String {
    var signs = [String](repeating: ".", count: drawn)
    for (week, count) in voice.weeks where week >= firstDrawn {
      signs[week - firstDrawn] = count > 9 ? "+" : "\(count)"
    }
    return signs.joined()
  }

  private func sentence(_ voice: SilentIssue.Voice) -> String {
    if voice.count == 0 { return "nothing found" }
    var parts: [String] = []
    if let last = voice.last {
      parts.append("last \(words.days(DayRange(last, last)))")
      if voice.silentWeeks > 0 { parts.append("silent for \(counted(voice.silentWeeks, "week"))") }
    }
    if voice.undated > 0 { parts.append("\(voice.undated) of no week") }
    return parts.joined(separator: ", ")
  }

  private mutating func demandLines() -> [String] {
    let shown = silence.demands.prefix(SilenceResult.mostDemands)
    if shown.isEmpty { return [] }
    let open = silence.demands.count { $0.answer == nil }
    let unclear = silence.demands.count { $0.answer != nil && !$0.isAnswerCertain }
    let perhaps = unclear > 0 ? ", \(unclear) perhaps answered" : ""
    var lines = [
      "\(counted(silence.demands.count, "demand")), \(open) without an answer\(perhaps):"
    ]
    for demand in shown {
      row += 1
      lines.append(Layout.cut(line(demand), to: width))
    }
    let rest = silence.demands.count - shown.count
    if rest > 0 { lines.append("\(rest) more: silence … as json") }
    return lines
  }

  private func line(_ demand: Demand) -> String {
    let ends = "\(words.label(demand.from)) to \(words.label(demand.to))"
    let day = demand.days.map { words.days($0) } ?? "no day"
    let address = words.line(
      words.casebook.address(of: words.casebook.statement(demand.statement).annotation))
    let lead =
      "\(Layout.left("%\(row)", 4)) \(ends) on \(words.name(demand.issue)), \(day), \(address): "
    let age = demand.age.map { counted($0, "day") }
    guard let answer = demand.answer else {
      return lead + "no answer" + (age.map { " in \($0)" } ?? "")
    }
    let place = words.line(
      words.casebook.address(of: words.casebook.statement(answer).annotation))
    if !demand.isAnswerCertain { return lead + "perhaps \(place), which may be earlier" }
    return lead + "\(place)" + (age.map { " after \($0)" } ?? "")
  }
}
