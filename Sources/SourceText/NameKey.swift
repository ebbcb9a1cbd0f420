/// What two names have in common when they count as the same: equal after NFC and case folding.
///
/// Swift compares strings by canonical equivalence, which is equality after NFC; lower-casing,
/// upper-casing and lower-casing again folds case (ẞ, ß and SS, ς and σ meet).
public struct NameKey: Hashable, Sendable {
  private let folded: String

  /// The key of a name.
  public init(_ name: String) {
    let bytes = name.utf8.span
    for i in bytes.indices where bytes[i] >= 0x80 {
      folded = name.lowercased().uppercased().lowercased()
      return
    }
    for i in bytes.indices where bytes[i] >= 0x41 && bytes[i] <= 0x5A {
      folded = name.lowercased()
      return
    }
    folded = name
  }

  /// The key of a name that is part of another text.
  public init(_ name: some StringProtocol) {
    if name.utf8.allSatisfy({ $0 < 0x80 }) {
      folded = name.lowercased()
    } else {
      folded = name.uppercased().lowercased()
    }
  }

  /// The folded text, for prefix and containment questions.
  public var text: String { folded }
}
