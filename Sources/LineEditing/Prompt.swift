/// A prompt as the editor takes it. Colours are kept; everything else that a terminal would obey
/// is replaced.
struct Prompt {
  /// The scalars, with escape sequences between pairs of U+0001.
  private(set) var scalars: [Unicode.Scalar] = []
  /// The cells it takes.
  private(set) var width = 0

  private static let fence: Unicode.Scalar = "\u{1}"

  /// Parses a prompt that may contain colours (`ESC [ … m`).
  init(_ text: String) {
    let source = Array(text.unicodeScalars)
    var index = 0
    var colour: [Unicode.Scalar] = []
    while index < source.count {
      if let end = Self.endOfColour(source, from: index) {
        colour += source[index..<end]
        index = end
        continue
      }
      let scalar = Cells.isHarmful(source[index]) ? ScalarDecoder.replacement : source[index]
      append(scalar, after: colour)
      colour = []
      index += 1
    }
    closeWith(colour)
  }

  private mutating func append(_ scalar: Unicode.Scalar, after colour: [Unicode.Scalar]) {
    if !colour.isEmpty { scalars += [Self.fence] + colour + [Self.fence] }
    scalars.append(scalar)
    width += Cells.width(scalar)
  }

  /// libedit sends a sequence together with the scalar after it, and loses one at the end: the
  /// last one moves before the last scalar, in practice a blank.
  private mutating func closeWith(_ colour: [Unicode.Scalar]) {
    guard !colour.isEmpty, let last = scalars.popLast() else { return }
    if scalars.last == Self.fence {
      scalars.removeLast()
      scalars += colour + [Self.fence, last]
    } else {
      scalars += [Self.fence] + colour + [Self.fence, last]
    }
  }

  private static func endOfColour(_ source: [Unicode.Scalar], from start: Int) -> Int? {
    guard source[start] == "\u{1b}", start + 1 < source.count, source[start + 1] == "[" else {
      return nil
    }
    let parameters = source[(start + 2)...].prefix { ("0"..."9").contains($0) || $0 == ";" }
    guard parameters.endIndex < source.count, source[parameters.endIndex] == "m" else { return nil }
    return parameters.endIndex + 1
  }
}
