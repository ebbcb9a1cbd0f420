public import Casebook
internal import Diagnostics
internal import LineEditing
internal import SourceText

extension ValueKind where Value == PartyID {
  /// A party: by name, short name, alias, or a surname that only one bears.
  public static let who = ValueKind(
    "WHO", expected: "a party", candidates: { $0.parties() },
    read: { cursor, session throws(Diagnostic) in try PartyReader.read(&cursor, session) })
}

/// Reads a party from as many words as make the longest known name.
enum PartyReader {
  static func read(_ cursor: inout WordCursor, _ session: Session) throws(Diagnostic) -> PartyID {
    guard let first = cursor.peek, first.form != .comma else { throw cursor.missing("a party") }
    if first.isQuoted {
      let id = try one(cursor.line.text(first), first, first, cursor, session)
      cursor.next()
      return id
    }
    let words = cursor.rest.prefix(8).prefix { $0.form == .plain }
    for count in stride(from: words.count, through: 1, by: -1) {
      let tried = words.prefix(count)
      let name =
        count == 1
        ? cursor.line.text(first) : tried.map { cursor.line.text($0) }.joined(separator: " ")
      if session.book.parties.named(name) == nil, session.book.parties.meant(by: name).isEmpty {
        continue
      }
      let id = try one(name, first, tried.last ?? first, cursor, session)
      cursor.drop(count)
      return id
    }
    throw unknown(cursor, Array(words), session)
  }

  private static func one(
    _ name: String, _ first: Word, _ last: Word, _ cursor: WordCursor, _ session: Session
  ) throws(Diagnostic) -> PartyID {
    if let exact = session.book.parties.named(name) { return exact }
    let meant = session.book.parties.meant(by: name)
    if meant.count == 1 { return meant[0] }
    let parties = session.book.parties
    if meant.isEmpty { throw unknown(cursor, [first], session) }
    throw cursor.error(
      .ambiguousParty(name, meant.count), from: first, to: last,
      hint: "give the full name", notes: meant.map { JSONString.quote(parties[$0].name) })
  }

  private static func unknown(_ cursor: WordCursor, _ words: [Word], _ session: Session)
    -> Diagnostic
  {
    // The words that can belong to the unknown name: up to one that begins a known name.
    var own = words.prefix(1)
    for word in words.dropFirst() {
      if !session.book.parties.meant(by: cursor.line.text(word)).isEmpty { break }
      own.append(word)
    }
    let name = own.map { cursor.line.text($0) }.joined(separator: " ")
    let known = session.book.parties.all.flatMap { id in
      let party = session.book.parties[id]
      return [party.name] + party.also + [party.short].compactMap { $0 }
    }
    let near = Nearness.question(name, in: known)
    let define = session.definition(ofUnknown: name)
    return cursor.error(
      .unknownParty(name), from: own[own.startIndex], to: own[own.endIndex - 1],
      hint: near ?? define,
      notes: near == nil ? [] : ["or define it: \(define)"])
  }
}

extension ValueKind where Value == IssueID {
  /// A known issue.
  public static let issue = ValueKind(
    "ISSUE", expected: "an issue", candidates: { $0.issues() },
    read: { cursor, session throws(Diagnostic) in
      guard let word = cursor.peek, word.form != .comma else { throw cursor.missing("an issue") }
      let name = cursor.line.text(word)
      guard let id = session.book.issues.named(name) else {
        let names = session.book.issues.all.map { session.book.issues[$0].name }
        let near = Nearness.question(name, in: names)
        let define = "issue \(name) \"The proposition, as a full sentence.\""
        throw cursor.error(
          .unknownIssue(name), at: word, hint: near ?? define,
          notes: near == nil ? [] : ["or define it: \(define)"])
      }
      cursor.next()
      return id
    })
}

extension ValueKind where Value == HypothesisID {
  /// A known hypothesis.
  public static let hypothesis = ValueKind(
    "NAME", expected: "a hypothesis", candidates: { $0.hypotheses() },
    read: { cursor, session throws(Diagnostic) in
      guard let word = cursor.peek, word.form != .comma else {
        throw cursor.missing("a hypothesis")
      }
      let name = cursor.line.text(word)
      guard let id = session.book.hypotheses.named(name) else {
        let names = session.book.hypotheses.all.map { session.book.hypotheses[$0].name }
        throw cursor.error(
          .unknownHypothesis(name), at: word,
          hint: Nearness.question(name, in: names) ?? "hypothesis \(name) \"A full sentence.\"")
      }
      cursor.next()
      return id
    })
}

extension ValueKind where Value == ArticleID {
  /// A loaded article.
  public static let article = ValueKind(
    "NAME", expected: "an article", candidates: { $0.articles() },
    read: { cursor, session throws(Diagnostic) in
      guard let word = cursor.peek, word.form != .comma else { throw cursor.missing("an article") }
      let name = cursor.line.text(word)
      guard let id = session.book.articles.named(name) else {
        throw unknownArticle(name, word.range, cursor.line, session)
      }
      cursor.next()
      return id
    })

  static func unknownArticle(
    _ name: String, _ range: Range<Int>, _ line: CommandLine, _ session: Session
  ) -> Diagnostic {
    let names = session.book.articles.all.map { session.book.articles[$0].name }
    let near = Nearness.question(name, in: names)
    let loaded = names.isEmpty ? "load FILE as \(name)" : "loaded: " + names.joined(separator: " ")
    return Diagnostic(
      .unknownArticle(name), at: line.place(range), hint: near ?? loaded)
  }
}

extension ValueKind where Value == String {
  /// A tag with its `#`; gives the name.
  public static let tag = ValueKind(
    "#TAG", expected: "a tag, as #red-line", candidates: { $0.tags() },
    read: { cursor, _ throws(Diagnostic) in
      guard let word = cursor.peek else { throw cursor.missing("a tag, as #red-line") }
      let text = cursor.line.text(word)
      guard text.hasPrefix("#"), TagName.isValid(String(text.dropFirst())) else {
        throw cursor.error(.badTag(text), at: word)
      }
      cursor.next()
      return String(text.dropFirst())
    })
}

extension Message {
  static func unknownParty(_ name: String) -> Message {
    Message("unknown-party", "no party ‘\(name)’")
  }
  static func ambiguousParty(_ name: String, _ count: Int) -> Message {
    Message("ambiguous-party", "‘\(name)’ may be any of \(count) parties")
  }
  static func unknownIssue(_ name: String) -> Message {
    Message("unknown-issue", "no issue ‘\(name)’")
  }
  static func unknownHypothesis(_ name: String) -> Message {
    Message("unknown-hypothesis", "no hypothesis ‘\(name)’")
  }
  static func unknownArticle(_ name: String) -> Message {
    Message("unknown-article", "no article ‘\(name)’")
  }
}
