internal import Casebook
internal import CommandKit
internal import Diagnostics

/// What is looked at for suggestions: an article, or some of its paragraphs or words.
enum SuggestionScope: Sendable {
  case article(ArticleID)
  case part(PassageExpression)

  /// The part as it was typed, safe to show.
  var typed: String? {
    guard case .part(let expression) = self else { return nil }
    return Layout.words(String(decoding: expression.line.bytes[expression.range], as: UTF8.self))
  }

  /// The article, and the bytes of it that are meant; nil where that is all of it.
  func passage(in session: inout Session) throws(Diagnostic) -> (
    article: ArticleID, pieces: [Range<Int>]?
  ) {
    switch self {
    case .article(let id): return (id, nil)
    case .part(let expression):
      let found = try expression.resolve(in: &session)
      return (found.article, found.pieces)
    }
  }
}

extension ValueKind where Value == SuggestionScope {
  /// The name of an article, else a passage.
  static let articleOrPassage = ValueKind(
    "ARTICLE|PASSAGE", expected: "an article, or a passage as wire:5 or 5-7",
    candidates: { $0.passages() },
    read: { cursor, session throws(Diagnostic) in
      if let word = cursor.peek, word.form == .plain, cursor.rest.count == 1,
        let id = session.book.articles.named(cursor.line.text(word))
      {
        cursor.next()
        return .article(id)
      }
      let word = cursor.peek
      let isName = word.map { $0.form == .plain && cursor.rest.count == 1 } ?? false
      if isName, let text = cursor.peekText,
        !text.contains(where: { $0 == ":" || $0.isNumber || $0 == "%" })
      {
        // Said as of an article: what is near, what is loaded.
        return .article(try ValueKind<ArticleID>.article.read(&cursor, session))
      }
      return .part(try ValueKind<PassageExpression>.passage.read(&cursor, session))
    })
}
