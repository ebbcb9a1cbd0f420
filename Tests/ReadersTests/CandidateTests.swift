import Casebook
import SourceText
import Testing

@testable import Readers

/// What other places of a page say of title, day and authors stays to be seen.
@Suite struct CandidateTests {
  private static let page = """
    <html><head><title>Monitors cross the Merrow | The Selan Ledger</title>
    <link rel="canonical" href="https://ledger.example/2031/04/19/monitors">
    <meta property="og:title" content="Monitors cross the river at last">
    <meta property="article:published_time" content="2031-04-20T08:00:00Z">
    <meta name="author" content="Tomas Venn"><meta name="dc.creator" content="Ilse Brandt">
    </head><body><article><h1>Monitors cross the Merrow</h1>
    <p>The first forty observers walked over the bridge at Dunmere on Saturday morning, and the
    guards on both sides of the river looked on without a word, as they had been told to.</p>
    <p>By noon the second team had reached the eastern bank, where the council had put up tables
    with bread and a list of names, and a brass band that did not know what to play for them.</p>
    <p>The commander of the guard said that nothing had been agreed about the nights, and that the
    observers would have to knock if they wanted to see anything after eight in the evening.</p>
    </article></body></html>
    """

  @Test func theLosersAreKeptWithTheirPlaces() throws {
    let read = try HTMLReader.read(Array(Self.page.utf8), name: "monitors.html")
    let meta = read.content.metadata
    #expect(meta.title?.value == "Monitors cross the Merrow")
    #expect(meta.byline == ["Tomas Venn"])
    #expect(meta.url == "https://ledger.example/2031/04/19/monitors")
    #expect(meta.urlBasis == "canonical link")
    let titles = meta.others.filter { $0.field == .title }
    #expect(
      titles.contains(
        MetadataCandidate(.title, "Monitors cross the river at last", basis: "meta og:title")))
    let authors = meta.others.filter { $0.field == .author }
    #expect(authors == [MetadataCandidate(.author, "Ilse Brandt", basis: "meta dc.creator")])
    let days = meta.others.filter { $0.field == .published }
    #expect(days == [MetadataCandidate(.published, "2031-04-19", basis: "URL")])
  }

  @Test func theLosersOfATextAreKeptWithTheirLines() throws {
    let page = try Page(
      """
      Monitors cross the Merrow
      By Ada Brandt
      Published 19 April 2031
      20 April 2031

      The first forty observers walked over the bridge at Dunmere on Saturday morning, and the guards on \
      both sides of the river looked on without a word, as they had been told to.

      By noon the second team had reached the eastern bank, where the council had put up tables with \
      bread and a list of names, and a brass band that did not know what to play for them.

      By Tomas Venn
      """)
    #expect(page.metadata.byline == ["Ada Brandt"])
    #expect(page.metadata.published.day?.description == "2031-04-19")
    #expect(
      page.metadata.others == [
        MetadataCandidate(.published, "2031-04-20", basis: "line 4"),
        MetadataCandidate(.author, "Tomas Venn", basis: "line 10"),
      ])
  }

  @Test func aDayBesideTheBylineGoesBeforeOthersAndSeveralAloneStateNothing() throws {
    func day(_ head: String) throws -> String? {
      let paragraph =
        "The first forty observers walked over the bridge at Dunmere on Saturday morning, and the guards "
        + "on both sides of the river looked on without a word, as they had been told to."
      let page = try Page(
        "Monitors cross the Merrow\n\(head)\n\n\(paragraph)\n\n\(paragraph) Twice.\n")
      return page.metadata.published.day?.description
    }
    #expect(try day("19 April 2031\nBy Ada Brandt\n17 May 2030") == nil)
    #expect(try day("17 May 2030\nPorts\nBy Ada Brandt\n19 April 2031") == "2031-04-19")
    #expect(try day("17 May 2030\nPorts\n19 April 2031") == nil)
    #expect(try day("19 April 2031") == "2031-04-19")
  }

  @Test func whatAnEntryOverrulesIsKept() throws {
    let feed = """
      <?xml version="1.0"?><rss version="2.0"><channel><item><title>Monitors cross</title>
      <author>Ilse Brandt</author><pubDate>Sat, 19 Apr 2031 08:00:00 +0000</pubDate><description>
      &lt;p&gt;By Ada Brandt&lt;/p&gt;&lt;p&gt;Published 3 May 2031&lt;/p&gt;&lt;p&gt;The first forty
      observers walked over the bridge at Dunmere on Saturday morning, and the guards on both sides of
      the river looked on without a word.&lt;/p&gt;</description></item></channel></rss>
      """
    let article = try ArticleReader.source(Array(feed.utf8), name: "feed.xml").articles[0]
    let meta = article.content.metadata
    #expect(meta.byline == ["Ilse Brandt"] && meta.published.day?.description == "2031-04-19")
    #expect(meta.others.contains(MetadataCandidate(.author, "Ada Brandt", basis: "in the text")))
    #expect(meta.others.contains { $0.field == .published && $0.value == "2031-05-03" })
  }

  @Test func tagsOfLanguagesAreReadAsPagesWriteThem() {
    let read = ["en-GB", " EN_us", "nds", "zh-Hant-TW", "en, de"].map { Language.code($0) }
    #expect(read == ["en", "en", "nds", "zh", nil])
    for tag in ["", " ", "-", "english", "e", "12", "<x>"] { #expect(Language.code(tag) == nil) }
  }

  @Test func languagesAreNamedInTheTable() {
    #expect(PressDocument.language("English; Nederlands") == "en")
    #expect(PressDocument.language("DEUTSCH") == "de")
    #expect(PressDocument.language("Italiano") == "it")
    #expect(PressDocument.language("Klingon") == nil)
  }
}
