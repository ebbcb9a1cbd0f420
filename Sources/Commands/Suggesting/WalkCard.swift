internal import Attribution
internal import Casebook
internal import CommandKit
internal import SourceText

/// The suggestion that a walk has come to, in its paragraph.
enum WalkCard {
  /// The number of the suggestion in its article; nil where none is left.
  static func current(_ walk: Walk, _ session: Session) -> Int? {
    Suggestions(walk.article, session).open.first { !walk.passed.contains($0) }
  }

  /// The card of the next suggestion; the walk ends where none is left.
  static func next(_ session: inout Session, _ page: Page) -> Output {
    guard let walk = session.walk else { return Output() }
    let found = Suggestions(walk.article, session)
    let one = session.book.articles[walk.article]
    guard let number = current(walk, session) else {
      session.walk = nil
      let passed = walk.passed.count
      let open = passed == 0 ? "" : ", \(passed) passed over"
      return Output(["\(one.name)   no suggestion left\(open)"], next: ["status", "compare"])
    }
    let suggestion = found.all[number]
    let pieces = walk.pieces ?? suggestion.content
    let left = found.open.count { !walk.passed.contains($0) }
    let head = "\(one.name)   \(number + 1) of \(found.all.count), \(left) left"
    let hint = suggestion.stanceHint.map { $0 == 0 ? "" : "leans \($0 > 0 ? "+" : "-")" } ?? ""
    var lines = [Layout.spread(head, hint, page.columns), page.rule]
    lines += paragraphs(pieces, walk.article, session, page)
    lines += Candidates(of: walk.article, [suggestion], [number]).lines(session, page)
    lines.append(page.rule)
    lines.append(
      "y take · y ISSUE STANCE · to WHO · w wider · n narrower · x refuse · s skip · q stop")
    return Output(lines, rows: [.suggestion(walk.article, pieces, number)])
  }

  /// The paragraphs in which the words stand, with the words in brackets.
  private static func paragraphs(
    _ pieces: [Range<Int>], _ article: ArticleID, _ session: Session, _ page: Page
  ) -> [String] {
    let hull = pieces[0].lowerBound..<pieces[pieces.count - 1].upperBound
    let view = ArticleView(article, session, page)
    var number = 0
    var lines: [String] = []
    for block in session.book.articles[article].blocks {
      if block.kind.isNumbered { number += 1 }
      guard block.kind != .setAside, block.range.overlaps(hull) else { continue }
      // A headline has no number and is shown as it is.
      lines +=
        block.kind.isNumbered
        ? view.paragraph(block, number, candidates: [pieces])
        : ["       " + Layout.words(session.book.articles[article].text[block.range]), ""]
    }
    return lines
  }
}
