import Casebook
import CommandKit
import TestKit
import Testing

/// Walks through suggestions.
@Suite struct WalkTests {
  private static let page = """
    Talks at Port Selan

    “We will not leave the bank,” Mira Oslin said on Monday.

    “The gates are open,” Anton Reck said.

    """

  private func session(_ text: String = Self.page, coder: String = "hv") throws -> TestSession {
    var test = try TestSession()
    test.world.coder = coder
    try test.world.folder.write(text, to: "wire.txt")
    test.run("load wire.txt as wire")
    test.run("issue bank \"Corda should leave the bank.\"")
    return test
  }

  @Test func othersMarksAreHiddenOnABlindWalk() throws {
    var test = try session()
    test.run("suggest wire")
    let theirs = test.run("accept 1 on bank -2").text
    #expect(theirs.contains("wire:1a"), "\(theirs)")
    test.world.coder = "ab"
    test.run("blind on")
    let list = test.run("suggest wire").text
    #expect(list.contains("2 suggestions") && list.contains("0 taken"), "\(list)")
    let card = test.run("suggest wire walk").text
    #expect(card.contains("1 of 2, 2 left") && !card.contains("bank -2"), "\(card)")
    #expect(!card.contains("[a "), "\(card)")
    let taken = test.run("y bank +1").text
    #expect(taken.contains("supports") && taken.contains("2 of 2, 1 left"), "\(taken)")
    #expect(test.notebook.contains("on bank +1"))
    #expect(test.notebook.contains("on bank -2"), "what the other made is still there")
    #expect(test.run("q").text.contains("1 suggestion open"))
    test.run("blind off")
    #expect(test.run("suggest wire").text.contains("1 suggestion,"))
  }

  @Test func whatWasPassedOverStaysPassedWhenTheListIsMadeAnew() throws {
    var test = try session(
      """
      Talks at Port Selan

      Read more: Mira Oslin said that the bank is closed.

      Anton Reck said the gates are open.

      Pavel Dorn said the gates are shut.

      """)
    test.run("suggest wire walk")
    #expect(test.run("s").text.contains("%1  Pavel Dorn"))
    test.run("aside wire keep 1")
    let now = test.run("walk").text
    #expect(now.contains("1 of 3, 2 left") && now.contains("%1  Mira Oslin"), "\(now)")
    let next = test.run("s").text
    #expect(next.contains("3 of 3, 1 left") && next.contains("%1  Pavel Dorn"), "\(next)")
  }

  @Test func aWalkEndsWithItsArticle() throws {
    var test = try session()
    test.run("suggest wire walk")
    test.run("undo 2")
    #expect(test.session.walk == nil)
    #expect(test.run("walk").text.contains("load FILE as NAME"))
    #expect(test.run("y").text.contains("[unknown-command]"))
  }

  /// The name is the same, and so is the row; the words of the walk are not.
  @Test func aWalkEndsWhereItsArticleHasAnotherText() throws {
    var test = try session()
    test.run("drop article wire")
    let long = Self.page + "Pavel Dorn said that the harbour office would open on Sunday.\n"
    try test.world.folder.write(long, to: "late.txt")
    test.run("load late.txt as wire")
    test.run("suggest wire walk")
    for line in ["s", "s", "w", "undo", "undo"] { test.run(line) }
    #expect(test.session.book.articles.named("wire") != nil)
    #expect(test.session.walk == nil)
    #expect(test.run("walk").text.contains("1 of 2"))
  }
}
