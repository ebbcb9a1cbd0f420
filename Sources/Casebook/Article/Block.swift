/// What a piece of an article is.
public enum BlockKind: String, CaseIterable, Sendable {
  case headline
  case heading
  case paragraph
  case quote
  case listItem = "list-item"
  case caption
  case tableRow = "table-row"
  case dateline
  case correction
  case setAside = "set-aside"

  /// Whether pieces of this kind are numbered as paragraphs (`paris:5`).
  public var isNumbered: Bool {
    switch self {
    case .paragraph, .quote, .listItem, .tableRow, .correction: true
    case .headline, .heading, .caption, .dateline, .setAside: false
    }
  }
}

/// Words of a block that lead elsewhere.
public struct BlockLink: Equatable, Sendable {
  /// Bytes of the canonical text, half-open, within the block.
  public var range: Range<Int>
  /// An absolute address in ASCII: `http`, `https`, `ftp` or `mailto`.
  public var address: String

  /// A link.
  public init(_ range: Range<Int>, to address: String) {
    self.range = range
    self.address = address
  }
}

/// A piece of an article, in the order of its text.
public struct Block: Equatable, Sendable {
  /// What it is.
  public var kind: BlockKind
  /// Bytes of the canonical text, half-open, without the blank lines around.
  public var range: Range<Int>
  /// The line of the source where it begins, from 1.
  public var line: Int
  /// Why it was set aside, in words for the analyst; nil for every other kind.
  public var reason: String?
  /// Its links in order, not overlapping; none are kept of what was set aside.
  public var links: [BlockLink]

  /// A block.
  public init(
    _ kind: BlockKind, _ range: Range<Int>, line: Int, reason: String? = nil,
    links: [BlockLink] = []
  ) {
    self.kind = kind
    self.range = range
    self.line = line
    self.reason = reason
    self.links = links
  }
}
