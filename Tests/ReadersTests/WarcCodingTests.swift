import Casebook
import Diagnostics
import SourceText
import Testing

@testable import Readers

/// Bodies in a WARC as the server packed them. The streams are made here: they store what they hold.
@Suite struct WarcCodingTests {
  private static let page = Array(SavedPageTests.page.utf8)

  /// A brotli stream (RFC 7932): one block that is stored, and the empty last one.
  private static func brotli(_ bytes: [UInt8]) -> [UInt8] {
    let head = (bytes.count - 1) << 4 | 1 << 20
    return (0..<3).map { UInt8(head >> ($0 * 8) & 0xFF) } + bytes + [3]
  }

  /// A deflate stream (RFC 1951) of one block that is stored.
  private static func deflate(_ bytes: [UInt8]) -> [UInt8] {
    let count = bytes.count
    return [
      1, UInt8(count & 0xFF), UInt8(count >> 8), UInt8(~count & 0xFF), UInt8(~count >> 8 & 0xFF),
    ]
      + bytes
  }

  /// The same with the head and the sum of zlib (RFC 1950).
  private static func zlib(_ bytes: [UInt8]) -> [UInt8] {
    var (a, b) = (1, 0)
    for byte in bytes {
      a = (a + Int(byte)) % 65_521
      b = (b + a) % 65_521
    }
    return [0x78, 1] + deflate(bytes) + [b >> 8, b & 0xFF, a >> 8, a & 0xFF].map { UInt8($0) }
  }

  private static func warc(_ body: [UInt8], _ coding: String) -> [UInt8] {
    let http = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: \(coding)\r\n\r\n"
    let head = """
      WARC/1.0\r
      WARC-Type: response\r
      WARC-Target-URI: \(SavedPageTests.address)\r
      Content-Length: \(http.utf8.count + body.count)\r
      \r

      """
    return Array(head.utf8) + Array(http.utf8) + body + Array("\r\n\r\n".utf8)
  }

  private func read(_ bytes: [UInt8]) -> (texts: [String], problems: [String]) {
    do throws(Diagnostic) {
      let source = try ArticleReader.source(bytes, name: "saved")
      let texts = source.articles.map { String(decoding: $0.content.text.bytes, as: UTF8.self) }
      return (texts, source.problems.map(\.reason.message.id))
    } catch {
      return ([], [error.message.id])
    }
  }

  @Test(arguments: [
    ("br", brotli(page)), ("BR", brotli(page)), ("deflate", zlib(page)), ("deflate", deflate(page)),
    ("gzip", Zip.gzip(page)), ("br", page), ("deflate", page), ("gzip", page), ("identity", page),
  ])
  func aPackedBodyIsThePage(coding: String, body: [UInt8]) {
    let plain = read(Self.warc(Self.page, "identity"))
    #expect(plain.texts.count == 1 && plain.texts[0].contains("Ferry strike"))
    let found = read(Self.warc(body, coding))
    #expect(found.texts == plain.texts && found.problems == [], "\(found.problems)")
  }

  @Test(arguments: [
    ("br", Array(brotli(page).dropLast(9))), ("br", Array(brotli(page).prefix(2))),
    ("deflate", Array(zlib(page).dropLast())), ("deflate", [0x78, 1]), ("br", [0xFF, 0xFF, 0xFF]),
  ])
  func aBodyThatIsCutOffIsBroken(coding: String, body: [UInt8]) {
    #expect(read(Self.warc(body, coding)).problems == ["archive-broken"])
  }

  @Test(arguments: ["br", "deflate"])
  func noMoreComesOutThanMay(coding: String) {
    let bytes = [UInt8](repeating: 0x61, count: 60_000)
    let packed = coding == "br" ? Self.brotli(bytes) : Self.deflate(bytes)
    #expect(throws: Never.self) { try Archive.decoded(packed, coding, name: "x") }
    do throws(Diagnostic) {
      _ = try Archive.decoded(packed, coding, name: "x", most: 100)
      Issue.record("60,000 bytes came out")
    } catch { #expect(error.message.id == "archive-too-large") }
  }
}
