import SourceText
import TestKit
import Testing

@testable import Casebook

/// Which articles carry one text.
@Suite struct NearCopyTests {
  /// Paragraphs of thirty words of their own.
  private static func paragraph(_ number: Int) -> String {
    (0..<30).map { "word\(number)x\($0)" }.joined(separator: " ") + "."
  }

  private static func add(
    _ name: String, _ paragraphs: [String], day: String? = nil, versionOf: String? = nil,
    to book: inout Casebook
  ) {
    var (text, blocks) = ("", [Block]())
    for paragraph in paragraphs {
      let start = text.utf8.count
      text += paragraph
      blocks.append(Block(.paragraph, start..<text.utf8.count, line: blocks.count + 1))
      text += "\n\n"
    }
    let canonical = CanonicalText(text)
    var metadata = ArticleMetadata()
    if let day = day.flatMap({ DayRange($0)?.first }) {
      metadata.published = .stated(day: day, instant: nil, basis: "line 1")
    }
    let content = ArticleContent(text: canonical, blocks: blocks, metadata: metadata)
    var article = Article(
      name: name, source: name, content: content, textDigest: canonical.digest)
    article.versionOf = versionOf
    book.define(article)
  }

  private static func wire() -> [String] { (1...10).map(paragraph) }

  private func tie(_ name: String, in book: Casebook) throws -> NearCopies.Tie? {
    book.nearCopies.tie(of: try #require(book.articles.named(name)))
  }

  @Test func whatIsNearestFollowsTheArticlesThatAreThere() throws {
    var book = Casebook()
    Self.add("wire", Self.wire(), day: "2031-04-17", to: &book)
    Self.add("sun", Self.wire(), day: "2031-04-18", to: &book)
    let (wire, sun) = (try #require(book.articles.named("wire")), book.articles.named("sun"))
    #expect(NearCopies.nearest(to: wire, in: book)?.of == sun)
    var without = book
    without.articles.remove(try #require(sun))
    #expect(NearCopies.nearest(to: wire, in: without) == nil)
    Self.add("sun", (20...30).map(Self.paragraph), day: "2031-04-18", to: &without)
    #expect(NearCopies.nearest(to: wire, in: without) == nil)
    #expect(NearCopies.nearest(to: wire, in: book)?.of == sun)
  }

  @Test func theOriginalIsFoundHoweverManyReprintsThereAre() throws {
    var book = Casebook()
    Self.add("wire", Self.wire(), day: "2031-04-17", to: &book)
    for number in 1...80 { Self.add("sun\(number)", Self.wire(), day: "2031-04-18", to: &book) }
    let last = try #require(book.articles.named("sun80"))
    let nearest = try #require(NearCopies.nearest(to: last, in: book))
    #expect(nearest.of == last && nearest.1.original == book.articles.named("wire"))
  }

  @Test func aReprintIsACopyOfWhatCameFirstInWhateverOrderTheyWereLoaded() throws {
    for isReversed in [false, true] {
      var book = Casebook()
      let load = [
        ("wire", Self.wire(), "2031-04-17"), ("sun", Array(Self.wire()[..<7]), "2031-04-18"),
      ]
      for (name, text, day) in isReversed ? load.reversed() : load {
        Self.add(name, text, day: day, to: &book)
      }
      let wire = try #require(book.articles.named("wire"))
      let sun = try #require(book.articles.named("sun"))
      let expected = NearCopies.Tie(original: wire, shared: 7, count: 10, isVersion: false)
      #expect(try tie("sun", in: book) == expected)
      #expect(try tie("wire", in: book) == nil)
      #expect(book.nearCopies.followers(of: wire) == [sun])
      let nearest = NearCopies.nearest(to: wire, in: book)
      #expect(nearest?.of == sun && nearest?.1 == expected)
    }
  }

  @Test func anEditedParagraphStillCountsAndOneWrittenAnewDoesNot() throws {
    var book = Casebook()
    Self.add("wire", Self.wire(), day: "2031-04-17", to: &book)
    var words = Self.wire()
    words[0] = words[0].replacing("word1x3 ", with: "").replacing("word1x20 ", with: "“Word1x20”, ")
    words[1] = Self.paragraph(2).uppercased()
    words[2] = Self.paragraph(99)
    Self.add("sun", words, day: "2031-04-18", to: &book)
    #expect(try tie("sun", in: book)?.shared == 9)
  }

  @Test func quotedParagraphsMakeNoCopy() throws {
    var book = Casebook()
    Self.add("wire", Self.wire(), day: "2031-04-17", to: &book)
    let own = (50..<60).map(Self.paragraph)
    Self.add("essay", Self.wire()[..<4] + own, day: "2031-04-18", to: &book)
    Self.add("brief", [Self.paragraph(1)], day: "2031-04-18", to: &book)
    #expect(book.nearCopies.isEmpty)
    Self.add("short", [Self.paragraph(1), Self.paragraph(2)], day: "2031-04-18", to: &book)
    #expect(try tie("short", in: book)?.shared == 2)
  }

  /// Reports of every day: the same few words and turns of phrase, in another order.
  @Test func turnsOfPhraseMakeNoCopy() {
    var book = Casebook()
    var random = SeededGenerator(seed: 7)
    let nouns = ["truce", "envoy", "harbour", "council", "bridge", "ferry", "border", "convoy"]
    let verbs = ["rejects", "supports", "delays", "recalls", "demands", "offers"]
    let rests = ["before the thaw", "for the third week", "on both banks of the river", "again"]
    func sentence() -> String {
      let words = [nouns, verbs, nouns, nouns].map { $0.randomElement(using: &random) ?? "" }
      let rest = rests.randomElement(using: &random) ?? ""
      return "the \(words[0]) \(words[1]) the \(words[2]) and the \(words[3]) \(rest)."
    }
    for name in ["monday", "tuesday", "friday", "sunday"] {
      let text = (0..<12).map { _ in (0..<3).map { _ in sentence() }.joined(separator: " ") }
      Self.add(name, text, to: &book)
    }
    #expect(book.nearCopies.isEmpty)
  }

  @Test func aLaterTextIsStatedAndBelongsToTheSameCluster() throws {
    var book = Casebook()
    Self.add("ledger", Self.wire(), day: "2031-04-10", to: &book)
    Self.add("edited", Self.wire(), day: "2031-04-11", versionOf: "ledger", to: &book)
    Self.add("final", [Self.paragraph(70)], day: "2031-04-12", versionOf: "edited", to: &book)
    Self.add("loop", Self.wire(), versionOf: "pool", to: &book)
    Self.add("pool", Self.wire(), versionOf: "loop", to: &book)
    let ledger = try #require(book.articles.named("ledger"))
    #expect(try tie("edited", in: book)?.isVersion == true)
    #expect(try tie("edited", in: book)?.shared == 10)
    let names = book.nearCopies.followers(of: ledger).map { book.articles[$0].name }
    #expect(names == ["edited", "final"])
    #expect(try tie("loop", in: book) == nil)
  }

  @Test func whatChangesIsFoundAnew() throws {
    var book = Casebook()
    Self.add("wire", Self.wire(), day: "2031-04-17", to: &book)
    #expect(book.nearCopies.isEmpty)
    let before = book
    Self.add("sun", Self.wire(), day: "2031-04-18", to: &book)
    #expect(!book.nearCopies.isEmpty)
    #expect(before.nearCopies.isEmpty)
    book.articles.remove(try #require(book.articles.named("wire")))
    #expect(book.nearCopies.isEmpty)
  }

  /// A notice that stands in all articles makes none a copy. How the time grows with their number is
  /// measured with the benchmarks.
  @Test func manyArticlesWithOneNoticeAreNoCopies() {
    var book = Casebook()
    let notice = (900..<904).map(Self.paragraph)
    for number in 0..<800 {
      let own = (0..<5).map { Self.paragraph(1000 + number * 5 + $0) }
      Self.add("a\(number)", own + notice, to: &book)
    }
    #expect(book.nearCopies.isEmpty)
  }

  @Test func textsWithoutWordsHaveNoShingles() {
    var book = Casebook()
    Self.add("dashes", ["— — —", "…"], to: &book)
    Self.add("more", ["— — —", "…"], to: &book)
    #expect(book.nearCopies.isEmpty)
  }
}
