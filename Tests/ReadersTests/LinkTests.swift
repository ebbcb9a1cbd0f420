import Casebook
import SourceText
import Testing

@testable import Readers

/// Links of blocks: their words, and where they lead.
@Suite struct LinkTests {
  private func links(_ article: ReadArticle) -> [String] {
    article.content.blocks.flatMap { block in
      block.links.map { link in
        #expect(block.range.lowerBound <= link.range.lowerBound)
        #expect(link.range.upperBound <= block.range.upperBound)
        return "\(article.content.text[link.range]) → \(link.address)"
      }
    }
  }

  private func read(_ source: String) throws -> [String] {
    links(try ArticleReader.source(Array(source.utf8), name: "source").articles[0])
  }

  // RFC 3986, section 5.4.
  @Test(arguments: [
    ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"),
    ("/g", "http://a/g"), ("//g", "http://g"), ("?y", "http://a/b/c/d;p?y"),
    ("g?y", "http://a/b/c/g?y"), ("g#s", "http://a/b/c/g#s"), (";x", "http://a/b/c/;x"),
    (".", "http://a/b/c/"), ("..", "http://a/b/"), ("../g", "http://a/b/g"),
    ("../..", "http://a/"), ("../../../g", "http://a/g"), ("/./g", "http://a/g"),
    ("g;x=1/../y", "http://a/b/c/y"), ("HTTPS://G/x", "https://G/x"),
    (" \n g\th ", "http://a/b/c/gh"), ("g h", "http://a/b/c/g%20h"), ("ü", "http://a/b/c/%C3%BC"),
    ("mailto:desk@a.example", "mailto:desk@a.example"),
  ])
  func referencesAreMadeAbsolute(reference: String, address: String) {
    #expect(LinkTarget(base: "http://a/b/c/d;p?q").address(reference.utf8) == address)
  }

  @Test(arguments: [
    "javascript:alert(1)", " java\nscript:alert(1)", "JavaScript:x", "data:text/html,x", "#part",
    "",
    "file:///etc/passwd", "vbscript:x", "blob:x", "https:", "http:///x", "mailto:",
    "///x", "//", "//?x",
    String(repeating: "a", count: 3_000),
  ])
  func whatCannotBeFollowedLeadsNowhere(reference: String) {
    #expect(LinkTarget(base: "https://a.example/").address(reference.utf8) == nil)
  }

  @Test func withoutAnAddressOnlyAbsoluteLinksLeadSomewhere() {
    let target = LinkTarget(base: nil)
    #expect(target.address("g".utf8) == nil)
    #expect(target.address("https://a.example/g".utf8) == "https://a.example/g")
    for base in ["file:///a/b", "https:/a/b", "https:a", "http:///a"] {
      #expect(LinkTarget(base: base).address("c".utf8) == nil)
      #expect(LinkTarget(base: base).address("/c".utf8) == nil)
    }
  }

  private static let talks =
    "the observers walked over the bridge on Saturday, and the guards looked on without a word."

  private static func page(_ head: String) -> String {
    """
    <!doctype html><html><head><title>Monitors cross</title>\(head)</head><body>
    <nav><a href="/home">Home</a></nav><article><h1>Monitors cross the Merrow</h1>
    <p>After <a href="../dam?a=1&amp;b=2"> the <b>dam</b> opened</a>, \(talks)</p>
    <p>As <a href="javascript:run()">nobody</a> expected, \(talks) <a href="//selan.example/x">More</a></p>
    </article></body></html>
    """
  }

  @Test func linksOfAPageStartAtItsAddress() throws {
    let more = "More → https://selan.example/x"
    let canonical = "<link rel=\"canonical\" href=\"https://ledger.example/2031/monitors\">"
    #expect(
      try read(Self.page(canonical)) == [
        "the dam opened → https://ledger.example/dam?a=1&b=2", more,
      ])
    let base = "<base href=\"/archive/old/\">"
    #expect(
      try read(Self.page(base + canonical))
        == ["the dam opened → https://ledger.example/archive/dam?a=1&b=2", more])
    #expect(try read(Self.page("")) == [])
  }

  @Test func thePlaceItWasFetchedFromGoesBeforeTheOneItStates() throws {
    let page = Self.page("<link rel=\"canonical\" href=\"/monitors\">")
    let source = try ArticleReader.source(
      Array(page.utf8), name: "page", address: "http://ledger.example/a/b")
    #expect(
      links(source.articles[0])
        == ["the dam opened → http://ledger.example/dam?a=1&b=2", "More → http://selan.example/x"])
  }

  @Test func linksOfMarkdownAreKept() throws {
    let found = try read(
      """
      ---
      title: Monitors
      ---
      As [the council](https://ledger.example/council) says, \(Self.talks) See [there](there.md) and
      <https://selan.example/>.
      """)
    #expect(
      found == [
        "the council → https://ledger.example/council",
        "https://selan.example/ → https://selan.example/",
      ])
  }

  @Test func linksOfAnEntryStartAtItsAddress() throws {
    let found = try read(
      """
      <?xml version="1.0"?><rss version="2.0"><channel><title>Ledger</title><item><title>Monitors</title>
      <link>https://ledger.example/2031/monitors</link>
      <description>&lt;p&gt;After &lt;a href="dam"&gt;the dam&lt;/a&gt;, \(Self.talks)&lt;/p&gt;</description>
      </item></channel></rss>
      """)
    #expect(found == ["the dam → https://ledger.example/2031/dam"])
  }

  private func document(_ files: [(String, String)]) throws -> [String] {
    links(try ArticleReader.source(Zip.of(files), name: "report").articles[0])
  }

  @Test func linksOfDocumentsAreKept() throws {
    let word = """
      <w:document xmlns:w="w" xmlns:r="r"><w:body><w:p><w:r><w:t>After  </w:t></w:r>
      <w:hyperlink r:id="rId4"><w:r><w:t xml:space="preserve"> the  dam </w:t></w:r></w:hyperlink>
      <w:r><w:t>, \(Self.talks)</w:t></w:r></w:p></w:body></w:document>
      """
    let relations = """
      <Relationships><Relationship Id="rId4" Target="https://ledger.example/dam"
      TargetMode="External"/></Relationships>
      """
    #expect(
      try document([
        ("word/document.xml", word), ("word/_rels/document.xml.rels", relations),
      ]) == ["the dam → https://ledger.example/dam"])
    let open = """
      <office:document-content xmlns:office="o" xmlns:text="t" xmlns:xlink="x"><office:body><text:p>After
      <text:a xlink:href="https://ledger.example/dam">the dam</text:a>, \(Self.talks)</text:p>
      </office:body></office:document-content>
      """
    #expect(
      try document([("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", open)])
        == ["the dam → https://ledger.example/dam"])
  }
}
