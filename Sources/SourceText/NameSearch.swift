/// Looks for typed letters in names, in any script, whatever their case.
public struct NameSearch: Sendable {
  /// Where in a name the letters stand; what comes first fits better.
  public enum Place: UInt8, Comparable, Sendable {
    /// The name begins with them.
    case beginning
    /// A later word of the name does.
    case word
    /// They stand somewhere inside.
    case inside

    /// By how well it fits.
    public static func < (a: Place, b: Place) -> Bool { a.rawValue < b.rawValue }
  }

  private let sought: [UInt8]
  /// Whether the letters have marks of their own, which a name may hold in one scalar with them.
  private let hasMarks: Bool

  /// Whether letters later in a name do not count.
  private let onlyBeginnings: Bool

  /// A search for some letters; none stand at the beginning of every name.
  public init(_ typed: String, onlyBeginnings: Bool = false) {
    sought = Array(NameKey(typed).text.utf8)
    hasMarks = sought.contains { $0 == 0xCC || $0 == 0xCD }
    self.onlyBeginnings = onlyBeginnings
  }

  /// Whether nothing was typed.
  public var isEmpty: Bool { sought.isEmpty }

  /// Where the letters stand in a name; nil where they do not. A single ASCII letter is not sought
  /// inside of words.
  public func place(in key: NameKey) -> Place? {
    let text = key.text
    let bytes = text.utf8.span
    return place(in: bytes, 0..<bytes.count)
  }

  /// The same for a folded name within other bytes.
  public func place(in bytes: Span<UInt8>, _ range: Range<Int>) -> Place? {
    let count = sought.count
    if count == 0 { return .beginning }
    if hasMarks { return canonicalPlace(in: bytes, range) }
    guard range.count >= count else { return nil }
    if matches(bytes, at: range.lowerBound) { return .beginning }
    if onlyBeginnings { return nil }
    let first = sought[0]
    var isInside = false
    var start = range.lowerBound + 1
    while start + count <= range.upperBound {
      if bytes[start] == first, matches(bytes, at: start) {
        if Self.beginsWord(bytes, at: start, range.lowerBound) { return .word }
        isInside = true
      }
      start += 1
    }
    return isInside && count > 1 ? .inside : nil
  }

  /// The same for a name that has no key yet.
  public func place(in name: String) -> Place? { place(in: NameKey(name)) }

  private func matches(_ name: Span<UInt8>, at start: Int) -> Bool {
    for i in sought.indices where name[start + i] != sought[i] { return false }
    return true
  }

  /// Behind a blank, a mark of ASCII, or a typographic quotation mark, apostrophe or dash.
  private static func beginsWord(_ name: Span<UInt8>, at start: Int, _ origin: Int) -> Bool {
    let before = name[start - 1]
    if before < 0x80 {
      return !(0x61...0x7A).contains(before) && !(0x30...0x39).contains(before)
    }
    return start - 3 >= origin && name[start - 3] == 0xE2 && name[start - 2] == 0x80
  }

  /// Letters and marks that were written apart meet their composed forms: strings compare so.
  private func canonicalPlace(in bytes: Span<UInt8>, _ range: Range<Int>) -> Place? {
    let name = String(decoding: range.map { bytes[$0] }, as: UTF8.self)
    let letters = String(decoding: sought, as: UTF8.self)
    if name.hasPrefix(letters) { return .beginning }
    if onlyBeginnings { return nil }
    return name.split(separator: " ").dropFirst().contains { $0.hasPrefix(letters) } ? .word : nil
  }
}
