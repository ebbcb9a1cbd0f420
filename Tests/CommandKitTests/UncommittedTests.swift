import CommandKit
import TestKit
import Testing

/// Statements whose words say that no position was taken.
@Suite struct UncommittedTests {
  private func session(_ opening: String = "talks.md") throws -> TestSession {
    let world = try TestWorld()
    try world.folder.write(
      """
      Talks at Port Selan

      Alba has yet to commit troops to the bridge.

      “We will stay,” Corda said on Monday.

      """, to: "wire.txt")
    var test = try TestSession(opening: opening, in: world)
    test.run([
      "load wire.txt as wire published 2031-04-17", "party Alba kind state",
      "party Corda kind state", "issue bridge \"Foreign troops should guard the bridge.\"",
      "suggest",
    ])
    return test
  }

  @Test func whereNoStanceIsTypedItIsUncommitted() throws {
    var test = try session()
    let answer = test.run("accept 1-2 on bridge").text
    #expect(answer.contains("Alba takes no position on “Foreign"), "\(answer)")
    #expect(answer.contains("Corda speaks on “Foreign"), "\(answer)")
    #expect(test.notebook.contains("on bridge uncommitted"), "\(test.notebook)")
    #expect(test.notebook.ranges(of: "uncommitted\n").count == 1, "\(test.notebook)")
    let card = test.run("list by Alba").text + test.run("show %1").text
    #expect(card.contains("say that no position was taken"), "\(card)")
  }

  @Test func whatIsTypedCounts() throws {
    var test = try session()
    test.run("accept 1 on bridge -1")
    #expect(test.notebook.contains("on bridge -1"))
    #expect(test.notebook.contains(" uncommitted\n"), "\(test.notebook)")
  }

  @Test func withoutAnIssueItIsKeptForOne() throws {
    var test = try session()
    let answer = test.run("accept 1").text
    #expect(answer.contains("Alba takes no position, on no issue yet"), "\(answer)")
    let edited = test.run("edit it on bridge").text
    #expect(edited.contains("Alba takes no position on “Foreign"), "\(edited)")
  }

  @Test(arguments: ["accept 1", "accept 1 on bridge", "accept all"])
  func itReplaysToTheSameBytes(line: String) throws {
    var test = try session("desk.md")
    test.run(line)
    try test.session.save(in: test.world.world)
    var again = try TestSession(opening: "desk.md", in: test.world)
    expectSame(again.dump, test.dump, line)
    #expect(again.dump.contains("uncommitted"), "\(again.dump)")
    try again.session.save(in: again.world.world)
    expectSame(again.notebook, test.notebook, line)
  }
}
