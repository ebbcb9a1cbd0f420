internal import Casebook

/// The statements on a mark that have the same speaker and cue: shown on one line.
struct StatementGroup {
  var who: String
  var cue: String?
  var positions: [String]

  static func groups(on row: AnnotationRow, in book: Casebook) -> [StatementGroup] {
    var groups: [StatementGroup] = []
    for line in book.statements(on: row) {
      let statement = book.statement(line)
      let who = who(statement, book)
      let position = position(statement, book)
      if let same = groups.firstIndex(where: { $0.who == who && $0.cue == statement.cue }) {
        groups[same].positions.append(position)
      } else {
        groups.append(StatementGroup(who: who, cue: statement.cue, positions: [position]))
      }
    }
    return groups
  }

  private static func who(_ statement: Statement, _ book: Casebook) -> String {
    func label(_ id: PartyID?) -> String? { id.map { book.parties[$0].label } }
    var text = label(statement.party) ?? label(statement.speaker) ?? "?"
    if let speaker = statement.speaker, speaker != statement.party {
      text += " " + (book.parties[speaker].short ?? StatementGroup.lastName(book.parties[speaker]))
    }
    for reporter in statement.via { text += " via \(book.parties[reporter].label)" }
    return text
  }

  /// The last word of a person's name, the whole name of anything else.
  static func lastName(_ party: Party) -> String {
    guard party.kind == .person, let last = party.name.split(separator: " ").last else {
      return party.name
    }
    return String(last)
  }

  /// `annexation +2`, with the marks that tables use.
  static func position(_ statement: Statement, _ book: Casebook) -> String {
    guard let issue = statement.issue else { return statement.act?.rawValue ?? "no position" }
    var text = book.issues[issue].name
    if let stance = statement.stance { text += " " + stance.token }
    if let condition = statement.condition { text += " if \(condition)" }
    if statement.hedge != nil { text += " ~" }
    return text
  }
}
