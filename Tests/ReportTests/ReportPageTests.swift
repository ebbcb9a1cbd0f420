import Report
import Testing

@Suite("Reports")
struct ReportPageTests {
  @Test func aReportHasEveryPart() throws {
    var desk = try Desk()
    desk.run(Desk.codebook + Desk.statements)
    let page = try Page(desk.html)
    let ids = Set(page.values("id"))
    for part in ["positions", "words", "timeline", "network", "coverage", "sources", "issue-1"] {
      #expect(ids.contains(part), "\(part)")
    }
    #expect(page.text.contains("“no truce without guarantees”"))
    #expect(page.text.contains("if no guarantees"))
    #expect(page.text.contains("Widest gap 3: Corda +2 against Alba \u{2212}1."))
  }

  @Test func everyLinkWithinThePageLeadsSomewhereAndNoIdStandsTwice() throws {
    var desk = try Desk()
    desk.run(Desk.codebook + Desk.statements + ["claim wire \"the bridge shut\""])
    let page = try Page(desk.html)
    let ids = page.values("id")
    #expect(ids.count == Set(ids).count)
    let places = page.values("href").filter { $0.hasPrefix("#") }.map { String($0.dropFirst()) }
    #expect(places.count > 8)
    #expect(Set(places).subtracting(ids) == [])
    let labels = page.values("aria-labelledby").flatMap { $0.split(separator: " ") }
    #expect(Set(labels.map(String.init)).subtracting(ids) == [])
  }

  @Test func picturesHaveWords() throws {
    var desk = try Desk()
    desk.run(Desk.codebook + Desk.statements)
    let page = try Page(desk.html)
    let pictures = page.elements.indices.filter { page.elements[$0].name == "svg" }
    #expect(pictures.count == 2)
    for picture in pictures {
      #expect(page.elements[picture].attributes["role"] == "img")
      let inside = page.elements.filter { $0.parent == picture }.map(\.name)
      #expect(inside.contains("title") && inside.contains("desc"))
    }
    #expect(page.text.contains("Alba: 17 Apr 2031 \u{2212}1. Corda: 17 Apr 2031 +2."))
    #expect(page.text.contains("AL and CO \u{2212}1"))
  }

  @Test func everyFigureOfTheHeatMapHasSignAndNumber() throws {
    var desk = try Desk()
    desk.run(Desk.codebook + Desk.statements)
    let html = desk.html
    #expect(
      html.contains("<td class=\"tone minus1\"><strong>\u{2212}1</strong>? <small>(1)</small>"))
    #expect(html.contains("<td class=\"tone plus2\"><strong>+2</strong> <small>(1)</small>"))
  }

  @Test func theSameNotebookGivesTheSameBytes() throws {
    var first = try Desk()
    first.run(Desk.codebook + Desk.statements)
    var second = try Desk()
    second.run(Desk.codebook + Desk.statements)
    #expect(first.bytes == second.bytes)
    #expect(first.bytes.starts(with: ReportPage.mark))
  }

  @Test func anEmptyNotebookSaysThatItIsEmpty() throws {
    let page = try Page(Desk.html(of: ""))
    #expect(page.text.contains("no prose, no articles and no statements"))
    #expect(page.all("h1").count == 1)
    #expect(page.text.contains("desk.md"))
  }

  @Test func onePartyHasNoNetworkAndNoGap() throws {
    var desk = try Desk()
    desk.run(Desk.codebook + Desk.statements.prefix(1))
    let page = try Page(desk.html)
    #expect(!page.values("id").contains("network"))
    #expect(page.values("id").contains("timeline"))
  }

  @Test func statementsWithoutADayAreSaidNotToBeDrawn() throws {
    var desk = try Desk()
    try desk.write("A truce was asked for by Alba.\n", to: "bare.txt")
    desk.run(["load bare.txt as bare"] + Desk.codebook.dropFirst())
    desk.run(["attribute bare \"truce was asked for\" for Alba on truce +1"])
    let page = try Page(desk.html)
    #expect(page.text.contains("“truce was asked for”"))
    #expect(page.text.contains("day not stated"))
    #expect(!page.values("id").contains("timeline"))
  }

  @Test func whatIsNotDrawnIsCounted() throws {
    var desk = try Desk()
    try desk.write("A truce was asked for by Alba.\n", to: "bare.txt")
    desk.run(Desk.codebook + Desk.statements + ["load bare.txt as bare"])
    desk.run(["attribute bare \"truce was asked for\" for Alba on truce +1"])
    desk.run(["attribute wire \"the bridge shut\" for Alba on truce uncommitted"])
    let page = try Page(desk.html)
    #expect(
      page.text.contains(
        "Not drawn: 1 statement without a day; 1 statement mixed, uncommitted or without a stance.")
    )
  }

  @Test func quotationsLeadToTheLivePage() throws {
    var desk = try Desk()
    try desk.write(
      """
      <!doctype html><html><head><title>Talks</title>
      <link rel="canonical" href="https://wire.example/talks#top"></head><body><article>
      <h1>Talks</h1><p>Oslin said there would be no truce without guarantees, and the delegations
      met until the lamps were lit and the bridge at Dunmere shut for the night.</p></article>
      </body></html>
      """, to: "wire.html")
    desk.run(["load wire.html as wire published 2031-04-17"] + Desk.codebook.dropFirst())
    desk.run(["attribute wire \"no truce without guarantees\" for Alba on truce -1"])
    let links = try Page(desk.html).values("href").filter { !$0.hasPrefix("#") }
    #expect(
      links == [
        "https://wire.example/talks#top:~:text=no%20truce%20without%20guarantees",
        "https://wire.example/talks#top",
      ])
  }
}
