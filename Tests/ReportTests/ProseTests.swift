import Testing

@Suite("Prose of reports")
struct ProseTests {
  private let head = "<!-- verbatim notebook 1 -->\n# Talks\n\n"

  @Test func titleAndQuestionStandAtTheTop() throws {
    let page = try Page(
      Desk.html(of: head + "Working question: who *moved*?\n\nA lead.\n\n## One\n\nProse.\n"))
    #expect(page.all("h1").count == 1)
    #expect(page.text.contains("Talks"))
    #expect(!page.text.contains("Working question:"))
    #expect(page.text.contains("who moved?"))
    #expect(page.text.contains("A lead."))
    #expect(!page.text.contains("verbatim notebook 1"))
  }

  @Test func aTitleWithoutWordsIsTheName() throws {
    #expect(Desk.html(of: "# \n\nProse.\n").contains("<h1>desk.md</h1>"))
    #expect(Desk.html(of: "Prose.\n").contains("<h1>desk.md</h1>"))
  }

  @Test func headingsWithRecordsOnlyAreLeftOut() throws {
    let html = Desk.html(
      of: head
        + "## Parties\n\n    > party Alba\n\n## Found\n\n### Deeper\n\nProse.\n\n## Facts\n\n"
        + "Written by verbatim; it finds the marks again by these lines.\n\n    : wire reader 1\n")
    #expect(!html.contains("Parties"))
    #expect(html.contains("<h3>Found</h3>") && html.contains("<h4>Deeper</h4>"))
    #expect(!html.contains("Facts") && !html.contains("Written by verbatim"))
  }

  @Test func listsQuotationsAndCodeArePrinted() throws {
    let html = Desk.html(of: head + "1. one\n2. two\n\n> said\n\nA `b` *c* **d**\\\ne\n\n---\n")
    let page = try Page(html)
    #expect(page.all("li").count == 2, "one section needs no contents")
    for name in ["ol", "blockquote", "code", "em", "strong", "br", "hr"] {
      #expect(page.all(name).count == 1, "\(name)")
    }
  }

  @Test(arguments: [
    "[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))", "[x](data:text/html,hi)",
    "[x](vbscript:x)", "<javascript:alert(1)>", "[x](//host/x)", "[x](file:///etc/passwd)",
    "[x](http:alert)", "![x](javascript:alert(1))", "[x](java&#115;cript:alert(1))",
    "[x](https://a\\b)", "[a]\n\n[a]: javascript:alert(1)",
  ])
  func linksLeadOnlyToTheNet(prose: String) throws {
    let page = try Page(Desk.html(of: head + prose + "\n"))
    #expect(page.values("href").filter { !$0.hasPrefix("#") } == [])
    #expect(page.all("img").isEmpty)
  }

  @Test func linksToTheNetAreKept() throws {
    let page = try Page(Desk.html(of: head + "[x](https://example.org/a?b=1&c=2) <http://e.org>\n"))
    let links = page.values("href").filter { !$0.hasPrefix("#") }
    #expect(links == ["https://example.org/a?b=1&c=2", "http://e.org"])
  }

  @Test(arguments: [
    "<script>alert(1)</script>", "a <b onclick=\"x()\">b</b> c", "<img src=x onerror=alert(1)>",
    "<style>*{display:none}</style>", "<!-- a --><script>x</script>", "</section></main><h1>x</h1>",
    "<iframe src=\"https://e.org\"></iframe>", "<svg onload=x>", "&lt;script&gt;",
    "```\n</code></pre><script>x</script>\n```", "`<script>`", "## <script>x</script>\n\nwords",
  ])
  func markupInProseIsText(prose: String) throws {
    let plain = try Page(Desk.html(of: head + "words\n"))
    let page = try Page(Desk.html(of: head + prose + "\n"))
    for name in ["script", "img", "iframe", "b", "svg"] { #expect(page.all(name).isEmpty) }
    #expect(page.all("style").count == 1)
    #expect(page.all("section").count == plain.all("section").count)
    #expect(page.elements.flatMap { $0.attributes.keys }.allSatisfy { !$0.hasPrefix("on") })
    let letters = ["script", "onclick", "onerror", "display", "h1", "iframe", "onload"]
    for word in letters where prose.contains(word) { #expect(page.text.contains(word)) }
  }

  @Test func controlsAreShownAndDepthIsHarmless() throws {
    let html = Desk.html(of: head + "a\u{0}b\u{1B}[31mc\u{202E}d\u{FFFE}\n")
    #expect(html.utf8.allSatisfy { $0 >= 0x20 || $0 == 0x0A })
    #expect(html.contains("&lt;U+001B&gt;") && html.contains("&lt;U+202E&gt;"))
    let deep = String(repeating: "> ", count: 20_000) + "deep words\n"
    #expect(try Page(Desk.html(of: head + deep)).text.contains("deep words"))
  }

  @Test func keptAnswersAreThere() throws {
    let html = Desk.html(
      of: head + "## Found\n\n    > keep compare on truce\n    = 1 party\n    | a <b> c\n")
    #expect(html.contains("<code>compare on truce</code>"))
    #expect(html.contains("a &lt;b&gt; c"))
  }
}
