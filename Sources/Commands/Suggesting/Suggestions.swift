internal import Attribution
internal import Casebook
internal import CommandKit
internal import SourceText

/// The suggested statements of an article, as far as they are still open.
struct Suggestions {
  let article: ArticleID
  /// All of them, in the order of the article; a number in it is what a row refers to.
  let all: [Suggestion]
  /// The numbers of those that were neither taken nor refused.
  let open: [Int]
  let refused: Int
  /// How many were taken.
  let taken: Int

  /// Those of an article, or of some bytes of it.
  init(_ article: ArticleID, _ session: Session, within parts: [Range<Int>]? = nil) {
    self.article = article
    let one = session.book.articles[article]
    all = session.suggestedStatements(of: article)
    let refusals = Set(session.book.refusals.filter { $0.article == article }.map(\.words))
    var open: [Int] = []
    var (refused, taken) = (0, 0)
    for (number, suggestion) in all.enumerated() {
      if let parts, !suggestion.touches(parts) { continue }
      if refusals.contains(Self.words(suggestion, one)) {
        refused += 1
      } else if Self.isTaken(suggestion, article, session) {
        taken += 1
      } else {
        open.append(number)
      }
    }
    self.open = open
    self.refused = refused
    self.taken = taken
  }

  /// The words of a suggestion as a refusal records them, pieces joined by ` … `.
  static func words(_ suggestion: Suggestion, _ article: Article) -> String {
    suggestion.content.map { article.text[$0] }.joined(separator: " … ")
  }

  /// Whether the same words have a statement by the same speaker or party.
  private static func isTaken(
    _ suggestion: Suggestion, _ article: ArticleID, _ session: Session
  ) -> Bool {
    session.book.annotations(of: article).contains { row in
      let pieces = session.book.annotations.pieces(of: row)
      guard suggestion.touches(pieces) else { return false }
      let text = session.book.articles[article].text
      let cue = suggestion.cue.map { Layout.words(text[$0]) }
      let who = Set(
        [suggestion.sourceName, suggestion.party].compactMap { $0 }.map { NameKey($0) })
      return session.book.statements(on: row).contains { statement in
        let statement = session.book.statement(statement)
        // Taken with another speaker or other words, it is still told by its cue.
        if statement.isSuggested, statement.cue == cue { return true }
        guard pieces == suggestion.content else { return false }
        return [statement.speaker, statement.party].compactMap { $0 }
          .contains { who.contains(NameKey(session.book.parties[$0].name)) }
      }
    }
  }
}

/// The people and parties of a suggestion in the notebook: known ones, else lines that define them.
struct SuggestedSpeaker {
  /// Lines that define who is not known yet, the party before the person.
  private(set) var definitions: [String] = []
  /// The speaker as the notebook names it.
  private(set) var name: String

  /// Nil where the text does not say who speaks.
  init?(_ suggestion: Suggestion, _ session: Session) {
    guard let speaker = suggestion.sourceName ?? suggestion.party else { return nil }
    let known = session.partyMeant(by: speaker).map { session.book.parties[$0].name }
    let isNew = session.book.parties.meant(by: Layout.words(speaker)).isEmpty
    name = known ?? Layout.words(speaker)
    let kind = suggestion.sourceKind ?? .organisation
    var own = PartyDefinition(speaker, kind: kind)
    let group = suggestion.party.flatMap {
      own.belong(
        to: $0, kind: suggestion.partyKind ?? .organisation,
        as: kind == .person ? suggestion.role : nil, in: session)
    }
    definitions = [group].compactMap { $0 }
    if speaker == suggestion.party { return }
    if let state = own.group, suggestion.isMetonym {
      name = state
      if !isNew { return }
      var named = PartyDefinition(state, kind: group == nil ? nil : .state)
      named.also = [speaker]
      definitions = [named.line]
    } else if isNew {
      definitions.append(own.line)
    }
  }
}

extension Suggestion {
  /// Whether its first words are among those of these pieces, or hold them.
  func touches(_ pieces: [Range<Int>]) -> Bool {
    pieces.contains { $0.overlaps(content[0]) }
  }
}
