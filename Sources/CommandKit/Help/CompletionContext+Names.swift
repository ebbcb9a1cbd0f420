internal import Casebook
public import LineEditing
internal import SourceText
internal import Storage

/// What may stand at the cursor, by kind of value.
extension CompletionContext {
  private func candidate(_ text: String, _ gloss: String) -> Candidate {
    Candidate(text: quoted(text), gloss: VisibleText.showing(gloss), isComplete: true)
  }

  private func quoted(_ text: String) -> String {
    let plain = text.utf8.allSatisfy { $0 > 0x20 && $0 != 0x22 && $0 != 0x2C }
    return plain ? text : JSONString.quote(text)
  }

  /// Parties by name, short name and alias.
  public func parties() -> [Candidate] {
    session.book.parties.all.flatMap { id -> [Candidate] in
      let party = session.book.parties[id]
      let gloss = [party.kind?.rawValue, party.short].compactMap { $0 }.joined(separator: " ")
      return [candidate(party.name, gloss)]
        + ([party.short].compactMap { $0 } + party.also).map { candidate($0, party.name) }
    }
  }

  /// Issues with their propositions.
  public func issues() -> [Candidate] {
    session.book.issues.all.map { id in
      candidate(session.book.issues[id].name, session.book.issues[id].proposition)
    }
  }

  /// Issues, then stances.
  public func positions() -> [Candidate] {
    guard let last = before.last, session.book.issues.named(last) != nil else { return issues() }
    return Stance.all.map { Candidate(text: $0.token, gloss: $0.verb, isComplete: true) }
  }

  /// Loaded articles with their titles.
  public func articles() -> [Candidate] {
    session.book.articles.all.map { id in
      candidate(session.book.articles[id].name, session.book.articles[id].title)
    }
  }

  /// Tags with their definitions.
  public func tags() -> [Candidate] {
    session.book.tags.all.map { id in
      candidate("#" + session.book.tags[id].name, session.book.tags[id].definition ?? "")
    }
  }

  /// The marks of the open article by address.
  public func marks() -> [Candidate] {
    guard let article = session.article else { return [] }
    return session.book.annotations(of: article).map { row in
      let words = session.book.annotations[row].words(in: session.book.articles[article].text)
      let address = session.book.address(of: row)
      let short = address.lastIndex(of: ":").map { String(address[address.index(after: $0)...]) }
      return candidate(short ?? address, String(words.prefix(40)))
    }
  }

  /// Articles, and the marks of the open one.
  public func passages() -> [Candidate] { articles() + marks() }
}

extension CompletionContext {
  /// The names of all commands.
  public func commandNames() -> [Candidate] {
    session.commands.all.map {
      Candidate(text: $0.declaration.name, gloss: $0.declaration.summary, isComplete: true)
    }
  }
}

extension CompletionContext {
  /// Files and folders whose paths begin with what was typed.
  func files() -> [Candidate] {
    let folder =
      prefix.hasSuffix("/") ? prefix : prefix.contains("/") ? Paths.parent(prefix) + "/" : ""
    let absolute = Paths.absolute(folder.isEmpty ? "." : folder, in: world.folder)
    let names = (try? world.files.list(absolute)) ?? []
    return names.filter { !$0.hasPrefix(".") }.map { name in
      let path = (folder == "./" ? "" : folder) + name
      let isFolder = (try? world.files.kind(Paths.join(absolute, name))) == .folder
      return Candidate(
        text: quoted(path) + (isFolder ? "/" : ""), gloss: "", isComplete: !isFolder)
    }
  }
}
