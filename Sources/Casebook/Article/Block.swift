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

/// A piece of an article, in the order of its text. Small, since a notebook has hundreds of thousands;
/// what few of them have lies apart.
public struct Block: Equatable, Sendable {
  /// What it is.
  public var kind: BlockKind
  private var start: UInt32
  private var end: UInt32
  private var lineNumber: UInt32
  private var more: More?

  /// What set-aside lines and linked words have; never changed once made.
  private final class More: Equatable, Sendable {
    let reason: String?
    let links: [BlockLink]

    init(_ reason: String?, _ links: [BlockLink]) {
      self.reason = reason
      self.links = links
    }

    static func == (a: More, b: More) -> Bool { a.reason == b.reason && a.links == b.links }
  }

  /// A block.
  public init(
    _ kind: BlockKind, _ range: Range<Int>, line: Int, reason: String? = nil,
    links: [BlockLink] = []
  ) {
    self.kind = kind
    start = UInt32(range.lowerBound)
    end = UInt32(range.upperBound)
    lineNumber = UInt32(clamping: line)
    more = Self.more(reason, links)
  }

  private static func more(_ reason: String?, _ links: [BlockLink]) -> More? {
    reason == nil && links.isEmpty ? nil : More(reason, links)
  }

  /// Bytes of the canonical text, half-open, without the blank lines around.
  public var range: Range<Int> {
    get { Int(start)..<Int(end) }
    set { (start, end) = (UInt32(newValue.lowerBound), UInt32(newValue.upperBound)) }
  }

  /// The line of the source where it begins, from 1.
  public var line: Int {
    get { Int(lineNumber) }
    set { lineNumber = UInt32(clamping: newValue) }
  }

  /// Why it was set aside, in words for the analyst; nil for every other kind.
  public var reason: String? {
    get { more?.reason }
    set { more = Self.more(newValue, links) }
  }

  /// Its links in order, not overlapping; none are kept of what was set aside.
  public var links: [BlockLink] {
    get { more?.links ?? [] }
    set { more = Self.more(reason, newValue) }
  }
}
