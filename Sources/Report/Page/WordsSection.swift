internal import Casebook
internal import Comparison
internal import SourceText

/// The words behind every position, issue by issue.
struct WordsSection {
  private let facts: PageFacts
  private let quotes: QuoteWriter

  init(_ facts: PageFacts) {
    self.facts = facts
    quotes = QuoteWriter(facts)
  }

  func write(to html: inout HTMLWriter) {
    for (i, issue) in facts.issues.enumerated() { write(issue, i, to: &html) }
  }

  private func write(_ issue: ComparedIssue, _ number: Int, to html: inout HTMLWriter) {
    html.element(.article, [.kind("issue"), .the(.id, facts.place(of: number))]) { html in
      html.element(.h3, [], facts.name(issue.issue))
      html.element(.p, [.kind("proposition")], "“\(facts.proposition(issue.issue))”")
      if let verdict = verdict(issue) { html.element(.p, [.kind("verdict")], verdict) }
      html.line()
      html.element(.table, [.kind("words")]) { html in
        html.element(
          .caption, [.kind("unseen")], "Positions on \(facts.name(issue.issue)) in their words")
        html.element(.thead) { html in
          html.element(.tr) { html in
            for head in ["Party", "Position", "In these words"] {
              html.element(.th, [.the(.scope, "col")], head)
            }
          }
        }
        html.element(.tbody) { html in
          for cell in issue.cells { row(cell, &html) }
        }
      }
    }
    html.line()
  }

  private func row(_ cell: ComparedCell, _ html: inout HTMLWriter) {
    html.line()
    html.element(.tr) { html in
      html.element(.th, [.the(.scope, "row")], facts.name(cell.party))
      html.element(.td) { html in
        let figure = cell.position.map { facts.figure($0) } ?? "\u{2013}"
        html.element(.span, [.kind("chip tone \(facts.tone(cell.position))")], figure)
        for meaning in facts.meaning(cell.marks) {
          html.text(" ")
          html.element(.small, [], meaning)
        }
      }
      html.element(.td) { html in
        for one in facts.result.statements(of: cell) { quotes.write(one, to: &html) }
      }
    }
  }

  private func verdict(_ issue: ComparedIssue) -> String? {
    func held(_ party: PartyID) -> String {
      let position = issue.cell(of: party)?.position.map { " " + facts.figure($0) } ?? ""
      return facts.name(party) + position
    }
    guard let gap = issue.gap, issue.farthest.count == 2 else { return nil }
    if gap == 0 { return "No gap between those who took a position." }
    let ends = issue.farthest.map(held)
    return "Widest gap \(gap): \(ends[0]) against \(ends[1])."
  }
}

/// A quotation with who said it, when, how, and where it stands.
struct QuoteWriter {
  /// Longer quotations are cut on the page; the link leads to all of it.
  static let longest = 1_200
  private let facts: PageFacts
  private let directives: [ArticleID: TextDirectives]

  init(_ facts: PageFacts) {
    self.facts = facts
    var directives: [ArticleID: TextDirectives] = [:]
    for id in facts.book.articles.all where facts.book.articles[id].address != nil {
      directives[id] = TextDirectives(
        facts.book.articles[id].text, marks: facts.book.annotations(of: id).count)
    }
    self.directives = directives
  }

  func write(_ one: ComparedStatement, to html: inout HTMLWriter) {
    let first = facts.book.statement(one.rows[0])
    let article = facts.book.annotations.article(first.annotation)
    guard facts.book.articles.isDefined(article) else { return }
    let source = facts.book.articles[article]
    let words = facts.book.annotations[first.annotation].words(in: source.text)
    html.element(
      .figure, [.kind(one.isCurrent ? "quote" : one.isCopy ? "quote copy" : "quote earlier")]
    ) { html in
      html.element(.blockquote, PageFacts.language(source.language)) { html in
        html.text("“\(PageFacts.cut(words.onOneLine, to: QuoteWriter.longest))”")
      }
      html.element(.figcaption) { html in
        html.text(said(one, first))
        html.text(" · ")
        html.element(
          .a, [.to(place: facts.place(of: article))], facts.address(of: first.annotation))
        live(first.annotation, article, source, &html)
      }
    }
    html.line()
  }

  private func live(
    _ annotation: AnnotationRow, _ article: ArticleID, _ source: Article,
    _ html: inout HTMLWriter
  ) {
    guard let address = source.address, let finder = directives[article] else { return }
    let pieces = facts.book.annotations.pieces(of: annotation)
    html.text(" · ")
    html.element(
      .a, [.to(address.at(finder.directive(for: pieces))), .the(.rel, "noreferrer")],
      "on the page")
  }

  /// `earlier, +1 · Mira Oslin, indirect, 2 Apr 2031 · if no guarantees`
  private func said(_ one: ComparedStatement, _ first: Statement) -> String {
    var stance = one.position.map { facts.figure($0) } ?? first.stance?.token ?? "stance not stated"
    if one.isCopy {
      stance = "in a copy, " + stance
    } else if !one.isCurrent {
      stance = "earlier, " + stance
    }
    var who: [String] = []
    if let speaker = first.speaker {
      who.append(facts.name(speaker))
    } else if let cue = first.cue {
      who.append(cue)
    }
    if !first.via.isEmpty { who.append("via " + first.via.map(facts.name).joined(separator: ", ")) }
    if let channel = first.channel { who.append(channel) }
    if let voice = first.voice { who.append(voice.rawValue) }
    who.append(one.days.map { facts.dashed($0.readable) } ?? "day not stated")
    var parts = [stance, who.joined(separator: ", ")]
    if let condition = first.condition { parts.append("if \(condition)") }
    if let hedge = first.hedge { parts.append("\(hedge.rawValue) hedge") }
    if let settled = facts.result.settlement(of: one, in: facts.book) {
      parts.append("settled by \(coder(settled.coder)): \(coders(one))")
      if let why = settled.why { parts.append(why) }
    } else if one.rows.count > 1 {
      parts.append(coders(one))
    }
    return parts.joined(separator: " · ")
  }

  private func coders(_ one: ComparedStatement) -> String {
    one.rows.map { row in
      let line = facts.book.statement(row)
      let stance = line.stance.map { $0.degree.map(facts.figure) ?? $0.token } ?? "not stated"
      return "\(coder(line.coder)) \(stance)"
    }.joined(separator: ", ")
  }

  private func coder(_ number: Int32) -> String { facts.book.texts.text(number) ?? "?" }
}

extension Article {
  /// Where it can be read on the net, if that is known: as the page states it, or as it was loaded.
  var address: WebAddress? {
    content.metadata.url.flatMap { WebAddress($0) } ?? WebAddress(source)
  }
}

extension String {
  /// Line feeds as blanks.
  var onOneLine: String {
    if !utf8.contains(0x0A) { return self }
    return String(decoding: utf8.map { $0 == 0x0A ? 0x20 : $0 }, as: UTF8.self)
  }
}
