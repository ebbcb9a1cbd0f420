public import SourceText
internal import Synchronization

/// What reading a source gives: its canonical text, the blocks of it, and what is known about it.
/// It never changes after that; all marks refer to it.
public final class ArticleContent: Sendable {
  /// The canonical text, what was set aside included.
  public let text: CanonicalText
  /// The blocks, in the order of the text, not overlapping.
  public let blocks: [Block]
  /// What the source says about itself.
  public let metadata: ArticleMetadata
  private let madeShingles = MadeOnce<ParagraphShingles>()
  private let madeParagraphs = MadeOnce<[Block]>()
  private let lastSentences = Mutex<(of: Range<Int>, language: String?, ranges: [Range<Int>])?>(nil)

  /// The content of one source.
  public init(text: CanonicalText, blocks: [Block], metadata: ArticleMetadata) {
    self.text = text
    self.blocks = blocks
    self.metadata = metadata
  }

  /// The numbered blocks; paragraph `n` is element `n - 1`.
  var paragraphs: [Block] { madeParagraphs.get { blocks.filter(\.kind.isNumbered) } }

  /// The sentences of some bytes, as `make` tells them apart by the rules of a language. The last
  /// answer is kept: who marks a passage asks for the sentences of its paragraph several times.
  public func sentences(
    of range: Range<Int>, language: String?, _ make: () -> [Range<Int>]
  ) -> [Range<Int>] {
    lastSentences.withLock { last in
      if let last, last.of == range, last.language == language { return last.ranges }
      let ranges = make()
      last = (range, language, ranges)
      return ranges
    }
  }

  /// What near-copies are told from; made when it is first asked for.
  var shingles: ParagraphShingles { madeShingles.get { ParagraphShingles(of: self) } }
}
