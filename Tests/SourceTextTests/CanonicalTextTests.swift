import TestKit
import Testing

@testable import SourceText

/// Offsets against counting scalar by scalar.
@Suite struct CanonicalTextTests {
  /// Texts around the 512 bytes after which the index remembers a count.
  static let texts: [String] = {
    var texts = ["", "a", "ж", "🕊️", "plain ASCII", "Преговори у Селану", "a🕊️ж北\u{301}z"]
    let units = ["a", "ж", "北", "👩", "aж北👩"]
    for unit in units {
      for bytes in [511, 512, 513, 1_024, 1_537] {
        let count = bytes / unit.utf8.count
        texts.append(String(repeating: unit, count: count))
        texts.append("a" + String(repeating: unit, count: count) + "ж")
      }
    }
    // The only wide scalar lies across a checkpoint, or far behind ASCII.
    for before in 508...512 { texts.append(String(repeating: "a", count: before) + "👩" + "b") }
    texts.append(String(repeating: "x", count: 2_000) + "é")
    return texts
  }()

  /// Byte offsets at which scalars begin, and the end.
  private func boundaries(_ text: String) -> [Int] {
    var offsets = [0]
    for scalar in text.unicodeScalars {
      offsets.append(offsets[offsets.count - 1] + scalar.utf8.count)
    }
    return offsets
  }

  @Test(arguments: texts.indices)
  func offsetsAgreeWithCountingBothWays(number: Int) {
    let text = CanonicalText(Self.texts[number])
    let offsets = boundaries(Self.texts[number])
    #expect(text.scalarCount == offsets.count - 1)
    for (scalar, byte) in offsets.enumerated() {
      #expect(text.scalarOffset(ofByte: byte) == scalar, "text \(number)")
      #expect(text.byteOffset(ofScalar: scalar) == byte, "text \(number)")
    }
    #expect(text.byteOffset(ofScalar: offsets.count + 7) == text.count)
    #expect(text.byteOffset(ofScalar: .max) == text.count)
    #expect(text.byteOffset(ofScalar: -1) == 0)
  }

  @Test(arguments: texts.indices)
  func rangesAgreeWithCountingBothWays(number: Int) {
    let text = CanonicalText(Self.texts[number])
    let offsets = boundaries(Self.texts[number])
    var random = SeededGenerator(seed: UInt64(number))
    for _ in 0..<20 {
      let ends = [random.below(offsets.count), random.below(offsets.count)].sorted()
      let bytes = offsets[ends[0]]..<offsets[ends[1]]
      #expect(text.scalarRange(ofBytes: bytes) == ends[0]..<ends[1])
      #expect(text.byteRange(ofScalars: ends[0]..<ends[1]) == bytes)
      #expect(text[bytes].unicodeScalars.count == ends[1] - ends[0])
    }
  }

  @Test(arguments: texts.indices)
  func movingCountsScalarsAndStopsAtTheEnds(number: Int) {
    let text = CanonicalText(Self.texts[number])
    let offsets = boundaries(Self.texts[number])
    var random = SeededGenerator(seed: UInt64(number))
    for _ in 0..<20 {
      let from = random.below(offsets.count)
      let step = random.below(80) - 40
      let to = max(0, min(offsets.count - 1, from + step))
      #expect(text.offset(offsets[from], movedBy: step) == offsets[to])
    }
  }

  @Test func markedWordsAreFoundByScalarsAndByBytes() {
    let marked = MarkedText("Олсин каже: ⟦нема примирја⟧ 🕊️ ⟦北京⟧.")
    let text = CanonicalText(marked.text)
    #expect(marked.ranges.map { text[$0] } == ["нема примирја", "北京"])
    #expect(text.scalarRange(ofBytes: marked.ranges[0]) == 12..<25)
    #expect(text.scalarRange(ofBytes: marked.ranges[1]) == 29..<31)
    #expect(
      MarkedText.marking(marked.ranges, in: marked.text)
        == "Олсин каже: ⟦нема примирја⟧ 🕊️ ⟦北京⟧.")
  }

  @Test func textsAreTheSameWhenTheirBytesAre() {
    #expect(CanonicalText("é") != CanonicalText("e\u{301}"))
    #expect(CanonicalText("a\r\nb") == CanonicalText("a\nb"))
    #expect(
      CanonicalText("abc").digest.hex
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }
}
