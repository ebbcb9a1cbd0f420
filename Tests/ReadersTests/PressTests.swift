import Casebook
import Diagnostics
import SourceText
import Testing

@testable import Readers

/// Exports in the manner of press databases, of invented papers; and Markdown with front matter.
@Suite struct PressTests {
  static let talks =
    "The crews of the ferries stayed away from work on Monday, and no talks are agreed."
  static let answer = "Corda said on Friday that it would answer within the week, and not before."

  static let numbered = """
                                   1 of 2 DOCUMENTS

                                   The Selan Ledger

                                April 17, 2031 Thursday

    Port Selan hosts first
    direct talks

    BYLINE: Mira Oslin and Tam Berg

    SECTION: WORLD; Pg. 4

    LENGTH: 812 words

    DATELINE: SELAN

     \(talks)

     \(answer)

    LOAD-DATE: April 18, 2031

                       Copyright 2031 The Selan Ledger

                                   2 of 2 DOCUMENTS

                                     Corda Today

                                April 18, 2031 Friday

    Corda answers

    LENGTH: 120 words

     \(answer)

    """
  static let ended = """
    Port Selan hosts first direct talks
    The Selan Ledger
    April 17, 2031 Thursday

    Copyright 2031 The Selan Ledger All Rights Reserved
    Section: WORLD; Pg. 4
    Length: 812 words
    Byline: Mira Oslin and Tam Berg
    Body

    \(talks)

    \(answer)

    Load-Date: April 18, 2031

    End of Document

    Corda answers
    Corda Today
    April 18, 2031 Friday

    Length: 120 words
    Body

    \(answer)

    End of Document

    """
  static let tagged = """
    HD  Port Selan hosts first direct talks
    BY  By Mira Oslin and Tam Berg
    WC  812 words
    PD  17 April 2031
    SN  The Selan Ledger
    SC  SELLED
    LA  English
    CY  Copyright 2031 The Selan Ledger.
    LP  \(talks)

    TD
    \(answer)

    AN  Document SELLED0020310417ea4h0001x

    HD  Corda answers
    WC  120 words
    PD  18 April 2031
    SN  Corda Today
    LP  \(answer)
    AN  Document CORTOD0020310418ea4h0001x

    """
  static let listed = """
    Port Selan hosts first direct talks

    By Mira Oslin and Tam Berg
    812 words
    17 April 2031
    09:30
    The Selan Ledger
    SELLED
    English
    Copyright 2031 The Selan Ledger.

    \(talks)

    \(answer)

    Document SELLED0020310417ea4h0001x

    Corda answers

    120 words
    18 April 2031
    Corda Today
    CORTOD
    English
    (c) 2031 Corda Today

    \(answer)

    Document CORTOD0020310418ea4h0001x

    """

  private func read(_ text: String) throws(Diagnostic) -> ReadSource {
    try ArticleReader.source(Array(text.utf8), name: "export.txt")
  }

  private func paragraphs(_ article: ReadArticle) -> [String] {
    article.content.blocks.filter(\.kind.isNumbered).map { article.content.text[$0.range] }
  }

  @Test(arguments: [numbered, ended, tagged, listed])
  func anExportIsSplitAndItsFieldsAreRead(_ text: String) throws {
    let source = try read(text)
    #expect(source.articles.count == 2 && source.problems.isEmpty)
    let metas = source.articles.map(\.content.metadata)
    #expect(
      metas.map { $0.title?.value } == ["Port Selan hosts first direct talks", "Corda answers"])
    #expect(metas.map { $0.publisher?.value } == ["The Selan Ledger", "Corda Today"])
    #expect(metas.map { $0.published.day?.description } == ["2031-04-17", "2031-04-18"])
    #expect(metas.map(\.byline) == [["Mira Oslin", "Tam Berg"], []])
    #expect(metas[0].title?.basis == "export")
    #expect(source.articles.map(paragraphs) == [[Self.talks, Self.answer], [Self.answer]])
  }

  @Test(arguments: [numbered, ended, tagged, listed])
  func exportsCutAnywhereEndInArticlesOrADiagnostic(_ text: String) {
    let bytes = Array(text.utf8)
    for length in stride(from: 0, to: bytes.count, by: 9) {
      do throws(Diagnostic) {
        _ = try ArticleReader.source(Array(bytes[..<length]), name: "export.txt")
      } catch { #expect(error.rendered().isEmpty == false) }
    }
  }

  @Test func aTextThatOnlyCountsDocumentsIsNoExport() throws {
    let text = "Notes\n\nThe court released 3 of 9 documents\n\n\(Self.talks)\n\nEnd of Document\n"
    #expect(PressReader.isExport(Array(text.utf8)) == false)
    #expect(try read(text).articles.count == 1)
  }

  @Test func everyRowOfTheFieldTableIsWellFormed() {
    let fields: Set<String> = [
      "title", "author", "publisher", "published", "modified", "url", "section", "language",
      "body", "aside", "place",
    ]
    for row in TableRows.of(PackageResources.fields_tsv) {
      if row[0] == "language" {
        #expect(row.count == 3 && row[1].utf8.count == 2 && row[2] == row[2].lowercased(), "\(row)")
        continue
      }
      #expect(row.count == 3 && ["markdown", "nexis", "factiva"].contains(row[0]), "\(row)")
      #expect(fields.contains(row[1]) && row[2] == row[2].lowercased(), "\(row)")
    }
  }

  @Test func everyRowOfTheTableOfErrorPagesIsWellFormed() {
    let rows = TableRows.of(PackageResources.errorpages_tsv)
    #expect(rows.count > 30)
    for row in rows {
      #expect(row.count == 2 && ["exact", "begins"].contains(row[0]), "\(row)")
      #expect(row[1] == row[1].lowercased() && ErrorTitles.shared.has(row[1]), "\(row)")
    }
  }

  @Test func frontMatterSaysWhoWroteAndWhen() throws {
    let text = """
      ---
      title: "Ferry strike"
      authors:
        - name: Mara Lind
        - Ivo Senn
      date: 2033-05-03
      source: https://courier.example/a
      tags: [harbour, 'strike']
      # a comment
      ---
      # Ferry strike

      \(Self.talks)
      It *goes* on, says [the paper](https://x.example).

      ## What is offered

      - Two more days.

      > “No.”

      """
    let article = try read(text).articles[0]
    let meta = article.content.metadata
    #expect(meta.title?.value == "Ferry strike" && meta.title?.basis == "front matter")
    #expect(meta.byline == ["Mara Lind", "Ivo Senn"] && meta.sections == ["harbour", "strike"])
    #expect(meta.published.day?.description == "2033-05-03")
    #expect(meta.url == "https://courier.example/a")
    // The lines are those of the source, front matter counted.
    #expect(article.content.blocks.map(\.line) == [11, 13, 16, 18, 20])
    let marked = try ArticleReader.source([0xEF, 0xBB, 0xBF] + Array(text.utf8), name: "a.md")
    #expect(marked.articles[0].content.metadata == meta)
    let latin = Array(text.utf8.filter { $0 < 0x80 }) + [0x0A, 0x0A, 0x63, 0x61, 0x66, 0xE9, 0x0A]
    let assumed = try ArticleReader.source(latin, name: "a.md").articles[0].encoding
    #expect(assumed != "UTF-8")
    #expect(
      article.content.blocks.map(\.kind) == [
        .headline, .paragraph, .heading, .listItem, .quote,
      ])
    #expect(paragraphs(article)[0] == Self.talks + " It goes on, says the paper.")
  }

  @Test(arguments: [
    "---\n", "---\na: b\n", "---\na: b\n---\n", "---\n:\n---\nx", "---\nno matter\n",
  ])
  func brokenFrontMatterEndsInAnArticleOrADiagnostic(_ text: String) {
    do throws(Diagnostic) { _ = try read(text) } catch {
      #expect(error.rendered().isEmpty == false)
    }
  }
}
