public import Casebook
internal import Diagnostics
internal import LineEditing
internal import SourceText

extension ValueKind where Value == String {
  /// Text: one word, in quotation marks where it has blanks.
  public static let text = ValueKind("\"…\"", expected: "a text in quotation marks") {
    cursor, _ throws(Diagnostic) in
    guard let word = cursor.peek, word.form != .comma else {
      throw cursor.missing("a text in quotation marks")
    }
    return try checked(word, &cursor)
  }

  /// A path, in quotation marks where it has blanks.
  public static let path = ValueKind(
    "PATH", expected: "a path",
    candidates: { $0.files() },
    read: { cursor, _ throws(Diagnostic) in try cursor.text(expected: "a path") })

  /// A name in one or more words: everything up to the next keyword.
  public static let freeName = ValueKind("NAME", expected: "a name") {
    cursor, _ throws(Diagnostic) in
    guard let first = cursor.peek, first.form != .comma else { throw cursor.missing("a name") }
    if first.isQuoted { return try checked(first, &cursor) }
    var words: [String] = []
    while let word = cursor.peek, word.form == .plain {
      words.append(cursor.line.text(word))
      cursor.next()
    }
    return words.joined(separator: " ")
  }

  /// A short name of letters, digits, `-`, `_` and `.`.
  public static let shortName = ValueKind(
    "NAME", expected: "a short name", sketch: "<name>"
  ) {
    cursor, session throws(Diagnostic) in
    guard let word = cursor.peek else { throw cursor.missing("a short name") }
    let name = cursor.line.text(word)
    let commands = cursor.line.isRecord ? nil : session.commands
    if let reason = ShortName.fault(of: name, keywordsOf: commands) {
      throw cursor.error(.badShortName(name, reason), at: word)
    }
    cursor.next()
    return name
  }

  private static func checked(_ word: Word, _ cursor: inout WordCursor) throws(Diagnostic)
    -> String
  {
    let text = cursor.line.text(word)
    cursor.next()
    if text.isEmpty { throw cursor.error(.emptyText, at: word) }
    return text
  }
}

/// The form of the names of articles, issues and hypotheses.
enum ShortName {
  /// Why a text cannot be such a name; nil where it can. Of a name that a notebook has already
  /// nobody asks whether it has become a keyword since: `commands` is nil.
  static func fault(of name: String, keywordsOf commands: CommandList?) -> String? {
    let allowed = name.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "-" || $0 == "_"
        || $0 == "." || $0.properties.generalCategory == .nonspacingMark
    }
    if name.isEmpty || !allowed { return "it may have letters, digits, - _ and ." }
    if name.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x2E }) {
      return "it would be read as a number"
    }
    if name.utf8.count >= 5, RecordID(prefix: Array(name.utf8)) != nil {
      return "it has the form of an id"
    }
    if let commands, commands.isKeyword(name) { return "it is a keyword" }
    return nil
  }
}

extension CommandList {
  /// Whether a word means something in some command's grammar.
  public func isKeyword(_ word: String) -> Bool {
    if self[word] != nil || ["as", "if", "it", "none"].contains(word) { return true }
    return all.contains { $0.declaration.keywords.contains { $0.name == word } }
  }
}

extension ValueKind where Value: ClosedList {
  /// One word of a closed list.
  public static func choice(_ list: Value.Type, expected: String) -> ValueKind {
    ValueKind(
      list.words.count > 6 ? "WORD" : list.words.joined(separator: "|"), expected: expected,
      candidates: { context in context.beginning(list.words.map { Candidate(text: $0) }) },
      read: { cursor, session throws(Diagnostic) in
        guard let word = cursor.peek else { throw cursor.missing(expected) }
        let text = cursor.line.text(word)
        guard let value = Self.match(text) else {
          throw cursor.error(
            .notInList(text, expected), at: word,
            hint: Nearness.question(text, in: list.words) ?? list.words.joined(separator: " "))
        }
        cursor.next()
        return value
      })
  }

  private static func match(_ text: String) -> Value? {
    if let exact = Value(rawValue: text) { return exact }
    let key = NameKey(text)
    return Value.allCases.first { NameKey($0.rawValue) == key }
  }
}

extension ValueKind where Value == Int {
  /// A whole number from a range.
  public static func number(_ range: ClosedRange<Int>) -> ValueKind {
    let expected = "a number from \(range.lowerBound) to \(range.upperBound)"
    return ValueKind("\(range.lowerBound)-\(range.upperBound)", expected: expected) {
      cursor, _ throws(Diagnostic) in
      guard let word = cursor.peek else { throw cursor.missing(expected) }
      guard let value = Int(cursor.line.text(word)), range.contains(value) else {
        throw cursor.error(.expected(expected), at: word)
      }
      cursor.next()
      return value
    }
  }
}

extension ValueKind where Value == Likelihood {
  /// A likelihood word of ICD 203 or a percentage.
  public static let likelihood = ValueKind(
    "WORD|N%", expected: "a likelihood, as likely or 70%",
    candidates: { context in
      context.choose(
        Likelihood.allCases.map {
          Candidate(
            text: $0.rawValue, gloss: "\($0.percent.lowerBound)–\($0.percent.upperBound) %")
        })
    },
    read: { cursor, _ throws(Diagnostic) in
      guard let word = cursor.peek else { throw cursor.missing("a likelihood") }
      guard let value = Likelihood(word: cursor.line.text(word)) else {
        throw cursor.error(
          .notInList(cursor.line.text(word), "a likelihood"), at: word,
          hint: Likelihood.words.joined(separator: " "))
      }
      cursor.next()
      return value
    })
}

extension ValueKind where Value == DayRange {
  /// A day, a month or a year.
  public static let days = ValueKind("D", expected: "a day, as 2025-04-17, 2025-04 or 2025") {
    cursor, _ throws(Diagnostic) in
    guard let word = cursor.peek else { throw cursor.missing("a day, as 2025-04-17") }
    guard let value = DayRange(cursor.line.text(word)) else {
      throw cursor.error(
        .notADay(cursor.line.text(word)), at: word, hint: "2025, 2025-04 or 2025-04-17")
    }
    cursor.next()
    return value
  }
}

extension ValueKind where Value == [String] {
  /// Words as they stand, to be understood once the article is known: `earlier this week`.
  public static let dayWords = ValueKind(
    "D[..D]", expected: "a day, as 2025-04-17, 2025-04-15..2025-04-17 or thursday"
  ) { cursor, _ throws(Diagnostic) in
    var words: [String] = []
    while let word = cursor.peek, word.form == .plain {
      words.append(cursor.line.text(word))
      cursor.next()
    }
    if words.isEmpty { throw cursor.missing("a day, as 2025-04-17 or thursday") }
    return words
  }

  /// One or more texts, with or without commas between.
  public static let texts = ValueKind("\"…\"", expected: "a text in quotation marks") {
    cursor, _ throws(Diagnostic) in
    var texts: [String] = []
    while let word = cursor.peek {
      if word.form != .comma { texts.append(cursor.line.text(word)) }
      cursor.next()
    }
    if texts.isEmpty { throw cursor.missing("a text in quotation marks") }
    return texts
  }
}

extension Message {
  static let emptyText = Message("empty-text", "there is nothing between the quotation marks")
  static func badShortName(_ name: String, _ reason: String) -> Message {
    Message("bad-name", "‘\(name)’ cannot be a name: \(reason)")
  }
  static func notInList(_ word: String, _ expected: String) -> Message {
    Message("not-in-list", "‘\(word)’ is not \(expected)")
  }
  static func notADay(_ word: String) -> Message { Message("not-a-day", "‘\(word)’ is not a day") }
}
