import CommandKit
import Commands
import Diagnostics
import Synchronization
import TestKit
import Testing

/// Work that is stopped, and work that says how far it is.
@Suite struct AttentionTests {
  @Test func aCommandThatIsStoppedIsTakenBackWhole() throws {
    var test = try TestSession()
    test.run("party Alba kind state")
    let before = test.bytes
    var world = test.world.world
    world.attention = Attention(isInterrupted: { true }, progress: { _, _, _ in })
    let stopped = #expect(throws: Diagnostic.self) {
      try Interpreter.run("party Corda kind state", on: &test.session, in: world)
    }
    #expect(stopped?.message.id == "cancelled")
    #expect(test.bytes == before)
    #expect(test.run("undo").text.contains("party Alba"))
  }

  @Test func openingManyRecordsSaysHowFarItIsAndCanBeStopped() throws {
    let world = try TestWorld()
    let records = (1...3_000).map { "    > party P\($0) kind state\n" }.joined(separator: "\n")
    try world.folder.write("<!-- verbatim notebook 1 -->\n\n\(records)", to: "talks.md")
    let steps = Mutex<[Int]>([])
    var watched = world.world
    watched.attention = Attention(
      isInterrupted: { steps.withLock { $0.last ?? 0 } > 2_000 },
      progress: { _, done, _ in steps.withLock { $0.append(done) } })
    let stopped = #expect(throws: Diagnostic.self) {
      try Session.open(
        world.folder("talks.md"), shown: "talks.md", commands: AllCommands.list, in: watched,
        journaling: .none)
    }
    #expect(stopped?.message.id == "cancelled")
    #expect(steps.withLock { $0 } == [1_024, 2_048])
  }
}
