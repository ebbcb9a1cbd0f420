@testable internal import Readers
internal import Diagnostics
internal import SourceText

/// Plain text, Markdown and the exports of press databases.
struct TextTarget: FuzzTarget {
  func run(_ bytes: [UInt8]) {
    check { () throws(Diagnostic) in ReadSource(try TextReader.read(bytes, name: "fuzz")) }
    check { () throws(Diagnostic) in ReadSource(try MarkdownReader.read(bytes, name: "fuzz")) }
    check { () throws(Diagnostic) in try PressReader.read(bytes, name: "fuzz") }
    check { () throws(Diagnostic) in try ArticleReader.source(bytes, name: "fuzz") }
  }
}

/// Web pages.
struct PageTarget: FuzzTarget {
  func run(_ bytes: [UInt8]) {
    check { () throws(Diagnostic) in ReadSource(try PageReader.read(bytes, name: "fuzz")) }
  }
}

/// RSS, Atom and other XML.
struct FeedTarget: FuzzTarget {
  func run(_ bytes: [UInt8]) {
    check { () throws(Diagnostic) in try FeedReader.read(bytes, name: "fuzz") }
  }
}

/// Mail, mailboxes and saved pages in MHTML.
struct MailTarget: FuzzTarget {
  func run(_ bytes: [UInt8]) {
    for isMailbox in [false, true] {
      check { () throws(Diagnostic) in
        try MailReader.read(bytes, name: "fuzz", isMailbox: isMailbox)
      }
    }
  }
}

/// JSON as pages and programs write it, and feeds made of it.
struct JSONTarget: FuzzTarget {
  func run(_ bytes: [UInt8]) {
    _ = JSONValue.values(in: bytes, 0..<bytes.count)
    check { () throws(Diagnostic) in try JSONFeedReader.read(bytes, name: "fuzz") }
    let text = String(decoding: bytes, as: UTF8.self)
    let quoted = JSONString.quote(text)
    let inner = JSONString.unescape(quoted.utf8.dropFirst().dropLast())
    hold(inner == text, "a quoted text comes back as another")
    _ = JSONString.unescape(bytes[...])
  }
}

/// Word processors' files, books, and files that pack others. The first byte says what is made of
/// the rest: libFuzzer does not find checksums of archives by itself.
struct DocumentTarget: FuzzTarget {
  func run(_ bytes: [UInt8]) {
    guard let first = bytes.first else { return }
    let rest = Array(bytes.dropFirst())
    let source =
      switch first % 6 {
      case 0: Zip.of([("word/document.xml", rest)])
      case 1: Zip.of([("mimetype", Array(Self.openText.utf8)), ("content.xml", rest)])
      case 2: Zip.of(Self.book + [("one.xhtml", rest)])
      case 3: Zip.of(Self.container + [("book.opf", rest), ("one.xhtml", Self.chapter)])
      case 4: Array("WARC/1.0\r\n".utf8) + rest
      default: rest
      }
    check { () throws(Diagnostic) in try ArticleReader.source(source, name: "fuzz") }
  }

  private static let openText = "application/vnd.oasis.opendocument.text"
  private static let chapter = Array("<html><body><p>One paragraph.</p></body></html>".utf8)
  private static let container: [(String, [UInt8])] = [
    ("mimetype", Array("application/epub+zip".utf8)),
    (
      "META-INF/container.xml",
      Array("<container><rootfiles><rootfile full-path=\"book.opf\"/></rootfiles></container>".utf8)
    ),
  ]
  private static let book: [(String, [UInt8])] =
    container + [
      (
        "book.opf",
        Array(
          """
          <package><manifest><item id="a" href="one.xhtml" media-type="application/xhtml+xml"/>\
          </manifest><spine><itemref idref="a"/></spine></package>
          """.utf8)
      )
    ]
}
