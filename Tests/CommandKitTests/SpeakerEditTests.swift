import TestKit
import Testing

/// Who a statement counts to when another speaker is put in.
@Suite struct SpeakerEditTests {
  private func session() throws -> TestSession {
    var test = try TestSession()
    try test.world.folder.write(
      """
      Talks at Port Selan

      The guns have to be silent before anything is signed, the ministry said on Monday.

      The bridges stay shut for as long as there is no list of names, the port said.

      """, to: "wire.txt")
    test.run("load wire.txt as wire")
    for party in ["Alba", "Corda"] { test.run("party \(party) kind state") }
    test.run("party League kind bloc")
    test.run("party \"Mira Oslin\" kind person of Alba")
    test.run("party \"Pavel Dorn\" kind person of Corda")
    test.run("party \"Jan Pell\" kind person")
    test.run("party \"Ada Senn\" kind person of Alba")
    test.run("member \"Ada Senn\" of Corda")
    test.run("party \"Ivo Lind\" kind person of Corda")
    test.run("member \"Ivo Lind\" of League")
    test.run("issue truce \"The fighting should stop.\"")
    return test
  }

  /// How the statement reads: typed, then edited.
  @Test(arguments: [
    ("to Oslin", "to Dorn", "Corda (Pavel Dorn) opposes"),
    ("to Oslin", "to Lind", "Corda (Ivo Lind) opposes"),
    ("to Oslin for League", "to Dorn", "League (Pavel Dorn) opposes"),
    ("to Oslin", "to Dorn for League", "League (Pavel Dorn) opposes"),
    ("to Oslin", "to Corda", "Corda opposes"),
    ("to Corda", "to Oslin", "Alba (Mira Oslin) opposes"),
    ("to Corda", "to Pell", "Corda (Jan Pell) opposes"),
    ("to Oslin", "to Pell", "Alba (Jan Pell) opposes"),
    ("to Pell", "to Oslin", "Alba (Mira Oslin) opposes"),
    ("to Oslin", "to Senn", "Alba (Ada Senn) opposes"),
    ("to Oslin", "to none", "Alba opposes"),
  ])
  func thePartyFollowsTheSpeaker(typed: String, edit: String, expected: String) throws {
    var test = try session()
    test.run("attribute wire:1.1 \(typed) on truce -1")
    let answer = test.run("edit it \(edit)").text
    #expect(answer.contains(expected + " “The fighting should stop.”"), "\(answer)")
    #expect(!answer.contains("for nobody"))
  }

  @Test func aDayThatIsTypedWithTheSpeakerCounts() throws {
    var test = try session()
    test.run("party \"Lea Ost\" kind person of Alba to 2030-12-31")
    test.run("member \"Lea Ost\" of Corda from 2031-01-01")
    test.run("attribute wire:1.1 to Oslin on truce -1 said 2030-06-01")
    let answer = test.run("edit it to Ost said 2031-06-01").text
    #expect(answer.contains("Corda (Lea Ost) opposes"), "\(answer)")
  }

  @Test func whoBelongsToOthersSpeaksForNobodyUntilItIsSaid() throws {
    var test = try session()
    test.run("party Tarn kind state")
    test.run("attribute wire:1.1 to Tarn on truce -1")
    let answer = test.run("edit it to Senn").text
    #expect(answer.contains("for nobody: Ada Senn belongs to Alba and Corda"), "\(answer)")
  }

  @Test func whatHangsOnARecordIsNamedOnce() throws {
    var test = try session()
    test.run("annotate wire:1.1")
    test.run("claim 1a \"It was said.\"")
    test.run("annotate wire:2.1")
    test.run("link 1a supports 2a")
    let answer = test.run("drop 1a").text
    for kind in ["    c", "    l"] {
      let line = try #require(answer.split(separator: "\n").first { $0.hasPrefix(kind) })
      let id = line.split(separator: " ")[0]
      #expect(line.ranges(of: id).count == 1, "\(line)")
    }
  }
}
