public import SourceText

/// One loaded source.
public struct Article: Sendable {
  /// The short name under which it is addressed: `paris`.
  public var name: String
  /// Its path relative to the notebook, or its URL, or `-` for standard input and pastes.
  public var source: String
  /// What the reader made of it.
  public var content: ArticleContent
  /// SHA-256 of the source's bytes.
  public var sourceDigest: TextDigest?
  /// SHA-256 of the canonical text.
  public var textDigest: TextDigest
  /// How far the source is to be relied on (Admiralty code), if graded.
  public var grade: Reliability?
  /// What the analyst typed over the reader's findings.
  public var typed: TypedMetadata
  /// The article of which this is a later text.
  public var versionOf: String?
  /// Whether nothing but marked words is kept beside the notebook.
  public var isUnkept: Bool
  /// Lines put back by hand: blocks of `content` that count as paragraphs.
  public var restored: Set<Int>
  /// Its `load` record.
  public var item: RecordItem

  /// An article.
  public init(name: String, source: String, content: ArticleContent, textDigest: TextDigest) {
    self.name = name
    self.source = source
    self.content = content
    self.textDigest = textDigest
    typed = TypedMetadata()
    isUnkept = false
    restored = []
    item = -1
  }

  /// The canonical text.
  public var text: CanonicalText { content.text }

  /// The blocks, with what was put back as paragraphs.
  public var blocks: [Block] {
    if restored.isEmpty { return content.blocks }
    return content.blocks.enumerated().map { i, block in
      restored.contains(i) ? Block(.paragraph, block.range, line: block.line) : block
    }
  }

  /// The numbered blocks; paragraph `n` is element `n - 1`.
  public var paragraphs: [Block] {
    restored.isEmpty ? content.paragraphs : blocks.filter(\.kind.isNumbered)
  }

  /// The day from which days in words are counted: typed, stated, else the text's reference day.
  public var day: Day? {
    typed.published?.first ?? content.metadata.published.day
      ?? content.metadata.referenceDay?.value
  }

  /// The days on which it may have been published.
  public var days: DayRange? { typed.published ?? content.metadata.published.days }

  /// The headline: typed, else found, else the name.
  public var title: String { typed.title ?? content.metadata.title?.value ?? name }

  /// The publisher: typed, else found.
  public var publisher: String? { typed.publisher ?? content.metadata.publisher?.value }

  /// The language: typed, else told from the text.
  public var language: String? { typed.language ?? content.metadata.language }
}

/// What an analyst states about an article on its `load` line.
public struct TypedMetadata: Equatable, Sendable {
  /// `title "…"`
  public var title: String?
  /// `published D`
  public var published: DayRange?
  /// `publisher "…"`
  public var publisher: String?
  /// `author "…"`
  public var author: String?
  /// `language xx`
  public var language: String?

  /// Nothing stated.
  public init() {}
}
