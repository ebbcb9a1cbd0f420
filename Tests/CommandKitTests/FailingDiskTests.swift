import CommandKit
import Diagnostics
import Glibc
import Storage
import Synchronization
import TestKit
import Testing

/// Each system call of a change, a save and a load made to fail in turn: the command fails with the
/// reason, memory and the old file are as before, and a second attempt works.
@Suite struct FailingDiskTests {
  /// What goes wrong, and when: calls are counted from the moment it is set.
  private final class Trap: Sendable {
    private let state = Mutex<(made: Int, script: FaultyFiles.Script)>((0, { _, _ in nil }))

    func set(_ script: @escaping FaultyFiles.Script) { state.withLock { $0 = (0, script) } }

    /// The calls since it was set.
    var made: Int { state.withLock { $0.made } }

    func fault(_ operation: FileOperation) -> FaultyFiles.Fault? {
      state.withLock { state in
        state.made += 1
        return state.script(state.made - 1, operation)
      }
    }
  }

  /// A session on a notebook whose files fail when the trap says so.
  private struct Desk {
    var test: TestSession
    let world: World
    let trap = Trap()

    init(_ lines: [String]) throws {
      let test = try TestWorld()
      try test.folder.write("Oslin said there would be “no truce”.\n", to: "talks.txt")
      try test.folder.write("Corda’s envoy rejected the proposal.\n", to: "more.txt")
      try test.folder.write("<!-- verbatim notebook 1 -->\n", to: "desk.md")
      var world = test.world
      let trap = trap
      world.files = FileStore(files: FaultyFiles { _, operation in trap.fault(operation) })
      self.world = world
      self.test = try TestSession(opening: "desk.md", in: test)
      self.test.session = try Session.open(
        test.folder("desk.md"), shown: "desk.md", commands: self.test.session.commands, in: world,
        journaling: .syncedEach)
      for line in lines { #expect(run(line) == nil, "\(line)") }
    }

    /// Runs a line; the reason where it fails.
    mutating func run(_ line: String) -> Diagnostic? {
      do throws(Diagnostic) {
        try Interpreter.run(line, on: &test.session, in: world)
        return nil
      } catch {
        return error
      }
    }

    /// The notebook as it is on the disk.
    var file: [UInt8] { (try? FileStore().read(world.folder + "/desk.md")) ?? [] }

    /// What lies in the folders that should not.
    var leftovers: [String] {
      let folders = [world.folder, world.folder + "/sources"]
      return folders.flatMap { (try? FileStore().list($0)) ?? [] }.filter { $0.hasSuffix(".tmp") }
    }

    /// The notebook as the next session has it: the file and what the journal adds.
    func reopened() throws -> TestSession {
      try TestSession(opening: "desk.md", in: test.world, journaling: .grouped)
    }
  }

  /// What is done, after what.
  static let cases: [(before: [String], line: String)] = [
    ([], "party Alba kind state"),
    (["party Alba kind state"], "alias Alba Selan"),
    (["party Alba kind state"], "save"),
    (["party Alba kind state", "save", "keep list parties", "party Corda"], "save"),
    (["party Alba kind state"], "undo"),
    (["party Alba kind state"], "load talks.txt"),
    (["load talks.txt"], "load more.txt"),
  ]

  @Test(arguments: cases.indices, [EIO, ENOSPC])
  func aCallThatFailsLeavesEverythingAsItWas(number: Int, code: Int32) throws {
    let (before, line) = Self.cases[number]
    var whole = try Desk(before)
    whole.trap.set { _, _ in nil }
    #expect(whole.run(line) == nil)
    for call in 0..<whole.trap.made {
      try tryFailing(before, line, whole.test, "call \(call)") { made, _ in
        made == call ? .fails(code) : nil
      }
    }
  }

  @Test(arguments: cases.indices)
  func aDiskThatGoesAwayInTheMiddleLeavesEverythingAsItWas(number: Int) throws {
    let (before, line) = Self.cases[number]
    var whole = try Desk(before)
    whole.trap.set { _, _ in nil }
    #expect(whole.run(line) == nil)
    for call in 0..<whole.trap.made {
      try tryFailing(before, line, whole.test, "from call \(call) on", isGone: true) { made, _ in
        made >= call ? .tears(EIO) : nil
      }
    }
  }

  private func tryFailing(
    _ before: [String], _ line: String, _ whole: TestSession, _ about: String,
    isGone: Bool = false, _ script: @escaping FaultyFiles.Script
  ) throws {
    var desk = try Desk(before)
    let (bytes, dump, file) = (desk.test.notebook, desk.test.dump, desk.file)
    desk.trap.set(script)
    let failure = desk.run(line)
    desk.trap.set { _, _ in nil }
    let about = "\(line), \(about): \(failure?.message.sentence ?? "done")"
    if let failure {
      #expect(!failure.message.sentence.isEmpty)
      // A save that has answered kept questions first has done that much.
      if line != "save" {
        expectSame(desk.test.notebook, bytes, about)
        expectSame(desk.test.dump, dump, about)
      }
      let isWhole = desk.file == file || desk.file == desk.test.bytes
      #expect(isWhole, "\(about): the file is neither the old nor the new one")
      if !isGone { #expect(desk.leftovers == [], "\(about)") }
      let again = desk.run(line)
      #expect(again == nil, "\(about), again: \(again?.rendered() ?? "")")
    }
    expectSame(desk.test.notebook, whole.notebook, about)
    let reopened = try desk.reopened()
    expectSame(reopened.notebook, whole.notebook, "\(about), opened again")
    expectSame(
      reopened.session.problems.map { $0.rendered() }.joined(), "", "\(about), opened again")
    #expect(!reopened.session.recovery.contains { $0.contains("outside") }, "\(about)")
  }
}
