public import Attribution
public import Casebook
internal import SourceText

extension Session {
  /// The line that defines a party that is not known: with name, role and country as the open
  /// article has them, where it has somebody of that name.
  func definition(ofUnknown name: String) -> String {
    guard let speaker = speaker(named: name), let full = speaker.sourceName else {
      return PartyDefinition(name, kind: .person).line
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
  /// The suggested statements of an article, in its order; parties are named as the notebook has
  /// them.
  public func suggestedStatements(of article: ArticleID) -> [Suggestion] {
    let one = book.articles[article]
    return Suggester.suggest(
      in: one.text.bytes, blocks: one.blocks, language: one.language ?? "en", known: knownParties)
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
