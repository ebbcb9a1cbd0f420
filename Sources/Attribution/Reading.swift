internal import Casebook

/// One article while it is read: tokens, quotations, sentences, and what was found.
struct Reading {
  /// A paragraph: its tokens and what kind of block it is.
  struct Paragraph {
    var range: Range<Int>
    var kind: BlockKind
    var quotes: Range<Int>
    var sentences: Range<Int>
  }

  let bytes: [UInt8]
  let knowledge: AttributionKnowledge
  var tokens: [Token] = []
  var paragraphs: [Paragraph] = []
  var quotes: [QuoteSpan] = []
  /// The quotation that each token lies in, or -1.
  var quoteOf: [Int32] = []
  var sentences: [Sentence] = []
  var entities: [Entity] = []
  var extra: KnownPhrases
  var cast = Cast()
  var drafts: [Draft] = []

  /// A name of the tables or the notebook in the text.
  struct Entity {
    var meaning: Phrase.Meaning
    var range: Range<Int>
  }

  init(
    _ bytes: [UInt8], _ blocks: [Block], _ knowledge: AttributionKnowledge, _ known: [KnownParty]
  ) {
    self.bytes = bytes
    self.knowledge = knowledge
    extra = KnownPhrases(known, knowledge.lexicon.places)
    tokenise(blocks)
    findEntities()
    quoteOf = [Int32](repeating: -1, count: tokens.count)
    for i in paragraphs.indices { cut(i) }
    // Only when nothing else holds the tokens: each change would copy all of them.
    for sentence in sentences where !sentence.isTitle { maskNames(sentence.range) }
  }

  private mutating func tokenise(_ blocks: [Block]) {
    var tokeniser = Tokeniser(bytes, knowledge)
    for block in blocks where Reading.isRead(block.kind) {
      let before = tokeniser.tokens.count
      tokeniser.add(block.range.clamped(to: 0..<bytes.count))
      let range = before..<tokeniser.tokens.count
      if range.isEmpty { continue }
      paragraphs.append(
        Paragraph(range: range, kind: block.kind, quotes: 0..<0, sentences: 0..<0))
    }
    tokens = tokeniser.tokens
  }

  /// Whether a kind of block may hold statements.
  static func isRead(_ kind: BlockKind) -> Bool {
    switch kind {
    case .headline, .heading, .paragraph, .quote, .listItem, .correction: true
    case .caption, .tableRow, .dateline, .setAside: false
    }
  }

  private mutating func cut(_ p: Int) {
    let range = paragraphs[p].range
    let firstQuote = quotes.count
    quotes += QuotePairing(tokens, knowledge.lexicon.quotes, range).spans()
      .filter { !isNickname($0, range) }
    paragraphs[p].quotes = firstQuote..<quotes.count
    for q in firstQuote..<quotes.count {
      for i in quotes[q].open..<quotes[q].end { quoteOf[i] = Int32(q) }
    }
    let title = isTitle(p)
    let first = sentences.count
    let cutter = SentenceCutter(
      tokens: tokens, bytes: bytes, quotes: quotes, knowledge: knowledge)
    for (range, inside) in cutter.sentences(range, paragraphs[p].quotes) {
      sentences.append(
        Sentence(
          range: range, quotes: inside, number: sentences.count, paragraph: p, isTitle: title))
    }
    paragraphs[p].sentences = first..<sentences.count
  }

  /// `Ivan “the Bear” Rusk`: one to three words between the parts of a name.
  private func isNickname(_ quote: QuoteSpan, _ range: Range<Int>) -> Bool {
    guard (1...3).contains(quote.words), quote.closed, quote.open > range.lowerBound,
      quote.end < range.upperBound, tokens[quote.innerEnd - 1].isWord
    else { return false }
    let (before, after) = (tokens[quote.open - 1], tokens[quote.end])
    return before.isCapital && before.isWord && after.isCapital && after.isWord
      && !before.isAny(Reading.closed.union([.org, .document]))
      && (knowledge.language != "de" || before.isAny([.maleName, .femaleName]))
  }

  /// Whether most long words of a short line begin with a capital.
  private func isTitle(_ p: Int) -> Bool {
    let range = paragraphs[p].range
    if range.count > 40 || knowledge.language == "de" { return false }
    var (long, capitals) = (0, 0)
    for i in range where tokens[i].isWord && tokens[i].end - tokens[i].start > 3 {
      long += 1
      if tokens[i].isCapital { capitals += 1 }
    }
    return long > 2 && capitals * 4 >= long * 3
  }

  /// A capitalised word inside of a sentence is a name: what it means as a small word or as a verb
  /// does not count.
  private mutating func maskNames(_ range: Range<Int>) {
    for i in range.dropFirst() where tokens[i].isCapital && tokens[i - 1].isWord {
      if tokens[i].key == Reading.firstPerson { continue }
      tokens[i].classes.formIntersection(.nominal)
      tokens[i].cue = -1
    }
  }

  static let firstPerson = Folding.key("i")
}
