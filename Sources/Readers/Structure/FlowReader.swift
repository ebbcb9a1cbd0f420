internal import Casebook
internal import Diagnostics

/// Reads markup all of which is text of an author, without a page around it: a chapter of a book, a
/// text in Markdown. What an element is, its text is; nothing is guessed.
enum FlowReader {
  /// The blocks of markup in UTF-8.
  static func draft(_ markup: [UInt8]) throws(Diagnostic) -> ArticleDraft {
    guard let tree = MarkupTree(MarkupFilter(markup)) else {
      throw Diagnostic(.libraryMissing("libgumbo1 and libxml2"))
    }
    let page = PageText(tree)
    let filter = MarkupFilter(markup)
    let lines = LineNumbers.of(page.pieces.map { filter.source(of: $0.offset) }, in: markup)
    var draft = ArticleDraft()
    for (piece, line) in zip(page.pieces, lines) {
      let kind = kind(piece, tree)
      draft.add(
        kind, Array(page.bytes[piece.range]), place: line,
        reason: kind == .setAside ? "navigation" : nil)
    }
    return draft
  }

  private static func kind(_ piece: PagePiece, _ tree: MarkupTree) -> BlockKind {
    if piece.isRow { return .tableRow }
    switch piece.element {
    case .heading1, .heading2, .heading3: return .heading
    case .caption: return .caption
    case .row, .cell: return .tableRow
    case .navigation: return .setAside
    default: break
    }
    // Of the elements around it the nearest that says something.
    var n = piece.node
    while n >= 0 {
      switch tree.element(n) {
      case .quote: return .quote
      case .listItem, .term: return .listItem
      case .caption: return .caption
      case .navigation: return .setAside
      default: n = tree.parent(n)
      }
    }
    return .paragraph
  }
}
