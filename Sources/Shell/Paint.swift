/// Colours for finished lines. They only stress what the words say already: a rule is dim, a
/// stance has its sign, an error its word. What is painted holds no control characters.
struct Paint {
  /// Whether colours are shown at all.
  let isOn: Bool

  /// The colours in use (ECMA-48, select graphic rendition).
  private enum Colour: String {
    case bold = "1"
    case dim = "2"
    case red = "31"
    case green = "32"
    case yellow = "33"
    case cyan = "36"
  }

  /// An answer.
  func answer(_ text: String) -> String { isOn ? lines(text, answerLine) : text }

  /// A diagnostic as it is rendered.
  func diagnostic(_ text: String) -> String { isOn ? lines(text, diagnosticLine) : text }

  private func lines(_ text: String, _ paint: (Substring) -> String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(paint)
      .joined(separator: "\n")
  }

  private func painted(_ text: some StringProtocol, _ colour: Colour) -> String {
    "\u{1B}[\(colour.rawValue)m\(text)\u{1B}[0m"
  }

  private func answerLine(_ line: Substring) -> String {
    if line.utf8.count > 8, line.unicodeScalars.allSatisfy({ $0 == "─" }) {
      return painted(line, .dim)
    }
    return line.split(separator: " ", omittingEmptySubsequences: false).map(word)
      .joined(separator: " ")
  }

  private func word(_ word: Substring) -> String {
    // A mark behind the figure belongs to it: on a condition, hedged.
    switch word.last == "?" || word.last == "~" ? word.dropLast() : word {
    case "+1", "+2": painted(word, .green)
    case "-1", "-2": painted(word, .red)
    case "Next:": painted(word, .bold)
    default: isRow(word) ? painted(word, .cyan) : String(word)
    }
  }

  /// `%3`
  private func isRow(_ word: Substring) -> Bool {
    let bytes = word.utf8
    return bytes.first == 0x25 && bytes.count > 1
      && bytes.dropFirst().allSatisfy { (0x30...0x39).contains($0) }
  }

  private func diagnosticLine(_ line: Substring) -> String {
    if !line.isEmpty, line.utf8.allSatisfy({ $0 == 0x20 || $0 == 0x5E }) {
      return painted(line, .red)
    }
    for (word, colour) in [("error:", Colour.red), ("warning:", .yellow)] where line.hasPrefix(word)
    {
      return painted(word, colour) + line.dropFirst(word.count)
    }
    let hint = "  = hint:"
    return line.hasPrefix(hint) ? painted(hint, .cyan) + line.dropFirst(hint.count) : String(line)
  }
}
