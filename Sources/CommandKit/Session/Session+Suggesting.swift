public import Attribution
public import Casebook
public import Diagnostics
internal import SourceText

extension Session {
  /// The line that defines a party that is not known: with name, role and country as the open
  /// article has them, where it has somebody of that name.
  func definition(ofUnknown name: String) -> String {
    guard let speaker = speaker(named: name), let full = speaker.sourceName else {
      return definition(byTables: name) ?? PartyDefinition(name, kind: .person).line
    }
    var definition = PartyDefinition(full, kind: .person)
    if let party = speaker.party, full != party {
      // One line defines one party.
      if partyMeant(by: party) == nil {
        definition.country = party
      } else {
        _ = definition.belong(to: party, kind: .state, as: speaker.role, in: self)
      }
    }
    return definition.line
  }

  /// The line that defines a state, a bloc or a body that the tables know by the name: `Russia`,
  /// `Kremlin`, `Russian Foreign Ministry`; nil for a name that they do not know.
  private func definition(byTables name: String) -> String? {
    let bytes = Array(name.utf8)
    let cast = Suggester.cast(
      in: bytes, blocks: Suggester.paragraphs(of: bytes),
      language: article.flatMap { book.articles[$0].language } ?? "en", known: knownParties,
      vocabulary: vocabulary)
    guard let one = cast.first(where: { $0.first == 0..<bytes.count }), one.kind != .person else {
      return nil
    }
    if one.also == [name] {
      let known = partyMeant(by: one.name).map { book.parties[$0].name }
      var whole = PartyDefinition(known ?? one.name, kind: known == nil ? one.kind : nil)
      whole.also = [name]
      return whole.line
    }
    guard NameKey(one.name) == NameKey(name) else { return nil }
    var definition = PartyDefinition(name, kind: one.kind)
    if let country = one.country {
      if partyMeant(by: country) == nil {
        definition.country = country
      } else {
        _ = definition.belong(to: country, kind: .state, as: nil, in: self)
      }
    }
    return definition.line
  }

  /// The first suggestion of the open article whose speaker has the name, or ends with it.
  private func speaker(named name: String) -> Suggestion? {
    guard let article else { return nil }
    let wanted = NameKey(name).text
    return suggestedStatements(of: article).first { suggestion in
      guard suggestion.role != nil, let name = suggestion.sourceName else { return false }
      let key = NameKey(name).text
      return key == wanted || key.hasSuffix(" " + wanted)
    }
  }
}

extension Session {
  /// Makes sure that every row reads that the analyst adds to the tables.
  ///
  /// - Throws: the first that does not, with its file and line; all others are in the notes.
  public func checkTables() throws(Diagnostic) {
    let problems = vocabulary.problems()
    guard let first = problems.first else { return }
    throw Diagnostic(table: first, notes: problems.dropFirst().map(\.located))
  }

  /// The suggested statements of an article, in its order; parties are named as the notebook has
  /// them.
  public func suggestedStatements(of article: ArticleID) -> [Suggestion] {
    let one = book.articles[article]
    return Suggester.suggest(
      in: one.text.bytes, blocks: one.blocks, language: one.language ?? "en", known: knownParties,
      vocabulary: vocabulary)
  }

  /// The parties of the notebook as the rules need them; a name that may mean several tells none.
  public var knownParties: [KnownParty] {
    let parties = book.parties
    return parties.all.map { id in
      let memberships = parties.memberships(of: id).filter { parties.isDefined($0.group) }
      let others = parties[id].also + [parties[id].short].compactMap { $0 }
      return KnownParty(
        name: parties[id].name, kind: parties[id].kind,
        aliases: others.filter { parties.meant(by: $0) == [id] },
        memberOf: memberships.map { parties[$0.group].name }, roles: memberships.compactMap(\.role))
    }
  }
}

extension Diagnostic {
  /// What is wrong with a row of a table.
  public init(table problem: TableProblem, notes: [String] = []) {
    self.init(
      .brokenTable(problem.sentence),
      at: Place(
        file: problem.table, line: problem.line, text: problem.text,
        span: 0..<problem.text.utf8.count),
      hint: "verbatim --check-tables", notes: notes)
  }
}

extension TableProblem {
  /// `cues.en.tsv:12: six cells are needed`
  fileprivate var located: String { VisibleText.showing("\(table):\(line): \(sentence)") }
}

extension Message {
  static func brokenTable(_ sentence: String) -> Message {
    Message("broken-table", "a table does not read: \(sentence)", exit: .unreadableNotebook)
  }
}
