internal import Attribution
internal import Casebook
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
    let one = book.articles[article]
    let wanted = NameKey(name).text
    return Suggester.suggest(
      in: one.text.bytes, blocks: one.blocks, language: one.language ?? "en"
    ).first { suggestion in
      guard suggestion.role != nil, let name = suggestion.sourceName else { return false }
      let key = NameKey(name).text
      return key == wanted || key.hasSuffix(" " + wanted)
    }
  }
}
