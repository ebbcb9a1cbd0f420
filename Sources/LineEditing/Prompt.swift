/// A prompt as the editor takes it. Colours (`ESC [ … m`) are left out: libedit 3.1 aborts when a
/// prompt with sequences gives way to another one. All else that a terminal would obey is replaced.
struct Prompt {
  /// What is shown.
  private(set) var scalars: [Unicode.Scalar] = []

  /// The cells it takes.
  var width: Int { scalars.reduce(0) { $0 + Cells.width($1) } }

  /// A prompt of one row.
  init(_ text: String) {
    var rest = Array(text.unicodeScalars)[...]
    while let first = rest.first {
      if let end = Self.endOfColour(rest) {
        rest = rest[end...]
        continue
      }
      scalars.append(Cells.isHarmful(first) ? ScalarDecoder.replacement : first)
      rest = rest.dropFirst()
    }
  }

  private static func endOfColour(_ rest: ArraySlice<Unicode.Scalar>) -> Int? {
    guard rest.starts(with: ["\u{1b}", "["]) else { return nil }
    let parameters = rest.dropFirst(2).prefix { ("0"..."9").contains($0) || $0 == ";" }
    guard parameters.endIndex < rest.endIndex, rest[parameters.endIndex] == "m" else { return nil }
    return parameters.endIndex + 1
  }
}
