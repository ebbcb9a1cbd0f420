import Casebook
import Diagnostics
import Readers
import SourceText
import Testing

/// Pages written for this project, of invented papers.
@Suite struct WebPageTests {
  private static let page = """
    <!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
    <title>Ferry strike enters second week | Ostrey Courier</title>
    <meta property="og:title" content="Ferry strike enters second week">
    <meta property="og:site_name" content="Ostrey Courier">
    <link rel="canonical" href="https://courier.example/ferry-strike">
    <script type="application/ld+json">
    {"@context":"https://schema.org","@type":"NewsArticle",
     "headline":"Ferry strike enters second week","datePublished":"2033-05-03T08:15:00+02:00",
     "dateModified":"2033-05-04T10:00:00+02:00","articleSection":"Harbour",
     "author":[{"@type":"Person","name":"Mara Lind"},{"@type":"Person","name":"Ivo Senn"}],
     "publisher":{"@type":"Organization","name":"Ostrey Courier"},}
    </script></head><body>
    <nav class="main-menu"><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
    <article><h1>Ferry strike enters second week</h1>
    <p class="byline">By Mara Lind and Ivo Senn</p>
    <div class="article-body">
    <p>The crews of the harbour ferries stayed away from work on Monday for the eighth day, and
    no talks have been agreed so far.</p>
    <figure><img src="f.jpg"><figcaption>Empty quays on Monday. Photo: Lind</figcaption></figure>
    <div class="ad-slot">Advertisement</div>
    <p>The union says that it will not return before the new rota is withdrawn, which the company
    calls “out of the question”.</p>
    <h2>What the company offers</h2>
    <ul><li>Two more days of rest in each month.</li><li>A bonus for nights and holidays.</li></ul>
    <div class="related-articles"><a href="/x">Read more: who owns the ferries of the bay?</a></div>
    <p>Both sides meet the mayor on Thursday, who has offered to speak with each of them alone
    before a joint session.</p>
    <p>Correction: an earlier version of this article gave a wrong number of crews.</p>
    </div></article>
    <footer><p>© 2033 Ostrey Courier. All rights reserved.</p></footer></body></html>
    """

  private func read(_ page: String) throws(Diagnostic) -> ArticleContent {
    try ArticleReader.source(Array(page.utf8), name: "page").articles[0].content
  }

  private func blocks(_ content: ArticleContent, _ kind: BlockKind) -> [String] {
    content.blocks.filter { $0.kind == kind }.map { content.text[$0.range] }
  }

  @Test func theArticleIsToldFromThePageAroundIt() throws {
    let content = try read(Self.page)
    #expect(blocks(content, .headline) == ["Ferry strike enters second week"])
    #expect(blocks(content, .paragraph).count == 3)
    #expect(blocks(content, .heading) == ["What the company offers"])
    #expect(blocks(content, .listItem).count == 2)
    #expect(blocks(content, .caption) == ["Empty quays on Monday. Photo: Lind"])
    #expect(blocks(content, .correction).count == 1)
  }

  @Test func whatIsSetAsideStaysWithItsReason() throws {
    let content = try read(Self.page)
    let aside = content.blocks.filter { $0.kind == .setAside }
    let reasons = aside.compactMap(\.reason)
    #expect(reasons.count == aside.count)
    #expect(reasons.contains("advertisement"))
    #expect(reasons.contains("related articles"))
    #expect(reasons.contains("byline"))
  }

  @Test func metadataSayWhereTheyCameFrom() throws {
    let meta = try read(Self.page).metadata
    #expect(meta.title?.value == "Ferry strike enters second week")
    #expect(meta.byline == ["Mara Lind", "Ivo Senn"])
    #expect(meta.publisher == Sourced("Ostrey Courier", basis: "json-ld"))
    #expect(
      meta.published
        == .stated(
          day: Day(year: 2033, month: 5, day: 3)!, instant: "2033-05-03T08:15:00+02:00",
          basis: "json-ld"))
    #expect(meta.modified?.value == Day(year: 2033, month: 5, day: 4))
    #expect(meta.url == "https://courier.example/ferry-strike")
    #expect(meta.sections == ["Harbour"])
    #expect(meta.genre == "news")
    #expect(meta.language == "en")
  }

  @Test func blocksCarryTheirLineInTheSource() throws {
    let content = try read(Self.page)
    let headline = content.blocks.first { $0.kind == .headline }
    #expect(headline?.line == 14)
  }

  @Test func daysThatContradictEachOtherAreNotStated() throws {
    let page = """
      <html><head><meta property="article:published_time" content="2033-05-03"></head><body>
      <article><h1>Quay walls to be raised</h1><time datetime="2033-02-11">11 February 2033</time>
      <p>The council wants to raise the quay walls by a metre before the storms of next winter.</p>
      <p>The work is to begin at the old dock and will take two years, the council said.</p>
      </article></body></html>
      """
    let published = try read(page).metadata.published
    #expect(published.day == nil)
    #expect(published.days?.first == Day(year: 2033, month: 2, day: 11))
    #expect(published.days?.last == Day(year: 2033, month: 5, day: 3))
  }

  @Test func aPageThatIsAllScriptSaysSo() {
    let script = String(repeating: "render('x');", count: 4_000)
    let page = "<!DOCTYPE html><html><body><div id=root></div><script>\(script)</script></body>"
    #expect(throws: Diagnostic.self) { try read(page) }
    do { _ = try read(page) } catch { #expect(error.message.id == "page-is-script") }
  }

  @Test(arguments: ["<div>", "<b>", "<span class=x>", "<table><tr><td>", "<ul><li>"])
  func anyDepthIsRead(_ tag: String) throws {
    let words = "<p>The envoys met in the old customs house and spoke for three hours.</p>"
    let page = "<html><body>" + String(repeating: tag, count: 100_000) + words
    let content = try read(page)
    let found = blocks(content, .paragraph) + blocks(content, .listItem)
    #expect(found == ["The envoys met in the old customs house and spoke for three hours."])
  }

  /// Elements of formatting that are left open are made again in each paragraph: 1,500 times 60,000
  /// of them do not fit any memory.
  @Test func formattingThatIsLeftOpenTakesNoMemoryWithoutEnd() throws {
    let open = (0..<1_500).map { "<b id=\($0)>" }.joined()
    let words = "The envoys met in the old customs house and spoke for three hours."
    let page = "<html><body><p>\(open)\(words)</p>" + String(repeating: "<p>x", count: 60_000)
    #expect(blocks(try read(page), .paragraph).contains(words))
  }

  @Test(
    arguments: [
      "<html", "<!DOCTYPE html><", "<html><body><p", "<html><script>", "<html><!-- x",
      "<html><body><a href='x", "<!doctype html><p>a&#x110000;b&#0;c",
      "<html><script type='application/ld+json'>{\"a\":[{\"b\":\"c", "<html>\u{0}<p>x</html>",
    ])
  func brokenPagesEndInAnArticleOrADiagnostic(_ page: String) {
    do throws(Diagnostic) {
      #expect(try read(page).blocks.isEmpty == false)
    } catch { #expect(error.rendered().isEmpty == false) }
  }

  @Test func aDeclaredEncodingIsUsedWhereTheBytesAreNoUTF8() throws {
    var bytes = Array("<html><meta charset=windows-1251><body><p>".utf8)
    bytes += [0xCF, 0xE5, 0xF0, 0xE5, 0xE3, 0xEE, 0xE2, 0xEE, 0xF0, 0xFB]
    bytes += Array(" 2033.</p></body></html>".utf8)
    let article = try ArticleReader.source(bytes, name: "page").articles[0]
    #expect(article.encoding == "WINDOWS-1251 (declared)")
    #expect(article.content.text[0..<article.content.text.count].hasPrefix("Переговоры"))
  }

  @Test func textIsStillReadAsText() throws {
    let words = "Ferry strike\n\nThe crews stayed away from work on Monday, 3 May 2033.\n"
    let article = try ArticleReader.source(Array(words.utf8), name: "note.html").articles[0]
    #expect(article.content.text[0..<12] == "Ferry strike")
  }
}
