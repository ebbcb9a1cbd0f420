import Storage
import Testing

@Suite struct PathsTests {
  @Test(arguments: [
    ("a/./b/../c", "a/c"), ("", "."), (".", "."), ("a/..", "."), ("../a", "../a"),
    ("a/../../b", "../b"), ("../../a", "../../a"), ("/", "/"), ("/..", "/"), ("/../a//b/", "/a/b"),
    ("//a", "/a"), ("./a", "a"), ("a/b/../..", "."), ("...", "..."),
  ])
  func aPathIsNormalised(_ path: String, _ expected: String) {
    #expect(Paths.normalise(path) == expected)
  }

  @Test(arguments: [
    ("a/b", "a", "b"), ("a", ".", "a"), ("/a", "/", "a"), ("/", "/", ""), ("a/b/", "a", "b"),
    ("a//b", "a", "b"), ("/a/b", "/a", "b"), ("", ".", ""), ("../a", "..", "a"), ("//", "/", ""),
  ])
  func aPathHasAParentAndAName(_ path: String, _ parent: String, _ name: String) {
    #expect(Paths.parent(path) == parent)
    #expect(Paths.name(path) == name)
  }

  @Test(arguments: [
    ("a", "b", "a/b"), ("a/", "b", "a/b"), ("a", "/b", "/b"), ("", "b", "b"), ("/", "b", "/b"),
    ("a", "", "a"), ("a", "../b", "a/../b"),
  ])
  func pathsAreJoined(_ folder: String, _ path: String, _ expected: String) {
    #expect(Paths.join(folder, path) == expected)
  }

  @Test(arguments: [
    ("/x/a", "/x/b", "../b"), ("/x", "/x/a/b", "a/b"), ("/x", "/x", "."), ("/", "/a", "a"),
    ("/a/b", "/", "../.."), ("a", "b", "../b"), ("a/./c", "a/b", "../b"), (".", "a", "a"),
    ("..", "a", "a"), ("../x", "../y", "../y"), ("a", "/b", "/b"), ("/abc", "/ab", "../ab"),
    ("é", "e\u{301}/x", "../e\u{301}/x"),
  ])
  func theWayFromAFolderIsFound(_ folder: String, _ path: String, _ expected: String) {
    #expect(Paths.relative(from: folder, to: path) == expected)
  }

  @Test func aPathIsMadeAbsolute() {
    #expect(Paths.absolute("../a", in: "/x/y") == "/x/a")
    #expect(Paths.absolute("/a", in: "/x/y") == "/a")
  }

  @Test func whatLiesInsideIsToldAfterLinksAreFollowed() throws {
    let folder = TemporaryFolder()
    folder.folder("in")
    folder.folder("inner")
    folder.file("in/a", "")
    folder.file("inner/b", "")
    folder.link("in/out", to: "../inner/b")
    folder.link("door", to: "in")
    func isInside(_ path: String, _ root: String) throws -> Bool {
      let files = SystemFiles()
      return Paths.isInside(try files.resolve(path), try files.resolve(root))
    }
    #expect(try isInside(folder("in/a"), folder("in")))
    #expect(try isInside(folder("in"), folder("in")))
    #expect(try isInside(folder("in/a"), folder("door")))
    #expect(try isInside("/etc", "/"))
    #expect(try !isInside(folder("inner/b"), folder("in")))
    #expect(try !isInside(folder("in/out"), folder("in")))
    #expect(try !isInside(folder("in/../inner/b"), folder("in")))
    #expect(throws: FileError.self) { try isInside(folder("in/none"), folder("in")) }
  }
}
