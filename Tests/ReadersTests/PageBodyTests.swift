import Casebook
import Diagnostics
import SourceText
import Testing

@testable import Readers

/// What of a page is its article, where menus, slides, code and other writing make it hard to tell.
@Suite struct PageBodyTests {
  private static let text = """
    <p>The first forty observers walked over the bridge at Dunmere on Saturday morning, and the
    guards on both sides of the river looked on without a word, as they had been told to.</p>
    <p>By noon the second team had reached the eastern bank, where the council had put up tables
    with bread and a list of names, and a brass band that did not know what to play for them.</p>
    <p>The commander of the guard said that nothing had been agreed about the nights, and that the
    observers would have to knock if they wanted to see anything after eight in the evening.</p>
    """

  private func kept(_ body: String) throws -> [String] {
    let page = "<!doctype html><html><body>\(body)</body></html>"
    let content = try HTMLReader.read(Array(page.utf8), name: "page.html").content
    return content.blocks.filter(\.kind.isNumbered).map { content.text[$0.range] }
  }

  @Test func sentencesOfAMenuAboveTheHeadlineAreNoneOfTheArticle() throws {
    let menu = "<ul><li>Everything that the river council decides, week by week.</li></ul>"
    let texts = try kept("<div>\(menu)<h1>Monitors cross the Merrow</h1>\(Self.text)</div>")
    #expect(texts.count == 3)
    #expect(texts[0].hasPrefix("The first forty"))
  }

  @Test func whatIntroducesSectionsStays() throws {
    let intro = "<p>Who has to pay for the water of the Merrow now?</p>"
    let sections = "<h1>The bridge</h1>\(Self.text)<h1>The dam</h1>\(Self.text)"
    for page in [
      "<h1>The week</h1><div>\(intro)\(sections)</div>", "<div>\(intro)\(sections)</div>",
    ] {
      let first = try kept(page).first
      #expect(first?.hasPrefix("Who has to pay") == true, "\(page.prefix(40))")
    }
  }

  @Test func commentsInCodeAreNoCommentsOfReaders() throws {
    let code =
      "<pre><span class=\"token comment\"># count the boats at the lock</span>\nboats = count(lock)</pre>"
    let texts = try kept(
      "<article><h1>Counting boats</h1>\(Self.text)\(code)\(Self.text)</article>")
    #expect(texts.contains { $0.hasPrefix("# count the boats") })
  }

  @Test func whatSlidesMayBeOfTheArticle() throws {
    let slides = """
      <div class="carousel"><p>“We read the gauge every hour, and nobody has ever asked us why we do
      so at night,” says the keeper of the lock.</p></div>
      """
    let texts = try kept("<article><h1>At the lock</h1>\(Self.text)\(slides)\(Self.text)</article>")
    #expect(texts.contains { $0.hasPrefix("“We read the gauge") })
  }

  @Test func whatASiteSaysOfItselfInWritingWithoutBlanksIsNoneOfTheArticle() throws {
    let paragraph =
      "川の両岸の代表は十七日、港町で会談し、夜間の監視員の立ち入りを認めるかどうかについて協議したが、結論は出なかった。次回の会談は二十日に開かれる予定だと、双方の担当者が記者団に明らかにした。"
    let promotions = (1...6).map {
      "第\($0)水門便り\n水門の歴史や見学の案内を紹介する、市民のための情報サイトです。\n"
    }
    let page = try Page(
      "両岸の代表、港町で会談\n\n\(paragraph)\n\n\(paragraph.dropFirst(9))\n\n\(promotions.joined())")
    #expect(page.texts(.paragraph).count == 2)
  }

  // MARK: Articles in scripts

  private static let sentences = """
    The first forty observers walked over the bridge at Dunmere on Saturday morning, and the guards \
    on both sides of the river looked on without a word, as they had been told to.
    By noon the second team had reached the eastern bank, where the council had put up tables with \
    bread and a list of names, and a brass band that did not know what to play for them.
    The commander of the guard said that nothing had been agreed about the nights, and that the \
    observers would have to knock if they wanted to see anything after eight in the evening.
    """.split(separator: "\n").map(String.init)

  private static var markup: String { sentences.map { "\\u003cp>\($0)\\u003c/p>" }.joined() }
  private static var list: String {
    sentences.map { "{\"type\":\"text\",\"content\":\"\($0)\"}" }.joined(separator: ",")
  }

  @Test(arguments: [
    "window.__state = {\"queries\":[{\"data\":{\"title\":\"Monitors cross\",\"html\":\"\(markup)\"}}]};",
    "load({\"title\":\"Monitors cross\",\"elements\":[\(list)]});",
    // JSON in a string of JSON.
    "push({\"s\":\"{\\\"title\\\":\\\"Monitors cross\\\",\\\"elements\\\":[\(list.replacing("\"", with: "\\\""))]}\"})",
  ])
  func anArticleInAScriptIsRead(state: String) throws {
    let code = String(repeating: "render('x');", count: 600)
    let page = """
      <!doctype html><html><head><meta property="og:title" content="Monitors cross - Ledger"></head><body>
      <div id="root"></div><script>\(code)</script>
      <script>\(state)</script></body></html>
      """
    let article = try HTMLReader.read(Array(page.utf8), name: "page.html")
    let content = article.content
    let kept = content.blocks.filter(\.kind.isNumbered)
    #expect(kept.map { content.text[$0.range] } == Self.sentences)
    #expect(kept.allSatisfy { $0.line == 3 })
    #expect(content.metadata.title?.value == "Monitors cross")
    #expect(article.notes.count == 1)
  }

  /// What nothing ends swallows the article again, wherever it is put.
  @Test(arguments: ["</script><script>", "</script><!--", "</script><textarea hidden>", ""])
  func anArticleInAScriptThatNothingEndsIsNotLookedForAgain(ending: String) {
    let code = String(repeating: "render('x');", count: 600)
    let page = """
      <!doctype html><html><body><script>\(code)</script>
      <script>load({"title":"Monitors cross","elements":[\(Self.list)]});\(ending)
      """
    do throws(Diagnostic) {
      let article = try HTMLReader.read(Array(page.utf8), name: "page.html")
      #expect(article.notes.count == 1)
    } catch {
      #expect(error.message.id == "page-is-script")
    }
  }
}
