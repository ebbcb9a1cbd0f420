internal import Anchoring
internal import Casebook
internal import CommandKit
internal import Diagnostics
internal import Patterns
internal import SourceText

/// `find`: where words stand.
struct FindCommand: LookingCommand {
  static let wanted = Slot(
    ValueKind<FindSubject>.findSubject, "words, or a pattern between slashes")
  static let within = Keyword("in", ValueKind<ArticleID>.article, "only in this article")

  static let declaration = Declaration(
    "find", .sources, "finds words or a pattern in the articles", slots: [wanted.erased],
    keywords: [within.erased],
    discussion: """
      Words are found whatever their capitals, quotation marks, dashes and blanks. A pattern is a \
      Perl-compatible regular expression. The hits are passages: `annotate %3`, `attribute %1 to …`.
      """,
    examples: [
      Example("find \"guarantees\"", gives: "wire:15.1", after: [CommandFixtures.load]),
      Example("find /guarantee\\w*/ in wire", gives: "wire:15.1", after: [CommandFixtures.load]),
    ],
    otherWords: ["search": "find WORDS", "grep": "find WORDS"])

  let subject: FindSubject
  let article: ArticleID?

  init(_ arguments: inout Arguments, _ session: __shared Session) throws(Diagnostic) {
    article = try arguments.value(Self.within, session)
    subject = try arguments.next(Self.wanted, session)
  }

  func run(on session: inout Session, in world: World) throws(Diagnostic) -> Output {
    var hits: [(ArticleID, Range<Int>)] = []
    let articles = article.map { [$0] } ?? session.book.articles.all
    for (number, id) in articles.enumerated() {
      try world.attention.step("searching article", number + 1, of: articles.count)
      for range in try ranges(in: id, session) { hits.append((id, range)) }
    }
    if hits.isEmpty {
      let count = article == nil ? session.book.articles.all.count : 1
      return Output(["not found in \(Layout.count(count, "article"))"], rows: [])
    }
    let shown = hits.prefix(200)
    let places = shown.map { session.hint(for: $0.1, in: $0.0) }
    let width = min(24, places.map { DisplayWidth.cells(of: $0) }.max() ?? 8)
    let lines = zip(shown, places).enumerated().map { i, hit in
      let head = "%\(i + 1)".padded(5) + Layout.fit(hit.1, width) + "  "
      return head + context(hit.0, session, world.page.columns - DisplayWidth.cells(of: head))
    }
    let more = hits.count > shown.count ? ["… \(hits.count - shown.count) more"] : []
    return Output(
      lines + more, rows: shown.map { .passage($0.0, [$0.1]) }, next: ["annotate %1"])
  }

  private func ranges(in id: ArticleID, _ session: Session) throws(Diagnostic) -> [Range<Int>] {
    let article = session.book.articles[id]
    let blocks = article.blocks.filter { $0.kind != .setAside }.map(\.range)
    switch subject {
    case .words(let words):
      return occurrences(of: words, in: article.text, within: blocks)
    case .pattern(let source, let place):
      do throws(PatternError) {
        let pattern = try Pattern(source, caseless: true)
        var found: [Range<Int>] = []
        for block in blocks { found += try pattern.matches(in: article.text.bytes, range: block) }
        return found
      } catch {
        throw Diagnostic(.badPattern(error.message), at: place)
      }
    }
  }

  /// The words with what stands around them, the words themselves in brackets.
  private func context(_ hit: (ArticleID, Range<Int>), _ session: Session, _ width: Int) -> String {
    let article = session.book.articles[hit.0]
    let block = article.blocks.first { $0.range.contains(hit.1.lowerBound) }?.range ?? hit.1
    let own = Layout.words(article.text[hit.1])
    let room = max(0, width - DisplayWidth.cells(of: own) - 4)
    let from = max(block.lowerBound, article.text.offset(hit.1.lowerBound, movedBy: -room / 3))
    let before = Layout.words(article.text[from..<hit.1.lowerBound])
    let after = Layout.words(
      article.text[hit.1.upperBound..<max(hit.1.upperBound, block.upperBound)])
    let start = from > block.lowerBound ? "…" : ""
    return Layout.cut("\(start)\(before)[\(own)]\(after)", width)
  }
}

/// What `find` looks for.
enum FindSubject: Sendable {
  case words(String)
  case pattern(String, at: Diagnostic.Place)
}

extension ValueKind where Value == FindSubject {
  static let findSubject = ValueKind(
    "\"words\"|/pattern/", expected: "words in quotation marks, or /pattern/",
    read: { cursor, _ throws(Diagnostic) in
      guard let first = cursor.peek else { throw cursor.missing("words in quotation marks") }
      let text = cursor.line.text(first)
      guard first.form == .plain, text.hasPrefix("/") else {
        cursor.next()
        if first.isQuoted { return .words(text) }
        var words = [text]
        while let word = cursor.peek, word.form == .plain {
          words.append(cursor.line.text(word))
          cursor.next()
        }
        return .words(words.joined(separator: " "))
      }
      // A pattern may hold blanks: it ends at the last slash of what stands here.
      var end = first.range.upperBound
      while let word = cursor.peek {
        cursor.next()
        end = word.range.upperBound
        if cursor.line.bytes[end - 1] == 0x2F, end - first.range.lowerBound > 1 { break }
      }
      let range = first.range.lowerBound..<end
      guard cursor.line.bytes[end - 1] == 0x2F, range.count > 2 else {
        throw Diagnostic(.openPattern, at: cursor.line.place(range), hint: "/pattern/")
      }
      let source = cursor.line.bytes[range.lowerBound + 1..<range.upperBound - 1]
      return .pattern(
        String(decoding: source, as: UTF8.self), at: cursor.line.place(range))
    })
}

extension Message {
  static func badPattern(_ reason: String) -> Message {
    Message("bad-pattern", "the pattern cannot be used: \(reason)")
  }
  static let openPattern = Message("open-pattern", "the pattern has no slash at its end")
}
