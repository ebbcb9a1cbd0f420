import CommandKit
import Commands
import Diagnostics
import Storage
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

  /// Runs a line while somebody has asked it to stop once `hasBegun` holds.
  private func answer(
    _ line: String, on test: inout TestSession, stopping hasBegun: @escaping @Sendable () -> Bool
  ) -> String {
    var world = test.world.world
    world.attention = Attention(isInterrupted: hasBegun, progress: { _, _, _ in })
    do throws(Diagnostic) {
      return try Interpreter.run(line, on: &test.session, in: world).text
    } catch {
      return error.rendered()
    }
  }

  @Test func whatACommandHasDoneForItselfIsAnswered() throws {
    var test = try TestSession()
    test.run("party Alba kind state")
    let whole = test.bytes
    #expect(answer("undo", on: &test, stopping: { true }).contains("undone: party Alba"))
    #expect(!test.notebook.contains("Alba"))
    #expect(answer("redo", on: &test, stopping: { true }).contains("done again: party Alba"))
    #expect(test.bytes == whole)
    #expect(answer("save talks.md", on: &test, stopping: { true }).contains("saved talks.md"))
    #expect(test.world.world.files.exists(test.world.folder("talks.md")))
    try test.world.folder.write("<!-- verbatim notebook 1 -->\n", to: "other.md")
    let opened = answer("open other.md", on: &test, stopping: { true })
    #expect(opened.contains("other.md") && test.session.file?.shown == "other.md")
  }

  @Test func aReportIsWrittenOrItIsCancelled() throws {
    var test = try TestSession()
    test.run("party Alba kind state")
    let files = test.world.world.files
    let page = test.world.folder("talks.html")
    #expect(answer("report talks.html", on: &test, stopping: { true }).contains("[cancelled]"))
    #expect(!files.exists(page))
    let written = answer("report talks.html", on: &test, stopping: { files.exists(page) })
    #expect(written.contains("wrote talks.html"), "\(written)")
    #expect(files.exists(page))
  }

  @Test func aLoadOfSeveralThatHasEndedIsAnswered() throws {
    var test = try TestSession()
    for name in ["one", "two"] {
      try test.world.folder.write("Title \(name)\n\nThe talks went on.\n", to: "\(name).txt")
    }
    let steps = Mutex(0)
    var world = test.world.world
    world.attention = Attention(
      isInterrupted: { steps.withLock { $0 } == 2 },
      progress: { _, done, _ in steps.withLock { $0 = done } })
    let answer = try Interpreter.run("load one.txt two.txt", on: &test.session, in: world)
    #expect(answer.text.contains("one") && answer.text.contains("two"))
    #expect(test.notebook.contains("as one") && test.notebook.contains("as two"))
  }

  @Test func aQuestionThatIsStoppedIsNotAnswered() throws {
    var test = try TestSession()
    #expect(answer("list parties", on: &test, stopping: { true }).contains("[cancelled]"))
  }

  @Test func statusSaysHowFarItIsAndCanBeStopped() throws {
    var test = try TestSession()
    for name in ["one", "two", "three"] {
      try test.world.folder.write("Title \(name)\n\nThe talks went on.\n", to: "\(name).txt")
    }
    test.run("load one.txt two.txt three.txt")
    let steps = Mutex<[Int]>([])
    var world = test.world.world
    world.attention = Attention(
      isInterrupted: { steps.withLock { $0.count == 2 } },
      progress: { _, done, _ in steps.withLock { $0.append(done) } })
    let stopped = #expect(throws: Diagnostic.self) {
      try Interpreter.run("status", on: &test.session, in: world)
    }
    #expect(stopped?.message.id == "cancelled")
    #expect(steps.withLock { $0 } == [1, 2])
  }
}
