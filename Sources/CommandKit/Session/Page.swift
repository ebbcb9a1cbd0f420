/// How answers are laid out.
public struct Page: Sendable, Equatable {
  /// Cells of a line; nil where nothing is cut: in files.
  public var width: Int?
  /// Whether words stand for symbols: for screen readers.
  public var isPlain: Bool
  /// Whether keys of their own do the steps of a walk: at a terminal that edits lines.
  public var hasKeys = false

  /// A page; a plain terminal of 80 columns unless said otherwise.
  public init(width: Int? = 80, isPlain: Bool = false) {
    self.width = width
    self.isPlain = isPlain
  }

  /// What is kept in notebooks is printed as on a plain terminal of 80 columns.
  public static let kept = Page()

  /// The width to lay tables out in.
  public var columns: Int { max(40, width ?? 80) }

  /// A line across the page.
  public var rule: String { String(repeating: isPlain ? "-" : "─", count: columns) }
}
