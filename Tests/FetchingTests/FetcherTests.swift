import Glibc
import Testing

@testable import Fetching

/// Pages from a server on the loopback address.
@Suite struct FetcherTests {
  /// `<p>Packed words about the river.</p>`, packed with gzip.
  private static let packed: [UInt8] = [
    0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0xB3, 0x29, 0xB0, 0x0B, 0x48,
    0x4C, 0xCE, 0x4E, 0x4D, 0x51, 0x28, 0xCF, 0x2F, 0x4A, 0x29, 0x56, 0x48, 0x4C, 0xCA, 0x2F,
    0x2D, 0x51, 0x28, 0xC9, 0x48, 0x55, 0x28, 0xCA, 0x2C, 0x4B, 0x2D, 0xD2, 0xB3, 0xD1, 0x2F,
    0xB0, 0x03, 0x00, 0x09, 0xB4, 0x4E, 0x3D, 0x24, 0x00, 0x00, 0x00,
  ]

  private static let server = LoopbackServer { path in
    var answer = LoopbackServer.Answer(body: Array("<p>Words about the river.</p>".utf8))
    switch path {
    case "/moved":
      answer.status = "301 Moved"
      answer.headers = ["Location: /once-more"]
    case "/once-more":
      answer.status = "302 Found"
      answer.headers = ["Location: /page?from=there"]
    case "/loop":
      answer.status = "302 Found"
      answer.headers = ["Location: /loop"]
    case "/elsewhere":
      answer.status = "302 Found"
      answer.headers = ["Location: file:///etc/hostname"]
    case "/with-name":
      answer.status = "302 Found"
      answer.headers = ["Location: //me:secret@127.0.0.1/"]
    case "/gone": answer.status = "404 Not Found"
    case "/broken": answer.status = "500 Internal Server Error"
    case "/packed":
      answer.headers = ["Content-Encoding: gzip"]
      answer.body = packed
    case "/wrong-type": answer.headers = ["Content-Type: image/png"]
    case "/endless":
      answer.isEndless = true
      answer.body = [UInt8](repeating: 0x61, count: 1 << 16)
    case "/silent": answer.isSilent = true
    default: break
    }
    return answer
  }

  init() { setenv("no_proxy", "127.0.0.1", 1) }

  private func text(_ path: String) throws -> String {
    let page = try Fetcher().page(at: Self.server.address(path))
    return String(decoding: page.bytes, as: UTF8.self)
  }

  private func error(_ path: String, _ change: (inout Fetcher.Limits) -> Void = { _ in })
    -> FetchError?
  {
    var limits = Fetcher.Limits()
    change(&limits)
    do throws(FetchError) {
      _ = try Fetcher(limits: limits).page(at: Self.server.address(path))
      return nil
    } catch { return error }
  }

  @Test func aPageIsFetchedWhateverItsTypeIsSaidToBe() throws {
    #expect(try text("/page") == "<p>Words about the river.</p>")
    #expect(try text("/wrong-type") == "<p>Words about the river.</p>")
    #expect(try text("/packed") == "<p>Packed words about the river.</p>")
  }

  @Test func redirectsAreFollowedAndTheLastAddressIsKept() throws {
    let page = try Fetcher().page(at: Self.server.address("/moved"))
    #expect(page.address == Self.server.address("/page?from=there"))
    #expect(error("/moved") { $0.redirects = 1 } == .redirects(1))
    #expect(error("/loop") == .redirects(10))
  }

  @Test func onlyHTTPIsFollowedAndNoCredentials() {
    #expect(error("/elsewhere") == .scheme)
    #expect(error("/with-name") == .credentials)
    #expect(throws: FetchError.credentials) {
      try Fetcher().page(at: "http://me:secret@127.0.0.1:\(Self.server.port)/page")
    }
    #expect(throws: FetchError.scheme) { try Fetcher().page(at: "file:///etc/hostname") }
  }

  @Test func anErrorIsNoPage() {
    #expect(error("/gone") == .status(404))
    #expect(error("/broken") == .status(500))
    #expect(error("/gone")?.reason == "the server answers 404, not found")
  }

  @Test func whatIsTooLargeOrTakesTooLongEnds() {
    #expect(error("/endless") { $0.bytes = 1 << 20 } == .tooLarge(bytes: 1 << 20))
    #expect(error("/packed") { $0.bytes = 30 } == .tooLarge(bytes: 30))
    #expect(error("/silent") { $0.milliseconds = 300 } == .timeout(milliseconds: 300))
  }

  @Test func whoWaitsCanEndIt() {
    #expect(throws: FetchError.stopped) {
      try Fetcher().page(at: Self.server.address("/silent")) { true }
    }
  }

  @Test func whereNobodyAnswersTheLibrarySaysWhy() {
    let error = #expect(throws: FetchError.self) {
      try Fetcher().page(at: "http://127.0.0.1:1/")
    }
    guard case .failed(let words)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(words.contains("127.0.0.1"))
  }

  @Test(arguments: [
    ("http://a.example/x", true), ("HTTPS://a.example", true), ("http://", false),
    ("ftp://a.example/", false), ("http.txt", false), ("wire.txt", false),
  ])
  func addressesAreTold(text: String, isAddress: Bool) {
    #expect(Fetcher.isAddress(text) == isAddress)
  }

  @Test(arguments: [
    ("https://me:pw@a.example/", true), ("http:///me:pw@a.example/", true),
    ("https://me@a.example", true),
    ("https://a.example/@name", false), ("https://a.example?x=a@b", false),
  ])
  func credentialsAreTold(address: String, hasThem: Bool) {
    #expect(Fetcher.hasCredentials(address) == hasThem)
  }
}
