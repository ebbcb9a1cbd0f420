public import Attribution
public import Casebook
internal import SourceText

extension Session {
  /// The line that defines a party that is not known: with name, role and country as the open
  /// article has them, where it has somebody of that name.
  func definition(ofUnknown name: String) -> String {
    guard let speaker = speaker(named: name), let full = speaker.sourceName else {
      return "party \(JSONString.quote(name)) kind person"
    }
    var line = NormalForm("party")
    line.add(name: Layout.words(full))
    line.add("kind", "person")
    let party = speaker.party.map { Layout.words($0) }
    let known = party.flatMap { book.parties.meant(by: $0).first }
    if let known {
      line.add("of", name: book.parties[known].name)
      line.add("as", quoting: speaker.role.map { Layout.words($0) })
    } else if full != speaker.party {
      line.add("country", quoting: party)
    }
    return line.text
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

  /// The parties of the notebook as the rules need them.
  public var knownParties: [KnownParty] {
    let parties = book.parties
    return parties.all.map { id in
      let memberships = parties.memberships(of: id).filter { parties.isDefined($0.group) }
      return KnownParty(
        name: parties[id].name, kind: parties[id].kind,
        aliases: parties[id].also + [parties[id].short].compactMap { $0 },
        memberOf: memberships.map { parties[$0.group].name }, roles: memberships.compactMap(\.role))
    }
  }
}
