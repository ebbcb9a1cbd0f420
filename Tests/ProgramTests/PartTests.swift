import Testing

/// Several articles in one source: what a notebook records of them, and how they are found again.
@Suite struct PartTests {
  private func withFeed(_ body: (Program) throws -> Void) throws {
    let program = try Program()
    defer { program.remove() }
    let made = program.run(
      "talks.md -c 'load examples/articles/feed.xml' -c 'annotate feed-1 \"listen\"'")
    #expect(made.exit == 0, "\(made.errors)")
    try body(program)
  }

  let feed = "examples/articles/feed.xml"

  @Test func eachArticleIsARecordThatNamesItsPart() throws {
    try withFeed { program in
      let text = program.read("talks.md")
      #expect(text.contains("> load \(feed)#1 as feed-1\n"))
      #expect(text.contains("> load \(feed)#3 as feed-3\n"))
      let again = program.run("replay --check talks.md")
      #expect(again.exit == 0 && again.errors.isEmpty, "\(again.errors)")
    }
  }

  @Test func withoutKeptTextThePartIsReadAnew() throws {
    try withFeed { program in
      _ = program.line("rm -r sources")
      let result = program.run("replay --check talks.md")
      #expect(result.exit == 0, "\(result.errors)")
    }
  }

  @Test func aChangedEntryIsToldFromTheOthers() throws {
    try withFeed { program in
      try program.replace("twenty monitors", with: "thirty monitors", in: feed)
      let result = program.run("replay --check talks.md")
      #expect(result.exit == 1)
      #expect(result.errors.contains("feed-3: ‘\(feed)#3’ has changed"))
      #expect(!result.errors.contains("feed-1"))
    }
  }

  @Test func extractPrintsOneObjectAnArticle() throws {
    try withFeed { program in
      let result = program.run("extract --jsonl \(feed)")
      let lines = result.out.split(separator: "\n")
      #expect(lines.count == 3 && result.exit != 0)
      #expect(lines[0].contains("\"path\":\"\(feed)#1\""))
      #expect(lines[1].contains("\"path\":\"\(feed)#3\""))
      #expect(lines[2].contains("\"error\":") && lines[2].contains("\(feed)#2\""))
      #expect(program.run("extract --jsonl \(feed)#3").out.contains("#3\""))
    }
  }

  @Test func aFileWhoseNameEndsLikeAPartIsThatFile() throws {
    let program = try Program()
    defer { program.remove() }
    _ = program.line("cp examples/articles/wire.txt 'wire#2'")
    _ = program.run("talks.md -c 'load wire#2 as wire'")
    #expect(program.read("talks.md").contains("> load wire#2#1 as wire"))
    _ = program.line("rm -r sources")
    #expect(program.run("replay --check talks.md").exit == 0)
  }
}

/// Sources that are no page and no text, from `load` to replay.
@Suite struct SourceKindTests {
  @Test func aPDFIsKeptAndReplayRunsNoProgram() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write("ferry.pdf", Self.pdf)
    let made = program.run("talks.md -c 'load ferry.pdf' -c 'annotate ferry \"eighth day\"'")
    #expect(made.exit == 0, "\(made.errors)")
    let again = program.run("replay --check talks.md", environment: "PATH=/nonexistent")
    #expect(again.exit == 0 && again.errors.isEmpty, "\(again.errors)")
    try program.replace("ferries", with: "barges!", in: "ferry.pdf")
    let changed = program.run("replay --check talks.md")
    #expect(changed.exit == 1 && changed.errors.contains("opening a notebook runs no program"))
    _ = program.line("rm -r sources")
    let lost = program.run("replay --check talks.md")
    #expect(lost.exit == 3 && lost.errors.contains("[not-converted]"))
  }

  /// Where the system reaps children by itself, as under some supervisors, the text is still read.
  @Test func aPDFIsReadWhereNobodyWaitsForChildren() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write("ferry.pdf", Self.pdf)
    let result = program.line(
      "perl -e '$SIG{CHLD}=\"IGNORE\"; exec @ARGV' '\(Program.path)' extract ferry.pdf")
    #expect(result.out.contains("eighth day"), "\(result.errors)")
  }

  @Test func aPDFCannotBeLoadedUnkept() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write("report.pdf", Self.pdf)
    #expect(program.run("-c 'load report.pdf unkept'").errors.contains("[must-be-kept]"))
  }

  @Test func aMissingConverterIsNamedWithItsPackage() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write("report.pdf", Self.pdf)
    let result = program.run("-c 'load report.pdf'", environment: "PATH=/nonexistent")
    #expect(
      result.errors.contains("poppler-utils") && result.errors.contains("[converter-missing]"))
  }

  /// Its words are there without them.
  @Test func withoutTheProgramForItsLinksAPDFLoadsAndSaysSo() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write("report.pdf", Self.pdf)
    _ = program.line("mkdir bin && ln -s $(which pdftotext) $(which pdfinfo) bin")
    let result = program.run("-c 'load report.pdf'", environment: "PATH=$PWD/bin")
    #expect(result.exit == 0 && result.out.contains("the package qpdf brings"), "\(result.out)")
    #expect(!program.run("-c 'load report.pdf'").out.contains("qpdf"))
  }

  @Test func ofAFolderTheOthersLoad() throws {
    let program = try Program()
    defer { program.remove() }
    _ = program.line("mkdir -p in/deep && cp examples/articles/feed.xml in && ln -s .. in/deep/up")
    try program.write("in/deep/gone.html", "<html><title>404 Not Found</title><p>Sorry.</p></html>")
    try program.write("in/deep/wire.txt", program.read("examples/articles/wire.txt"))
    let result = program.run("talks.md -c 'load in' -c 'list articles'")
    #expect(result.out.contains("[error-page]") && result.out.contains("[entry-empty]"))
    #expect(result.out.contains("3 articles\n"), "\(result.out)")
    #expect(program.run("replay --check talks.md").exit == 0)
  }

  @Test func aFolderThatIsLoadedAgainGivesNothingNew() throws {
    let program = try Program()
    defer { program.remove() }
    _ = program.line(
      "mkdir work && cp examples/articles/wire.txt examples/articles/vessin.txt work")
    let first = program.run("work/talks.md -c 'load work' -c 'list articles'")
    #expect(first.out.contains("2 articles\n"), "\(first.out)")
    let again = program.run("work/talks.md -c 'load work' -c 'list articles'")
    #expect(again.out.contains("2 articles\n"), "\(again.out)")
    #expect(again.exit == 0)
  }

  /// Whether anything was loaded is not told from the words of the answer.
  @Test func whatWasLoadedIsAnsweredWhateverItsName() throws {
    let program = try Program()
    defer { program.remove() }
    _ = program.line("mkdir in && cp examples/articles/wire.txt in/terror.txt")
    _ = program.line("head -c 600 /dev/zero > in/zz.bin")
    let result = program.run("talks.md -c 'load in'")
    #expect(result.exit == 0 && result.out.contains("terror"), "\(result.out)\(result.errors)")
    #expect(program.run("talks.md -c 'list articles'").out.contains("1 article\n"))
  }

  @Test func theStartLoadsNoLibraryOfTheReaders() throws {
    let program = try Program()
    defer { program.remove() }
    let libraries = "archive|gmime|glib|gumbo|xml2|cmark"
    let files = "grep -cE 'lib(\(libraries))'"
    let start = program.line(
      "LD_DEBUG=files '\(Program.path)' -c status 2>&1 >/dev/null | \(files)")
    #expect(start.out == "0\n")
    let load = program.line(
      "LD_DEBUG=files '\(Program.path)' -c 'load examples/articles/feed.xml' 2>&1 >/dev/null | \(files)"
    )
    #expect(load.out != "0\n")
  }

  /// A page of one paragraph.
  private static let pdf = """
    %PDF-1.4
    1 0 obj
    << /Type /Catalog /Pages 2 0 R >>
    endobj
    2 0 obj
    << /Type /Pages /Count 1 /Kids [4 0 R] >>
    endobj
    3 0 obj
    << /Length 118 >>
    stream
    BT /F1 11 Tf 72 700 Td (The crews of the harbour ferries stayed away from work on Monday for the eighth day.) Tj ET
    endstream
    endobj
    4 0 obj
    << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R
    /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>
    endobj
    trailer
    << /Root 1 0 R /Size 5 >>
    %%EOF

    """
}
