import CommandKit
import Diagnostics
import TestKit
import Testing

/// What holds for every session, tried on sessions typed at random. A failure names its seed, and
/// the same seed gives the same session.
@Suite struct SessionPropertyTests {
  static let seeds = Array(UInt64(1)...24)
  static let steps = 60

  /// A session with some sources and names in it, on a notebook of its own.
  static func begin(_ journaling: Session.JournalUse = .none) throws -> TestSession {
    let world = try TestWorld()
    for (name, text) in RandomAnalyst.sources { try world.folder.write(text, to: name) }
    var desk = try TestSession(opening: "desk.md", in: world, journaling: journaling)
    desk.run([
      "load talks.txt as a0 published 2031-04-17", "party Alba kind state short AL",
      "party Corda kind state", "issue truce \"The fighting should stop.\"",
      "party \"Mira Oslin\" kind person of Alba as \"Foreign Minister\"",
    ])
    return desk
  }

  @Test(arguments: seeds)
  func anErrorChangesNothing(seed: UInt64) throws {
    var analyst = RandomAnalyst(seed: seed)
    var desk = try Self.begin()
    for step in 0..<Self.steps {
      let line = analyst.line(for: desk.session)
      let (notebook, dump) = (desk.notebook, desk.dump)
      guard desk.run(line).diagnostic != nil else { continue }
      let about = "seed \(seed), step \(step): \(line)"
      if !expectSame(desk.notebook, notebook, about) || !expectSame(desk.dump, dump, about) {
        return
      }
    }
  }

  @Test(arguments: seeds)
  func undoAndRedoRestoreTheVeryBytes(seed: UInt64) throws {
    var analyst = RandomAnalyst(seed: seed)
    var desk = try Self.begin()
    for step in 0..<Self.steps {
      let line = analyst.line(for: desk.session)
      if ["undo", "redo"].contains(line) { continue }
      let (before, sum) = (desk.notebook, desk.dump)
      if desk.run(line).diagnostic != nil || desk.notebook == before { continue }
      let (after, newSum) = (desk.notebook, desk.dump)
      let about = "seed \(seed), step \(step): \(line)"
      desk.run("undo")
      guard expectSame(desk.notebook, before, "undo, \(about)"),
        expectSame(desk.dump, sum, "undo, \(about)")
      else { return }
      desk.run("redo")
      guard expectSame(desk.notebook, after, "redo, \(about)"),
        expectSame(desk.dump, newSum, "redo, \(about)")
      else { return }
    }
  }

  @Test(arguments: seeds)
  func undoingEverythingGivesTheBeginning(seed: UInt64) throws {
    var analyst = RandomAnalyst(seed: seed)
    var desk = try Self.begin()
    for _ in 0..<Self.steps { desk.run(analyst.line(for: desk.session)) }
    let (end, sum) = (desk.notebook, desk.dump)
    var undone = 0
    while try desk.session.undoOne() { undone += 1 }
    expectSame(desk.notebook, "", "seed \(seed)")
    expectSame(desk.dump, "statements 0\n", "seed \(seed)")
    for _ in 0..<undone { desk.run("redo") }
    expectSame(desk.notebook, end, "seed \(seed), done again")
    expectSame(desk.dump, sum, "seed \(seed), done again")
  }

  @Test(arguments: seeds)
  func openingWhatWasSavedGivesTheSameSum(seed: UInt64) throws {
    var analyst = RandomAnalyst(seed: seed)
    var desk = try Self.begin(seed.isMultiple(of: 4) ? .grouped : .none)
    for step in 0..<Self.steps {
      let line = analyst.line(for: desk.session)
      desk.run(line)
      if step % 12 == 11, try !saved(&desk, "seed \(seed), step \(step): \(line)") { return }
    }
  }

  private func saved(_ desk: inout TestSession, _ about: String) throws -> Bool {
    try desk.session.save(in: desk.world.world)
    var opened = try TestSession(opening: "desk.md", in: desk.world)
    guard expectSame(opened.notebook, desk.notebook, about),
      expectSame(opened.session.problems.map { $0.rendered() }.joined(), "", about),
      expectSame(opened.dump, desk.dump, about)
    else { return false }
    try opened.session.save(in: opened.world.world)
    return expectSame(opened.notebook, desk.notebook, "saved again, \(about)")
  }

  /// What a terminal would obey, or what turns the direction of writing.
  private static func isDangerous(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x200B, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  @Test(arguments: seeds)
  func everyAnswerIsSafeToShow(seed: UInt64) throws {
    var analyst = RandomAnalyst(seed: seed)
    var desk = try Self.begin()
    for step in 0..<Self.steps {
      let line = analyst.line(for: desk.session)
      let text = desk.run(line).text
      let hidden = text.unicodeScalars.filter { $0 != "\n" && Self.isDangerous($0) }
      #expect(hidden.isEmpty, "seed \(seed), step \(step): \(line)")
      if case .output(let output) = desk.run("list statements") {
        #expect(output.lines.allSatisfy { !$0.contains("\n") }, "seed \(seed), step \(step)")
      }
    }
  }
}

extension Session {
  /// Takes one change back; false where there is none left.
  mutating func undoOne() throws(Diagnostic) -> Bool { try undo() != nil }
}
