internal import Casebook
internal import Diagnostics
internal import SourceText

/// An article while its blocks are put together: one paragraph each, parted by blank lines.
struct ArticleDraft {
  private var bytes: [UInt8] = []
  private(set) var blocks: [Block] = []

  /// Adds a block; nothing is added where its text is blank.
  ///
  /// - Parameters:
  ///   - text: UTF-8; blanks in it are made single.
  ///   - place: the line, page or paragraph of the source where it stands, from 1.
  ///   - links: in bytes of `text`, in order, not overlapping.
  mutating func add(
    _ kind: BlockKind, _ text: [UInt8], place: Int, reason: String? = nil, links: [BlockLink] = []
  ) {
    var own: [UInt8] = []
    own.reserveCapacity(text.count)
    func fold(_ range: Range<Int>) {
      CanonicalText.canonical(Array(text[range]))
        .withUnsafeBufferPointer { BlankFolding.append($0, to: &own) }
    }
    var done = 0
    var folded: [BlockLink] = []
    for link in links {
      fold(done..<link.range.lowerBound)
      let start = own.count
      fold(link.range)
      done = link.range.upperBound
      folded.append(BlockLink(start..<own.count, to: link.address))
    }
    fold(done..<text.count)
    while own.last == 0x20 { own.removeLast() }
    if own.isEmpty { return }
    if !bytes.isEmpty { bytes += [0x0A, 0x0A] }
    let start = bytes.count
    bytes += own
    blocks.append(
      Block(
        kind, start..<bytes.count, line: place, reason: reason,
        links: folded.compactMap { $0.trimmed(in: own)?.moved(by: start) }))
  }

  /// Whether anything can be quoted.
  var hasParagraphs: Bool { blocks.contains { $0.kind.isNumbered } }

  /// The first block of a kind.
  func first(_ kind: BlockKind) -> (text: String, line: Int)? {
    blocks.first { $0.kind == kind }.map {
      (String(decoding: bytes[$0.range], as: UTF8.self), $0.line)
    }
  }

  /// Makes the first block of a kind the headline.
  mutating func promote(_ kind: BlockKind) {
    guard let i = blocks.firstIndex(where: { $0.kind == kind }) else { return }
    blocks[i].kind = .headline
  }

  /// The article, with what is stated about it.
  ///
  /// - Throws: where it has no text.
  func article(
    _ stated: StatedMetadata, name: String, encoding: String = "UTF-8", notes: [String] = []
  ) throws(Diagnostic) -> ReadArticle {
    if !hasParagraphs { throw Diagnostic(.noTextInIt(name)) }
    let text = CanonicalText(canonical: bytes)
    var found = ArticleMetadata()
    found.language = Language.of(text)
    if let headline = first(.headline) {
      found.title = Sourced(headline.text, basis: "headline")
    }
    let implied = ImpliedDays(blocks, in: text)
    found.published = .notStated(bracket: implied.bracket, reasons: implied.reasons)
    found.referenceDay = implied.reference
    var stated = stated
    if found.language != nil { stated.language = nil }
    return ReadArticle(
      content: ArticleContent(text: text, blocks: blocks, metadata: stated.put(before: found)),
      encoding: encoding, notes: notes)
  }
}

extension BlockLink {
  /// The same at another place.
  func moved(by offset: Int) -> BlockLink {
    BlockLink(range.lowerBound + offset..<range.upperBound + offset, to: address)
  }

  /// The same without blanks around its words; nil where nothing is left.
  func trimmed(in text: [UInt8]) -> BlockLink? {
    var (start, end) = (range.lowerBound, min(range.upperBound, text.count))
    while start < end, text[start] == 0x20 { start += 1 }
    while end > start, text[end - 1] == 0x20 { end -= 1 }
    return start < end ? BlockLink(start..<end, to: address) : nil
  }
}

extension Message {
  static func noTextInIt(_ name: String) -> Message {
    Message("no-text", "‘\(name)’ has no text that could be read")
  }
}
