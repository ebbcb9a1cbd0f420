import Glibc
import Storage
import TestKit
import Testing

/// `agreement` with other notebooks.
@Suite struct AgreementCommandTests {
  private static let issue = "issue truce \"The fighting should stop.\""

  /// A world with an article and two notebooks of one coder each.
  private func world() throws -> TestWorld {
    let world = try TestWorld()
    try world.folder.write(
      "A wire\n\nThe guns fell silent.\n\nThe envoy left the hall.\n", to: "wire.txt")
    for name in ["a.md", "b.md"] {
      var test = try TestSession(opening: name, in: world)
      test.run([
        "party Alba kind state", Self.issue, "load wire.txt as wire",
        "attribute wire:1 to Alba on truce +1", "attribute wire:2 to Alba on truce -1", "save",
      ])
    }
    return world
  }

  @Test func oneNotebookUnderTwoPathsIsNamedTwice() throws {
    let world = try world()
    var test = try TestSession(opening: "a.md", in: world)
    #expect(test.run("agreement b.md ./b.md").text.contains("‘./b.md’ is ‘b.md’ [not-together]"))
    let linked = unsafe symlink("b.md", world.folder("c.md"))
    #expect(linked == 0)
    #expect(test.run("agreement b.md c.md").text.contains("‘c.md’ is ‘b.md’ [not-together]"))
    #expect(test.run("agreement ./a.md").text.contains("‘./a.md’ is this notebook [not-together]"))
    #expect(test.run("agreement b.md").text.contains("2 coders"))
  }

  @Test func whatAnotherNotebookCannotUseIsSaidUnderItsName() throws {
    let world = try world()
    var text = String(decoding: try FileStore().read(world.folder("b.md")), as: UTF8.self)
    let mark = try #require(text.firstRange(of: "\"The envoy left the hall.\""))
    text.replaceSubrange(mark, with: "\"Nobody sang an anthem.\"")
    text += "\n    > party Corda of Nowhere\n"
    try world.folder.write(text, to: "b.md")
    var test = try TestSession(opening: "a.md", in: world)
    let answer = test.run("agreement b.md").text
    #expect(answer.contains("b.md: "), "\(answer)")
    #expect(answer.contains("left out, words not found"), "\(answer)")
    #expect(answer.contains("records cannot be used"), "\(answer)")
    #expect(answer.contains("verbatim replay b.md"), "\(answer)")
  }
}
