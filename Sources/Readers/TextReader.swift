public import Casebook
public import Diagnostics
internal import SourceText

/// A source that was read.
public struct ReadArticle: Sendable {
  /// Text, blocks and metadata.
  public let content: ArticleContent
  /// The encoding of the source, and whether it was detected or assumed: `windows-1252 (assumed)`.
  public let encoding: String
  /// What else should be said: that lines were joined, that bytes meant nothing.
  public var notes: [String]
  /// Which article of its source it is, from 1.
  public internal(set) var number = 1
}

extension ReadArticle {
  /// The same with other metadata.
  func with(_ metadata: ArticleMetadata) -> ReadArticle {
    ReadArticle(
      content: ArticleContent(text: content.text, blocks: content.blocks, metadata: metadata),
      encoding: encoding, notes: notes)
  }

  /// The same with all blocks at one line of the source: that of an entry, whose own lines are those of
  /// no file.
  func standing(at line: Int) -> ReadArticle {
    let blocks = content.blocks.map { block in
      Block(block.kind, block.range, line: line, reason: block.reason, links: block.links)
    }
    return ReadArticle(
      content: ArticleContent(text: content.text, blocks: blocks, metadata: content.metadata),
      encoding: encoding, notes: notes)
  }
}

/// Reads plain text and pasted web pages: tells the article from the page around it, and says of
/// every line that is set aside why.
public enum TextReader {
  /// Reads the bytes of a source.
  ///
  /// The canonical text is the source in UTF-8 with LF; lines that were only broken because the
  /// next word did not fit are joined by one blank. Nothing else is changed, and nothing is left
  /// out.
  ///
  /// - Parameter name: the source as the user named it, for messages.
  /// - Throws: where there is no text: an empty or a binary file.
  public static func read(_ bytes: [UInt8], name: String) throws(Diagnostic) -> ReadArticle {
    if bytes.isEmpty { throw Diagnostic(.emptySource(name)) }
    guard let (decoded, encoding) = Decoding.decode(bytes) else {
      throw Diagnostic(.binarySource(name), hint: "save the text of it, and load that")
    }
    let canonical = CanonicalText.canonical(decoded)
    let unwrapped = Unwrapping.unwrap(canonical)
    let text = CanonicalText(canonical: unwrapped.bytes)
    var notes: [String] = []
    let joined = canonical.count { $0 == 0x0A } + 1 - unwrapped.lineNumbers.count
    if joined > 0 { notes.append("\(joined) line ends were only there to fit a width") }
    let language = Language.of(text)
    let lines = lines(of: text, unwrapped.lineNumbers, Language.bit(language))
    if lines.isEmpty { throw Diagnostic(.emptySource(name)) }
    let classes = Classification(lines, in: text)
    let blocks = classes.blocks()
    let metadata = MetadataReading(blocks, classes, in: text).read(language: language)
    return ReadArticle(
      content: ArticleContent(text: text, blocks: blocks, metadata: metadata), encoding: encoding,
      notes: notes)
  }

  /// The lines that are not blank.
  private static func lines(
    of text: CanonicalText, _ numbers: [Int], _ language: FunctionWords.Languages
  ) -> [SourceLine] {
    var out: [SourceLine] = []
    let span = text.bytes
    var start = 0
    var index = 0
    var blanks = 0
    while start <= span.count {
      var end = start
      while end < span.count, span[end] != 0x0A { end += 1 }
      let range = trimmed(start..<end, span)
      if range.isEmpty {
        blanks += 1
      } else {
        out.append(
          SourceLine(
            range, number: index < numbers.count ? numbers[index] : index + 1, blanksBefore: blanks,
            in: text, language))
        blanks = 0
      }
      index += 1
      start = end + 1
    }
    return out
  }

  private static func trimmed(_ range: Range<Int>, _ bytes: [UInt8]) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
    while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
    return start..<end
  }
}

extension Message {
  static func emptySource(_ name: String) -> Message {
    Message("empty-source", "‘\(name)’ is empty")
  }
  static func binarySource(_ name: String) -> Message {
    Message("binary-source", "‘\(name)’ is not a text")
  }
}
