internal import CMail
internal import Casebook
internal import Diagnostics

/// Reads mail (RFC 5322 and MIME), mailboxes (RFC 4155) and saved pages in MHTML (RFC 2557).
struct MailReader {
  private let name: String

  static func read(
    _ bytes: [UInt8], name: String, isMailbox: Bool
  ) throws(Diagnostic) -> ReadSource {
    var content = cmail_content()
    let result = bytes.withUnsafeBufferPointer { bytes in
      cmail_read(bytes.baseAddress, Int64(bytes.count), isMailbox ? 1 : 0, &content)
    }
    defer { cmail_release(&content) }
    if result == 0 { throw Diagnostic(.mailNeeds("libgmime-3.0-0")) }
    let reader = MailReader(name: name)
    var source = ReadSource()
    for i in 0..<Int(content.count) {
      let mail = Mail(content.messages[i])
      source.add { () throws(Diagnostic) in try reader.article(mail, i + 1) }
    }
    return try source.checked(name)
  }

  private func article(_ mail: Mail, _ number: Int) throws(Diagnostic) -> ReadArticle {
    if mail.isSavedPage, let page = mail.page {
      return try PageReader.read(
        page.bytes, name: name, encoding: page.charset, url: mail.snapshot ?? page.location)
    }
    guard let part = mail.body else { throw Diagnostic(.mailWithoutText(name, number)) }
    var stated = StatedMetadata(basis: "mail head")
    stated.title = mail.subject.map(Entities.plain)
    stated.authors = mail.sender.map { [$0] } ?? []
    stated.published = mail.date
    guard let (text, _) = Decoding.decode(part.bytes, declared: part.charset) else {
      throw Diagnostic(.mailWithoutText(name, number))
    }
    let article =
      part.isHTML
      ? try PageFragment(title: stated.title, markup: text).read(name: name)
      : try TextReader.read(text, name: name)
    return article.with(stated.put(before: article.content.metadata))
  }
}

/// A mail as its library reads it.
private struct Mail {
  struct Part {
    let isHTML: Bool
    let isAttachment: Bool
    let charset: String?
    let location: String?
    let identifier: String?
    let bytes: [UInt8]
  }

  let subject: String?
  let from: String?
  let date: String?
  let snapshot: String?
  private let start: String?
  private let parts: [Part]

  init(_ mail: cmail_message) {
    subject = Mail.text(mail.subject)
    from = Mail.text(mail.from)
    date = Mail.text(mail.date)
    snapshot = Mail.text(mail.snapshot)
    start = Mail.text(mail.start)
    parts = (0..<Int(mail.part_count)).map { i in
      let part = mail.parts[i]
      let type = Mail.text(part.type)?.lowercased() ?? "text/plain"
      return Part(
        isHTML: type == "text/html" || type == "application/xhtml+xml",
        isAttachment: part.is_attachment != 0 || type != "text/plain" && !type.contains("html"),
        charset: Mail.text(part.charset), location: Mail.text(part.location),
        identifier: Mail.text(part.identifier),
        bytes: Array(UnsafeBufferPointer(start: part.bytes, count: Int(part.length))))
    }
  }

  private static func text(_ text: UnsafePointer<CChar>?) -> String? {
    text.map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Whether a browser saved a page so: the parts say where they were.
  var isSavedPage: Bool {
    snapshot != nil || from?.contains("<Saved by") == true || from?.hasPrefix("Saved by") == true
      || parts.contains { $0.isHTML && $0.location?.hasPrefix("http") == true }
  }

  /// The main page of a saved one: the part at its address, or that its head names, else the first.
  var page: Part? {
    let pages = parts.filter(\.isHTML)
    return pages.first { $0.location != nil && $0.location == snapshot }
      ?? pages.first { $0.identifier != nil && start?.contains($0.identifier ?? "") == true }
      ?? pages.first
  }

  /// What the sender wrote: HTML, which keeps headings and paragraphs, else text.
  var body: Part? {
    let bodies = parts.filter { !$0.isAttachment && !$0.bytes.allSatisfy(Markup.isBlank) }
    return bodies.first(where: \.isHTML) ?? bodies.first
  }

  /// The sender's name, else the address.
  var sender: String? {
    guard let from else { return nil }
    let name = from.prefix { $0 != "<" }.filter { $0 != "\"" }
    let words = name.split(separator: " ").joined(separator: " ")
    return words.isEmpty ? from.filter { $0 != "<" && $0 != ">" } : words
  }
}

extension MailReader {
  /// Whether a file begins as a mailbox: `From ADDRESS DAY`, and a head of a mail behind it.
  static func isMailbox(_ head: ArraySlice<UInt8>) -> Bool {
    guard head.starts(with: "From ".utf8), let end = head.firstIndex(of: 0x0A) else { return false }
    return fields(head[(end + 1)...]).count >= 2
  }

  /// Whether a file begins with the head of a mail or of a page that a browser saved as one.
  static func isMail(_ head: ArraySlice<UInt8>) -> Bool {
    let found = fields(head)
    return !found.isDisjoint(with: technical) && found.count >= 2
      || found.isSuperset(of: ["from", "date", "subject"])
  }

  private static let technical: Set<String> = [
    "mime-version", "message-id", "received", "return-path", "content-type", "delivered-to",
    "snapshot-content-location", "content-location",
  ]
  private static let plain: Set<String> = ["from", "to", "date", "subject", "cc", "reply-to"]

  /// The known fields of a head in lower case, up to the first line that is none.
  private static func fields(_ head: ArraySlice<UInt8>) -> Set<String> {
    var found: Set<String> = []
    for line in head.split(separator: 0x0A, omittingEmptySubsequences: false).prefix(60) {
      if line.first == 0x20 || line.first == 0x09, !found.isEmpty { continue }
      guard let colon = line.prefix(60).firstIndex(of: 0x3A), colon > line.startIndex,
        line[..<colon].allSatisfy({ $0 > 0x20 && $0 < 0x7F })
      else { break }
      let name = String(decoding: line[..<colon].map(Markup.lowered), as: UTF8.self)
      if technical.contains(name) || plain.contains(name) { found.insert(name) }
    }
    return found
  }
}

extension Message {
  static func mailNeeds(_ package: String) -> Message {
    Message("library-missing", "mail cannot be read: the package \(package) is missing")
  }
  static func mailWithoutText(_ name: String, _ number: Int) -> Message {
    Message("mail-without-text", "mail \(number) of ‘\(name)’ has no text")
  }
}
