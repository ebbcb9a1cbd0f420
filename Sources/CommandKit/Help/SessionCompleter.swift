public import LineEditing
internal import SourceText

/// Completes lines from the declarations and the session's names.
public enum SessionCompletion {
  /// What may stand at a byte offset of a line.
  public static func complete(
    _ line: String, at offset: Int, in session: Session, _ world: World
  ) -> Completion {
    let bytes = Array(line.utf8.prefix(offset))
    let scan = CommandLine(bytes, takesNote: false)
    let atBlank = bytes.last.map { $0 == 0x20 || $0 == 0x2C } ?? true
    let current = atBlank && scan.unclosed == nil ? nil : scan.words.last
    let done = Array(current == nil ? scan.words : scan.words.dropLast())
    var place = CompletionPlace(
      start: current?.range.lowerBound ?? bytes.count, line: scan, session: session, world: world)
    place.skipsMark = current.map { $0.form == .literal ? 3 : $0.isQuoted ? 1 : 0 } ?? 0
    guard let verb = done.first else {
      let found = place.context(before: [], command: "").commandNames()
      return place.completion(found, end: bytes.count)
    }
    return arguments(scan.text(verb), Array(done.dropFirst()), place)
  }

  private static func arguments(_ verb: String, _ done: [Word], _ place: CompletionPlace)
    -> Completion
  {
    let end = place.line.bytes.count
    let session = place.session
    let shortened = place.world.mayShorten ? session.commands.beginning(with: verb) : []
    let type = session.commands[verb] ?? (shortened.count == 1 ? shortened[0] : nil)
    guard let declaration = type?.declaration, !isInNote(declaration, place.line) else {
      return place.completion(CandidateList(), end: end)
    }
    let words = WordsBefore(done, declaration, place.line)
    // The longest run of words that a name can begin with: `to mira os` means Mira Oslin.
    for count in stride(from: min(3, place.skipsMark > 0 ? 0 : words.run), to: 0, by: -1) {
      var wider = place
      wider.onlyBeginnings = true
      wider.start = words.before[words.before.count - count].range.lowerBound
      let values = wider.values(declaration, words, dropping: count)
      if !values.candidates.isEmpty { return wider.completion(values, end: end) }
    }
    let found =
      place.values(declaration, words, dropping: 0) + place.grammar(declaration, words)
    return place.completion(found, end: end)
  }

  private static func isInNote(_ declaration: Declaration, _ line: CommandLine) -> Bool {
    declaration.takesNote && CommandLine(line.bytes, takesNote: true).noteRange != nil
  }
}

/// The words of a line before the one being completed, sorted by the command's declaration.
private struct WordsBefore {
  /// The keyword to which the next word belongs.
  private(set) var keyword: AnyParameter?
  /// The words behind it, or behind the verb; in a list with commas, those behind the last one.
  private(set) var before: [Word] = []
  private(set) var used: Set<String> = []

  init(_ done: [Word], _ declaration: Declaration, _ line: CommandLine) {
    for word in done {
      let text = line.text(word)
      let isValue = keyword?.takesAnyWord == true && before.isEmpty
      if word.form == .plain, !isValue,
        let found = declaration.keywords.first(where: { $0.name == text })
      {
        keyword = found
        before = []
        if !found.repeats { used.insert(text) }
      } else if word.form == .comma {
        before = []
      } else if word.form != .plain || !text.hasPrefix("#") {
        before.append(word)
      }
    }
  }

  /// How many plain words stand together before the cursor.
  var run: Int { before.reversed().prefix { $0.form == .plain }.count }
}

/// A place in a line where something is to be completed.
private struct CompletionPlace {
  /// The byte at which the word, or the words, begin.
  var start: Int
  /// The bytes of the quotation mark it begins with.
  var skipsMark = 0
  /// Whether only the beginnings of names count.
  var onlyBeginnings = false
  let line: CommandLine
  let session: Session
  let world: World

  init(start: Int, line: CommandLine, session: Session, world: World) {
    self.start = start
    self.line = line
    self.session = session
    self.world = world
  }

  func context(before: [Word], command: String) -> CompletionContext {
    let prefix = String(decoding: line.bytes[(start + skipsMark)...], as: UTF8.self)
    return CompletionContext(
      session: session, world: world, prefix: prefix,
      search: NameSearch(prefix, onlyBeginnings: onlyBeginnings),
      before: before.map { line.text($0) }, command: command)
  }

  func completion(_ found: CandidateList, end: Int) -> Completion {
    Completion(replacing: start..<end, candidates: found.candidates, hidden: found.hidden)
  }

  /// The values of the keyword, or of the slot, at the cursor.
  func values(_ declaration: Declaration, _ words: WordsBefore, dropping count: Int)
    -> CandidateList
  {
    let before = Array(words.before.dropLast(count))
    let slots = declaration.slots
    let several = slots.lastIndex { $0.takesSeveralWords }
    let slot = before.count < slots.count ? before.count : several
    guard let parameter = words.keyword ?? slot.map({ slots[$0] }) else { return CandidateList() }
    let isGoingOn = before.last.map { line.text($0) == "+" } ?? false
    guard before.isEmpty || words.keyword == nil || parameter.takesSeveralWords || isGoingOn
    else { return CandidateList() }
    // The words of the slots before it are not its own.
    let own = words.keyword == nil ? Array(before.dropFirst(slot ?? 0)) : before
    return parameter.candidates(context(before: own, command: declaration.name))
  }

  /// The keywords and tags that may follow.
  func grammar(_ declaration: Declaration, _ words: WordsBefore) -> CandidateList {
    let context = context(before: words.before, command: declaration.name)
    let isWaiting = words.keyword.map { !$0.placeholder.isEmpty && words.before.isEmpty } ?? false
    if isWaiting || context.before.last == "if" || skipsMark > 0 { return CandidateList() }
    let keywords = declaration.keywords.filter { !words.used.contains($0.name) }
    let found = context.beginning(
      keywords.map { Candidate(text: $0.name, gloss: $0.summary) })
    return declaration.takesTags ? found + context.tags() : found
  }
}
