import Casebook
import SourceText
import Testing

@testable import Readers

/// Parts of a page that hold sentences but are not of its article: menus, forms that are not shown,
/// other articles.
@Suite struct PagePartsTests {
  private static let paragraphs = [
    """
    The first forty observers walked over the bridge at Dunmere on Saturday morning, and the guards \
    on both sides of the river looked on without a word, as they had been told to.
    """,
    """
    By noon the second team had reached the eastern bank, where the council had put up tables with \
    bread and a list of names, and a brass band that did not know what to play for them.
    """,
    """
    The commander of the guard said that nothing had been agreed about the nights, and that the \
    observers would have to knock if they wanted to see anything after eight in the evening.
    """,
  ]
  private static let text = paragraphs.map { "<p>\($0)</p>" }.joined()
  private static let offers = [
    "Everything that the river council decides is explained here, week by week, in plain words.",
    "The keepers of the locks tell you when their gates are open and what a passage costs.",
    "Our library holds the minutes of all meetings since the first bridge was built at Dunmere.",
    "Courses for pilots, for those who want to be one, and for those who have to pay for them.",
    "With a pass for the season you can take a small boat through all locks on the Merrow.",
  ].map { "<p>\($0)</p>" }

  /// The text goes on.
  private static let more = offers[1...3].joined()

  private func kept(_ body: String) throws -> [String] {
    let page = "<!doctype html><html><body>\(body)</body></html>"
    let content = try HTMLReader.read(Array(page.utf8), name: "page.html").content
    return content.blocks.filter { $0.kind == .paragraph }.map { content.text[$0.range] }
  }

  @Test func aMenuOfSentencesIsNoneOfTheArticle() throws {
    let menu = "<nav>\(Self.offers.joined())</nav>"
    let page = "\(menu)<div><h1>The week</h1><h1>Monitors cross the Merrow</h1>\(Self.text)</div>"
    #expect(try kept(page) == Self.paragraphs)
  }

  @Test(arguments: ["style=\"display: none\"", "style='color:red; DISPLAY:none;'", "hidden"])
  func whatIsNotShownBehindTheArticleIsNoneOfIt(attribute: String) throws {
    let form = Self.offers.map { "<section \(attribute)><h2>A form</h2>\($0)</section>" }.joined()
    let article = "<div><h1>Monitors cross the Merrow</h1>\(Self.text)</div>"
    #expect(try kept(article + form) == Self.paragraphs)
    // Between its paragraphs a click shows it.
    let inside = "<div \(attribute)>\(Self.offers[0])</div>"
    #expect(
      try kept("<div><h1>Monitors cross</h1>\(Self.text)\(inside)\(Self.more)</div>").count == 7)
  }

  @Test func ofSeveralArticlesOnAPageTheFirstIsRead() throws {
    let next =
      "<article><h1>What a passage costs</h1>\((Self.offers + Self.offers).joined())</article>"
    let page = "<article><h1>Monitors cross the Merrow</h1>\(Self.text)</article>\(next)"
    #expect(try kept("<main>\(page)</main>") == Self.paragraphs)
    // Parts of one article without headlines of their own stay together.
    let parts = "<h1>The week</h1><article>\(Self.text)</article><article>\(Self.more)</article>"
    #expect(try kept("<main>\(parts)</main>").count == 6)
  }

  @Test func anArticleAboutNewslettersIsNoFormForThem() throws {
    let line =
      "Newsletters are read by fewer people than the council had hoped when it printed one."
    let page = "<h1>Monitors cross the Merrow</h1>\(Self.text)<p>\(line)</p>\(Self.more)"
    #expect(try kept("<div>\(page)</div>").contains(line))
    let form = "<p>With two newsletters and a magazine you hear more from the river every week.</p>"
    #expect(try kept("<div>\(page)\(form)</div>").count == 7)
  }

  @Test func aRegisterWithoutSentencesIsKept() throws {
    // Of other names: figures alone do not tell two lines apart.
    let rows = ["Ar", "Bel", "Cor", "Dun", "Es", "Fal", "Gre", "Hol"].flatMap { head in
      ["mere", "wick", "ton", "ley", "by"].map { "Lock of \(head)\($0) (northern bank, 70 paces)" }
    }
    let page = """
      <div><p>Menu</p></div><main><h1>Register of the locks</h1>
      <p>The council keeps this register and answers for what stands in it.</p>
      \(rows.map { "<p>\($0)</p>" }.joined())</main>
      """
    #expect(try kept(page).suffix(40) == rows[...])
    // Beside an article a list stays what it was.
    let list = rows.map { "<p>\($0)</p>" }.joined()
    #expect(
      try kept("<main><h1>Monitors cross</h1>\(Self.text)\(Self.more)</main>\(list)").count == 6)
  }
}
