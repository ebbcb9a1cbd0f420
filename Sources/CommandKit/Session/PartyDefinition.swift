public import Casebook

/// A party as an article has it, on its way to the line that defines it.
public struct PartyDefinition: Sendable {
  /// Its full name.
  public let name: String
  /// What it is; nil where that is known already.
  public var kind: PartyKind?
  /// To whom it belongs, as the notebook has or will have the name.
  public private(set) var group: String?
  /// In which role it belongs there.
  private var role: String?
  /// Further names.
  public var also: [String] = []
  /// Its country in words, where that is no party.
  public var country: String?

  /// A party by the words of an article.
  public init(_ name: String, kind: PartyKind?) {
    self.name = Layout.words(name)
    self.kind = kind
  }

  /// Makes it belong to somebody whom the article names. A name that may mean several parties makes
  /// it belong to none: the article does not say which.
  ///
  /// - Returns: the line that defines the group; nil where there is nothing to define.
  public mutating func belong(
    to name: String, kind: PartyKind, as role: String?, in session: Session
  ) -> String? {
    let unknown = PartyDefinition(name, kind: kind)
    if let known = session.partyMeant(by: name) {
      group = session.book.parties[known].name
    } else if session.book.parties.meant(by: unknown.name).isEmpty {
      group = unknown.name
    } else {
      return nil
    }
    self.role = role
    return session.partyMeant(by: name) == nil ? unknown.line : nil
  }

  /// The line that defines it.
  public var line: String {
    var line = NormalForm("party")
    line.add(name: name)
    line.add("kind", kind?.rawValue)
    line.add("of", name: group)
    line.add("as", quoting: role.map { Layout.words($0) })
    if !also.isEmpty {
      line.add("also", also.map { NormalForm.name(Layout.words($0)) }.joined(separator: ", "))
    }
    line.add("country", quoting: country.map { Layout.words($0) })
    return line.text
  }
}

extension Session {
  /// The party that a name of an article means; nil where none or several do.
  public func partyMeant(by name: String) -> PartyID? {
    let meant = book.parties.meant(by: Layout.words(name))
    return meant.count == 1 ? meant[0] : nil
  }
}
