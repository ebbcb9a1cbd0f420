import Casebook
import CommandKit
import NotebookFormat
import Storage
import TestKit
import Testing

/// What another program changed in a notebook that is open here.
@Suite struct OutsideEditTests {
  private func world() throws -> TestWorld {
    let world = try TestWorld()
    try world.folder.write(
      "<!-- verbatim notebook 1 -->\n\n    > party Alba kind state\n", to: "talks.md")
    return world
  }

  /// Both change the one record; gives what the save here was answered with.
  private func clash(_ world: TestWorld, ours: String, theirs: String) throws -> String {
    var test = try TestSession(opening: "talks.md", in: world)
    test.run("alias Alba \(ours)")
    try world.folder.write(
      "<!-- verbatim notebook 1 -->\n\n    > party Alba kind state short \(theirs)\n",
      to: "talks.md")
    return test.run("save").text
  }

  private func read(_ name: String, _ world: TestWorld) throws -> String {
    String(decoding: try world.world.files.read(world.folder(name)), as: UTF8.self)
  }

  @Test func oursIsSetAsideBesideWhatWasSetAsideBefore() throws {
    let world = try world()
    #expect(try clash(world, ours: "Selan", theirs: "AL").contains("‘talks.mine.md’"))
    let second = try clash(world, ours: "Harbour", theirs: "AB")
    #expect(second.contains("‘talks.mine2.md’"), "\(second)")
    #expect(try read("talks.mine.md", world).contains("Selan"))
    #expect(try read("talks.mine2.md", world).contains("Harbour"))
    #expect(try clash(world, ours: "Coast", theirs: "AC").contains("‘talks.mine3.md’"))
  }

  @Test func theSameIsSetAsideOnce() throws {
    let world = try world()
    var test = try TestSession(opening: "talks.md", in: world)
    test.run("alias Alba Selan")
    try world.folder.write(
      "<!-- verbatim notebook 1 -->\n\n    > party Alba kind state short AL\n", to: "talks.md")
    #expect(test.run("save").text.contains("‘talks.mine.md’"))
    #expect(test.run("save").text.contains("‘talks.mine.md’"))
    #expect(!world.world.files.exists(world.folder("talks.mine2.md")))
  }

  @Test func anArticleWhoseLoadWasTakenBackIsOpenNoMore() throws {
    let world = try world()
    try world.folder.write("Oslin said there would be no truce.\n", to: "wire.txt")
    var test = try TestSession(opening: "talks.md", in: world)
    for line in ["load wire.txt", "read", "undo", "party Corda"] { test.run(line) }
    #expect(test.session.current == nil)
    try world.folder.write(
      "<!-- verbatim notebook 1 -->\n\n    > party Alba kind state short AL\n", to: "talks.md")
    #expect(test.run("save").text.contains("1 change by another program taken over"))
  }

  @Test func theOpenArticleIsFoundAgainByItsName() throws {
    let world = try world()
    for name in ["first", "second"] {
      try world.folder.write("The \(name) report says little.\n", to: "\(name).txt")
    }
    var test = try TestSession(opening: "talks.md", in: world)
    for line in ["load first.txt", "load second.txt", "save", "read second"] { test.run(line) }
    let text = try read("talks.md", world)
    let first = try #require(text.split(separator: "\n").first { $0.contains("load first") })
    try world.folder.write(text.replacing(first + "\n", with: ""), to: "talks.md")
    test.run("party Corda")
    #expect(test.run("save").text.contains("taken over"))
    #expect(test.session.current.map { test.session.book.articles[$0].name } == "second")
    #expect(test.session.listing.isEmpty)
  }

  /// What would come of ours and theirs must be a notebook; where it is none, ours is set aside.
  @Test(arguments: [
    ("party Corda", "    > party Alba kind state\n"),
    ("party Corda", "<!-- verbatim notebook 2 -->\n\n    > party Alba kind state\n"),
    (
      "party Corda",
      "<!-- verbatim notebook 1 -->\n<<<<<<< ours\n\n    > party Alba kind state\n"
    ),
  ])
  func whatIsNoNotebookIsNotTakenOver(_ line: String, _ theirs: String) throws {
    let world = try TestWorld()
    var test = try TestSession(opening: "talks.md", in: world)
    for line in ["party Alba kind state", "save", line] { test.run(line) }
    let ours = test.session.document.bytes
    try world.folder.write(theirs, to: "talks.md")
    let answer = test.run("save").text
    #expect(answer.contains("yours is saved as ‘talks.mine.md’"), "\(answer)")
    #expect(try read("talks.md", world) == theirs)
    #expect(try world.world.files.read(world.folder("talks.mine.md")) == ours)
    #expect(test.session.document.bytes == ours)
  }

  @Test func aNotebookThatWasTakenBackWholeDoesNotBecomeOneOfARecordAlone() throws {
    let world = try TestWorld()
    try world.folder.write("Oslin said there would be no truce.\n", to: "wire.txt")
    var test = try TestSession(opening: "talks.md", in: world)
    let lines = ["load wire.txt", "party Alba", "attribute wire \"no truce\" to Alba"]
    for line in lines + ["save", "undo", "undo", "undo"] { test.run(line) }
    #expect(test.session.document.bytes.isEmpty)
    let theirs = try read("talks.md", world) + "    > party Tarn\n"
    try world.folder.write(theirs, to: "talks.md")
    let answer = test.run("save").text
    #expect(answer.contains("yours is saved as ‘talks.mine.md’"), "\(answer)")
    #expect(try read("talks.md", world) == theirs)
  }
}
