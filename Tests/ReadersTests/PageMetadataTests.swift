import Casebook
import SourceText
import Testing

@testable import Readers

/// Which of several places of a page says when it was published, who wrote it and what it is called.
@Suite struct PageMetadataTests {
  private static let text = """
    <p>The first forty observers walked over the bridge at Dunmere on Saturday morning, and the
    guards on both sides of the river looked on without a word, as they had been told to.</p>
    <p>By noon the second team had reached the eastern bank, where the council had put up tables
    with bread and a list of names, and a brass band that did not know what to play for them.</p>
    <p>The commander of the guard said that nothing had been agreed about the nights, and that the
    observers would have to knock if they wanted to see anything after eight in the evening.</p>
    """

  /// The metadata of a page with some markup in its head, below its headline and behind its text.
  private func metadata(
    head: String = "", heading: String = "<h1>Monitors cross the Merrow</h1>", below: String = "",
    behind: String = ""
  ) throws -> ArticleMetadata {
    let page = """
      <!doctype html><html><head>\(head)</head><body><article>\(heading)\(below)\(Self.text)
      </article>\(behind)</body></html>
      """
    return try HTMLReader.read(Array(page.utf8), name: "monitors.html").content.metadata
  }

  private func linked(_ fields: String) -> String {
    """
    <script type="application/ld+json">{"@type":"NewsArticle",\(fields)}</script>
    """
  }

  // MARK: Days

  private static let shown = "<div class=\"date\">19 April 2031</div>"

  @Test(arguments: [
    // Where the page says that it was changed on the day on which it says it was published, or
    // before, readers are told the day of publication.
    ("\"datePublished\":\"2032-02-01\",\"dateModified\":\"2032-02-01\"", ""),
    ("\"datePublished\":\"2032-02-01\",\"dateModified\":\"2032-01-30\"", ""),
    // Linked data tell another day, but a meta element seconds the one that readers are told.
    (
      "\"datePublished\":\"2030-01-07\"",
      "<meta property=\"article:published_time\" content=\"2031-04-19\">"
    ),
  ])
  func theDayThatReadersAreToldIsTaken(fields: String, head: String) throws {
    let meta = try metadata(head: linked(fields) + head, below: Self.shown)
    #expect(meta.published.day?.description == "2031-04-19")
  }

  @Test func placesThatContradictEachOtherStateNothing() throws {
    let meta = try metadata(head: linked("\"datePublished\":\"2030-01-07\""), below: Self.shown)
    #expect(meta.published.day == nil)
    #expect(meta.published.days?.first.description == "2030-01-07")
  }

  @Test func aTimeElementFarFromTheHeadlineCountsWhereItIsLabelled() throws {
    let filler = String(repeating: "<div>Another short line of the page</div>", count: 12)
    let time = "<div>Published <time pubdate datetime=\"2031-04-19\">April 19, 2031</time></div>"
    let meta = try metadata(
      head: linked("\"datePublished\":\"2031-11-02\",\"dateModified\":\"2031-11-02\""),
      behind: filler + time)
    #expect(meta.published.day?.description == "2031-04-19")
  }

  @Test(arguments: [
    "<p>Ada Brandt <time>Updated: Apr 19, 2031 1:06 PM</time></p>",
    "<div>Page updated:</div><div class=\"date\">19 April 2031</div>",
  ])
  func theDayOfAChangeIsNoneOfPublication(below: String) throws {
    #expect(try metadata(below: below).published.day == nil)
  }

  @Test func aYearMayRunIntoTheNextWord() throws {
    let meta = try metadata(below: "<div><span>Apr 19, 2031</span><span>Ada Brandt</span></div>")
    #expect(meta.published.day?.description == "2031-04-19")
  }

  // MARK: Authors

  @Test(arguments: [
    // The words for `by`, a day, a role run into the name, or parts do.
    ("<div class=\"author\"><div>Written by</div><div>Ada Brandt</div></div>", ["Ada Brandt"]),
    ("<div class=\"byline\"><span>Written by</span><b>Ada Brandt</b></div>", ["Ada Brandt"]),
    (
      "<div class=\"byline\"><b>Ada Brandt</b><b>Tomas Venn</b></div>",
      ["Ada Brandt", "Tomas Venn"]
    ),
    (
      "<div class=\"author\"><span>Apr 19, 2031</span><span>Ada Brandt</span></div>", ["Ada Brandt"]
    ),
    ("<div class=\"author\"><div>Ada Brandt</div><div>April 2, 2031</div></div>", ["Ada Brandt"]),
    ("<p class=\"author\">By: <b>Ada Brandt</b> on 4-Aug</p>", ["Ada Brandt"]),
    // A link to an author's page, a single name too; who only checked it is no author.
    ("<p>by <a href=\"/author/ada/\">Ada</a> · 3 pm</p>", ["Ada"]),
    (
      "<p>By <a href=\"/author/ada\">Ada Brandt, MD</a>. Reviewed by <a href=\"/author/ivo\">Ivo Senn</a>",
      ["Ada Brandt, MD"]
    ),
  ])
  func theNamesOfAuthorsAreRead(below: String, names: [String]) throws {
    #expect(try metadata(below: below).byline == names)
  }

  @Test(arguments: [
    // A person goes before the house, on the page and in the data.
    ("\"author\":{\"name\":\"The Selan Ledger\"}", ["Ada Brandt"]),
    ("\"author\":{\"name\":\"TSL\"}", ["Ada Brandt"]),
    ("\"author\":{\"name\":\"Ledger Team\"}", ["Ada Brandt"]),
    ("\"author\":[{\"name\":\"Mara Lind\"},{\"name\":\"The Selan Ledger\"}]", ["Mara Lind"]),
    // An agency beside the house is no person.
    (
      "\"author\":[{\"name\":\"The Selan Ledger\"},{\"name\":\"MWA\"}]",
      ["The Selan Ledger", "MWA"]
    ),
    ("\"author\":{\"name\":\"Mara Lind\"}", ["Mara Lind"]),
    ("\"author\":{\"name\":\"April Maio\"}", ["April Maio"]),
  ])
  func aPersonGoesBeforeTheHouse(fields: String, names: [String]) throws {
    let meta = try metadata(
      head: linked(fields + ",\"publisher\":{\"name\":\"The Selan Ledger\"}"),
      below: "<p class=\"byline\">By Ada Brandt</p>")
    #expect(meta.byline == names)
  }

  @Test func theHouseStaysWhereNobodySigns() throws {
    let meta = try metadata(
      head: linked("\"author\":{\"name\":\"TSL\"},\"publisher\":{\"name\":\"The Selan Ledger\"}"))
    #expect(meta.byline == ["TSL"])
  }

  @Test func aFirstNameIsMadeFull() throws {
    let meta = try metadata(
      head: linked("\"author\":{\"name\":\"Ada\"}")
        + "<meta name=\"twitter:label1\" content=\"Written by\">"
        + "<meta name=\"twitter:data1\" content=\"Ada Brandt\">")
    #expect(meta.byline == ["Ada Brandt"])
  }

  // MARK: Titles

  @Test func theHeadlineThatReadersSeeGoesBeforeTheOneForSearchEngines() throws {
    let meta = try metadata(
      head: "<title>Merrow monitors: all you need to know | The Selan Ledger</title>"
        + linked("\"headline\":\"Merrow monitors: all you need to know\""))
    #expect(meta.title?.value == "Monitors cross the Merrow")
  }

  @Test func theSiteIsNoPartOfTheTitle() throws {
    let name = "<meta property=\"og:site_name\" content=\"Ledger.example\">"
    let meta = try metadata(
      head: name + linked("\"headline\":\"Monitors cross the Merrow - Ledger.example\"")
        + "<meta property=\"og:title\" content=\"Monitors cross the Merrow - Ledger.example\">")
    #expect(meta.title?.value == "Monitors cross the Merrow")
    let bar = try metadata(heading: "<h1>Monitors cross the Merrow | World | Ledger</h1>")
    #expect(bar.title?.value == "Monitors cross the Merrow")
  }

  @Test func whatProgramsAreToldOnceAndAgainIsToldOnce() throws {
    let search = "Merrow monitors: all you need to know in ten points"
    let head =
      "<title>\(search)</title><meta property=\"og:title\" content=\"\(search)\">"
      + linked("\"headline\":\"\(search)\"")
    #expect(try metadata(head: head).title?.value == "Monitors cross the Merrow")
    // Most of its words are those of the heading: a form of the same title, and the usual one.
    let form = "Ten points: all you need to know on Merrow monitors"
    #expect(try metadata(head: head, heading: "<h1>\(form)</h1>").title?.value == search)
    // The name of a section is no headline.
    #expect(try metadata(head: head, heading: "<h1>News</h1>").title?.value == search)
  }

  /// A card without a title takes `og:title`: who writes both writes one of them by hand.
  @Test func anOwnTitleBesideACardWithTheHeadlineIsTheTitle() throws {
    func title(_ own: String, card: String) throws -> String? {
      try metadata(
        head: "<meta property=\"og:title\" content=\"\(own)\">"
          + "<meta name=\"twitter:title\" content=\"\(card)\">"
          + linked("\"headline\":\"\(shown)\"")
      ).title?.value
    }
    let shown = "Monitors cross the Merrow"
    let own = "Forty people came to a bridge and went over it"
    #expect(try title(own, card: shown) == own)
    #expect(try title(own, card: own) == shown)
    #expect(try title(own, card: "How forty people came to a bridge") == shown)
    // The name of a site, alone or behind the headline, is no title.
    #expect(try title("Ledger", card: shown) == shown)
    #expect(try title("\(shown) seen from the Ledger", card: shown) == shown)
  }

  @Test func ofTwoHeadingsTheOneThatProgramsAreToldIsTheTitle() throws {
    let meta = try metadata(
      head: "<meta property=\"og:title\" content=\"Monitors cross the Merrow\">",
      below: "<h1>Monitors cross the Merrow: how forty people came to a bridge</h1>")
    #expect(meta.title?.value == "Monitors cross the Merrow")
  }

  @Test func aSectionBehindABarIsNoPartOfTheTitle() throws {
    let words = "Monitors cross the Merrow | Opinion"
    let meta = try metadata(
      head: "<meta property=\"og:title\" content=\"\(words)\">"
        + linked("\"headline\":\"\(words)\""),
      heading: "<h1>\(words)</h1>")
    #expect(meta.title?.value == "Monitors cross the Merrow")
  }

  @Test func aTitleElementWithoutASiteCountsAsAWhole() throws {
    let words = "Monitors cross the river"
    let meta = try metadata(
      head: "<title>\(words)</title><meta property=\"og:title\" content=\"\(words)\">"
        + "<meta name=\"twitter:title\" content=\"\(words)\">"
        + linked("\"headline\":\"All you need to know about the Merrow\""),
      heading: "<header class=\"site-header\"><h1>\(words)</h1></header>")
    #expect(meta.title?.value == words)
  }
}
