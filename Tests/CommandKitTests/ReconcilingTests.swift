import CommandKit
import Diagnostics
import Storage
import TestKit
import Testing

/// A session that ended without a save, and a file that another program changed after that.
@Suite struct ReconcilingTests {
  private let world: TestWorld

  init() throws {
    world = try TestWorld()
    var test = try TestSession(opening: "talks.md", in: world, journaling: .syncedEach)
    for line in ["party Alba kind state", "party Corda kind state", "save"] { test.run(line) }
  }

  private func open() throws -> TestSession {
    try TestSession(opening: "talks.md", in: world, journaling: .syncedEach)
  }

  /// Answers lines, and ends without a save.
  private func interrupted(_ lines: String...) throws {
    var test = try open()
    for line in lines {
      let answer = test.run(line)
      #expect(answer.diagnostic == nil, "\(answer.text)")
    }
  }

  private func file() throws -> String {
    String(decoding: try world.world.files.read(world.folder("talks.md")), as: UTF8.self)
  }

  private func edit(_ old: String, _ new: String) throws {
    let text = try file()
    try #require(text.contains(old))
    try world.folder.write(text.replacing(old, with: new), to: "talks.md")
  }

  private func addHest() throws {
    try edit("party Corda kind state\n", "party Corda kind state\n    > party Hest kind state\n")
  }

  @Test func whatWasAnsweredAndWhatWasEditedAreBothThere() throws {
    try interrupted("issue truce \"The fighting should stop.\"", "party Tarn kind state")
    try addHest()
    var test = try open()
    #expect(test.session.recovery.contains("recovered 2 changes from the journal"))
    for name in ["Alba", "Corda", "Tarn", "Hest", "truce"] {
      #expect(test.notebook.contains(name), "\(test.notebook)")
    }
    #expect(test.run("undo").text.contains("edited outside"))
    #expect(!test.notebook.contains("Hest") && test.notebook.contains("Tarn"))
    #expect(test.run("undo").text.contains("party Tarn"))
    #expect(test.run("undo 9").diagnostic == nil)
    #expect(test.notebook.isEmpty)
  }

  @Test func whatCameTogetherIsSavedAndCanBeTakenBackLater() throws {
    try interrupted("party Tarn kind state")
    try addHest()
    do {
      var test = try open()
      try test.session.saveChanges(in: world.world)
    }
    let saved = try file()
    #expect(saved.contains("Hest") && saved.contains("Tarn"))
    var later = try open()
    #expect(later.session.recovery == [] && later.notebook == saved)
    #expect(later.run("undo 9").diagnostic == nil)
    #expect(later.notebook.isEmpty)
  }

  @Test func theSameAfterASecondSessionThatEndedWithoutASave() throws {
    try interrupted("party Tarn kind state")
    try addHest()
    try interrupted("party Umbra kind state")
    do {
      var test = try open()
      #expect(test.session.recovery == ["recovered 2 changes from the journal"])
      for name in ["Tarn", "Hest", "Umbra"] { #expect(test.notebook.contains(name)) }
      #expect(test.run("undo").diagnostic == nil)
      #expect(!test.notebook.contains("Umbra"))
      #expect(test.run("redo").diagnostic == nil)
    }
    // A second edit outside: the file stands, and nothing is lost.
    try edit("Hest", "Hestia")
    var again = try open()
    #expect(again.notebook.contains("Hestia") && !again.notebook.contains("Umbra"))
    #expect(again.run("undo").text.contains("edited outside"))
    for name in ["Tarn", "Hest ", "Umbra"] { #expect(again.notebook.contains(name)) }
    #expect(again.run("undo").text.contains("party Umbra"))
  }

  @Test(arguments: [
    // Both changed one record.
    ("alias Alba Selan", "party Alba kind state", "party Alba kind state short AL"),
    // What ours refers to is gone.
    ("party \"Mira Oslin\" kind person of Alba", "    > party Alba kind state\n", ""),
    // It is no notebook any more, to which ours could be added.
    ("party Tarn kind state", "verbatim notebook 1", "verbatim notebook 2"),
  ])
  func whereTheyDoNotFitTheFileStandsAndUndoBringsOursBack(
    _ line: String, _ old: String, _ new: String
  ) throws {
    try interrupted(line)
    let ours = try open().notebook
    try edit(old, new)
    var test = try open()
    #expect(test.notebook == (try file()))
    if test.session.readOnly != nil { return }
    #expect(
      test.session.recovery.contains { $0.contains("1 change of the last session did not fit") })
    #expect(test.run("undo").text.contains("edited outside"))
    #expect(test.notebook == ours)
  }

  @Test func theFirstUndoAfterAnEditFromOutsideTakesItBack() throws {
    let before = try file()
    try addHest()
    var test = try open()
    #expect(test.run("undo").text.contains("edited outside"))
    #expect(test.notebook == before)
    #expect(test.run("redo").diagnostic == nil && test.notebook.contains("Hest"))
  }

  /// What it answered is in the journal, and its own to save.
  @Test(arguments: [false, true])
  func whoAsksBesideARunningSessionSavesNothingOfIt(isEdited: Bool) throws {
    var running = try open()
    running.run("party Tarn kind state")
    if isEdited { try addHest() }
    let before = try file()
    var other = try open()
    #expect(other.notebook.contains("Tarn"))
    #expect(try other.session.saveChanges(in: world.world) == [])
    #expect(other.run("save").diagnostic?.message.id == "locked")
    #expect(other.run("party Umbra").diagnostic?.message.id == "locked")
    #expect(try file() == before)
    #expect(running.run("save").diagnostic == nil)
    #expect(try file().contains("Tarn") && file().contains("Hest") == isEdited)
  }
}
