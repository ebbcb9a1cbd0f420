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
    let done = current == nil ? scan.words : scan.words.dropLast()
    let start = current?.range.lowerBound ?? bytes.count
    var prefix = String(decoding: bytes[start...], as: UTF8.self)
    if current?.isQuoted == true { prefix.removeFirst() }
    let candidates: [Candidate]
    if let verb = done.first {
      candidates = arguments(scan, Array(done), scan.text(verb), prefix, session, world)
    } else {
      candidates = session.commands.all.map {
        Candidate(text: $0.declaration.name, gloss: $0.declaration.summary, isComplete: true)
      }
    }
    return Completion(
      replacing: start..<offset, candidates: matching(candidates, prefix, isVerb: done.isEmpty))
  }

  private static func arguments(
    _ scan: CommandLine, _ done: [Word], _ verb: String, _ prefix: String, _ session: Session,
    _ world: World
  ) -> [Candidate] {
    let type =
      session.commands[verb]
      ?? (world.mayShorten && session.commands.beginning(with: verb).count == 1
        ? session.commands.beginning(with: verb)[0] : nil)
    guard let declaration = type?.declaration else { return [] }
    var keyword: AnyParameter?
    var before: [String] = []
    var used: Set<String> = []
    for word in done.dropFirst() {
      let text = scan.text(word)
      if word.form == .plain, let found = declaration.keywords.first(where: { $0.name == text }) {
        keyword = found
        before = []
        if !found.repeats { used.insert(text) }
      } else {
        before.append(text)
      }
    }
    let context = CompletionContext(
      session: session, world: world, prefix: prefix, before: before, command: declaration.name)
    var out: [Candidate] = []
    if let keyword {
      out += keyword.candidates(context)
    } else if !declaration.slots.isEmpty {
      out += declaration.slots[min(before.count, declaration.slots.count - 1)].candidates(context)
    }
    let needsValue = keyword.map { !$0.placeholder.isEmpty } ?? false
    if !needsValue || !before.isEmpty {
      out += declaration.keywords.filter { !used.contains($0.name) }.map {
        Candidate(text: $0.name, gloss: $0.summary, isComplete: true)
      }
    }
    if declaration.takesTags, prefix.hasPrefix("#") { out += context.tags() }
    return out
  }

  /// Candidates that begin with what was typed; else those in which a later word does.
  private static func matching(_ all: [Candidate], _ prefix: String, isVerb: Bool) -> [Candidate] {
    if prefix.isEmpty { return unique(all) }
    let key = NameKey(prefix).text
    func plain(_ candidate: Candidate) -> String {
      NameKey(candidate.text.hasPrefix("\"") ? String(candidate.text.dropFirst()) : candidate.text)
        .text
    }
    let direct = all.filter { plain($0).hasPrefix(key) }
    if !direct.isEmpty || isVerb { return unique(direct) }
    return unique(all.filter { plain($0).contains(" " + key) })
  }

  private static func unique(_ all: [Candidate]) -> [Candidate] {
    var seen: Set<String> = []
    return all.filter { seen.insert($0.text).inserted }
  }
}
