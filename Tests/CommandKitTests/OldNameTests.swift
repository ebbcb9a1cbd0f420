import CommandKit
import Diagnostics
import Storage
import TestKit
import Testing

/// A later version may take a word as keyword or command that an old notebook has as a name.
@Suite struct OldNameTests {
  static let notebook = """
    <!-- verbatim notebook 1 -->
    # old

        > issue coverage "All of it should be read."
        > issue until "It should go on."
        > hypothesis none "Nothing follows."

    """

  @Test func aNameThatHasBecomeAKeywordIsStillReadFromAFile() throws {
    let world = try TestWorld()
    try FileStore().writeAtomically(Array(Self.notebook.utf8), to: world.folder("old.md"))
    var test = try TestSession(opening: "old.md", in: world)
    #expect(test.session.problems.map { $0.rendered() } == [])
    #expect(test.run("show coverage").text.contains("All of it should be read."))
    #expect(test.run("rename issue coverage to reading").diagnostic == nil)
    #expect(test.run("undo").diagnostic == nil)
    #expect(test.run("show coverage").diagnostic == nil)
  }

  @Test func aNameThatHasBecomeAKeywordOfAStatementIsStillReadInIt() throws {
    let world = try TestWorld()
    try FileStore().writeAtomically(
      Array("Talks\n\nThe port is shut.\n".utf8), to: world.folder("w"))
    var before = try TestSession(opening: "old.md", in: world)
    for line in [
      "load w as wire", "issue canal \"It should be shut.\"", "party canal kind state",
      "attribute wire:1 to canal via canal cue \"canal said\" on canal -1 if \"no toll\"",
    ] { #expect(before.run(line).diagnostic == nil) }
    let old = before.notebook.replacing("canal", with: "channel")
    try FileStore().writeAtomically(Array(old.utf8), to: world.folder("new.md"))
    var test = try TestSession(opening: "new.md", in: world)
    #expect(test.session.problems.map { $0.rendered() } == [])
    #expect(test.notebook == old)
    #expect(test.run("list statements on channel").text.contains("channel       -1?"))
    #expect(test.run("edit %1 channel \"a letter\"").diagnostic == nil)
    let record = test.notebook.replacing("\n    + ", with: " ")
    #expect(record.contains("channel \"a letter\" on channel -1 if"), "\(record)")
  }

  @Test(arguments: ["issue", "hypothesis"])
  func theSameNameIsRefusedWhereItIsTyped(verb: String) throws {
    var test = try TestSession()
    for name in ["coverage", "until", "none", "ach"] {
      #expect(test.run("\(verb) \(name) \"A sentence.\"").diagnostic?.message.id == "bad-name")
    }
  }

  @Test func aColleaguesCodebookKeepsItsNames() throws {
    let world = try TestWorld()
    try FileStore().writeAtomically(Array(Self.notebook.utf8), to: world.folder("old.md"))
    var test = try TestSession(opening: "new.md", in: world)
    #expect(test.run("import old.md codebook").diagnostic == nil)
    #expect(test.notebook.contains("> issue coverage"))
  }
}
