internal import Attribution
internal import Casebook
internal import CommandKit
internal import SourceText

/// The suggestion that a walk has come to, in its paragraph.
enum WalkCard {
  /// The numbers of the suggestions that are left, in their article.
  static func left(_ walk: Walk, _ found: Suggestions) -> [Int] {
    found.open.filter { !walk.passed.contains(found.all[$0].place) }
  }

  /// The card of the next suggestion, drawn from what the coder may see; the walk ends where none is
  /// left.
  static func next(_ session: inout Session, _ world: World) -> Output {
    guard let walk = session.walk else { return Output() }
    let seen = session.seen(by: world.coder)
    let found = Suggestions(walk.article, seen, within: walk.parts)
    let left = left(walk, found)
    guard let number = left.first else {
      session.walk = nil
      let passed = walk.passed.count
      let open = passed == 0 ? "" : ", \(passed) passed over"
      let name = session.book.articles[walk.article].name
      return Output(["\(name)   no suggestion left\(open)"], next: ["status", "compare"])
    }
    return card(number, of: found, left.count, walk, seen, world.page)
  }

  private static func card(
    _ number: Int, of found: Suggestions, _ left: Int, _ walk: Walk, _ session: Session,
    _ page: Page
  ) -> Output {
    let suggestion = found.all[number]
    let pieces = walk.pieces(of: suggestion)
    let one = session.book.articles[walk.article]
    let head = "\(one.name)   \(number + 1) of \(found.all.count), \(left) left"
    let leaning = suggestion.stanceHint.map { $0 == 0 ? "" : "leans \($0 > 0 ? "+" : "-")" } ?? ""
    let hint = suggestion.isUncommitted ? "uncommitted" : leaning
    var lines = [Layout.spread(head, hint, page.columns), page.rule]
    lines += paragraphs(pieces, walk.article, session, page)
    lines += Candidates(of: walk.article, [suggestion], [number]).lines(session, page)
    lines += beside(suggestion, one.text, page)
    lines.append(page.rule)
    lines.append(
      page.hasKeys
        ? "y take · i POSITION · t WHO · w n words · x refuse · s skip · q stop · : line"
        : "y take · y POSITION · to WHO · w n words · x refuse · s skip · q stop")
    return Output(lines, rows: [.suggestion(walk.article, pieces, number)])
  }

  /// What stands beside the words and is recorded with them: day, addressee, channel.
  private static func beside(
    _ suggestion: Suggestion, _ text: CanonicalText, _ page: Page
  ) -> [String] {
    let parts =
      [suggestion.day.map { "said \(text[$0])" }, suggestion.addressee.map { "addressing \($0)" }]
      + [suggestion.channel.map { "channel \(Layout.quoted(text[$0]))" }]
    let line = parts.compactMap { $0 }.map { Layout.words($0) }.joined(separator: " · ")
    return line.isEmpty ? [] : [Layout.cut("     " + line, page.width)]
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

extension Walk {
  /// The words of a suggestion, as far as they were made wider or narrower here.
  func pieces(of suggestion: Suggestion) -> [Range<Int>] {
    guard let pieces, suggestion.touches(pieces) else { return suggestion.content }
    return pieces
  }
}

extension Suggestion {
  /// What it is known by on a walk, when the list is made anew.
  var place: Walk.Place { Walk.Place(pieces: content, cue: cue) }
}
