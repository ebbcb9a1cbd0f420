/// A line and the place of the cursor in it, counted in scalars.
struct EditedLine: Equatable {
  var scalars: [Unicode.Scalar]
  var cursor: Int

  init(_ scalars: [Unicode.Scalar] = [], cursor: Int? = nil) {
    self.scalars = scalars
    self.cursor = min(max(0, cursor ?? scalars.count), scalars.count)
  }

  init(_ text: String) {
    self.init(Array(text.unicodeScalars))
  }

  var text: String { Self.string(scalars[...]) }

  var isAtEnd: Bool { cursor == scalars.count }

  /// The place of the cursor in UTF-8 bytes.
  var byteOffset: Int { scalars[..<cursor].reduce(0) { $0 + UTF8.width($1) } }

  /// Puts text before the cursor, composing its first scalar with the one before.
  mutating func insert(_ text: some Sequence<Unicode.Scalar>) {
    for scalar in text {
      if cursor > 0, let joined = Composition.compose(scalars[cursor - 1], scalar) {
        scalars[cursor - 1] = joined
      } else {
        scalars.insert(scalar, at: cursor)
        cursor += 1
      }
    }
  }

  /// Replaces a range of UTF-8 bytes and leaves the cursor after what took its place.
  mutating func replace(_ bytes: Range<Int>, with text: String) {
    let lower = scalarIndex(byte: bytes.lowerBound)
    let upper = max(lower, scalarIndex(byte: bytes.upperBound))
    scalars.replaceSubrange(lower..<upper, with: text.unicodeScalars)
    cursor = lower + text.unicodeScalars.count
  }

  /// How many scalars the character before the cursor has; a long run of marks counts in parts.
  var characterBefore: Int {
    let near = Self.string(scalars[max(0, cursor - 32)..<cursor])
    return near.last?.unicodeScalars.count ?? 0
  }

  /// How many scalars the character after the cursor has.
  var characterAfter: Int {
    let near = Self.string(scalars[cursor..<min(scalars.count, cursor + 32)])
    return near.first?.unicodeScalars.count ?? 0
  }

  /// The text of a range of UTF-8 bytes.
  func text(_ bytes: Range<Int>) -> String {
    let lower = scalarIndex(byte: bytes.lowerBound)
    return Self.string(scalars[lower..<max(lower, scalarIndex(byte: bytes.upperBound))])
  }

  private func scalarIndex(byte: Int) -> Int {
    var passed = 0
    for (index, scalar) in scalars.enumerated() {
      if passed >= byte { return index }
      passed += UTF8.width(scalar)
    }
    return scalars.count
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
