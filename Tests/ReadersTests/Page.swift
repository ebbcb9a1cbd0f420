import Casebook
import Diagnostics
import SourceText

@testable import Readers

/// A source as the reader sees it, with its blocks as lines that a test can compare.
struct Page {
  let content: ArticleContent
  let encoding: String
  let notes: [String]

  init(_ bytes: [UInt8]) throws {
    let read = try TextReader.read(bytes, name: "page.txt")
    content = read.content
    encoding = read.encoding
    notes = read.notes
  }

  init(_ text: String) throws { try self.init(Array(text.utf8)) }

  var metadata: ArticleMetadata { content.metadata }

  /// The kind of each block, for what is set aside its reason: `paragraph`, `(byline)`.
  var kinds: [String] {
    content.blocks.map { block in block.reason.map { "(\($0))" } ?? block.kind.rawValue }
  }

  /// The words of the blocks of a kind.
  func texts(_ kind: BlockKind) -> [String] {
    content.blocks.filter { $0.kind == kind }.map { content.text[$0.range] }
  }
}

/// The same numbers for the same seed (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
