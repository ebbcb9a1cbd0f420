import Anchoring
import SourceText
import Testing

@Suite struct AnchoringPropertyTests {
  /// Sentences that are all different.
  static let sentences = (1...40).map { number in
    let places = ["harbour", "mill", "bridge", "school", "station", "church", "market"]
    let deeds = ["will be opened", "was closed", "is not safe", "has 12 rooms", "stood empty"]
    let place = places[number % places.count]
    return
      "The “\(place)” of village \(number) \(deeds[number % deeds.count]) "
      + "after month \(number * 3). "
  }

  @Test(arguments: [
    sentences.joined(), String(repeating: "no no ", count: 60),
    "e\u{301}a\u{308}👩‍👩‍👧‍👦🇺🇦 “x”\u{AD}\u{200B} \u{1112}\u{1161}\u{11AB} \u{301}\u{302}\n\n \u{A0}x",
    "双方停火协议，他说：“没有停火。”",
  ])
  func whateverIsDescribedIsLocatedExactly(_ source: String) {
    let text = CanonicalText(source)
    let folded = FoldedText(text)
    var random = Seeded(state: 1)
    for _ in 0..<300 {
      let first = Int.random(in: 0...text.scalarCount, using: &random)
      let last = Int.random(in: first...text.scalarCount, using: &random)
      let middle = Int.random(in: first...last, using: &random)
      let pieces = [
        text.byteRange(ofScalars: first..<middle), text.byteRange(ofScalars: middle..<last),
      ]
      let found = locate(describe(pieces, in: text), in: text, folded: folded)
      #expect(found == Resolution(state: .exact, pieces: pieces, score: 1))
    }
  }

  @Test func contextsAreExactAndEndWithTheText() {
    let text = CanonicalText("é“" + String(repeating: "ü", count: 40) + "x")
    let piece = describe([2..<5], in: text).pieces[0]
    #expect(piece.before == "é")
    #expect(piece.exact == "“")
    #expect(piece.after == String(repeating: "ü", count: 32))
    #expect(piece.start == 1)
    #expect(piece.length == 1)
  }

  @Test(arguments: 1...60)
  func editsElsewhereNeverLoseExactWords(_ seed: Int) {
    var random = Seeded(state: UInt64(seed))
    var sentences = Self.sentences
    let kept = Int.random(in: 0..<sentences.count, using: &random)
    let old = CanonicalText(sentences.joined())
    let start = sentences[..<kept].joined().utf8.count
    let place = start..<start + sentences[kept].utf8.count - 1
    let anchor = describe([place], in: old)
    let passage = old[place]
    for i in sentences.indices where i != kept {
      switch Int.random(in: 0..<5, using: &random) {
      case 0: sentences[i] = ""
      case 1: sentences[i] = "Something else was said there, 7 times. "
      case 2: sentences[i] += "And this was added. "
      default: break
      }
    }
    let new = CanonicalText(sentences.joined())
    let found = locate(anchor, in: new)
    #expect(found.state == .exact)
    #expect(found.pieces.map { new[$0] } == [passage])
  }

  @Test(arguments: 1...60)
  func anotherNumberOrNegationInsideMakesAnOrphan(_ seed: Int) {
    var random = Seeded(state: UInt64(seed))
    var sentences = Self.sentences
    let changed = Int.random(in: 0..<sentences.count, using: &random)
    let old = CanonicalText(sentences.joined())
    let start = sentences[..<changed].joined().utf8.count
    let anchor = describe([start..<start + sentences[changed].utf8.count - 1], in: old)
    let number = changed + 1
    if Bool.random(using: &random) {
      sentences[changed].replace("month \(number * 3).", with: "month \(number * 3 + 1).")
    } else {
      sentences[changed].replace(" after ", with: " not after ")
    }
    let found = locate(anchor, in: CanonicalText(sentences.joined()))
    #expect(found.state == .orphan)
    #expect(found.nearest != nil)
  }

  static let hostile = [
    "", " ", String(repeating: " ", count: 400), String(repeating: "a", count: 700),
    String(repeating: "\u{301}", count: 200), "a" + String(repeating: "\u{301}", count: 200),
    String(repeating: "👩‍👩‍👧‍👦", count: 300), String(repeating: "\u{AD}", count: 300),
    String(repeating: "... ", count: 300), String(repeating: "'", count: 300), "\u{FFFD}",
    String(repeating: "not 5 ", count: 60),
    String(repeating: "\u{1112}\u{1161}\u{11AB}", count: 99),
  ]

  @Test(arguments: hostile, hostile)
  func nothingCrashesOrLeavesTheText(_ quote: String, _ source: String) {
    let text = CanonicalText(source)
    let bounds = 0..<text.count
    for start in [-1, Int.max] {
      let piece = AnchorPiece(
        exact: quote, before: source, after: quote, start: start, length: -5)
      let found = locate(Anchor(pieces: [piece]), in: text)
      #expect(found.pieces.allSatisfy { bounds.contains($0) || $0.isEmpty })
    }
    if case .found(let places, _) = lookUp(quote, in: text, within: [bounds]) {
      #expect(places.allSatisfy { bounds.contains($0) })
    }
    #expect(
      occurrences(of: quote, in: text, within: [bounds]).allSatisfy { bounds.contains($0) })
  }

  @Test func bytesThatAreNoTextAreTolerated() {
    var random = Seeded(state: 5)
    for _ in 0..<200 {
      let bytes = (0..<60).map { _ in UInt8.random(in: 0...255, using: &random) }
      let text = CanonicalText(canonical: bytes)
      let bounds = 0..<text.count
      let folded = FoldedText(text)
      let whole = folded.sourceRange(of: 0..<folded.bytes.count)
      #expect(whole.map { bounds.contains($0) } ?? folded.bytes.isEmpty)
      if case .found(let places, _) = lookUp("not a word … of it", in: text, within: [bounds]) {
        #expect(places.allSatisfy { bounds.contains($0) })
      }
      let found = locate(
        Anchor(pieces: [AnchorPiece(exact: "a b", before: "é", after: "", start: 1, length: 3)]),
        in: text)
      #expect(found.pieces.allSatisfy { bounds.contains($0) })
    }
  }
}
