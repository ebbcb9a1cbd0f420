import TestKit
import Testing

@testable import NotebookFormat

/// Reading and printing give the same bytes, for every byte sequence.
@Suite struct RoundTripTests {
  @Test(arguments: [
    "", "\n", "\r\n", "\u{FEFF}", "a", "a\n", "a\r\n\r\nb", "    > a", "    +", "    > a\n    + b",
    "    | first\n    > a\n", "    :\n    :\n", "\u{0}", "\n\n\n", "    > a\r\n    + b\r\n",
    "<<<<<<< a\n    > b\n=======\n>>>>>>> c\n",
  ])
  func smallFilesStayAsTheyAre(text: String) {
    #expect(Document(Array(text.utf8)).bytes == Array(text.utf8))
  }

  @Test func everyByteAloneStaysAsItIs() {
    for byte in UInt8.min ... .max {
      #expect(Document([byte]).bytes == [byte])
      let line = Array("    > x".utf8) + [byte] + Array("\n    ".utf8) + [byte] + [0x20]
      #expect(Document(line).bytes == line)
    }
  }

  @Test(arguments: UInt64(1)...20)
  func notebooksAtRandomStayAsTheyAre(seed: UInt64) {
    var maker = RandomNotebook(seed: seed)
    for round in 0..<150 {
      let bytes = maker.file(most: 40)
      let document = Document(bytes)
      #expect(document.bytes == bytes, "seed \(seed), round \(round)")
      #expect(document.lineCount == lineCount(bytes), "seed \(seed), round \(round)")
    }
  }

  @Test(arguments: UInt64(1)...10)
  func bytesAtRandomStayAsTheyAre(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let common = Array("    \n\n\r>+:=|#!a\"".utf8)
    for round in 0..<200 {
      let bytes = (0..<random.below(120)).map { _ in
        random.once(in: 4) ? UInt8(random.below(256)) : random.pick(common)
      }
      #expect(Document(bytes).bytes == bytes, "seed \(seed), round \(round)")
    }
  }

  private func lineCount(_ bytes: [UInt8]) -> Int {
    bytes.count { $0 == 0x0A } + (bytes.last.map { $0 != 0x0A } ?? false ? 1 : 0)
  }
}
