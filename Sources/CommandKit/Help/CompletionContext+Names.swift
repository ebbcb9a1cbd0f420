internal import Casebook
internal import LineEditing
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

  private func list<ID>(_ hits: NameHits<ID>, _ make: (ID) -> Candidate) -> CandidateList {
    CandidateList(hits.ids.map(make), hidden: hits.hidden, place: hits.place)
  }

  /// Parties, found by name, short name, alias, surname or old name: kind, country, other names.
  public func parties() -> CandidateList {
    let parties = session.book.parties
    return list(parties.found(by: search, limit: CandidateList.limit)) { id in
      candidate(parties[id].name, gloss(of: id))
    }
  }

  private func gloss(of id: PartyID) -> String {
    let parties = session.book.parties
    let party = parties[id]
    let membership = parties.memberships(of: id).last
    let group = membership.flatMap { parties.isDefined($0.group) ? parties[$0.group].name : nil }
    let what = [party.kind?.rawValue, party.short, party.country ?? group, membership?.role]
    // The name by which it was found, where that is not its own.
    let found =
      search.isEmpty || search.place(in: party.name) != nil
      ? nil : (party.also + party.was).first { search.place(in: $0) != nil }
    let text = what.compactMap { $0 }.joined(separator: ", ")
    return found.map { text.isEmpty ? "also \($0)" : "\(text); also \($0)" } ?? text
  }

  /// Issues with their propositions.
  public func issues() -> CandidateList {
    let issues = session.book.issues
    return list(issues.found(by: search, limit: CandidateList.limit)) { id in
      candidate(issues[id].name, issues[id].proposition)
    }
  }

  /// Issues, then stances, then what they hang on.
  public func positions() -> CandidateList {
    if before.isEmpty { return issues() }
    if before.contains("if") { return CandidateList() }
    let condition = Candidate(text: "if", gloss: "what the position hangs on, in quotation marks")
    if before.count == 1, session.book.issues.named(before[0]) != nil {
      let stances = Stance.all.map { Candidate(text: $0.token, gloss: $0.verb) }
      return beginning(stances + [condition])
    }
    return beginning([condition])
  }

  /// Hypotheses with their sentences.
  public func hypotheses() -> CandidateList {
    let hypotheses = session.book.hypotheses
    return list(hypotheses.found(by: search, limit: CandidateList.limit)) { id in
      candidate(hypotheses[id].name, hypotheses[id].proposition)
    }
  }

  /// Loaded articles with their titles.
  public func articles() -> CandidateList {
    let articles = session.book.articles
    return list(articles.found(by: search, limit: CandidateList.limit)) { id in
      candidate(articles[id].name, articles[id].title)
    }
  }

  /// Tags with their definitions.
  public func tags() -> CandidateList {
    guard prefix.isEmpty || prefix.hasPrefix("#") else { return CandidateList() }
    let tags = session.book.tags
    let letters = NameSearch(String(prefix.dropFirst()))
    return list(tags.found(by: letters, limit: CandidateList.limit)) { id in
      candidate("#" + tags[id].name, tags[id].definition ?? "")
    }
  }

  /// Articles, and the marks of the open one.
  public func passages() -> CandidateList { articles() + marks() }

  /// The names of all commands.
  public func commandNames() -> CandidateList {
    beginning(
      session.commands.all.map {
        Candidate(text: $0.declaration.name, gloss: $0.declaration.summary)
      })
  }
}

extension CompletionContext {
  /// The marks of the open article by address, with their first words; behind `NAME:`, those of
  /// that article.
  public func marks() -> CandidateList {
    let colon = prefix.lastIndex(of: ":")
    let named = colon.flatMap { session.book.articles.named(prefix[..<$0]) }
    guard let article = colon == nil ? session.article : named else { return CandidateList() }
    let head = colon.map { String(prefix[...$0]) } ?? ""
    let typed = String(prefix.dropFirst(head.count))
    var found: [Candidate] = []
    var hidden = 0
    let text = session.book.articles[article].text
    session.book.forEachMark(of: article) { row, number, letter in
      let address = String(number) + letter
      guard address.hasPrefix(typed) else { return }
      guard found.count < CandidateList.limit else { return hidden += 1 }
      let words = session.book.annotations[row].words(in: text)
      found.append(
        Candidate(
          text: head + address,
          gloss: VisibleText.showing(String(words.unicodeScalars.prefix(Self.glossLength)))))
    }
    return CandidateList(found, hidden: hidden, place: .beginning)
  }

  /// As much of a mark as explains it, in scalars; the screen cuts it further.
  private static var glossLength: Int { 120 }

  /// Files and folders whose paths begin with what was typed.
  func files() -> CandidateList {
    let folder =
      prefix.hasSuffix("/") ? prefix : prefix.contains("/") ? Paths.parent(prefix) + "/" : ""
    let absolute = Paths.absolute(folder.isEmpty ? "." : folder, in: world.folder)
    let head = folder == "./" ? "" : folder
    let typed = String(prefix.dropFirst(folder.count))
    let names = ((try? world.files.list(absolute)) ?? []).filter {
      $0.hasPrefix(typed) && (!$0.hasPrefix(".") || typed.hasPrefix("."))
    }
    let found = names.prefix(CandidateList.limit).map { name in
      let isFolder = (try? world.files.kind(Paths.join(absolute, name))) == .folder
      return Candidate(
        text: quoted(head + name) + (isFolder ? "/" : ""), gloss: "", isComplete: !isFolder)
    }
    return CandidateList(found, hidden: names.count - found.count, place: .beginning)
  }
}
