import Glibc
import Storage
import Testing

@Suite struct GlobTests {
  let folder = TemporaryFolder()

  init() {
    for name in ["a", "b", "b/deep", ".hidden"] { folder.folder(name) }
    let names = [
      "a/1.txt", "a/2.txt", "a/10.txt", "a/é.txt", "b/1.html", "b/deep/1.txt", ".hidden/1.txt",
      "a/.1.txt", "odd[1].txt", "c.txt",
    ]
    for name in names { folder.file(name, "") }
  }

  private func glob(_ pattern: String) throws -> [String] {
    try FileStore().glob(folder(pattern)).map { Paths.relative(from: folder.path, to: $0) }
  }

  @Test(arguments: [
    ("a/*.txt", ["a/1.txt", "a/10.txt", "a/2.txt", "a/é.txt"]),
    ("*/1.*", ["a/1.txt", "b/1.html"]),
    ("*/*/1.txt", ["b/deep/1.txt"]),
    ("a/?.txt", ["a/1.txt", "a/2.txt", "a/é.txt"]),
    ("a/[0-9].txt", ["a/1.txt", "a/2.txt"]),
    ("a/[!0-9].txt", ["a/é.txt"]),
    ("a/[^12].txt", ["a/é.txt"]),
    ("a/[12]*.txt", ["a/1.txt", "a/10.txt", "a/2.txt"]),
    (".*/*.txt", [".hidden/1.txt"]),
    ("a/.*", ["a/.1.txt"]),
    ("odd[1].txt", ["odd[1].txt"]),
    ("odd[[]*", ["odd[1].txt"]),
    ("c[.txt", []),
    ("c.txt/*", []),
    ("none/*", []),
    ("*", ["a", "b", "c.txt", "odd[1].txt"]),
    ("*/", ["a", "b"]),
    ("a", ["a"]),
    ("none", []),
  ])
  func aPatternFindsItsPaths(_ pattern: String, _ expected: [String]) throws {
    #expect(try glob(pattern) == expected)
  }

  @Test(.timeLimit(.minutes(1))) func manyStarsEndSoon() throws {
    folder.file(String(repeating: "a", count: 250), "")
    #expect(try glob(String(repeating: "*a", count: 120) + "b") == [])
  }

  @Test func aFolderThatCannotBeListedIsAnError() {
    let files = FaultyFiles { _, operation in operation == .list ? .fails(EACCES) : nil }
    let store = FileStore(files: files)
    #expect(code { () throws(FileError) in _ = try store.glob(folder("*.txt")) } == EACCES)
  }
}
