public import LineEditing

/// How a line may go on by its command's declaration:
/// `attribute <passage> to <party> on <issue> <stance>`.
public enum GrammarHint {
  /// What is still to come, in the usual order; nil in the middle of a word. Up to the first thing
  /// that only the analyst knows it can be taken.
  public static func hint(for line: String, _ commands: CommandList) -> Hint? {
    let scan = CommandLine(line, takesNote: false)
    guard let verb = scan.words.first, verb.form == .plain, scan.unclosed == nil else { return nil }
    if scan.words.count == 1, verb.range.upperBound == scan.bytes.count {
      return restOfVerb(scan.text(verb), commands)
    }
    let fitting = commands.beginning(with: scan.text(verb))
    let type = commands[scan.text(verb)] ?? (fitting.count == 1 ? fitting[0] : nil)
    guard scan.bytes.last == 0x20, let declaration = type?.declaration,
      CommandLine(line, takesNote: declaration.takesNote).noteRange == nil
    else { return nil }
    let text = rest(declaration, scan).joined(separator: " ")
    guard !text.isEmpty else { return nil }
    return Hint(shown: text, taken: String(text.prefix { $0 != "<" && $0 != "\"" }))
  }

  private static func restOfVerb(_ typed: String, _ commands: CommandList) -> Hint? {
    let fitting = commands.beginning(with: typed)
    guard fitting.count == 1, typed.utf8.count > 1 else { return nil }
    let rest = String(fitting[0].declaration.name.dropFirst(typed.count))
    return rest.isEmpty ? nil : Hint(shown: rest, taken: rest + " ")
  }

  /// What is missing: the words of the parameter at the cursor, the slots behind it, then the usual
  /// keywords that are not there yet.
  private static func rest(_ declaration: Declaration, _ scan: CommandLine) -> [String] {
    var used: Set<String> = []
    var open: AnyParameter?
    var count = 0
    for word in scan.words.dropFirst() {
      let text = scan.text(word)
      let isValue = open?.takesAnyWord == true && count == 0
      if word.form == .plain, !isValue,
        let keyword = declaration.keywords.first(where: { $0.name == text })
      {
        used.insert(text)
        open = keyword
        count = 0
      } else if !text.hasPrefix("#") {
        count = word.form == .comma ? 0 : count + 1
      }
    }
    var parts: [String] = []
    if let open {
      parts += open.sketch.split(separator: " ").dropFirst(count).map(String.init)
    } else {
      parts += declaration.slots.dropFirst(count).filter { !$0.isOptional }.map(\.sketch)
    }
    for keyword in declaration.keywords where keyword.isUsual && !used.contains(keyword.name) {
      parts.append(keyword.sketch.isEmpty ? keyword.name : "\(keyword.name) \(keyword.sketch)")
    }
    return parts
  }
}

/// What stands for a value in a hint: `<party>`, `"…"`.
enum Sketch {
  static func of(placeholder: String, expected: String) -> String {
    if placeholder.isEmpty { return "" }
    if placeholder.hasPrefix("\"") { return "\"…\"" }
    var words = expected.prefix { $0 != "," }.split(separator: " ")
    if let first = words.first, ["a", "an"].contains(first) { words.removeFirst() }
    return words.first.map { "<\($0)>" } ?? ""
  }
}
