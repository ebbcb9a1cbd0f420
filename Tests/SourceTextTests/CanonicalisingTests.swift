import TestKit
import Testing

@testable import SourceText

@Suite struct CanonicalisingTests {
  @Test(arguments: [
    ("", ""), ("abc", "abc"), ("a\r\nb\rc\nd", "a\nb\nc\nd"), ("\r\r\n\n", "\n\n\n"), ("\r", "\n"),
    ("\u{FEFF}abc", "abc"), ("a\u{FEFF}bc", "a\u{FEFF}bc"), ("\u{FEFF}\u{FEFF}a", "a"),
    ("\u{FFFF}\u{0}\u{FEFF}a", "a"), ("\n\u{FEFF}a", "\n\u{FEFF}a"),
    ("a\u{0}b\u{1}c\u{8}\u{B}\u{C}\u{E}\u{1F}d", "abcd"), ("a\tb\nc", "a\tb\nc"),
    ("a\u{7F}\u{85}b", "a\u{7F}\u{85}b"), ("a\u{FFFE}b\u{FFFF}c\u{FFFD}d", "abc\u{FFFD}d"),
    ("\u{FFFF}", ""), ("“no…” – é e\u{301}", "“no…” – é e\u{301}"), ("\u{1FFFF}", "\u{1FFFF}"),
    ("a\r\u{0}\nb", "a\n\nb"),
  ])
  func onlyWhatMayNotStandInATextIsChanged(raw: String, expected: String) {
    expectSame(
      String(decoding: CanonicalText.canonical(Array(raw.utf8)), as: UTF8.self), expected)
  }

  @Test(arguments: UInt64(1)...10)
  func whatIsCanonicalStaysAsItIs(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let pieces = ["a", "\r", "\n", "\r\n", "\u{0}", "\u{FFFE}", "ж", "👩", "\u{FEFF}", "\t", "é"]
    for _ in 0..<200 {
      let raw = Array(random.several(pieces, most: 20).joined().utf8)
      let once = CanonicalText.canonical(raw)
      #expect(CanonicalText.isUTF8(once))
      #expect(CanonicalText.canonical(once) == once)
      #expect(!once.contains(0x0D))
    }
  }

  /// The borders of table 3-7 of the Unicode Standard, one step on either side.
  static let sequences: [([UInt8], Bool)] = [
    ([], true), ([0x00], true), ([0x7F], true), ([0x80], false), ([0xBF], false),
    ([0xC0, 0x80], false), ([0xC1, 0xBF], false), ([0xC2, 0x80], true), ([0xC2, 0x7F], false),
    ([0xC2, 0xC0], false), ([0xDF, 0xBF], true), ([0xDF], false), ([0xE0, 0x9F, 0xBF], false),
    ([0xE0, 0xA0, 0x80], true), ([0xE0, 0xA0], false), ([0xE0, 0xA0, 0x7F], false),
    ([0xE1, 0x80, 0x80], true), ([0xEC, 0xBF, 0xBF], true), ([0xED, 0x9F, 0xBF], true),
    ([0xED, 0xA0, 0x80], false), ([0xED, 0xBF, 0xBF], false), ([0xEE, 0x80, 0x80], true),
    ([0xEF, 0xBF, 0xBF], true), ([0xEF, 0xBF, 0xC0], false), ([0xF0, 0x8F, 0xBF, 0xBF], false),
    ([0xF0, 0x90, 0x80, 0x80], true), ([0xF0, 0x90, 0x80], false),
    ([0xF3, 0xBF, 0xBF, 0xBF], true), ([0xF4, 0x8F, 0xBF, 0xBF], true),
    ([0xF4, 0x90, 0x80, 0x80], false), ([0xF5, 0x80, 0x80, 0x80], false), ([0xFE], false),
    ([0xFF], false), ([0xF1, 0x80, 0x80, 0x41], false), ([0x41, 0xC3, 0xA9, 0x42], true),
  ]

  @Test(arguments: sequences)
  func onlyWellFormedSequencesAreUTF8(bytes: [UInt8], expected: Bool) {
    #expect(CanonicalText.isUTF8(bytes) == expected)
    #expect(CanonicalText.isUTF8([0x61] + bytes + [0x62]) == expected)
  }

  @Test func everyScalarAgreesWithSwift() {
    for value in UInt32(0)...0x10FFFF where value % 37 == 0 || value < 0x1000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let bytes = Array(String(Character(scalar)).utf8)
      #expect(CanonicalText.sequenceLength(at: 0, in: bytes.span) == bytes.count)
    }
  }

  @Test(arguments: UInt64(1)...5)
  func bytesAtRandomAgreeWithSwift(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let leads: [UInt8] = [0x41, 0x80, 0xBF, 0xC2, 0xE0, 0xED, 0xEF, 0xF0, 0xF4, 0x9F, 0xA0, 0x90]
    for _ in 0..<3_000 {
      let bytes = random.several(leads, most: 6)
      let valid = String(validating: bytes, as: UTF8.self) != nil
      #expect(CanonicalText.isUTF8(bytes) == valid, "\(bytes)")
    }
  }
}
