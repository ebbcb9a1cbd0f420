/// The number of a row in one of the casebook's tables. It is stable while a session lasts and is
/// never written down.
public protocol RowNumber: RawRepresentable, Hashable, Comparable, Sendable
where RawValue == Int32 {}

extension RowNumber {
  /// The row as an array index.
  @inlinable
  public var row: Int { Int(rawValue) }

  /// By number: the order in which records were first met.
  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }

  /// A row by array index.
  public init(row: Int) {
    guard let made = Self(rawValue: Int32(row)) else { preconditionFailure("rows have numbers") }
    self = made
  }

  static func optional(_ raw: Int32) -> Self? { raw < 0 ? nil : Self(rawValue: raw) }
}

/// A party's row.
public struct PartyID: RowNumber {
  /// The row.
  public let rawValue: Int32
  /// The party in that row.
  public init(rawValue: Int32) { self.rawValue = rawValue }
}

/// An issue's row.
public struct IssueID: RowNumber {
  /// The row.
  public let rawValue: Int32
  /// The issue in that row.
  public init(rawValue: Int32) { self.rawValue = rawValue }
}

/// A tag's row.
public struct TagID: RowNumber {
  /// The row.
  public let rawValue: Int32
  /// The tag in that row.
  public init(rawValue: Int32) { self.rawValue = rawValue }
}

/// An article's row.
public struct ArticleID: RowNumber {
  /// The row.
  public let rawValue: Int32
  /// The article in that row.
  public init(rawValue: Int32) { self.rawValue = rawValue }
}

/// A hypothesis's row.
public struct HypothesisID: RowNumber {
  /// The row.
  public let rawValue: Int32
  /// The hypothesis in that row.
  public init(rawValue: Int32) { self.rawValue = rawValue }
}

/// An annotation's row.
public struct AnnotationRow: RowNumber {
  /// The row.
  public let rawValue: Int32
  /// The annotation in that row.
  public init(rawValue: Int32) { self.rawValue = rawValue }
}

/// A statement's row: one coder's line under a statement's id.
public struct StatementRow: RowNumber {
  /// The row.
  public let rawValue: Int32
  /// The statement in that row.
  public init(rawValue: Int32) { self.rawValue = rawValue }
}

/// The place of a record in the notebook's document, or none.
public typealias RecordItem = Int32
