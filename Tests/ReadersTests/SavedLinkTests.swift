import Casebook
import SourceText
import Testing

@testable import Readers

/// Links of blocks in every kind of file that a page can be kept in.
@Suite struct SavedLinkTests {
  private static let talks =
    "the crews of the harbour ferries stayed away from work on Monday for the eighth day."
  /// A link that starts at the page's address, one that does not, and one in a menu.
  private static let page = """
    <!doctype html><html><head><title>Ferry strike</title></head><body>\
    <nav><a href="https://courier.example/home">Home</a></nav><article><h1>Ferry strike</h1>\
    <p>As <a href="rota">the new rota</a> was shown, \(talks)</p>\
    <p>After <a href="https://union.example/a?b=1&amp;c=2">the union</a> had met, \(talks)</p>\
    </article></body></html>
    """
  private static let rota = "the new rota → https://courier.example/rota"
  private static let union = "the union → https://union.example/a?b=1&c=2"

  private func links(_ bytes: [UInt8], article: Int = 0) throws -> [String] {
    let content = try ArticleReader.source(bytes, name: "saved").articles[article].content
    return content.blocks.flatMap { block in
      block.links.map { "\(content.text[$0.range]) → \($0.address)" }
    }
  }

  @Test func ofMHTML() throws {
    let file = SavedPageTests.mhtml.replacingFirst(SavedPageTests.page, with: Self.page)
    #expect(try links(Array(file.utf8)) == [Self.rota, Self.union])
  }

  @Test func ofSafarisWebArchives() throws {
    #expect(try links(SavedPageTests.webArchive(of: Self.page)) == [Self.rota, Self.union])
  }

  @Test func ofWarcAlsoPacked() throws {
    let file = Array(SavedPageTests.record("response", SavedPageTests.http(Self.page)).utf8)
    #expect(try links(file) == [Self.rota, Self.union])
    #expect(try links(Zip.gzip(file)) == [Self.rota, Self.union])
  }

  /// A page with its pictures in it is a page; they are no links.
  @Test func ofPagesWithInlinedData() throws {
    let data = "<p><a href=\"data:text/plain;base64,YQ==\">a</a><img src=\"data:image/png;base64,"
    let picture = data + String(repeating: "QUJD", count: 20_000) + "\"></p>"
    let file = Self.page.replacingFirst("</article>", with: picture + "</article>")
      .replacingFirst("<title>", with: "<base href=\"\(SavedPageTests.address)\"><title>")
    #expect(try links(Array(file.utf8)) == [Self.rota, Self.union])
  }

  private static let mail = """
    From: "Lind, Mara" <mara@courier.example>
    Subject: Ferry strike
    Date: Tue, 3 May 2033 08:15:00 +0200
    MIME-Version: 1.0
    Content-Type: text/html; charset=utf-8

    <p>As <a href="rota">the new rota</a> was shown, \(talks)</p>
    <p>After <a href="https://union.example/a?b=1&amp;c=2">the union</a> had met, \(talks)</p>

    """

  /// A mail has no address: only links that are absolute lead somewhere.
  @Test func ofMailAndMailboxes() throws {
    #expect(try links(Array(Self.mail.utf8)) == [Self.union])
    let one = "From mara@courier.example Tue May  3 08:15:00 2033\n\(Self.mail)\n"
    #expect(try links(Array((one + one).utf8), article: 1) == [Self.union])
  }

  @Test func ofBooks() throws {
    let chapter = """
      <html><body><h1>One</h1><p>As <a href="b.xhtml#rota">the new rota</a> was shown, \(Self.talks)</p>
      <p>After <a href="https://union.example/a?b=1&amp;c=2">the union</a> had met, \(Self.talks)</p>
      </body></html>
      """
    let book = DocumentTests.epub.map { $0.0 == "OEBPS/b.xhtml" ? ($0.0, chapter) : $0 }
    #expect(try links(Zip.of(book), article: 1) == [Self.union])
  }
}
