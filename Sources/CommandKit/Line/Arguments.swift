public import Casebook
public import Diagnostics

/// A line sorted by its command's declaration: what stands behind the verb, what behind each
/// keyword, the tags, the note, the id.
public struct Arguments: Sendable {
  /// The line.
  public let line: CommandLine
  @usableFromInline let declaration: Declaration
  @usableFromInline var head: WordCursor
  @usableFromInline var segments: [Segment]
  /// Words left over by keywords; slots may still take them.
  @usableFromInline var leftover: [Word] = []
  @usableFromInline var tagWords: [Word]
  private var idWord: Word?

  /// Which segments were read, by their places.
  @usableFromInline var isRead: [Bool]

  /// A keyword and where the words behind it stand. Plain numbers: a list of them is copied as one
  /// piece of memory.
  @usableFromInline
  struct Segment: Sendable {
    /// Its place in the declaration; behind the last one where it is the `as` before the id.
    @usableFromInline var keyword: Int
    /// What tells its word from all others.
    @usableFromInline var key: KeywordKey
    @usableFromInline var word: Word
    @usableFromInline var words: Range<Int>
  }

  /// Sorts a line, verb included. `mayShorten` lets keywords be shortened to three letters.
  static func of(_ line: CommandLine, _ declaration: Declaration, mayShorten: Bool)
    throws(Diagnostic) -> Arguments
  {
    if let unclosed = line.unclosed {
      throw Diagnostic(
        .unclosedQuote, at: line.place(unclosed..<line.bytes.count), hint: "end it with a \"")
    }
    let sorted = Sorting(line, declaration, mayShorten)
    try Self.checkRepeats(sorted.segments, line, declaration)
    return Arguments(line, declaration, sorted)
  }

  /// An initialiser that cannot fail: one that can fail halfway copies what it has.
  private init(_ line: CommandLine, _ declaration: Declaration, _ sorted: Sorting) {
    self.line = line
    self.declaration = declaration
    segments = sorted.segments
    isRead = Array(repeating: false, count: sorted.segments.count)
    tagWords = sorted.tagWords
    idWord = sorted.idWord
    let start = min(1, line.words.count)
    head = Self.cursor(start..<max(start, sorted.headEnd), line, without: sorted.tagWords)
  }

  @usableFromInline
  static func cursor(
    _ range: Range<Int>, _ line: CommandLine, without tagWords: [Word]
  ) -> WordCursor {
    var words = line.words[range]
    if !tagWords.isEmpty {
      words = words.filter { word in !tagWords.contains { $0.range == word.range } }[...]
    }
    let end =
      words.last.map { $0.range.upperBound }
      ?? (range.upperBound < line.words.count
        ? line.words[range.upperBound].range.lowerBound : line.bytes.count)
    return WordCursor(line, words, end: end..<end)
  }

  private static func checkRepeats(
    _ segments: [Segment], _ line: CommandLine, _ declaration: Declaration
  ) throws(Diagnostic) {
    for (i, segment) in segments.enumerated() where segment.keyword < declaration.keywords.count {
      let keyword = declaration.keywords[segment.keyword]
      if !keyword.repeats, segments[..<i].contains(where: { $0.keyword == segment.keyword }) {
        throw Diagnostic(
          .repeatedKeyword(keyword.name), at: line.place(segment.word.range),
          hint: "leave one of them out")
      }
    }
  }

  /// Whether any word stands behind the verb before the first keyword.
  public var hasHead: Bool { !head.isEmpty || !leftover.isEmpty }

  /// What is left of the head: for commands that look before they read.
  public var peek: WordCursor { head }

  /// Whether the keyword was given.
  @inlinable
  public func has<Value>(_ keyword: Keyword<Value>) -> Bool {
    segments.contains { $0.key == keyword.key }
  }

  /// The value behind a keyword; nil where it was not given.
  ///
  /// Inlined into other targets like all that read values: every record of a notebook is read by
  /// them, and a generic function that is not is slow there.
  @inlinable
  public mutating func value<Value>(_ keyword: Keyword<Value>, _ session: Session)
    throws(Diagnostic) -> Value?
  {
    var first: Value?
    // The list itself: else all of the arguments are copied for each look at it.
    let segments = segments
    for i in segments.indices where segments[i].key == keyword.key {
      try readSegment(i, keyword, session) { first = first ?? $0 }
    }
    return first
  }

  /// The values behind a keyword that may come more than once.
  @inlinable
  public mutating func values<Value>(_ keyword: Keyword<Value>, _ session: Session)
    throws(Diagnostic) -> [Value]
  {
    var found: [Value] = []
    let segments = segments
    for i in segments.indices where segments[i].key == keyword.key {
      try readSegment(i, keyword, session) { found.append($0) }
    }
    return found
  }

  /// Reads the values behind one keyword; words that are not theirs are left over for the slots.
  @inlinable
  mutating func readSegment<Value>(
    _ i: Int, _ keyword: Keyword<Value>, _ session: Session, _ take: (Value) -> Void
  ) throws(Diagnostic) {
    var cursor = Self.cursor(segments[i].words, line, without: tagWords)
    if cursor.isEmpty, !(Value.self == Bool.self) { throw cursor.missing(keyword.kind.expected) }
    take(try keyword.kind.read(&cursor, session))
    while cursor.peek?.form == .comma {
      cursor.next()
      take(try keyword.kind.read(&cursor, session))
    }
    if !cursor.isEmpty { leftover += cursor.rest }
    isRead[i] = true
  }

  /// The value of the next slot.
  @inlinable
  public mutating func next<Value>(_ slot: Slot<Value>, _ session: Session) throws(Diagnostic)
    -> Value
  {
    useLeftover()
    if head.isEmpty { throw head.missing(slot.kind.expected) }
    return try slot.kind.read(&head, session)
  }

  /// The value of the next slot if any word is left.
  @inlinable
  public mutating func nextIfAny<Value>(_ slot: Slot<Value>, _ session: Session)
    throws(Diagnostic) -> Value?
  {
    useLeftover()
    return head.isEmpty ? nil : try slot.kind.read(&head, session)
  }

  /// The values of a slot that may repeat, to the end of the head.
  @inlinable
  public mutating func all<Value>(_ slot: Slot<Value>, _ session: Session) throws(Diagnostic)
    -> [Value]
  {
    var found: [Value] = []
    useLeftover()
    while !head.isEmpty {
      if head.peek?.form == .comma { head.next() }
      found.append(try slot.kind.read(&head, session))
    }
    return found
  }

  @usableFromInline
  mutating func useLeftover() {
    if head.isEmpty, !leftover.isEmpty {
      // In the order of the line, whatever the order in which the keywords were read.
      head.replaceRest(leftover.sorted { $0.range.lowerBound < $1.range.lowerBound })
      leftover = []
    }
  }

  /// Lets a command read the head word by word.
  public mutating func withHead<Value>(
    _ body: (inout WordCursor) throws(Diagnostic) -> Value
  ) throws(Diagnostic) -> Value {
    useLeftover()
    return try body(&head)
  }

  /// The note behind ` -- `.
  public var note: String? {
    line.noteRange.map { String(decoding: line.bytes[$0], as: UTF8.self) }
  }

  /// The tags, without `#`.
  public func tags() throws(Diagnostic) -> [String] {
    var names: [String] = []
    for word in tagWords {
      let name = String(line.text(word).dropFirst())
      guard TagName.isValid(name) else {
        throw Diagnostic(
          .badTag(name), at: line.place(word.range),
          explanation: "a tag has letters, digits, - and _, and / between parent and child")
      }
      if !names.contains(name) { names.append(name) }
    }
    return names
  }

  /// The id behind `as`, in a record.
  public func id(_ kind: RecordID.Kind) throws(Diagnostic) -> RecordID? {
    guard let word = idWord else { return nil }
    guard let id = RecordID(line.bytes[word.range]), id.kind == kind else {
      throw Diagnostic(.badID(line.text(word)), at: line.place(word.range))
    }
    return id
  }

  /// Makes sure that every word was read.
  public func end() throws(Diagnostic) {
    for (i, segment) in segments.enumerated() where !isRead[i] {
      if segment.keyword == declaration.keywords.count { continue }
      throw unexpected(segment.word)
    }
    if let word = head.rest.first ?? leftover.first { throw unexpected(word) }
    if declaration.takesTags { _ = try tags() }
  }

  private func unexpected(_ word: Word) -> Diagnostic {
    Diagnostic(
      .unexpectedWord(line.text(word)), at: line.place(word.range), hint: declaration.usage)
  }
}

/// The form of a tag's name.
public enum TagName {
  /// Letters and digits of any script, `-`, `_`, and `/` between parent and child.
  public static func isValid(_ name: String) -> Bool {
    if name.isEmpty || name.hasPrefix("/") || name.hasSuffix("/") { return false }
    return name.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "-" || $0 == "_"
        || $0 == "/" || $0.properties.generalCategory == .nonspacingMark
    }
  }
}

extension Message {
  static let unclosedQuote = Message("unclosed-quote", "a quotation mark is opened and not closed")
  static func repeatedKeyword(_ word: String) -> Message {
    Message("repeated-keyword", "‘\(word)’ is given twice")
  }
  static func unexpectedWord(_ word: String) -> Message {
    Message("unexpected-word", "‘\(word)’ is not expected here")
  }
  static func badTag(_ name: String) -> Message { Message("bad-tag", "‘#\(name)’ is not a tag") }
  static func badID(_ text: String) -> Message {
    Message("bad-id", "‘\(text)’ is not an id of this kind of record")
  }
}
