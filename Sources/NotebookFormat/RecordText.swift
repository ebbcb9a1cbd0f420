/// Lines of a notebook as this program writes them.
public enum RecordText {
  /// The widest line of a record, in scalars, indent and sigil included.
  public static let width = 96

  /// The lines of a command in normal form: `    > …`, broken at single blanks into `    + …`; the
  /// lines of a note stand each on its own.
  public static func command(_ text: String) -> String {
    if text.hasPrefix("note ") {
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      return lines.enumerated().map { i, line in
        Self.line(i == 0 ? ">" : "+", trimmed(line))
      }.joined()
    }
    return broken(Array(text.utf8)).enumerated().map { i, line in
      Self.line(i == 0 ? ">" : "+", line)
    }.joined()
  }

  /// One line under a sigil; without text nothing follows the sigil.
  public static func line(_ sigil: String, _ text: some StringProtocol) -> String {
    text.isEmpty ? "    \(sigil)\n" : "    \(sigil) \(text)\n"
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text
    while text.unicodeScalars.last == " " { text.unicodeScalars.removeLast() }
    return text
  }

  /// Breaks a line where a blank has no blank beside it, so that joining gives the same bytes.
  private static func broken(_ text: [UInt8]) -> [String] {
    var lines: [String] = []
    var start = 0
    var lastBlank: Int?
    var scalars = 0
    var i = 0
    while i < text.count {
      if text[i] & 0xC0 != 0x80 { scalars += 1 }
      if text[i] == 0x20, i > start, i + 1 < text.count, text[i - 1] != 0x20, text[i + 1] != 0x20 {
        lastBlank = i
      }
      if scalars > width - 6, let blank = lastBlank, blank < i || text[i] == 0x20 {
        lines.append(String(decoding: text[start..<blank], as: UTF8.self))
        start = blank + 1
        i = start
        scalars = 0
        lastBlank = nil
        continue
      }
      i += 1
    }
    lines.append(String(decoding: text[start...], as: UTF8.self))
    return lines
  }
}
