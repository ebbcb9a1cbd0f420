import Casebook
import Diagnostics
import SourceText
import Testing

@testable import Readers

/// Any bytes end in articles or in a diagnostic that can be shown.
@Suite struct HostileTests {
  private static let seeds: [[UInt8]] = [
    Zip.of(DocumentTests.docx), Zip.of(DocumentTests.odt), Zip.of(DocumentTests.epub),
    Zip.gzip(Array(SavedPageTests.warc.utf8)), Array(SavedPageTests.warc.utf8),
    Array(SavedPageTests.mhtml.utf8), Array(SavedPageTests.mail.utf8), Array(FeedTests.rss.utf8),
    Array(FeedTests.atom.utf8), Array(FeedTests.json.utf8), Array(PressTests.numbered.utf8),
    Array(PressTests.tagged.utf8), Array(PressTests.listed.utf8), SavedPageTests.webArchive,
  ]

  private func read(_ bytes: [UInt8]) {
    do throws(Diagnostic) {
      let source = try ArticleReader.source(bytes, name: "seed")
      for article in source.articles { check(article) }
    } catch { #expect(error.rendered().isEmpty == false) }
  }

  /// The text is canonical; blocks lie in order within it and between scalars.
  private func check(_ article: ReadArticle) {
    let text = article.content.text
    #expect(CanonicalText.canonical(text.bytes) == text.bytes)
    var end = 0
    for block in article.content.blocks {
      #expect(block.range.lowerBound >= end && block.range.upperBound <= text.count)
      #expect(block.line >= 1)
      end = block.range.upperBound
      #expect(end == text.count || text.bytes[end] & 0xC0 != 0x80)
    }
  }

  @Test(arguments: seeds.indices)
  func bytesChangedAnywhereEndInArticlesOrADiagnostic(seed: Int) {
    var random = SeededGenerator(UInt64(seed))
    for _ in 0..<120 {
      var bytes = Self.seeds[seed]
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let at = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0...2, using: &random) {
        case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: at)
        default: bytes.insert(contentsOf: bytes[at...].prefix(40), at: at)
        }
      }
      read(bytes)
    }
  }

  @Test func theKindIsFoundWhateverTheNameSays() throws {
    for (seed, count) in zip(Self.seeds, [1, 1, 2, 2, 2, 1, 1, 2, 1, 1, 2, 2, 2, 1]) {
      let source = try ArticleReader.source(seed, name: "page.html")
      #expect(source.articles.count == count)
    }
  }

  @Test(
    arguments: [
      "WARC/1.0\r\nContent-Length: 99999999999999999999\r\n\r\n",
      "WARC/1.0\r\nContent-Length: -5\r\n\r\n", "WARC/1.0\r\nContent-Length: 3\r\n\r\nabc",
      "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":{}}",
      "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[[[[", "<rss>", "<feed/>",
      "<rdf:RDF>", "From x\nFrom: y\nTo: z\n", "MIME-Version: 1.0\nFrom: x\n", "PK\u{3}\u{4}",
      "bplist00", "%PDF-", "---\na: b\n---\n",
    ])
  func beginningsOfEveryKindEndInArticlesOrADiagnostic(_ text: String) { read(Array(text.utf8)) }

  /// What begins with a byte order mark is not read back as it was kept.
  @Test(arguments: ["", " ", "\u{FEFF}", "&#xFEFF;", "&#xFEFF; ", "\u{FEFF}<b>\u{FEFF}</b> "])
  func noTextBeginsWithAByteOrderMark(_ mark: String) throws {
    let words = "\(mark)Crews stay away."
    let files = DocumentTests.docx.map { name, text in
      (name, text.replacing("Ferry strike", with: mark + " Ferry strike"))
    }
    let pages: [[UInt8]] = [
      Array("<html><body>\(words)</body></html>".utf8),
      Array("\u{FEFF}<html><body><p>\(mark)</p><p>\(words)</p></body></html>".utf8),
      Array(FeedTests.rss.replacing("<title>", with: "<title>\(mark)").utf8), Zip.of(files),
    ]
    for page in pages {
      for article in try ArticleReader.source(page, name: "page").articles {
        check(article)
        #expect(!article.content.text.bytes.starts(with: [0xEF, 0xBB, 0xBF]))
      }
    }
  }

  /// How its time grows is measured with the benchmarks.
  @Test func aLongMailboxIsRead() throws {
    let mail = "From a@b Tue May  3 08:15:00 2033\n" + SavedPageTests.mail + "\n"
    let bytes = Array(String(repeating: mail, count: 800).utf8)
    #expect(try ArticleReader.source(bytes, name: "x").articles.count == 800)
  }

  private static let entities = """
    <?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaaaaaaaaaaaa">
    <!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">
    <!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;"><!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;">
    <!ENTITY f "&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;"><!ENTITY x SYSTEM "file:///etc/passwd">]>
    """

  @Test(arguments: [DocumentTests.docx, DocumentTests.odt, DocumentTests.epub], ["&x;", "&f;"])
  func entitiesOfDocumentsAreNeitherFetchedNorBlownUp(
    _ files: [(String, String)], entity: String
  ) throws {
    let traps = files.map { name, text in
      let head = text.firstRange(of: "<?xml version=\"1.0\"?>")
      let body = head.map { String(text[$0.upperBound...]) } ?? text
      let words = body.replacing(
        DocumentTests.talks, with: "Before \(entity) \(DocumentTests.talks)")
      let isTrapped = name.hasSuffix("xml") || words != body
      return (name, isTrapped ? Self.entities + words : text)
    }
    let source = try ArticleReader.source(Zip.of(traps), name: "report")
    #expect(!source.articles.isEmpty)
    for article in source.articles {
      let text = String(decoding: article.content.text.bytes, as: UTF8.self)
      #expect(text.contains("Before") && text.utf8.count < 1_000, "\(text.prefix(200))")
      #expect(!text.contains("root:"))
    }
  }
}
