internal import Casebook
internal import CommandKit
internal import SourceText

/// What is read from the analyst's own words.
struct ProseRules {
  private let session: Session
  private let sentences: [ProseSentence]
  private let terms: [[Tradecraft.Term]]

  init(_ session: Session) {
    self.session = session
    sentences = session.proseSentences
    terms = sentences.map { Tradecraft.shared.terms(in: $0.words) }
  }

  var findings: [Finding] { mixedRows + confidence + oneSource + quotes }

  /// Of the two rows the one that is used less is reported, of equals the second.
  private var mixedRows: [Finding] {
    let all = terms.joined()
    let (first, second) = (all.count { $0.kind == .first }, all.count { $0.kind == .second })
    if first == 0 || second == 0 { return [] }
    let rare: Tradecraft.Kind = second <= first ? .second : .first
    let (number, others) = rare == .second ? ("second", first) : ("first", second)
    let otherRow = rare == .second ? "first" : "second"
    return places { $0.kind == rare }.map { sentence, term in
      finding(
        .mixedRows, sentence,
        "“\(term.words)” is of the \(number) row, \(others) elsewhere of the \(otherRow)",
        "write “\(term.other ?? "")”")
    }
  }

  private var confidence: [Finding] {
    sentences.indices.compactMap { i in
      guard let one = terms[i].first(where: { $0.kind == .confidence }),
        let other = terms[i].first(where: { $0.kind == .first || $0.kind == .second })
      else { return nil }
      return finding(
        .confidenceWithLikelihood, sentences[i], "“\(one.words)” and “\(other.words)”",
        "say how likely and how sure in two sentences")
    }
  }

  /// A sentence that says *confirmed* and names passages of one article only.
  private var oneSource: [Finding] {
    sentences.indices.compactMap { i in
      guard let term = terms[i].first(where: { $0.kind == .certain }) else { return nil }
      let named = Set(sentences[i].words.compactMap { article(named: $0) })
      guard named.count == 1, let article = named.first else { return nil }
      let name = session.book.articles[article].name
      return finding(
        .oneSource, sentences[i], "“\(term.words)”, and only \(name) is named",
        "name a second source, or write “reported”")
    }
  }

  /// The article of an address: `wire:15`, or of a mark's id.
  private func article(named word: String) -> ArticleID? {
    if let colon = word.lastIndex(of: ":") { return session.book.articles.named(word[..<colon]) }
    guard let id = RecordID(word.utf8) else { return nil }
    if let row = session.book.annotations.row(of: id) {
      return session.book.annotations.article(row)
    }
    return session.book.statements.row(of: id).map { session.book.article(of: $0) }
  }

  private var quotes: [Finding] {
    // What is left out or put in is not compared: each piece by itself.
    var pieces: [String] = []
    var owner: [Int] = []
    for (i, sentence) in sentences.enumerated() {
      for quote in sentence.quotes {
        for piece in quote.split(whereSeparator: { $0 == "…" || $0 == "[" || $0 == "]" }) {
          pieces.append(String(piece))
          owner.append(i)
        }
      }
    }
    return QuoteCheck(pieces).differences(in: session.book).map { one in
      let words = Layout.cut(
        Layout.words(session.book.articles[one.article].text[one.range]), 120)
      return finding(
        .quoteDiffers, sentences[owner[one.quote]],
        "“\(Layout.words(pieces[one.quote]))”",
        "\(session.hint(for: one.range, in: one.article)) has “\(words)”")
    }
  }

  private func places(_ isMeant: (Tradecraft.Term) -> Bool) -> [(ProseSentence, Tradecraft.Term)] {
    sentences.indices.flatMap { i in terms[i].filter(isMeant).map { (sentences[i], $0) } }
  }

  private func finding(
    _ rule: LintRule, _ sentence: ProseSentence, _ text: String, _ advice: String
  ) -> Finding {
    Finding(
      rule: rule, place: sentence.place, text: text, advice: advice,
      records: sentence.record.map { [$0] } ?? [],
      subject: sentence.record == nil ? .prose(sentence.place, sentence.text) : nil)
  }
}
