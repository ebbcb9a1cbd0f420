import Testing

@Suite("Hostile texts in reports")
struct HostileTests {
  static let texts = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='x' y='",
    "</title><script>x</script>", "</style><script>x</script>", "]]><script>x</script>",
    "<!-- x --><script>x</script>", "&#60;script&#62;", "a\u{202E}b\u{200B}c",
  ]

  /// A JSON string, as lines take it.
  private func quoted(_ text: String) -> String {
    "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\\\"")
      + "\""
  }

  @Test(arguments: texts)
  func noTextBecomesMarkup(text: String) throws {
    var desk = try Desk()
    let article = "Wire\n\nSome \(text) said here.\n"
    try desk.write(article, to: "wire.txt")
    desk.run([
      "load wire.txt as wire title \(quoted(text)) publisher \(quoted(text)) "
        + "published 2031-04-17",
      "party \(quoted(text)) short \(quoted(text))", "party Corda",
      "issue truce \(quoted(text))",
      "attribute wire \(quoted("Some \(text) said")) for \(quoted(text)) cue \(quoted(text)) "
        + "on truce -1 if \(quoted(text))",
      "attribute wire \"here\" for Corda on truce +2",
      "claim wire \"here\" \(quoted(text))",
    ])
    #expect(desk.statementCount == 2, "the table is set")
    let page = try Page(desk.html)
    #expect(page.all("script").isEmpty && page.all("img").isEmpty)
    #expect(page.all("style").count == 1 && page.all("title").count == 3)
    #expect(page.elements.flatMap { $0.attributes.keys }.allSatisfy { !$0.hasPrefix("on") })
    #expect(page.values("href").allSatisfy { $0.hasPrefix("#") })
    #expect(!desk.html.unicodeScalars.contains { $0 == "\u{202E}" || $0 == "\u{200B}" })
    if text.contains("script") { #expect(page.text.contains("script")) }
  }

  @Test func whatIsFetchedOrRunIsForbiddenByThePageItself() throws {
    let page = try Page(Desk.html(of: ""))
    let policy = page.all("meta").first { $0.attributes["http-equiv"] != nil }
    #expect(
      policy?.attributes["content"] == "default-src 'none'; style-src 'unsafe-inline'")
    #expect(page.values("src").isEmpty && page.all("link").isEmpty)
    #expect(!Desk.html(of: "").contains("url("))
  }
}
