import Storage
import Testing

@Suite("Reports of the program")
struct ReportTests {
  /// The report of the example notebook.
  private func example(_ program: Program) throws -> String {
    _ = program.line("cp -rL '\(Program.root)/notebooks' .")
    let made = program.run("--allow examples notebooks/port-selan.md -c 'report talks.html'")
    try #require(made.out == "wrote talks.html\n", "\(made.errors)")
    return program.read("talks.html")
  }

  @Test func aReportIsWrittenOverAReportAndNothingElse() throws {
    let program = try Program()
    defer { program.remove() }
    try program.makeNotebook()
    #expect(program.run("talks.md -c 'report a.html'").out == "wrote a.html\n")
    #expect(program.run("talks.md -c 'report a.html'").out == "nothing changed: a.html\n")
    let first = program.read("a.html")
    try program.write("b.html", "<!doctype html><p>mine</p>")
    let refused = program.run("talks.md -c 'report b.html'")
    #expect(refused.exit == 5 && refused.errors.contains("[not-a-report]"))
    #expect(program.read("b.html").contains("mine"))
    #expect(program.run("talks.md -c 'report b.html over'").out == "wrote b.html\n")
    #expect(program.read("b.html") == first)
    let notebook = program.read("talks.md")
    let itself = program.run("talks.md -c 'report talks.md over'")
    #expect(itself.errors.contains("[is-a-notebook]"))
    #expect(program.read("talks.md") == notebook)
  }

  @Test func whatCannotBeWrittenIsSaid() throws {
    let program = try Program()
    defer { program.remove() }
    try program.makeNotebook()
    let nowhere = program.run("talks.md -c 'report no/such/a.html'")
    #expect(nowhere.exit == 6 && nowhere.errors.contains("[report-not-written]"))
    let folder = program.run("talks.md -c 'report examples'")
    #expect(folder.exit == 6 && folder.errors.contains("[report-not-written]"))
  }

  @Test func placesAndZonesChangeNothing() throws {
    let program = try Program()
    defer { program.remove() }
    let page = try example(program)
    _ = program.run(
      "--allow examples notebooks/port-selan.md -c 'report other.html'",
      environment: "TZ=Pacific/Apia LC_ALL=tr_TR.UTF-8 COLUMNS=40")
    #expect(program.read("other.html") == page)
    #expect(!page.contains(program.folder))
  }

  @Test(.enabled(if: Browser.path != nil, Browser.missing), arguments: [false, true])
  func theExampleLooksRightInABrowser(dark: Bool) throws {
    let program = try Program()
    defer { program.remove() }
    let found = try Browser.look(at: try example(program), dark: dark, in: program)
    #expect(found.prefix(3) == ["dark \(dark)", "width 360 360", "width 1280 1280"])
    #expect(found.dropFirst(3).count == 1, "\(found)")
    let texts = found.last?.split(separator: " ").last.flatMap { Int($0) } ?? 0
    #expect(texts > 300, "\(found)")
  }

  @Test(.enabled(if: Browser.path != nil, Browser.missing))
  func longWordsAndManyPartiesOverflowNothing() throws {
    let program = try Program()
    defer { program.remove() }
    let long = String(repeating: "Unbroken", count: 40)
    var lines = ["load wire.txt as wire published 2031-04-17", "issue \(long) \"\(long) \(long)\""]
    var words: [String] = []
    for i in 1...30 {
      let stance = i % 2 == 0 ? "+2" : "-2"
      words.append("\(long)\(i)")
      lines += [
        "party \"\(long) \(i)\" kind state",
        "attribute wire \"\(long)\(i)\" for \"\(long) \(i)\" on \(long) \(stance)",
      ]
    }
    try program.write("wire.txt", "Wire\n\n" + words.joined(separator: " ") + "\n")
    try program.write("make.verbatim", lines.joined(separator: "\n") + "\n")
    let made = program.run("run --on long.md make.verbatim")
    try #require(made.exit == 0, "\(made.errors)")
    _ = program.run(
      "long.md -c 'write \"\(long) `\(long)`\"' -c 'keep compare' -c 'report long.html'")
    let found = try Browser.look(at: program.read("long.html"), dark: false, in: program)
    #expect(found.prefix(3) == ["dark false", "width 360 360", "width 1280 1280"])
    #expect(found.count == 4, "\(found)")
  }

  @Test(.enabled(if: Browser.path != nil, Browser.missing))
  func aLinkToTheLivePageFindsItsWordsThere() throws {
    let program = try Program()
    defer { program.remove() }
    let filler = "The delegations met until the lamps were lit and the bridge was shut again."
    try program.write(
      "live.html",
      """
      <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Talks</title>
      <link rel="canonical" href="https://wire.example/live.html"></head><body><article>
      <h1>Talks</h1><p>Oslin spoke of a truce, and of nothing else. \(filler)</p>
      <p style="margin-top:2000px">Reck – “off-hand, A &amp; B” – then wanted a truce, he said. \(filler)</p>
      <p style="margin-bottom:2000px">\(filler)</p></article><script>setTimeout(() => {
      document.documentElement.setAttribute("data-y", Math.round(scrollY)) }, 1500)</script>
      </body></html>
      """)
    try program.write(
      "make.verbatim",
      """
      load live.html as wire published 2031-04-17
      party Corda kind state
      issue truce "The fighting should stop."
      attribute "then wanted a truce" for Corda on truce +2
      attribute "“off-hand, A & B”" for Corda on truce +1
      """)
    let made = program.run("run --on talks.md make.verbatim")
    try #require(made.exit == 0, "\(made.errors)")
    _ = program.run("talks.md -c 'report talks.html'")
    let page = program.read("talks.html")
    let links = page.ranges(of: "https://wire.example/live.html#").map { range in
      "file://\(program.folder)/live.html#" + page[range.upperBound...].prefix { $0 != "\"" }
    }
    #expect(links.count == 2)
    for link in links { #expect((Browser.scroll(to: link, in: program) ?? 0) > 1000, "\(link)") }
    let wrong = "file://\(program.folder)/live.html#:~:text=not%20there"
    #expect(Browser.scroll(to: wrong, in: program) == 0)
  }
}
