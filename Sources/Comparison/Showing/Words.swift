internal import Casebook
internal import SourceText

/// How names, days and passages are written in results: on one line, with nothing hidden in them.
struct Words {
  let casebook: Casebook
  /// Whether days are written with their year.
  var showsYears = true

  /// The short name, or the name; the speaker of a statement whose record is gone has none.
  func label(_ party: PartyID) -> String {
    casebook.parties.isDefined(party) ? line(casebook.parties[party].label) : "?"
  }

  /// The full name.
  func name(_ party: PartyID) -> String {
    casebook.parties.isDefined(party) ? line(casebook.parties[party].name) : "?"
  }

  func name(_ issue: IssueID) -> String { line(casebook.issues[issue].name) }

  func proposition(_ issue: IssueID) -> String { line(casebook.issues[issue].proposition) }

  /// The coder's name; `?` where it is not known.
  func coder(_ row: StatementRow) -> String {
    casebook.texts.text(casebook.statements.coders[row.row]).map { line($0) } ?? "?"
  }

  /// `17 Apr`, `17..19 Apr`, with the year where the result spans several.
  func days(_ days: DayRange) -> String {
    if showsYears { return days.readable }
    let (first, last) = (days.first.civil, days.last.civil)
    if days.isDay { return days.last.short }
    return first.month == last.month
      ? "\(first.day)..\(days.last.short)" : "\(days.first.short)..\(days.last.short)"
  }

  /// The text on one line, runs of blanks as one, everything invisible shown.
  func line(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) { return text }
    let words = text.unicodeScalars.split { $0 == " " || $0 == "\n" || $0 == "\t" }
    return VisibleText.showing(
      words.map { String(String.UnicodeScalarView($0)) }.joined(separator: " "))
  }
}

/// `1 article`, `2 articles`.
func counted(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
  "\(number) \(number == 1 ? noun : plural ?? noun + "s")"
}
