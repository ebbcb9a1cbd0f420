import Casebook
import Diagnostics
import Readers
import SourceText
import Testing

/// Documents of word processors and books, made by the tests.
@Suite struct DocumentTests {
  static let talks =
    "The crews of the ferries stayed away from work on Monday, and no talks are agreed."
  private static let word =
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""

  private static func paragraph(_ text: String, _ properties: String = "") -> String {
    "<w:p><w:pPr>\(properties)</w:pPr><w:r><w:t>\(text)</w:t></w:r></w:p>"
  }

  private static func style(_ id: String) -> String { "<w:pStyle w:val=\"\(id)\"/>" }

  static let docx: [(String, String)] = [
    ("[Content_Types].xml", "<Types/>"),
    (
      "word/document.xml",
      "<w:document \(word)><w:body>" + paragraph("Ferry strike", style("Titel"))
        + paragraph(talks) + paragraph("What is offered", style("berschrift1"))
        + paragraph("Two more days of rest.", "<w:numPr/>")
        + paragraph("“Out of the question.”", style("Zitat"))
        + "<w:tbl><w:tr><w:tc>\(paragraph("Nights"))</w:tc><w:tc>\(paragraph("12"))</w:tc></w:tr></w:tbl>"
        + paragraph("Empty quays", style("Caption"))
        + "<w:p><w:r><w:t>Both </w:t></w:r><w:del><w:r><w:delText>never </w:delText></w:r></w:del>"
        + "<w:r><w:instrText>PAGE</w:instrText><w:t>meet.</w:t></w:r></w:p></w:body></w:document>"
    ),
    (
      "word/styles.xml",
      "<w:styles \(word)><w:style w:styleId=\"Titel\"><w:name w:val=\"Title\"/></w:style>"
        + "<w:style w:styleId=\"berschrift1\"><w:name w:val=\"heading 1\"/></w:style>"
        + "<w:style w:styleId=\"Zitat\"><w:name w:val=\"Quote\"/></w:style></w:styles>"
    ),
    (
      "word/footnotes.xml",
      "<w:footnotes \(word)><w:footnote w:type=\"separator\"><w:p/></w:footnote>"
        + "<w:footnote w:id=\"1\">\(paragraph("See the rota of May."))</w:footnote></w:footnotes>"
    ),
    (
      "docProps/core.xml",
      """
      <cp:coreProperties xmlns:cp="c" xmlns:dc="http://purl.org/dc/elements/1.1/" \
      xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>Microsoft Word - x</dc:title>\
      <dc:creator>Mara Lind; Ivo Senn</dc:creator>\
      <dcterms:created>2033-05-03T08:15:00Z</dcterms:created></cp:coreProperties>
      """
    ),
  ]
  static let odt: [(String, String)] = [
    ("mimetype", "application/vnd.oasis.opendocument.text"),
    (
      "content.xml",
      """
      <o:document-content xmlns:o="o" xmlns:text="t" xmlns:style="s" xmlns:table="b" xmlns:draw="d">\
      <style:style style:name="P1" style:parent-style-name="Title"/><o:body><o:text>\
      <text:tracked-changes><text:p>gone</text:p></text:tracked-changes>\
      <text:p text:style-name="P1">Ferry strike</text:p>\
      <text:p>\(talks)<text:note><text:note-citation>1</text:note-citation><text:note-body>\
      <text:p>See the rota of May.</text:p></text:note-body></text:note></text:p>\
      <text:h>What is offered</text:h>\
      <text:list><text:list-item><text:p>Two more<text:s/>days of rest.</text:p></text:list-item>\
      </text:list><table:table-row><table:table-cell><text:p>Nights</text:p></table:table-cell>\
      <table:table-cell><text:p>12</text:p></table:table-cell></table:table-row>\
      <text:p><draw:text-box><text:p>Empty quays</text:p></draw:text-box></text:p>\
      </o:text></o:body></o:document-content>
      """
    ),
    (
      "meta.xml",
      """
      <m xmlns:meta="m" xmlns:dc="d"><meta:initial-creator>Mara Lind</meta:initial-creator>\
      <meta:creation-date>2033-05-03T08:15:00</meta:creation-date></m>
      """
    ),
  ]
  static let epub: [(String, String)] = [
    ("mimetype", "application/epub+zip"),
    (
      "META-INF/container.xml",
      "<container><rootfiles><rootfile full-path=\"OEBPS/c.opf\"/></rootfiles></container>"
    ),
    (
      "OEBPS/c.opf",
      """
      <package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>The Strike</dc:title>\
      <dc:creator>Mara Lind</dc:creator><dc:date>2033-05-03</dc:date></metadata><manifest>\
      <item id="n" href="nav.xhtml" properties="nav"/><item id="c" href="cover.xhtml"/>\
      <item id="a" href="a%20b.xhtml"/><item id="x" href="../../../etc/passwd"/>\
      <item id="b" href="b.xhtml"/></manifest><spine><itemref idref="n"/><itemref idref="c"/>\
      <itemref idref="a"/><itemref idref="x"/><itemref idref="b"/></spine></package>
      """
    ),
    ("OEBPS/nav.xhtml", "<html><body><p>Contents</p></body></html>"),
    ("OEBPS/cover.xhtml", "<html><body><img/></body></html>"),
    (
      "OEBPS/a b.xhtml",
      "<?xml version=\"1.0\"?><html><body><h1>One</h1><p>\(talks)</p>"
        + "<blockquote><p>“No.”</p></blockquote></body></html>"
    ),
    ("OEBPS/b.xhtml", "<html><body><h1>Two</h1><p>\(talks)</p></body></html>"),
  ]

  private func read(_ bytes: [UInt8]) throws(Diagnostic) -> ReadSource {
    try ArticleReader.source(bytes, name: "report.doc")
  }

  private func read(_ files: [(String, String)]) throws(Diagnostic) -> ReadSource {
    try read(Zip.of(files))
  }

  private func id(_ bytes: [UInt8]) -> String? {
    do throws(Diagnostic) {
      _ = try read(bytes)
      return nil
    } catch { return error.message.id }
  }

  private func kinds(_ article: ReadArticle) -> [String] {
    article.content.blocks.map { "\($0.kind.rawValue): \(article.content.text[$0.range])" }
  }

  @Test func docxHasHeadingsParagraphsCaptionsAndNotes() throws {
    let article = try read(Self.docx).articles[0]
    #expect(
      kinds(article) == [
        "headline: Ferry strike", "paragraph: \(Self.talks)", "heading: What is offered",
        "list-item: Two more days of rest.", "quote: “Out of the question.”",
        "table-row: Nights | 12", "caption: Empty quays", "paragraph: Both meet.",
        "list-item: See the rota of May.",
      ])
    let meta = article.content.metadata
    #expect(meta.title?.value == "Ferry strike" && meta.byline == ["Mara Lind", "Ivo Senn"])
    #expect(meta.language == "en")
    // When the file was made is no day of publication.
    #expect(meta.published.day == nil)
    #expect(meta.others.contains { $0.field == .published && $0.value == "2033-05-03" })
  }

  @Test func aDocumentOfBrokenXMLSaysSo() throws {
    #expect(try read(Self.docx).articles[0].notes.isEmpty)
    let cut = Self.docx.map { file in
      file.0 == "word/document.xml" ? (file.0, String(file.1.dropLast(60))) : file
    }
    #expect(try read(cut).articles[0].notes.count == 1)
  }

  @Test func odtHasHeadingsParagraphsCaptionsAndNotes() throws {
    let article = try read(Self.odt).articles[0]
    #expect(
      kinds(article) == [
        "headline: Ferry strike", "paragraph: \(Self.talks)", "heading: What is offered",
        "list-item: Two more days of rest.", "table-row: Nights | 12", "caption: Empty quays",
        "list-item: See the rota of May.",
      ])
    #expect(article.content.metadata.byline == ["Mara Lind"])
  }

  @Test func eachChapterOfABookIsAnArticle() throws {
    let source = try read(Self.epub)
    #expect(source.articles.map { $0.content.metadata.title?.value } == ["One", "Two"])
    #expect(source.articles.map(\.number) == [2, 4] && source.problems.isEmpty)
    #expect(source.articles[0].content.metadata.sections == ["The Strike"])
    #expect(kinds(source.articles[0]).last == "quote: “No.”")
  }

  /// However often its reading order names a document, it is one article.
  @Test func aChapterThatIsNamedAgainIsReadOnce() throws {
    let item = "<itemref idref=\"b\"/>"
    let again = Self.epub.map { name, text in
      (name, text.replacing("</spine>", with: String(repeating: item, count: 300) + "</spine>"))
    }
    #expect(again.contains { $0.1.contains(item + item) })
    #expect(try read(again).articles.map { $0.content.metadata.title?.value } == ["One", "Two"])
  }

  @Test(arguments: [docx, odt, epub])
  func documentsCutAnywhereEndInAnArticleOrADiagnostic(_ files: [(String, String)]) {
    let bytes = Zip.of(files)
    for length in stride(from: 0, to: bytes.count, by: bytes.count / 40) {
      do throws(Diagnostic) { _ = try read(Array(bytes[..<length])) } catch {
        #expect(error.rendered().isEmpty == false)
      }
    }
  }

  @Test func gzipOfAnythingIsRead() throws {
    #expect(try read(Zip.gzip(Zip.of(Self.docx))).articles.count == 1)
    #expect(try read(Zip.gzip(Array(FeedTests.rss.utf8))).articles.count == 2)
    #expect(try read(Zip.gzip(Array("\(Self.talks)\n".utf8))).articles.count == 1)
    let packed = Zip.gzip(Array("\(Self.talks)\n".utf8))
    #expect(id(Array(packed.dropLast(12))) == "archive-broken")
  }

  @Test func trapsAreRefused() {
    let large = [UInt8](repeating: 0x61, count: 130 << 20)
    #expect(id(Zip.of([("word/document.xml", large)])) == "archive-too-large")
    #expect(id(Zip.gzip(Zip.gzip(Array(Self.talks.utf8)))) == "packed-twice")
    #expect(id(Zip.of([("inner.docx", Zip.of(Self.docx))])) == "archive-of-others")
    #expect(id(Zip.of([("../../word/document.xml", Array("<a/>".utf8))])) == "archive-of-others")
    let many = (0..<20_001).map { ("\($0).xml", [UInt8]()) }
    #expect(id(Zip.of(many)) == "archive-too-large")
    let locked = Self.odt + [("META-INF/manifest.xml", "<m><encryption-data/></m>")]
    #expect(id(Zip.of(locked)) == "archive-encrypted")
    #expect(id(Zip.of([("word/document.xml", "<w:document/>")])) == "no-text")
    let deep = String(repeating: "<w:p>", count: 100_000)
    #expect(id(Zip.of([("word/document.xml", deep)])) == "no-text")
  }

  @Test func otherFormatsAreNamed() {
    #expect(id([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0]) == "other-format")
    #expect(id(Array("{\\rtf1 x}".utf8)) == "other-format")
  }
}
