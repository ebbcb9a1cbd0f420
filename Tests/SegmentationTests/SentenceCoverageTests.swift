import Segmentation
import SourceText
import Testing

/// Whatever the text is, its sentences lie in order, do not overlap, and leave out blanks only.
@Suite struct SentenceCoverageTests {
  private static let pieces = [
    "The ferry left", "U.S.", "Mr.", "“Why?”", "he asked", ".", "!", "…", "?”", "(", ")", " ",
    "  ", "\n", "\t", "17.", "April", "z.B.", "é", "停火。", "नमस्ते।", "a\u{301}", "🚢", "3.5",
    "\u{A0}", "J.R.", "—", "e.g.",
  ]

  @Test(arguments: 1...200)
  func everyByteThatIsNotBlankIsCoveredOnce(seed: UInt64) {
    var random = SeededGenerator(seed)
    let count = Int.random(in: 0...60, using: &random)
    let parts = (0..<count).map { _ in Self.pieces.randomElement(using: &random) ?? "" }
    let text = CanonicalText(parts.joined(separator: Bool.random(using: &random) ? " " : ""))
    let language = ["en", "de", "ja", nil].randomElement(using: &random) ?? nil
    let found = SentenceBreaker(language: language).sentences(of: text, in: 0..<text.count)
    var covered = 0
    for sentence in found {
      #expect(sentence.lowerBound >= covered && !sentence.isEmpty)
      #expect(isBlank(text.bytes[covered..<sentence.lowerBound]))
      covered = sentence.upperBound
    }
    #expect(isBlank(text.bytes[covered...]))
  }

  private func isBlank(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 }
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
