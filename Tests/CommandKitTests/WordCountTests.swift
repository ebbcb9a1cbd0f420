import TestKit
import Testing

/// How many words `load` says an article has: runs between blanks that hold a letter or a digit.
@Suite struct WordCountTests {
  @Test(arguments: [
    ("She said so, and left.", 5),
    // Letters alone beyond ASCII, and marks and dashes that are no words: counted byte by byte.
    ("Il va à Paris – “là” … é.", 6),
    // Signs and letters outside of that: the whole block is counted otherwise.
    ("Il va à Paris – ÷ 2 × 3 “là” … é.", 8),
    ("Il va à Łódź – ÷ 2 × 3 “là” … é.", 8),
  ])
  func wordsAreRunsWithALetterOrADigit(sentence: String, words: Int) throws {
    var test = try TestSession()
    let filler = "The envoys met again on Monday in the old customs house by the river."
    try test.world.folder.write("Talks\n\n\(sentence) \(filler)\n", to: "wire.txt")
    let answer = test.run(["load wire.txt as wire"])
    #expect(answer.contains("1 paragraph, \(words + 14) words"), "\(answer)")
  }
}
