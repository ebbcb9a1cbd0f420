import Casebook
import Testing

@Suite struct SourceReferenceTests {
  @Test(
    arguments: [
      ("wire.txt", "wire.txt", nil), ("feed.xml#3", "feed.xml", 3), ("a#1#2", "a#1", 2),
      ("a#0", "a#0", nil), ("a#03", "a#03", nil), ("#3", "#3", nil), ("a#", "a#", nil),
      ("a#3x", "a#3x", nil), ("ä#12", "ä", 12), ("a#1234567890", "a#1234567890", nil),
      ("", "", nil),
    ] as [(String, String, Int?)])
  func aNumberBehindTheLastMarkIsAPart(text: String, path: String, part: Int?) {
    let reference = SourceReference(text)
    #expect(reference.path == path && reference.part == part)
    #expect(reference.text == text)
  }

  @Test(arguments: ["a", "a#3", "a#3#4", "#3", "a#0"])
  func whatIsWrittenIsReadBack(path: String) {
    for part in [nil, 1, 17] {
      let again = SourceReference(SourceReference(path: path, part: part).text)
      #expect(again.path == path)
      #expect(again.part == part || part == nil && again.part == 1)
    }
  }
}
