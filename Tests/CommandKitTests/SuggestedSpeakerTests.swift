import CommandKit
import TestKit
import Testing

/// What those become whose suggested statements are taken.
@Suite struct SuggestedSpeakerTests {
  @Test func aSpeakerIsWhatTheTextSays() throws {
    let world = try TestWorld()
    try world.folder.write(
      """
      Talks at Port Selan

      The White House said that the talks would go on.

      European leaders said that the bridge was safe.

      French Foreign Minister Lucie Arnaud said that the bridge would open.

      The Harbour Trust Bank said that the port was closed.

      Ivo Brel said that nobody had asked him.

      """, to: "wire.txt")
    var test = try TestSession(opening: "talks.md", in: world)
    test.run(["load wire.txt as wire published 2031-04-17", "suggest", "accept all"])
    let found = test.run("list parties").text
    for line in [
      "United States, state; also White House", "European leaders, unnamed; member of Europe",
      "Lucie Arnaud, person; Foreign Minister of France", "Harbour Trust Bank, organisation",
      "Ivo Brel, person",
    ] {
      #expect(found.contains("\(line)\n") || found.hasSuffix(line), "\(line) in \(found)")
    }
    #expect(!found.contains("White House, "), "\(found)")
  }
}
