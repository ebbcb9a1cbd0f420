import Casebook
import Diagnostics
import SourceText
import Testing

@testable import Readers

/// Pages as browsers and crawlers keep them: MHTML, Safari web archives, WARC; and mail.
@Suite struct SavedPageTests {
  static let page = """
    <!doctype html><html><head><title>Ferry strike</title></head><body><h1>Ferry strike</h1>\
    <p>The crews of the harbour ferries stayed away from work on Monday for the eighth day.</p>\
    <p>“We will not return”, the union says, “before the new rota is withdrawn by the company”.</p>\
    </body></html>
    """
  static let address = "https://courier.example/a"
  static let mhtml = """
    From: <Saved by Blink>\r
    Snapshot-Content-Location: \(address)\r
    Subject: Ferry\r
    MIME-Version: 1.0\r
    Content-Type: multipart/related; type="text/html"; boundary="B"\r
    \r
    --B\r
    Content-Type: text/html\r
    Content-Location: https://courier.example/frame\r
    \r
    <p>Frame</p>\r
    --B\r
    Content-Type: text/html; charset=utf-8\r
    Content-Transfer-Encoding: 8bit\r
    Content-Location: \(address)\r
    \r
    \(page)\r
    --B--\r

    """
  static let mail = """
    From: "Lind, Mara" <mara@courier.example>
    To: desk@courier.example
    Subject: =?UTF-8?Q?Ferry_strike_=E2=80=93_offers?=
    Date: Tue, 3 May 2033 08:15:00 +0200
    MIME-Version: 1.0
    Content-Type: multipart/alternative; boundary="B"

    --B
    Content-Type: text/plain; charset=iso-8859-1
    Content-Transfer-Encoding: quoted-printable

    The crews stayed away from work for the eighth day, and caf=E9s at the quay are closed.
    --B
    Content-Type: text/html; charset=iso-8859-1
    Content-Transfer-Encoding: quoted-printable

    <p>The crews stayed away from work for the eighth day, and caf=E9s at the quay are closed.</p>
    --B--

    """

  static func record(_ type: String, _ content: String) -> String {
    """
    WARC/1.0\r
    WARC-Type: \(type)\r
    WARC-Target-URI: <\(address)>\r
    WARC-Date: 2033-05-03T08:15:00Z\r
    Content-Type: application/http; msgtype=response\r
    Content-Length: \(content.utf8.count)\r
    \r
    \(content)\r
    \r

    """
  }

  static func http(_ body: String, chunked: Bool = false) -> String {
    let size = String(body.utf8.count, radix: 16)
    return "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"
      + (chunked
        ? "Transfer-Encoding: chunked\r\n\r\n\(size)\r\n\(body)\r\n0\r\n\r\n" : "\r\n\(body)")
  }

  static let warc =
    record("warcinfo", "software: test") + record("response", http(page))
    + record("response", "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\nNo.")
    + record("response", http(page, chunked: true))

  static var webArchive: [UInt8] { webArchive(of: page) }

  /// A binary property list of one page.
  static func webArchive(of page: String) -> [UInt8] {
    var out = Array("bplist00".utf8)
    var offsets: [Int] = []
    func add(_ bytes: [UInt8]) {
      offsets.append(out.count)
      out += bytes
    }
    func text(_ text: String) -> [UInt8] {
      [0x5F, 0x10, UInt8(text.utf8.count)] + Array(text.utf8)
    }
    add([0xD1, 1, 2])
    add(text("WebMainResource"))
    add([0xD2, 3, 4, 5, 6])
    add(text("WebResourceData"))
    add(text("WebResourceURL"))
    let count = page.utf8.count
    add([0x4F, 0x11, UInt8(count >> 8), UInt8(count & 0xFF)] + Array(page.utf8))
    add(text(address))
    let table = out.count
    for offset in offsets { out += [UInt8(offset >> 8), UInt8(offset & 0xFF)] }
    func long(_ value: Int) -> [UInt8] { (0..<8).map { UInt8(value >> ((7 - $0) * 8) & 0xFF) } }
    return out + [0, 0, 0, 0, 0, 0, 2, 1] + long(offsets.count) + long(0) + long(table)
  }

  private func read(_ bytes: [UInt8]) throws(Diagnostic) -> ReadSource {
    try ArticleReader.source(bytes, name: "saved")
  }

  private func read(_ text: String) throws(Diagnostic) -> ReadSource { try read(Array(text.utf8)) }

  private func id(_ bytes: [UInt8]) -> String? {
    do throws(Diagnostic) {
      _ = try read(bytes)
      return nil
    } catch { return error.message.id }
  }

  private func check(_ article: ReadArticle?) {
    let content = article?.content
    #expect(content?.metadata.title?.value == "Ferry strike")
    #expect(content?.metadata.url == Self.address)
    #expect(content?.blocks.count { $0.kind == .paragraph } == 2)
  }

  @Test func aPageInMHTMLIsReadWithItsAddress() throws {
    let source = try read(Self.mhtml)
    #expect(source.articles.count == 1)
    check(source.articles.first)
  }

  @Test func aSafariWebArchiveIsReadWithItsAddress() throws {
    check(try read(Self.webArchive).articles.first)
  }

  @Test func responsesOfAWarcAreArticles() throws {
    for bytes in [Array(Self.warc.utf8), Zip.gzip(Array(Self.warc.utf8))] {
      let source = try read(bytes)
      #expect(source.articles.count == 2 && source.problems.isEmpty)
      for article in source.articles { check(article) }
      #expect(source.articles[0].notes == ["fetched 2033-05-03T08:15:00Z"])
    }
  }

  @Test func aWarcOfSeveralMembersOfGzipIsReadWhole() throws {
    let members = [Self.record("response", Self.http(Self.page))]
    let twice = (members + members).flatMap { Zip.gzip(Array($0.utf8)) }
    #expect(try read(twice).articles.count == 2)
  }

  @Test func aWarcThatIsCutOffSaysSo() throws {
    let source = try read(String(Self.warc.dropLast(100)))
    #expect(source.articles.count == 1)
    #expect(source.problems.map(\.reason.message.id) == ["warc-broken"])
    #expect(id(Array(Self.record("warcinfo", "x").utf8)) == "warc-without-pages")
    #expect(id(Array("bplist00".utf8) + [UInt8](repeating: 0, count: 64)) == "web-archive-broken")
  }

  @Test func aMailHasItsSenderSubjectDayAndText() throws {
    let article = try read(Self.mail).articles[0]
    let meta = article.content.metadata
    #expect(meta.title?.value == "Ferry strike – offers" && meta.title?.basis == "mail head")
    #expect(meta.byline == ["Lind, Mara"])
    #expect(meta.published.day?.description == "2033-05-03")
    let text = article.content.text
    #expect(text[0..<text.count].contains("cafés at the quay"))
  }

  @Test func eachMailOfAMailboxIsAnArticle() throws {
    let one = "From mara@courier.example Tue May  3 08:15:00 2033\n" + Self.mail + "\n"
    let empty = "From ivo@x Tue May  3 08:15:00 2033\nSubject: x\nFrom: ivo@x\n\n\n"
    let source = try read(one + empty + one)
    #expect(source.articles.map(\.number) == [1, 3])
    #expect(source.problems.map(\.reason.message.id) == ["mail-without-text"])
  }

  @Test(arguments: [Array(mhtml.utf8), Array(mail.utf8), Array(warc.utf8), webArchive])
  func filesCutAnywhereEndInArticlesOrADiagnostic(_ bytes: [UInt8]) {
    for length in stride(from: 0, to: bytes.count, by: 13) {
      do throws(Diagnostic) { _ = try read(Array(bytes[..<length])) } catch {
        #expect(error.rendered().isEmpty == false)
      }
    }
  }

  /// A dictionary whose only key is the dictionary: reading it must end.
  @Test func aWebArchiveThatNamesItselfIsBroken() {
    let table: [UInt8] = [8]
    let trailer: [UInt8] = [0, 0, 0, 0, 0, 0, 1, 1] + [UInt8](repeating: 0, count: 7) + [1]
    let end = [UInt8](repeating: 0, count: 15) + [UInt8(8 + 3 + 14)]
    let filler = [UInt8](repeating: 0, count: 14)
    let bytes = Array("bplist00".utf8) + [0xD1, 0, 0] + filler + table + trailer + end
    #expect(id(bytes) == "web-archive-broken")
  }

  @Test func aWebArchiveWithAnyByteChangedEndsInAnArticleOrADiagnostic() {
    var random = SeededGenerator(7)
    for _ in 0..<2_000 {
      var bytes = Self.webArchive
      for _ in 0..<3 {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(
          in: 0...255, using: &random)
      }
      do throws(Diagnostic) { _ = try read(bytes) } catch {
        #expect(error.rendered().isEmpty == false)
      }
    }
  }

  @Test func deeplyNestedPartsOfAMailEndInAnArticleOrADiagnostic() {
    var text = "From: a@b\nMIME-Version: 1.0\n"
    for i in 0..<20_000 {
      text += "Content-Type: multipart/mixed; boundary=b\(i)\n\n--b\(i)\n"
    }
    do throws(Diagnostic) { _ = try read(text) } catch {
      #expect(error.rendered().isEmpty == false)
    }
  }

  @Test(
    arguments: [
      "404 Not Found", "Page not found | Ostrey Courier", "Sorry, page not found", "Access Denied",
      "Seite nicht gefunden", "Just a moment...",
    ])
  func aPageThatReportsAnErrorIsNoArticle(_ title: String) {
    let page =
      "<html><head><title>\(title)</title></head><body><h1>\(title)</h1>"
      + "<p>What you asked for is not here. Try the search, or go back to the first page.</p></body>"
    do throws(Diagnostic) {
      _ = try read(page)
      Issue.record("it was read")
    } catch { #expect(error.message.id == "error-page") }
  }

  @Test func anArticleAboutAnErrorIsAnArticle() throws {
    let title = "Not found: the ferry that never came"
    _ = try read(Self.page.replacingFirst("Ferry strike</title>", with: "\(title)</title>"))
  }
}

extension String {
  func replacingFirst(_ old: String, with new: String) -> String {
    firstRange(of: old).map { self[..<$0.lowerBound] + new + self[$0.upperBound...] } ?? self
  }
}
