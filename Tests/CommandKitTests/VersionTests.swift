import CommandKit
import Diagnostics
import Storage
import TestKit
import Testing

/// Notebooks of every version that was released open for ever: a fixture for each, with its journal,
/// its kept texts and its source.
@Suite struct VersionTests {
  /// The folder of the fixtures.
  private static let fixtures =
    Paths.join(Paths.parent(Paths.parent(#filePath)), "Fixtures")

  /// A world with a copy of a fixture's files.
  private func world(_ version: Int) throws -> TestWorld {
    let world = try TestWorld(coder: "pq")
    try copy(Paths.join(Self.fixtures, "version-\(version)"), to: world.folder.path)
    return world
  }

  private func copy(_ folder: String, to target: String) throws {
    let files = FileStore()
    for name in try files.list(folder) {
      let (from, to) = (Paths.join(folder, name), Paths.join(target, name))
      if try files.kind(from) == .folder {
        try copy(from, to: to)
      } else {
        try files.writeAtomically(try files.read(from), to: to, makingFolders: true)
      }
    }
  }

  @Test(arguments: [1])
  func aNotebookOpensAndReplaysToTheSameBytes(version: Int) throws {
    let world = try world(version)
    let path = world.folder("talks.md")
    let bytes = try FileStore().read(path)
    var desk = try TestSession(opening: "talks.md", in: world, journaling: .grouped)
    #expect(desk.session.problems.map { $0.rendered() } == [])
    #expect(desk.session.readOnly == nil && desk.session.recovery == [])
    #expect(desk.bytes == bytes)
    try desk.session.save(in: world.world)
    #expect(try FileStore().read(path) == bytes)
  }

  @Test(arguments: [1])
  func itsJournalTakesItBackToTheBeginningAndGoesOn(version: Int) throws {
    let world = try world(version)
    var desk = try TestSession(opening: "talks.md", in: world, journaling: .grouped)
    let (bytes, dump) = (desk.notebook, desk.dump)
    var undone = 0
    while try desk.session.undo() != nil { undone += 1 }
    #expect(undone > 20)
    #expect(desk.bytes.isEmpty)
    for _ in 0..<undone { desk.run("redo") }
    expectSame(desk.notebook, bytes)
    expectSame(desk.dump, dump)
    desk.run("tag 2a #later")
    try desk.session.save(in: world.world)
    let again = try TestSession(opening: "talks.md", in: world, journaling: .grouped)
    #expect(again.session.recovery == [])
    expectSame(again.notebook, desk.notebook)
  }
}
