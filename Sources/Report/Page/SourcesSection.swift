internal import Casebook
internal import SourceText

/// How much of each article was marked.
struct CoverageSection {
  private let facts: PageFacts

  init(_ facts: PageFacts) { self.facts = facts }

  func write(to html: inout HTMLWriter) {
    html.element(
      .p, [.kind("note")],
      "Paragraphs of each article that hold a mark. What was not marked was read or not: a notebook "
        + "does not say which.")
    let statements = statementCounts()
    html.scrolling("Coverage of articles") { html in
      html.element(.table, [.kind("figures")]) { html in
        html.element(.caption, [.kind("unseen")], "Coverage of articles")
        html.element(.thead) { html in
          html.element(.tr) { html in
            for head in ["Article", "Paragraphs", "With a mark", "Marks", "Statements"] {
              html.element(.th, [.the(.scope, "col")], head)
            }
          }
        }
        html.element(.tbody) { html in
          for id in facts.book.articles.all { row(id, statements[id] ?? 0, &html) }
        }
      }
    }
    html.line()
  }

  private func statementCounts() -> [ArticleID: Int] {
    var counts: [ArticleID: Int] = [:]
    var seen: Set<RecordID> = []
    for row in facts.book.statements.all
    where seen.insert(facts.book.statements.id(row)).inserted {
      counts[facts.book.article(of: row), default: 0] += 1
    }
    return counts
  }

  private func row(_ id: ArticleID, _ statements: Int, _ html: inout HTMLWriter) {
    let article = facts.book.articles[id]
    let all = article.paragraphs.count
    var marked: Set<Int> = []
    facts.book.forEachMark(of: id) { _, paragraph, _ in marked.insert(paragraph) }
    let percent = all == 0 ? 0 : (100 * marked.count + all / 2) / all
    html.element(.tr) { html in
      html.element(.th, [.the(.scope, "row")]) { html in
        html.element(.a, [.to(place: facts.place(of: id))], article.name)
      }
      html.element(.td, [], "\(all)")
      html.element(.td) { html in
        html.text("\(marked.count) (\(percent) %) ")
        html.element(.span, [.kind("bar"), .the(.hidden, "true")]) { html in
          html.element(.span, [.share(percent)], "")
        }
      }
      html.element(.td, [], "\(facts.book.annotations(of: id).count)")
      html.element(.td, [], "\(statements)")
    }
    html.line()
  }
}

/// The articles: what is known of each, and the digest by which its text is known again.
struct SourcesSection {
  private let facts: PageFacts

  init(_ facts: PageFacts) { self.facts = facts }

  func write(to html: inout HTMLWriter) {
    html.element(.ol, [.kind("sources")]) { html in
      for id in facts.book.articles.all {
        html.element(.li, [.the(.id, facts.place(of: id))]) { entry(id, &$0) }
        html.line()
      }
    }
    html.line()
  }

  private func entry(_ id: ArticleID, _ html: inout HTMLWriter) {
    let article = facts.book.articles[id]
    html.element(.p) { html in
      html.element(.strong, [], article.name)
      html.text(" ")
      html.element(
        .span, [.kind("headline")] + PageFacts.language(article.language),
        PageFacts.cut(article.title, to: 300))
    }
    html.element(.p, [.kind("note")], particulars(article).joined(separator: " · "))
    if let address = article.address {
      html.element(.p, [.kind("note address")]) { html in
        html.element(.a, [.to(address), .the(.rel, "noreferrer")], address.text)
      }
    }
    html.element(.p, [.kind("note address")]) { html in
      html.text("File \(article.source) · text ")
      html.element(.code, [], String(article.textDigest.hex.prefix(16)))
    }
  }

  private func particulars(_ article: Article) -> [String] {
    let meta = article.content.metadata
    var parts: [String] = []
    let author = article.typed.author ?? meta.byline.joined(separator: ", ")
    if !author.isEmpty { parts.append(author) }
    parts.append(article.publisher ?? "publisher not stated")
    parts.append(published(article))
    if let genre = meta.genre { parts.append(genre) }
    parts.append(article.grade.map { "source \($0.rawValue), \($0.meaning)" } ?? "not graded")
    return parts
  }

  private func published(_ article: Article) -> String {
    guard let days = article.days else { return "day not stated" }
    let isStated = article.typed.published != nil || article.content.metadata.published.day != nil
    return facts.dashed(days.readable) + (isStated ? "" : " (not stated; implied by the text)")
  }
}

extension Reliability {
  /// The words of the Admiralty code (NATO AJP-2.1).
  fileprivate var meaning: String {
    switch self {
    case .a: "completely reliable"
    case .b: "usually reliable"
    case .c: "fairly reliable"
    case .d: "not usually reliable"
    case .e: "unreliable"
    case .f: "reliability cannot be judged"
    }
  }
}

/// The claims and where their checking stands.
struct ClaimsSection {
  private let facts: PageFacts

  init(_ facts: PageFacts) { self.facts = facts }

  func write(to html: inout HTMLWriter) {
    html.element(.ul, [.kind("claims")]) { html in
      for claim in facts.book.claims {
        html.element(.li) { html in
          html.text(PageFacts.cut(claim.text.onOneLine, to: QuoteWriter.longest))
          html.text(" ")
          html.element(.small, [], particulars(claim))
          places(claim, &html)
        }
        html.line()
      }
    }
  }

  private func particulars(_ claim: Claim) -> String {
    var parts = [claim.status?.rawValue ?? "unchecked"]
    if let kind = claim.kind { parts.append(kind.rawValue) }
    if let credibility = claim.credibility { parts.append("credibility \(credibility)") }
    if let likelihood = claim.likelihood { parts.append(likelihood.rawValue) }
    if let confidence = claim.confidence { parts.append("\(confidence.rawValue) confidence") }
    return parts.joined(separator: " · ")
  }

  private func places(_ claim: Claim, _ html: inout HTMLWriter) {
    for id in claim.made {
      let book = facts.book
      let annotation =
        book.annotations.row(of: id)
        ?? book.statements.row(of: id).map {
          AnnotationRow(rawValue: book.statements.annotations[$0.row])
        }
      guard let annotation else { continue }
      html.text(" · ")
      html.element(
        .a, [.to(place: facts.place(of: book.annotations.article(annotation)))],
        facts.address(of: annotation))
    }
  }
}
