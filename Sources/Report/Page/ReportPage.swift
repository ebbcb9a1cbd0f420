public import Casebook
internal import Comparison
public import NotebookFormat
internal import Readers

/// A notebook as one page for readers: what the analyst found, who stands where in which words, how
/// that changed, who stands near whom, what was read, and where it stands.
///
/// The page is HTML with its style in it. It needs no script and fetches nothing; the same notebook
/// gives the same bytes.
public struct ReportPage {
  /// The page's bytes, UTF-8.
  public let bytes: [UInt8]

  /// The first bytes of every report, by which one is known again.
  public static let mark = Array(
    """
    <!doctype html>
    <html lang="en"><head><meta charset="utf-8">\
    <meta name="generator" content="verbatim report
    """.utf8)

  /// The report of a notebook.
  ///
  /// - Parameters:
  ///   - document: its text, for the analyst's prose and the kept answers.
  ///   - casebook: what its records add up to.
  ///   - name: what the page is called where the notebook has no title.
  ///   - leftOut: how many statements are missing from the casebook because their words were not
  ///     found.
  public init(of document: Document, _ casebook: Casebook, name: String, leftOut: Int = 0) {
    bytes = PageWriter(document, casebook, name: name, leftOut: leftOut).page.bytes
  }
}

/// Writes the parts of a page, in order.
struct PageWriter {
  let facts: PageFacts
  let account: Account
  private let name: String
  private let leftOut: Int

  init(_ document: Document, _ casebook: Casebook, name: String, leftOut: Int) {
    facts = PageFacts(casebook)
    account = Account(of: document)
    self.name = name
    self.leftOut = leftOut
  }

  /// The whole page.
  var page: HTMLWriter {
    var html = HTMLWriter()
    html.doctype()
    html.element(.html, [.the(.lang, "en")]) { html in
      html.element(.head) { head(&$0) }
      html.line()
      html.element(.body) { body(&$0) }
    }
    html.line()
    return html
  }

  private var title: String { account.title ?? name }

  private func head(_ html: inout HTMLWriter) {
    html.void(.meta, [.the(.charset, "utf-8")])
    html.void(.meta, [.the(.name, "generator"), .the(.content, "verbatim report 1")])
    // Nothing is run and nothing is fetched, whatever else the page holds.
    html.void(
      .meta,
      [
        .the(.equivalent, "Content-Security-Policy"),
        .the(.content, "default-src 'none'; style-src 'unsafe-inline'"),
      ])
    html.void(
      .meta, [.the(.name, "viewport"), .the(.content, "width=device-width, initial-scale=1")])
    html.void(.meta, [.the(.name, "color-scheme"), .the(.content, "light dark")])
    html.void(.meta, [.the(.name, "referrer"), .the(.content, "no-referrer")])
    html.element(.title, [], title)
    html.line()
    html.style(PackageResources.report_css)
  }

  private func body(_ html: inout HTMLWriter) {
    let sections = self.sections
    html.element(.header) { masthead(&$0) }
    html.line()
    if sections.count > 1 {
      html.element(.nav, [.the(.label, "Contents")]) { html in
        html.element(.ul) { html in
          for one in sections {
            html.element(.li) { $0.element(.a, [.to(place: one.id)], one.title) }
          }
        }
      }
      html.line()
    }
    html.element(.main) { html in
      for one in sections {
        html.element(.section, [.the(.id, one.id), .the(.labelled, "\(one.id)-title")]) { html in
          html.element(.h2, [.the(.id, "\(one.id)-title")], one.title)
          html.line()
          one.body(&html)
        }
        html.line()
      }
    }
    html.line()
    html.element(.footer) { html in
      html.element(
        .p, [],
        "Made by verbatim from a notebook that anyone can read and replay. Every quotation is in "
          + "the article’s own words.")
    }
  }

  private func masthead(_ html: inout HTMLWriter) {
    html.element(.p, [.kind("kind")], "Report")
    html.element(.h1, [], title)
    html.line()
    if let question = account.question {
      html.element(.p, [.kind("question")]) { html in
        html.element(.span, [.kind("label")], "Working question")
        html.text(" ")
        html.markdown(question.children)
      }
      html.line()
    }
    html.element(.p, [.kind("counts")], facts.summary)
    html.line()
    if leftOut > 0 {
      html.element(
        .p, [.kind("warning")],
        "\(facts.counted(leftOut, "statement")) left out: the words were not found in the text.")
    }
  }

  /// The sections that have something to show.
  private var sections: [PageSection] {
    var all = [PageSection("analysis", "Analysis") { AccountSection(account).write(to: &$0) }]
    if account.lead.isEmpty, account.parts.isEmpty { all = [] }
    if !facts.issues.isEmpty {
      all += [
        PageSection("positions", "Who stands where") { HeatMap(facts).write(to: &$0) },
        PageSection("words", "In their own words") { WordsSection(facts).write(to: &$0) },
      ]
      let timeline = Timeline(facts)
      if !timeline.charts.isEmpty {
        all.append(PageSection("timeline", "Over time") { timeline.write(to: &$0) })
      }
      if let network = NetworkDrawing(facts) {
        all.append(PageSection("network", "Who stands near whom") { network.write(to: &$0) })
      }
    }
    if !facts.book.claims.isEmpty {
      all.append(PageSection("claims", "Claims") { ClaimsSection(facts).write(to: &$0) })
    }
    if !facts.book.articles.all.isEmpty {
      all += [
        PageSection("coverage", "What was read") { CoverageSection(facts).write(to: &$0) },
        PageSection("sources", "Sources") { SourcesSection(facts).write(to: &$0) },
      ]
    }
    if all.isEmpty {
      all.append(
        PageSection("empty", "Nothing yet") {
          $0.element(.p, [], "The notebook has no prose, no articles and no statements yet.")
        })
    }
    return all
  }
}

/// A part of the page with a heading.
struct PageSection {
  let id: String
  let title: String
  let body: (inout HTMLWriter) -> Void

  init(_ id: String, _ title: String, _ body: @escaping (inout HTMLWriter) -> Void) {
    self.id = id
    self.title = title
    self.body = body
  }
}
