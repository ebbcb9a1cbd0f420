/// Why a pattern cannot be used, or why a search with it was given up.
public struct PatternError: Error, Equatable, Sendable {
  /// What sort of failure it is.
  public enum Kind: Sendable {
    /// The pattern is not written correctly; `offset` says where.
    case syntax
    /// The search would take too long or too much memory.
    case runaway
    /// The text is not valid UTF-8, or the range cuts a scalar.
    case text
    /// The caller asked for an end.
    case cancelled
  }

  /// What sort of failure it is.
  public let kind: Kind
  /// A sentence in lower case, without a full stop.
  public let message: String
  /// The byte in the pattern before which the trouble was noticed; its length at most.
  public let offset: Int?

  /// An error.
  public init(_ kind: Kind, _ message: String, offset: Int? = nil) {
    self.kind = kind
    self.message = message
    self.offset = offset
  }
}
