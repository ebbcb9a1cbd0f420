internal import Anchoring
internal import Casebook
internal import CommandKit
internal import Diagnostics
internal import NotebookFormat
internal import SourceText

/// The place of a recorded passage in the kept text: by its facts, else by its words.
struct AnchoredPassage {
  let article: ArticleID
  let pieces: [Range<Int>]
  /// Where the first piece begins, in scalars, as recorded.
  let start: Int
  let condition: AnchorCondition

  /// The session is not changed; handed over as `inout` it is not copied for every record.
  ///
  /// - Parameter facts: the mark's facts without the context of its anchors, which is read again
  ///   for the mark `id` where its words are not in their old place.
  init(
    _ expression: PassageExpression, _ facts: MarkFacts, _ id: RecordID?, in session: inout Session
  ) throws(Diagnostic) {
    let name = facts.anchors.first?.article ?? expression.articleName ?? ""
    guard let article = session.book.articles.named(name) else {
      throw Diagnostic(.articleMissing(name), hint: "its words are in the record")
    }
    self.article = article
    let text = session.book.articles[article].text
    let words = expression.words
    guard facts.anchors.count == words.count else {
      var snapshot = session
      let passage = try expression.resolve(in: &snapshot)
      pieces = passage.pieces
      start = text.scalarOffset(ofByte: pieces[0].lowerBound)
      condition = .exact
      return
    }
    var anchors =
      words.count == 1 ? facts.anchors : facts.anchors.sorted { $0.start < $1.start }
    start = anchors[0].start
    if let exact = Self.exact(anchors, words, text) {
      pieces = exact
      condition = .exact
      return
    }
    if let id { anchors = session.markFacts(id).anchors.sorted { $0.start < $1.start } }
    let resolution = locate(Self.anchor(anchors, words), in: text)
    switch resolution.state {
    case .exact:
      pieces = resolution.pieces
      condition = .exact
    case .normalised:
      pieces = resolution.pieces
      condition = .normalised
    case .drifted:
      pieces = resolution.pieces
      condition = .drifted
    case .ambiguous, .orphan:
      throw Diagnostic(
        .orphan(name), hint: resolution.nearest.map { "nearest: \(JSONString.quote(text[$0]))" })
    }
  }

  /// The recorded places, where the recorded words stand there.
  private static func exact(_ anchors: [AnchorFact], _ words: [String], _ text: CanonicalText)
    -> [Range<Int>]?
  {
    var pieces: [Range<Int>] = []
    for (anchor, words) in zip(anchors, words) {
      let start = text.byteOffset(ofScalar: anchor.start)
      let end = start + words.utf8.count
      guard end <= text.count, text.holds(words, at: start) else { return nil }
      pieces.append(start..<end)
    }
    return pieces
  }

  private static func anchor(_ anchors: [AnchorFact], _ words: [String]) -> Anchor {
    Anchor(
      pieces: zip(anchors, words).map { fact, words in
        AnchorPiece(
          exact: words, before: fact.before, after: fact.after, start: fact.start,
          length: fact.length)
      })
  }
}

extension Message {
  static func articleMissing(_ name: String) -> Message {
    Message(
      "article-missing", "the article ‘\(name)’ of this mark is not there", exit: .evidenceMissing)
  }
  static func orphan(_ name: String) -> Message {
    Message("orphan", "the words of this mark are not in ‘\(name)’", exit: .evidenceMissing)
  }
}
