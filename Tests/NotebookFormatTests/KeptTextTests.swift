import Casebook
import SourceText
import TestKit
import Testing

@testable import NotebookFormat

@Suite struct KeptTextTests {
  private static func content() -> ArticleContent {
    let text = CanonicalText("Преговори\n\nОлсин каже 🕊️\nreading time\n")
    let line = text.byteRange(ofScalars: 0..<9)
    let second = text.byteRange(ofScalars: 11..<text.scalarOffset(ofByte: text.count) - 14)
    var metadata = ArticleMetadata()
    metadata.title = Sourced("A\ttab, a \\ and a \"mark\"", basis: "line 1")
    metadata.byline = ["Mira Oslin", "a desk\nof two"]
    metadata.publisher = Sourced("Harbour Wire", basis: "copyright line")
    metadata.modified = Sourced(Day(year: 2031, month: 4, day: 18)!, basis: "line 2")
    metadata.referenceDay = Sourced(Day(year: 2031, month: 4, day: 16)!, basis: "dateline")
    metadata.language = "sr"
    metadata.url = "https://example.org/a?b=c"
    metadata.sections = ["World", "Talks"]
    metadata.genre = "news"
    return ArticleContent(
      text: text,
      blocks: [
        Block(.headline, line, line: 1), Block(.paragraph, second, line: 3),
        Block(.setAside, text.count - 13..<text.count - 1, line: 4, reason: "reading\ttime"),
      ], metadata: metadata)
  }

  private static let publications: [Publication] = [
    .notStated(bracket: nil, reasons: []),
    .notStated(
      bracket: DayRange("2031-04-15..2031-04-17"), reasons: ["wire:1 “on Monday”", "a\tb"]),
    .stated(day: Day(year: 2031, month: 4, day: 17)!, instant: nil, basis: "line 3"),
    .stated(
      day: Day(year: 2031, month: 4, day: 17)!, instant: "2031-04-17T23:30:00+02:00",
      basis: "json-ld"),
    .stated(day: Day(year: 2031, month: 4, day: 17)!, instant: nil, basis: ""),
  ]

  @Test(arguments: publications)
  func contentIsReadAsItIsPrinted(published: Publication) throws {
    let content = Self.content()
    var metadata = content.metadata
    metadata.published = published
    let whole = ArticleContent(text: content.text, blocks: content.blocks, metadata: metadata)
    let read = try #require(KeptText.parse(KeptText.print(whole), over: content.text))
    #expect(read.blocks == whole.blocks)
    #expect(read.metadata == whole.metadata)
  }

  @Test func linksAreKeptInScalarsOfTheText() throws {
    var content = Self.content()
    var blocks = content.blocks
    let words = content.text.byteRange(ofScalars: 17..<21)
    blocks[1].links = [BlockLink(words, to: "https://selan.example/dam")]
    content = ArticleContent(text: content.text, blocks: blocks, metadata: content.metadata)
    let printed = KeptText.print(content)
    #expect(printed.contains("\nlink\t17+4\thttps://selan.example/dam\n"))
    #expect(try #require(KeptText.parse(printed, over: content.text)).blocks == blocks)
    // A file of an earlier version has no links, one of others may have any.
    let old = printed.split(separator: "\n").filter { !$0.hasPrefix("link") }.joined(
      separator: "\n")
    #expect(
      try #require(KeptText.parse(old, over: content.text)).blocks.allSatisfy(\.links.isEmpty))
    let hostile = printed.replacing("https://selan.example/dam", with: "javascript:alert(1)")
    #expect(
      try #require(KeptText.parse(hostile, over: content.text)).blocks.allSatisfy(\.links.isEmpty))
    let outside = printed.replacing("link\t17+4", with: "link\t1+4")
    #expect(KeptText.parse(outside, over: content.text) == nil)
  }

  @Test func whatWasNotChosenIsKeptToo() throws {
    let content = Self.content()
    var metadata = content.metadata
    metadata.urlBasis = "canonical link"
    metadata.fetched = Sourced("2031-04-19T06:00:00Z", basis: "saved page")
    metadata.others = [
      MetadataCandidate(.title, "A\tlonger title", basis: "meta og:title"),
      MetadataCandidate(.published, "2031-04-18", basis: "URL"),
      MetadataCandidate(.author, "a desk", basis: ""),
    ]
    let whole = ArticleContent(text: content.text, blocks: content.blocks, metadata: metadata)
    let printed = KeptText.print(whole)
    #expect(printed.contains("meta\tother\ttitle\tA\\tlonger title\tmeta og:title\n"))
    let read = try #require(KeptText.parse(printed, over: content.text))
    #expect(read.metadata == metadata)
    let unknown = printed.replacing("meta\tother\tauthor", with: "meta\tother\tcolour")
    let older = try #require(KeptText.parse(unknown, over: content.text))
    #expect(older.metadata.others.count == 2)
  }

  @Test func numbersAreScalarsAndEveryRowIsOneLine() {
    expectSame(
      KeptText.print(Self.content()),
      """
      verbatim blocks 1
      meta\ttitle\tA\\ttab, a \\\\ and a \\"mark\\"\tline 1
      meta\tauthor\tMira Oslin
      meta\tauthor\ta desk\\nof two
      meta\tpublisher\tHarbour Wire\tcopyright line
      meta\tmodified\t2031-04-18\tline 2
      meta\treference\t2031-04-16\tdateline
      meta\tlanguage\tsr
      meta\turl\thttps://example.org/a?b=c
      meta\tsection\tWorld
      meta\tsection\tTalks
      meta\tgenre\tnews
      block\theadline\t0+9\t1
      block\tparagraph\t11+13\t3
      block\tset-aside\t25+12\t4\treading\\ttime

      """)
  }

  @Test func aFieldMayBeginWithACombiningMark() throws {
    var metadata = ArticleMetadata()
    metadata.byline = ["\u{301}a", "\u{200D}", "a\u{600}"]
    let content = ArticleContent(text: CanonicalText(""), blocks: [], metadata: metadata)
    let read = try #require(KeptText.parse(KeptText.print(content), over: content.text))
    #expect(read.metadata == metadata)
  }

  @Test func emptyContentIsReadAsItIsPrinted() throws {
    let empty = ArticleContent(text: CanonicalText(""), blocks: [], metadata: ArticleMetadata())
    let read = try #require(KeptText.parse(KeptText.print(empty), over: empty.text))
    #expect(read.blocks.isEmpty && read.metadata == ArticleMetadata())
  }

  @Test func rowsOfALaterVersionArePassedOver() throws {
    let text = "verbatim blocks 1\nmeta\tmood\tgood\nwords\t1\nmeta\nmeta\ttitle\n"
    let read = try #require(KeptText.parse(text, over: CanonicalText("abc")))
    #expect(read.metadata == ArticleMetadata())
  }

  @Test(
    arguments: [
      "", "verbatim blocks 2\n", "verbatim blocks\n", "block\tparagraph\t0+1\t1\n",
    ]
      + [
        "block\tparagraph\t0+4\t1", "block\tparagraph\t3+1\t1", "block\tparagraph\t-1+1\t1",
        "block\tparagraph\t0+1", "block\tparagraph\t0\t1", "block\tpoem\t0+1\t1",
        "block\tparagraph\t9223372036854775807+1\t1", "block\tparagraph\t0+9223372036854775807\t1",
        "block\tparagraph\t0+1\tone", "block\tparagraph\t99999999999999999999+1\t1",
      ].map { "verbatim blocks 1\n\($0)\n" })
  func whatIsNoSuchFileOrNamesPlacesOutsideIsRefused(text: String) {
    #expect(KeptText.parse(text, over: CanonicalText("abc")) == nil)
  }
}
