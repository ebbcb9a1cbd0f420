internal import Attribution
internal import Casebook
internal import CommandKit
internal import Diagnostics
internal import NotebookFormat
internal import SourceText

/// `accept`: takes suggested statements.
struct AcceptCommand: Command {
  static let rows = Slot(
    ValueKind<[Int]>.suggestionRows, "rows of the last `suggest` or `cast`", as: "ROWS",
    repeats: true)
  static let to = Keyword("to", ValueKind<PartyID>.who, "who speaks, where it is somebody else")
  static let on = Keyword(
    "on", ValueKind<[Position]>.positions, "what it is about, and the stance", usual: true)

  static let declaration = Declaration(
    "accept", .marking, "takes suggested statements, or rows of `cast` as parties",
    slots: [rows.erased],
    keywords: [to.erased, on.erased],
    discussion: """
      Each row becomes an annotation and a statement, recorded as suggested. Who is not known yet is \
      defined as the article has it: name, office, state. Without `on` a statement has no position \
      yet; `edit` adds it later. Words that say that no position was taken (`has yet to commit`) \
      are recorded as such: their stance is `uncommitted` where none is typed. A row of `cast` \
      becomes a party, with where the article has it. One undo takes all of it back.
      """,
    examples: [
      Example("accept 1", gives: "wire:", after: [CommandFixtures.load, "suggest wire"])
    ])

  let line: CommandLine
  let rows: [Int]
  let to: PartyID?
  let positions: [Position]

  init(_ arguments: inout Arguments, _ session: __shared Session) throws(Diagnostic) {
    line = arguments.line
    to = try arguments.value(Self.to, session)
    positions = try arguments.value(Self.on, session) ?? []
    rows = try arguments.all(Self.rows, session).flatMap { $0 }
    if rows.isEmpty { _ = try arguments.next(Self.rows, session) }
  }

  func run(on session: inout Session, in world: World) throws(Diagnostic) -> Output {
    let members = rows.compactMap { row -> (ArticleID, String)? in
      guard case .castMember(let article, let name)? = session.row(row) else { return nil }
      return (article, name)
    }
    if !members.isEmpty { return try define(members, &session, world) }
    // All are found before any is taken: who is defined on the way would change the rest.
    var found: [(row: Int, suggestion: Suggestion)] = []
    var ofArticle: [ArticleID: Suggestions] = [:]
    for row in rows {
      guard case .suggestion(let article, let pieces, let number)? = session.row(row) else {
        continue
      }
      let all = ofArticle[article] ?? Suggestions(article, session)
      ofArticle[article] = all
      guard number < all.all.count, all.all[number].touches(pieces) else {
        throw Diagnostic(
          .noSuchSuggestion("\(row)"), at: line.place(0..<line.bytes.count),
          hint: "suggest lists them anew")
      }
      found.append((row, all.all[number]))
    }
    var lines: [String] = []
    for (row, suggestion) in found {
      do throws(Diagnostic) {
        lines += try take(suggestion, row, &session, world)
      } catch {
        // It points into a line that nobody typed.
        var error = error
        error.place = line.place(0..<line.bytes.count)
        throw error
      }
    }
    return Output(lines, next: ["suggest"])
  }

  /// Makes parties of names of an article; what is known already is left as it is.
  private func define(
    _ members: [(article: ArticleID, name: String)], _ session: inout Session, _ world: World
  ) throws(Diagnostic) -> Output {
    if to != nil || !positions.isEmpty {
      throw Diagnostic(
        .noPositionOfParty, at: line.place(0..<line.bytes.count),
        hint: "suggest lists statements that take one")
    }
    var lines: [String] = []
    for (article, name) in members {
      // Who was defined for one row is known to the next one.
      guard let member = session.cast(of: article).first(where: { $0.name == name }) else {
        continue
      }
      if let known = session.partyMeant(by: member.name) {
        lines.append("known already: \(session.described(known))")
        continue
      }
      let definition = CastDefinition(member, session)
      for line in definition.lines {
        lines +=
          try Interpreter.read(line, session, world)?.run(on: &session, in: world).lines ?? []
      }
      let key = "party \(NormalForm.name(definition.name))"
      let basis = session.hint(for: member.first, in: article)
      try session.setFacts(.name(key), ["basis \(JSONString.quote(basis))"])
    }
    return Output(lines, next: ["cast", "suggest"])
  }

  private func take(
    _ suggestion: Suggestion, _ row: Int, _ session: inout Session, _ world: World
  ) throws(Diagnostic) -> [String] {
    let speaker = try speaker(of: suggestion, row, &session, world)
    var line = NormalForm("attribute")
    line.add("%\(row)")
    line.add("to", name: session.book.parties[speaker].name)
    guard case .suggestion(let article, _, _)? = session.row(row) else {
      throw Diagnostic(.noSuchSuggestion("\(row)"))
    }
    let text = session.book.articles[article].text
    line.add("cue", quoting: suggestion.cue.map { Layout.words(text[$0]) })
    for name in suggestion.via { line.add("via", name: known(name, session, but: speaker)) }
    line.add(
      "addressing", name: suggestion.addressee.flatMap { known($0, session, but: speaker) })
    line.add("channel", quoting: suggestion.channel.map { Layout.words(text[$0]) })
    line.add(Self.typed(suggestion.committed(positions), session))
    line.add("act", suggestion.act?.rawValue)
    line.add("said", said(suggestion, session.book.articles[article]))
    guard
      var attribute = try Interpreter.read(line.text, session, world) as? AttributeCommand
    else { throw Diagnostic(.noSuchSuggestion("\(row)")) }
    attribute.isSuggested = true
    attribute.isUncommitted = suggestion.isUncommitted
    return try attribute.run(on: &session, in: world).lines
  }

  /// Who speaks, as typed or else as the article has it; who is not known is defined.
  private func speaker(
    of suggestion: Suggestion, _ row: Int, _ session: inout Session, _ world: World
  ) throws(Diagnostic) -> PartyID {
    if let to { return to }
    guard let speaker = SuggestedSpeaker(suggestion, session) else {
      throw Diagnostic(.nobodySpeaks(row), hint: "accept \(row) to WHO")
    }
    for definition in speaker.definitions {
      _ = try Interpreter.read(definition, session, world)?.run(on: &session, in: world)
    }
    guard let known = session.partyMeant(by: speaker.name) else {
      throw Diagnostic(.severalParties(speaker.name), hint: "accept \(row) to WHO")
    }
    return known
  }

  /// The party that a name of the text means, where one does and it is not who speaks.
  private func known(_ name: String, _ session: Session, but speaker: PartyID) -> String? {
    guard let known = session.partyMeant(by: name), known != speaker else { return nil }
    return session.book.parties[known].name
  }

  /// The days of `on Thursday`, counted from the article's day; nil where they cannot be told.
  private func said(_ suggestion: Suggestion, _ article: Article) -> String? {
    guard let range = suggestion.day, let day = article.day else { return nil }
    let words = article.text[range].split(separator: " ").map { String($0) }
    let named = words.first?.lowercased() == "on" ? Array(words.dropFirst()) : words
    return DayWords.days(named, from: day)?.description
  }

  /// Positions as they are typed.
  static func typed(_ positions: [Position], _ session: Session) -> String? {
    if positions.isEmpty { return nil }
    let each = positions.map { position in
      var words = [NormalForm.name(session.book.issues[position.issue].name)]
      if let stance = position.stance { words.append(stance.token) }
      if let condition = position.condition { words.append("if \(JSONString.quote(condition))") }
      return words.joined(separator: " ")
    }
    return "on " + each.joined(separator: ", ")
  }
}

extension Suggestion {
  /// Positions as they are recorded: words that say that none was taken leave the stance
  /// uncommitted, where none is typed.
  fileprivate func committed(_ positions: [Position]) -> [Position] {
    if !isUncommitted { return positions }
    return positions.map {
      var position = $0
      position.stance = $0.stance ?? .uncommitted
      return position
    }
  }
}

extension ValueKind where Value == [Int] {
  /// Rows of the last `suggest`: `4`, `%4`, `2-5`, `all`.
  static let suggestionRows = ValueKind(
    "ROWS", expected: "rows of suggest, as 4, 2-5 or all",
    read: { cursor, session throws(Diagnostic) in
      guard let word = cursor.peek, word.form == .plain else {
        throw cursor.missing("rows of suggest, as 4, 2-5 or all")
      }
      let text = cursor.line.text(word)
      let numbers = ReferenceReader.rowNumbers(text, count: session.listing.count) ?? []
      let fitting = numbers.filter {
        switch session.row($0) {
        case .suggestion, .castMember: true
        default: false
        }
      }
      guard !fitting.isEmpty, fitting.count == numbers.count else {
        throw cursor.error(.noSuchSuggestion(text), at: word, hint: "suggest and cast list them")
      }
      cursor.next()
      return fitting
    })
}

extension Message {
  static func noSuchSuggestion(_ text: String) -> Message {
    Message("no-such-suggestion", "there is no suggestion ‘\(text)’")
  }
  static let noPositionOfParty = Message(
    "no-position-of-party", "a row of cast becomes a party, which takes no position")
  static func nobodySpeaks(_ row: Int) -> Message {
    Message("nobody-speaks", "the article does not say who speaks in suggestion \(row)")
  }
}
