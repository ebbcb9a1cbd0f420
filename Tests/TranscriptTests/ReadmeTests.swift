import CommandKit
import Commands
import Storage
import Testing

/// The README opens with a real transcript.
@Suite struct ReadmeTests {
  @Test func theTranscriptOfTheReadmeIsReal() throws {
    let path = Paths.join(Transcript.root, "README.md")
    let text = String(decoding: try FileStore().read(path), as: UTF8.self)
    let start = try #require(text.firstRange(of: "```\n")).upperBound
    let end = try #require(text[start...].firstRange(of: "```\n")).lowerBound
    let now = try Transcript(text: String(text[start..<end])).replayed()
    if isRecording, now != text[start..<end] {
      let new = text[..<start] + now + text[end...]
      try FileStore().writeAtomically(Array(new.utf8), to: path)
    }
    #expect(now == text[start..<end])
  }
}
