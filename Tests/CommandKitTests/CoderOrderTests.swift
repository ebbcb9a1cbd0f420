import CommandKit
import Diagnostics
import TestKit
import Testing

/// Whose line is whose, whatever the coders are called.
@Suite struct CoderOrderTests {
  private static let start = [
    "party Alba kind state", "issue truce \"The fighting should stop.\"",
    "load wire.txt as wire",
  ]

  @Test(arguments: [["hv", "ab"], ["ab", "hv"], ["hv", "zz", "ab"], ["b", "a", "d", "c"]])
  func linesOfSeveralCodersAreReadAgainAsTheyWereMade(coders: [String]) throws {
    let world = try TestWorld()
    try world.folder.write("A short wire\n\nAlba will wait for the others.\n", to: "wire.txt")
    var test = try TestSession(opening: "desk.md", in: world)
    test.run(Self.start)
    for (coder, stance) in zip(coders, ["-2", "-1", "0", "+1"]) {
      test.world.coder = coder
      #expect(test.run("attribute wire:1 to Alba on truce \(stance)").diagnostic == nil)
    }
    try test.session.save(in: test.world.world)
    let opened = try TestSession(opening: "desk.md", in: test.world)
    #expect(opened.session.problems.map { $0.rendered() } == [])
    #expect(opened.dump == test.dump)
  }
}
