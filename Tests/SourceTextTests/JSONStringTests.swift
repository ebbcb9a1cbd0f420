import TestKit
import Testing

@testable import SourceText

@Suite struct JSONStringTests {
  private func unescaped(_ text: String) -> String? { JSONString.unescape(text.utf8) }

  @Test(arguments: [
    ("", #""""#), ("plain", #""plain""#), (#"a "b" \c"#, #""a \"b\" \\c""#),
    ("a\nb\r\tc", #""a\nb\r\tc""#), ("\u{0}\u{1F}\u{7F}", #""\u0000\u001f\u007f""#),
    ("“é” 北 👩‍🚀 \u{85}", "\"“é” 北 👩‍🚀 \u{85}\""), ("a/b", #""a/b""#),
  ])
  func onlyWhatMustBeIsEscaped(text: String, quoted: String) {
    expectSame(JSONString.quote(text), quoted)
    #expect(unescaped(String(quoted.dropFirst().dropLast())) == text)
  }

  @Test(arguments: [
    (#"\b\f\n\r\t\/\\\""#, "\u{8}\u{C}\n\r\t/\\\""), (#"\u0041\u00e9\u00E9"#, "Aéé"),
    (#"\ud83d\ude00"#, "😀"), (#"\uD83D\uDE00x"#, "😀x"), (#"\ud83d"#, "\u{FFFD}"),
    (#"\ude00"#, "\u{FFFD}"), (#"\ud83dx"#, "\u{FFFD}x"), (#"\ud83d\n"#, "\u{FFFD}\n"),
    (#"\ud83d\u0041"#, "\u{FFFD}A"), (#"\ud83d\ud83d\ude00"#, "\u{FFFD}😀"),
    (#"\ude00\ud83d"#, "\u{FFFD}\u{FFFD}"), (#"\u0000"#, "\u{0}"), (#"\uffff"#, "\u{FFFF}"),
    (#"\udbff\udfff"#, "\u{10FFFF}"),
  ])
  func escapesAreResolved(written: String, expected: String) {
    #expect(unescaped(written) == expected)
  }

  @Test(arguments: [
    #"\"#, #"a\"#, #"\x"#, #"\u"#, #"\u12"#, #"\u123"#, #"\u12g4"#, #"\U0041"#, #"\u 041"#,
    #"\ud83d\"#, #"\ud83d\u"#, #"\ud83d\uzzzz"#, #"\'"#, #"\u00é1"#,
  ])
  func brokenEscapesAreRefused(written: String) {
    #expect(unescaped(written) == nil)
  }

  @Test(arguments: UInt64(1)...10)
  func textsAtRandomComeBack(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      var text = ""
      for _ in 0..<random.below(30) {
        let limit = random.pick([0x20, 0x80, 0x800, 0x11_0000])
        text.unicodeScalars.append(Unicode.Scalar(UInt32(random.below(limit))) ?? "x")
      }
      let quoted = JSONString.quote(text)
      let read = JSONString.unescape(quoted.utf8.dropFirst().dropLast())
      #expect(read.map { Array($0.utf8) } == Array(text.utf8))
      #expect(quoted.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F })
    }
  }

  @Test(arguments: UInt64(1)...5)
  func bytesAtRandomNeverCrash(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let pieces = Array("\\\\\\uudD8cC09\"nté".utf8)
    for _ in 0..<2_000 { _ = JSONString.unescape(random.several(pieces, most: 16)) }
  }
}
