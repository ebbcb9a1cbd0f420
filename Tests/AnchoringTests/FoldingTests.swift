import SourceText
import Testing

@testable import Anchoring

@Suite struct FoldingTests {
  @Test(arguments: [
    ("“No” – ‘yes’…", "'no' - 'yes'..."), ("a \t\n\u{A0}\u{3000}b", "a b"), ("x—–-y", "x-y"),
    ("co\u{AD}op\u{200B}", "coop"), ("ÄÖÜ ẞ", "äöü ss"), ("İ", "i\u{307}"), ("Σς", "σσ"),
    ("e\u{301}\u{323}", "\u{1EB9}\u{301}"), ("a \u{AD} b", "a b"), ("Å", "å"), ("\u{212B}", "å"),
    ("𐐀", "𐐨"), ("停火", "停火"), ("か\u{3099}", "が"),
  ])
  func eachKindOfScalarFolds(_ text: String, _ folded: String) {
    let bytes = FoldedText(text).bytes
    #expect(
      Array(String(decoding: bytes, as: UTF8.self).unicodeScalars).map(\.value)
        == Array(folded.unicodeScalars).map(\.value))
  }

  @Test func foldingTwiceIsFoldingOnce() {
    for value in (UInt32(0)..<0x3100) where Unicode.Scalar(value) != nil {
      let once = FoldedText("x" + String(Unicode.Scalar(value) ?? "x") + "x").bytes
      #expect(FoldedText(bytes: once).bytes == once, "U+\(String(value, radix: 16))")
    }
  }

  @Test func theWayBackLeadsToWholeUnits() {
    let folded = FoldedText("Straße…  e\u{301}.")
    let text = String(decoding: folded.bytes, as: UTF8.self)
    #expect(text == "strasse... é.")
    #expect(folded.sourceRange(of: 0..<7) == 0..<7)
    #expect(folded.sourceRange(of: 4..<5) == nil)
    #expect(folded.sourceRange(of: 5..<7) == nil)
    #expect(folded.sourceRange(of: 7..<10) == 7..<10)
    #expect(folded.sourceRange(of: 10..<11) == 10..<12)
    #expect(folded.sourceRange(of: 11..<13) == 12..<15)
    #expect(folded.sourceRange(of: 3..<3) == nil)
    #expect(folded.widenedSourceRange(of: 5..<6) == 4..<6)
    #expect(folded.widenedSourceRange(of: 3..<5) == 3..<6)
    #expect(FoldedText("\u{AD}a\u{AD}").sourceRange(of: 0..<1) == 2..<3)
    #expect(folded.sourceRange(of: 3..<99) == nil)
  }

  @Test func theWayBackIsTheSameInALongText() {
    let line = "“Äpfel” — e\u{301}t\u{AD}é,  Straße… "
    let text = String(repeating: line, count: 200)
    let folded = FoldedText(text)
    let unit = FoldedText(line)
    for i in 0..<200 {
      let start = i * unit.bytes.count
      let expected = i * line.utf8.count
      #expect(
        folded.sourceRange(of: start..<start + unit.bytes.count)
          == expected..<expected + line.utf8.count)
    }
  }

  @Test(arguments: 1...40)
  func theFastSearchFindsWhatTheSlowOneFinds(_ seed: Int) {
    var random = Seeded(state: UInt64(seed))
    let letters = seed % 2 == 0 ? 2 : 5
    let text = (0..<3000).map { _ in UInt8.random(in: 97..<UInt8(97 + letters), using: &random) }
    for length in 1...9 {
      let start = Int.random(in: 0..<2900, using: &random)
      let needle = Array(text[start..<start + length])
      expectSame(needle, text)
      expectSame(needle.reversed(), text)
    }
  }

  @Test func theFastSearchStaysLinear() {
    let run = [UInt8](repeating: 97, count: 2000)
    let needle = run.prefix(200) + [98] + run.prefix(200)
    let text = run + [98] + run.prefix(150) + [98, 98] + run + [98] + run
    expectSame(Array(needle), text)
    expectSame(
      Array(needle), run + Array(repeating: [98, 97, 97], count: 900).joined() + run + needle)
  }

  private func expectSame(_ needle: [UInt8], _ text: [UInt8]) {
    let search = ByteSearch(needle, in: text)
    let slow = (0...(text.count - needle.count)).first {
      text[$0..<$0 + needle.count].elementsEqual(needle)
    }
    #expect(search.next(in: text, from: 0, to: text.count) == slow)
    if let slow {
      let end = slow + needle.count
      #expect(search.next(in: text, from: slow, to: end) == slow)
      #expect(search.next(in: text, from: slow, to: end - 1) == nil)
    }
  }
}
