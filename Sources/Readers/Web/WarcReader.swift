internal import Casebook
internal import Diagnostics

/// Reads WARC (ISO 28500): each response that is an HTML page is an article, with its address and
/// the moment at which it was fetched.
struct WarcReader {
  private let bytes: [UInt8]
  private let name: String

  static func read(_ bytes: [UInt8], name: String) throws(Diagnostic) -> ReadSource {
    let reader = WarcReader(bytes: bytes, name: name)
    var source = ReadSource()
    var at = 0
    var number = 0
    while let record = reader.record(at: at) {
      at = record.end
      guard let page = reader.page(record) else { continue }
      number += 1
      source.add { () throws(Diagnostic) in try reader.article(page, record) }
    }
    if at < bytes.count, !bytes[at...].allSatisfy(Markup.isBlank) {
      source.add { () throws(Diagnostic) in throw Diagnostic(.warcBroken(name, at: at)) }
    }
    if source.count == 0 { throw Diagnostic(.warcWithoutPages(name)) }
    return try source.checked(name)
  }

  private struct Record {
    let fields: [String: String]
    let block: Range<Int>
    let end: Int
  }

  /// The record behind an offset; nil where none begins there or it is cut off.
  private func record(at start: Int) -> Record? {
    var at = start
    while at < bytes.count, Markup.isBlank(bytes[at]) { at += 1 }
    guard bytes[at...].starts(with: "WARC/".utf8), let head = HTTPHead(bytes, at..<bytes.count),
      let length = head.fields["content-length"].flatMap({ Int($0) }), length >= 0,
      length <= bytes.count - head.end
    else { return nil }
    let end = head.end + length
    return Record(fields: head.fields, block: head.end..<end, end: end)
  }

  private struct Page {
    let body: Range<Int>
    let head: HTTPHead?
  }

  /// The page of a record; nil where it holds something else.
  private func page(_ record: Record) -> Page? {
    switch record.fields["warc-type"] {
    case "response":
      guard let head = HTTPHead(bytes, record.block), head.status == 200,
        head.fields["content-type"]?.lowercased().contains("html") == true
      else { return nil }
      return Page(body: head.end..<record.block.upperBound, head: head)
    case "resource":
      guard record.fields["content-type"]?.lowercased().contains("html") == true else { return nil }
      return Page(body: record.block, head: nil)
    default: return nil
    }
  }

  private func article(_ page: Page, _ record: Record) throws(Diagnostic) -> ReadArticle {
    var body = Array(bytes[page.body])
    let fields = page.head?.fields ?? [:]
    if fields["transfer-encoding"]?.lowercased() == "chunked" { body = Self.joined(body) }
    if let coding = fields["content-encoding"] {
      body = try decoded(body, coding.lowercased())
    }
    let address = record.fields["warc-target-uri"].map { uri in
      uri.hasPrefix("<") ? String(uri.dropFirst().dropLast()) : uri
    }
    var article = try PageReader.read(
      body, name: name, encoding: Self.charset(fields["content-type"]), url: address,
      fetched: record.fields["warc-date"])
    if let date = record.fields["warc-date"] { article.notes.append("fetched \(date)") }
    return article
  }

  /// A body as it was before the server packed it. Some crawlers write down the coding, and the page
  /// unpacked: what is no such packing stays as it is.
  private func decoded(_ body: [UInt8], _ coding: String) throws(Diagnostic) -> [UInt8] {
    let packings: [[UInt8]] = [[0x1F, 0x8B], [0x28, 0xB5, 0x2F, 0xFD]]
    if packings.contains(where: { body.starts(with: $0) }) {
      return try Archive.decompressed(body, name: name)
    }
    guard coding == "br" || coding == "deflate" else { return body }
    do throws(Diagnostic) {
      return try Archive.decoded(body, coding, name: name)
    } catch {
      if error.message.id == "archive-broken", body.first(where: { $0 > 0x20 }) == 0x3C {
        return body
      }
      throw error
    }
  }

  private static func charset(_ type: String?) -> String? {
    type.flatMap { DeclaredEncoding.of(Array($0.utf8)) }
  }

  /// The chunks of a body put together (RFC 9112, section 7.1); as it is where it has none.
  private static func joined(_ body: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    var at = 0
    while let end = body[at...].prefix(40).firstIndex(of: 0x0A) {
      let digits = body[at..<end].prefix { $0 != 0x3B && $0 != 0x0D }
      guard let size = Int(String(decoding: digits, as: UTF8.self), radix: 16), size >= 0,
        size <= body.count - end - 1
      else { break }
      if size == 0 { return out }
      out += body[(end + 1)..<(end + 1 + size)]
      at = min(end + 1 + size + 2, body.count)
    }
    return out.isEmpty ? body : out
  }
}

/// A first line and fields up to a blank line, as HTTP, WARC and mail have them.
struct HTTPHead {
  private(set) var fields: [String: String] = [:]
  /// The number in the first line: `HTTP/1.1 200 OK`.
  private(set) var status: Int?
  /// Where the content begins.
  let end: Int

  /// Longer heads are none.
  private static let longest = 1 << 16

  init?(_ bytes: [UInt8], _ range: Range<Int>) {
    var lines: [ArraySlice<UInt8>] = []
    var at = range.lowerBound
    while true {
      let limit = min(range.upperBound, range.lowerBound + Self.longest)
      guard at < limit, let newline = bytes[at..<limit].firstIndex(of: 0x0A) else { return nil }
      var line = bytes[at..<newline]
      if line.last == 0x0D { line = line.dropLast() }
      at = newline + 1
      if line.isEmpty { break }
      lines.append(line)
    }
    end = at
    let words = lines.first?.split(separator: 0x20) ?? []
    status = words.count > 1 ? Int(String(decoding: words[1], as: UTF8.self)) : nil
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: 0x3A) else { continue }
      let name = String(decoding: line[..<colon].map(Markup.lowered), as: UTF8.self)
      let value = line[(colon + 1)...].drop { $0 == 0x20 || $0 == 0x09 }
      if fields[name] == nil { fields[name] = String(decoding: value, as: UTF8.self) }
    }
  }
}

extension Message {
  static func warcBroken(_ name: String, at offset: Int) -> Message {
    Message("warc-broken", "‘\(name)’ is cut off or broken behind byte \(offset)")
  }
  static func warcWithoutPages(_ name: String) -> Message {
    Message("warc-without-pages", "‘\(name)’ holds no web page that was fetched")
  }
}
