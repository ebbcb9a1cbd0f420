/// What a position is about.
public struct Issue: Equatable, Sendable {
  /// The short name.
  public var name: String
  /// A full sentence, so that "agree" has one meaning.
  public var proposition: String
  /// The wider issue.
  public var parent: String?
  /// What belongs to it.
  public var include: String?
  /// What does not.
  public var exclude: String?
  /// Old names after a rename.
  public var was: [String]
  /// Its record.
  public var item: RecordItem

  /// An issue and its proposition.
  public init(name: String, proposition: String) {
    self.name = name
    self.proposition = proposition
    was = []
    item = -1
  }
}

/// A code that annotations carry; made by its first use, and defined by `define`.
public struct Tag: Equatable, Sendable {
  /// `parent/child`, without the `#`.
  public var name: String
  /// What it means.
  public var definition: String?
  /// What to code with it.
  public var include: String?
  /// What not to.
  public var exclude: String?
  /// Its `define` record, if there is one.
  public var item: RecordItem

  /// A tag that is only used.
  public init(name: String) {
    self.name = name
    item = -1
  }
}
