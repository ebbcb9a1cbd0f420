public import Diagnostics

/// Reads whatever an analyst has saved. What it is, is found from the content, not from the name.
public enum ArticleReader {
  /// Reads the bytes of a source.
  ///
  /// - Parameters:
  ///   - name: the source as the user named it, for messages.
  ///   - address: where the source was fetched from; links of a page start there.
  ///   - conversion: programs may be run that convert it. Opening and replaying a notebook runs none.
  /// - Throws: where there is no article in it. Where only some parts cannot be read, the others are
  ///   there.
  public static func source(
    _ bytes: [UInt8], name: String, address: String? = nil, conversion: Conversion? = nil
  ) throws(Diagnostic) -> ReadSource {
    var source = Source(bytes, name: name, conversion: conversion)
    source.address = address
    return try source.read()
  }
}

/// A source while it is read.
struct Source {
  let bytes: [UInt8]
  /// As the user named it, for messages.
  let name: String
  /// Whether programs may be run, and who may end them.
  let conversion: Conversion?
  /// Where it was fetched from.
  fileprivate(set) var address: String?
  /// How often it was packed.
  private var packings = 0

  init(_ bytes: [UInt8], name: String, conversion: Conversion?) {
    self.bytes = bytes
    self.name = name
    self.conversion = conversion
  }

  func read() throws(Diagnostic) -> ReadSource {
    switch SourceFormat.of(bytes) {
    case .html: ReadSource(try PageReader.read(bytes, name: name, address: address))
    case .text: ReadSource(try TextReader.read(bytes, name: name))
    case .feed: try FeedReader.read(bytes, name: name)
    case .jsonFeed: try JSONFeedReader.read(bytes, name: name)
    case .compressed: try unpacked().read()
    case .zip: try DocumentReader.read(bytes, name: name)
    case .mail: try MailReader.read(bytes, name: name, isMailbox: false)
    case .mailbox: try MailReader.read(bytes, name: name, isMailbox: true)
    case .webArchive: ReadSource(try WebArchive.read(bytes, name: name))
    case .warc: try WarcReader.read(bytes, name: name)
    case .markdown: ReadSource(try MarkdownReader.read(bytes, name: name))
    case .pdf: try converted()
    case .press: try PressReader.read(bytes, name: name)
    case .other(let what, let hint): throw Diagnostic(.otherFormat(name, what), hint: hint)
    }
  }

  private func converted() throws(Diagnostic) -> ReadSource {
    var source = ReadSource(try PDFReader.read(bytes, name: name, conversion: conversion))
    source.isConverted = true
    return source
  }

  /// What is packed in it. One packing is a habit, two are a trap.
  private func unpacked() throws(Diagnostic) -> Source {
    if packings > 0 {
      throw Diagnostic(.packedTwice(name), hint: "unpack it, and load what comes out")
    }
    let inner = try Archive.decompressed(bytes, name: name)
    var source = Source(inner, name: name, conversion: conversion)
    source.packings = packings + 1
    source.address = address
    return source
  }
}

extension Message {
  static func otherFormat(_ name: String, _ what: String) -> Message {
    Message("other-format", "‘\(name)’ is \(what)")
  }
  static func packedTwice(_ name: String) -> Message {
    Message("packed-twice", "‘\(name)’ is packed more than once")
  }
}
