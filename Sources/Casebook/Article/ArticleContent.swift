public import SourceText

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

  /// The content of one source.
  public init(text: CanonicalText, blocks: [Block], metadata: ArticleMetadata) {
    self.text = text
    self.blocks = blocks
    self.metadata = metadata
  }

  /// What near-copies are told from; made when it is first asked for.
  var shingles: ParagraphShingles { madeShingles.get { ParagraphShingles(of: self) } }
}
