import Casebook
import SourceText

/// An article about states that do not exist: sentences of invented reports, paragraph by paragraph.
struct InventedArticle {
  /// Its name in the notebook: `n12`.
  let name: String
  /// Its content, as a reader would give it.
  let content: ArticleContent
  /// Words of its paragraphs.
  let words: Int
  /// Passages worth marking, in order: paragraph, sentence, bytes.
  let passages: [(paragraph: Int, sentence: Int, range: Range<Int>)]

  private static let nouns = [
    "truce", "envoy", "harbour", "council", "bridge", "ferry", "border", "observer", "minister",
    "prisoner", "tariff", "guarantee", "communiqué", "convoy", "delegation", "river", "sanction",
    "garrison", "mandate", "proposal", "withdrawal", "monitor", "assembly", "port",
  ]
  private static let verbs = [
    "rejects", "supports", "delays", "describes", "recalls", "demands", "offers", "threatens",
    "welcomes", "questions", "postpones", "denies",
  ]
  private static let rests = [
    "before the thaw", "without a date", "in the old customs house", "for the third week",
    "on both banks of the Merrow", "as the delegates arrived", "under its own name",
    "“until the guns fall silent”", "at the request of the smaller states", "behind closed doors",
  ]

  /// An article of `paragraphs` paragraphs with two sentences each.
  init(_ name: String, paragraphs: Int, dice: inout Dice) {
    self.name = name
    var bytes: [UInt8] = []
    var blocks: [Block] = []
    var passages: [(paragraph: Int, sentence: Int, range: Range<Int>)] = []
    var line = 1
    func add(_ kind: BlockKind, _ sentences: [(text: String, clause: Int)], marks: Bool) {
      if !bytes.isEmpty { bytes += [0x0A, 0x0A] }
      let start = bytes.count
      for (i, sentence) in sentences.enumerated() {
        if i > 0 { bytes.append(0x20) }
        let from = bytes.count
        bytes += Array(sentence.text.utf8)
        if marks { passages.append((blocks.count, i + 1, from..<from + sentence.clause)) }
      }
      blocks.append(Block(kind, start..<bytes.count, line: line))
      line += 2
    }
    add(
      .headline, [("Delegates of five states return to the table in Port Selan", 0)], marks: false)
    for _ in 0..<paragraphs {
      add(.paragraph, [Self.sentence(&dice), Self.sentence(&dice)], marks: true)
    }
    let text = CanonicalText(canonical: bytes)
    content = ArticleContent(text: text, blocks: blocks, metadata: ArticleMetadata())
    words = blocks.dropFirst().reduce(0) { sum, block in
      sum + text[block.range].split(separator: " ").count
    }
    self.passages = passages
  }

  /// A sentence, and how many bytes its first clause has: what is marked.
  private static func sentence(_ dice: inout Dice) -> (text: String, clause: Int) {
    var text = "The \(dice.one(of: nouns)) \(dice.one(of: verbs)) the \(dice.one(of: nouns))"
    let clause = text.utf8.count
    for _ in 0..<dice.number(0...2) { text += " and the \(dice.one(of: nouns))" }
    return (text + " \(dice.one(of: rests)).", clause)
  }

  /// The digest of its text.
  var digest: TextDigest { content.text.digest }
}
