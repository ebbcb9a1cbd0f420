import Casebook
import Diagnostics
import Readers
import SourceText
import Testing

/// Feeds written for this project, of invented papers.
@Suite struct FeedTests {
  static let talks =
    "<p>The crews of the ferries stayed away from work on Monday, and no talks are agreed.</p>"

  static let rss = """
    <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" \
    xmlns:content="http://purl.org/rss/1.0/modules/content/" \
    xmlns:media="http://search.yahoo.com/mrss/"><channel><title>Ostrey Courier</title>
    <language>en-gb</language>
    <item><title>Ferry strike &amp; talks</title><link>https://courier.example/a</link>
    <media:title>A picture</media:title><media:content url="a.jpg"/>
    <dc:creator>Mara Lind and Ivo Senn</dc:creator><category>Harbour</category>
    <pubDate>Tue, 03 May 2033 08:15:00 +0200</pubDate>
    <description>Short.</description>
    <content:encoded><![CDATA[\(talks)]]></content:encoded></item>
    <item><title>Only a link</title></item>
    <item><title>Mayor meets both</title><author>desk@courier.example (Ada Brandt)</author>
    <description>The mayor will meet both sides&nbsp;on Thursday.</description></item>
    </channel></rss>
    """
  static let rdf = """
    <?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" \
    xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
    <channel rdf:about="x"><title>Ostrey Courier</title></channel>
    <item rdf:about="a"><title>Ferry strike</title><link>https://courier.example/a</link>
    <dc:date>2033-05-03T08:15:00Z</dc:date><description>\(escaped(talks))</description></item>
    </rdf:RDF>
    """
  static let atom = """
    <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Ostrey Courier</title>
    <entry><title type="html">Ferry &amp;amp; strike</title><author><name>Mara Lind</name></author>
    <link rel="self" href="x"/><link href="https://courier.example/a"/>
    <published>2033-05-03T08:15:00Z</published><updated>2033-05-04T08:15:00Z</updated>
    <summary>Short.</summary>
    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">\(talks)</div></content>
    </entry></feed>
    """
  static let json = """
    {"version":"https://jsonfeed.org/version/1.1","title":"Ostrey Courier","language":"en","items":[
    {"id":1,"title":"Ferry strike","url":"https://courier.example/a",
     "content_html":"\(talks)","date_published":"2033-05-03T08:15:00Z",
     "authors":[{"name":"Mara Lind"}]},{"id":2,"title":"Nothing"},]}
    """

  private static func escaped(_ text: String) -> String {
    text.map { $0 == "<" ? "&lt;" : String($0) }.joined()
  }

  private func read(_ text: String) throws(Diagnostic) -> ReadSource {
    try ArticleReader.source(Array(text.utf8), name: "feed.xml")
  }

  private func paragraphs(_ article: ReadArticle) -> [String] {
    article.content.blocks.filter(\.kind.isNumbered).map { article.content.text[$0.range] }
  }

  @Test func eachEntryIsAnArticleWithItsOwnHead() throws {
    let source = try read(Self.rss)
    #expect(source.articles.map(\.number) == [1, 3] && source.count == 3)
    let meta = source.articles[0].content.metadata
    #expect(meta.title?.value == "Ferry strike & talks" && meta.title?.basis == "feed entry")
    #expect(meta.byline == ["Mara Lind", "Ivo Senn"] && meta.sections == ["Harbour"])
    #expect(meta.published.day?.description == "2033-05-03")
    #expect(meta.publisher?.value == "Ostrey Courier" && meta.url == "https://courier.example/a")
    #expect(paragraphs(source.articles[0]).count == 1)
    #expect(source.articles[1].content.metadata.byline == ["Ada Brandt"])
    #expect(paragraphs(source.articles[1]) == ["The mayor will meet both sides on Thursday."])
  }

  @Test func emptyElementsSayNothing() throws {
    let empty = Self.atom.replacing("<name>Mara Lind</name>", with: "<name/>")
      .replacing("<updated>", with: "<category/><category term=\"\"/><rights/><updated>")
    let meta = try read(empty).articles[0].content.metadata
    #expect(meta.byline.isEmpty && meta.sections.isEmpty)
  }

  @Test func aBrokenFeedSaysThatPartsMayBeMissing() throws {
    let cut = String(Self.rss.dropLast(40))
    #expect(try read(cut).notes.count == 1)
    #expect(try read(Self.rss).notes == [] && read(Self.atom).notes == [])
  }

  @Test func anEntryWithoutTextIsReportedWithItsNumber() throws {
    let source = try read(Self.rss)
    #expect(source.problems.map(\.number) == [2])
    #expect(source.problems[0].reason.message.id == "entry-empty")
    #expect(try read(Self.json).problems.map(\.number) == [2])
  }

  @Test(arguments: [rdf, atom, json])
  func allKindsOfFeedsAreRead(_ text: String) throws {
    let article = try read(text).articles[0]
    #expect(article.content.metadata.title?.value.hasPrefix("Ferry") == true)
    #expect(article.content.metadata.published.day?.description == "2033-05-03")
    #expect(article.content.metadata.url == "https://courier.example/a")
    #expect(paragraphs(article).first?.hasPrefix("The crews of the ferries") == true)
  }

  @Test(arguments: [rss, rdf, atom, json])
  func feedsCutAnywhereEndInArticlesOrADiagnostic(_ text: String) {
    let bytes = Array(text.utf8)
    for length in stride(from: 0, to: bytes.count, by: 7) {
      do throws(Diagnostic) {
        let source = try ArticleReader.source(Array(bytes[..<length]), name: "feed.xml")
        #expect(!source.articles.isEmpty)
      } catch { #expect(error.rendered().isEmpty == false) }
    }
  }

  @Test func aFeedWithoutEntriesSaysSo() {
    do throws(Diagnostic) {
      _ = try read("<rss><channel><title>x</title></channel></rss>")
      Issue.record("it was read")
    } catch { #expect(error.message.id == "feed-empty") }
  }

  @Test func entitiesAreNeitherFetchedNorBlownUp() throws {
    let bomb = """
      <?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaaaaaaaaaaaa">
      <!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">
      <!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;"><!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;">
      <!ENTITY f "&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;"><!ENTITY x SYSTEM "file:///etc/passwd">]>
      <rss><channel><item><title>t</title><description>&f;&x; no more than that.</description>
      <link a="&f;"/></item></channel></rss>
      """
    let text = try read(bomb).articles[0].content.text
    #expect(text.count < 1_000 && !text[0..<text.count].contains("root:"))
  }

  @Test func deepNestingEndsInArticlesOrADiagnostic() {
    let deep = String(repeating: "<a>", count: 100_000)
    for text in ["<rss><channel><item>\(deep)", "<feed><entry><content type='xhtml'>\(deep)"] {
      do throws(Diagnostic) { _ = try read(text) } catch {
        #expect(error.rendered().isEmpty == false)
      }
    }
  }
}
