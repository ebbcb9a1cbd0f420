internal import Casebook
internal import Diagnostics

/// Reads markup all of which is text of an author, without a page around it: a chapter of a book, a
/// text in Markdown. What an element is, its text is; nothing is guessed.
enum FlowReader {
  /// The blocks of markup in UTF-8.
  ///
  /// - Parameter linesBefore: where the markup was made of a text by cmark, whose elements say at
  ///   which of its lines they stand: how many lines of the source come before that text.
  static func draft(
    _ markup: [UInt8], linesBefore: Int? = nil
  ) throws(Diagnostic) -> ArticleDraft {
    let filter = MarkupFilter(markup)
    guard let tree = MarkupTree(filter) else {
      throw Diagnostic(.libraryMissing("libgumbo1 and libxml2"))
    }
    let page = PageText(tree)
    let lines = LineNumbers.of(page.pieces.map { filter.source(of: $0.offset) }, in: markup)
    // Without an address of its own only absolute links lead somewhere.
    let links = PageLinks(tree, page, address: nil)
    var draft = ArticleDraft()
    for (piece, line) in zip(page.pieces, lines) {
      let kind = kind(piece, tree)
      draft.add(
        kind, Array(page.bytes[piece.range]),
        place: linesBefore.flatMap { before in sourceLine(piece.node, tree).map { before + $0 } }
          ?? line,
        reason: kind == .setAside ? "navigation" : nil,
        links: kind == .setAside || piece.linked == 0
          ? [] : links.links(in: piece.range).map { $0.moved(by: -piece.range.lowerBound) })
    }
    return draft
  }

  /// The line at which the nearest element that says so begins: `12` of `12:1-14:20`.
  private static func sourceLine(_ node: Int, _ tree: MarkupTree) -> Int? {
    var n = node
    while n >= 0 {
      if let place = tree.attribute("data-sourcepos", of: n) {
        return Int(place.prefix { $0 != ":" })
      }
      n = tree.parent(n)
    }
    return nil
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
