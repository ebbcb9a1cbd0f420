import Glibc
import Storage
import Testing

@Suite(.timeLimit(.minutes(1))) struct ReadTests {
  let folder = TemporaryFolder()
  let store = FileStore()

  private func refusal(of path: String, limit: Int = .max) -> Int32 {
    code { () throws(FileError) in _ = try store.read(path, limit: limit) }
  }

  @Test func allBytesArriveWithTheStatus() throws {
    let contents = try store.contents(folder.file("a", "some words"))
    #expect(contents.bytes == Array("some words".utf8))
    #expect(contents.status.size == 10)
    #expect(try store.status(folder("a")) == contents.status)
  }

  @Test func anEmptyFileIsRead() throws {
    #expect(try store.read(folder.file("a", "")) == [])
  }

  @Test func foldersPipesSocketsAndDevicesAreRefused() {
    folder.folder("folder")
    _ = unsafe mkfifo(folder("pipe"), 0o600)
    _ = unsafe mknod(folder("socket"), S_IFSOCK | 0o600, 0)
    #expect(refusal(of: folder("folder")) == EISDIR)
    #expect(refusal(of: folder("pipe")) == FileError.notRegular)
    #expect(refusal(of: folder("socket")) == FileError.notRegular)
    #expect(refusal(of: "/dev/zero") == FileError.notRegular)
    #expect(refusal(of: folder("none")) == ENOENT)
  }

  @Test func aFileOverTheLimitIsRefusedAndOneAtTheLimitRead() throws {
    folder.file("a", "12345")
    #expect(refusal(of: folder("a"), limit: 4) == EFBIG)
    #expect(try store.read(folder("a"), limit: 5).count == 5)
  }

  @Test func aFileThatSaysNothingOfItsSizeIsReadToTheEndOrTheLimit() throws {
    let bytes = try store.read("/proc/self/status")
    #expect(bytes.count > 100)
    #expect(refusal(of: "/proc/self/status", limit: 100) == EFBIG)
  }

  @Test func shortAndInterruptedReadsAreContinued() throws {
    let text = String(repeating: "words ", count: 10_000)
    folder.file("a", text)
    let files = FaultyFiles { call, operation in
      guard operation == .read else { return nil }
      return call % 3 == 0 ? .fails(EINTR) : .halves
    }
    #expect(try FileStore(files: files).read(folder("a")) == Array(text.utf8))
    #expect(files.calls.count > 10)
  }

  @Test func aFailingCallIsReportedAndTheFileClosed() throws {
    folder.file("a", "words")
    for number in 0..<3 {
      let files = FaultyFiles(failing: number, with: EIO)
      #expect(
        code { () throws(FileError) in _ = try FileStore(files: files).read(folder("a")) } == EIO)
      #expect(folder.openFiles == 0)
    }
  }

  @Test func namesAreListedInTheOrderOfTheirBytes() throws {
    for name in ["f", "b", "a", "é", "Z", ".hidden", "e\u{301}"] { folder.file(name, "") }
    let expected = [".hidden", "Z", "a", "b", "e\u{301}", "f", "é"]
    #expect(try store.list(folder.path).map { Array($0.utf8) } == expected.map { Array($0.utf8) })
  }

  @Test func aPathIsAskedWhatItIs() throws {
    folder.file("file", "")
    folder.folder("folder")
    folder.link("link", to: "folder")
    folder.link("dangling", to: "nowhere")
    #expect(try store.kind(folder("file")) == .file)
    #expect(try store.kind(folder("link")) == .folder)
    #expect(try store.kind("/dev/null") == .other)
    #expect(try store.kind(folder("dangling")) == nil)
    #expect(try store.kind(folder("file/below")) == nil)
    #expect(store.exists(folder("file")) && !store.exists(folder("dangling")))
  }

  @Test func foldersAreMadeWithThoseAbove() throws {
    try store.makeFolder(folder("a/b/c"))
    try store.makeFolder(folder("a/b/c"))
    #expect(try store.kind(folder("a/b/c")) == .folder)
    folder.file("file", "")
    #expect(code { () throws(FileError) in try store.makeFolder(folder("file")) } == EEXIST)
  }

  @Test func everySentenceReadsAsOne() {
    let error = FileError(operation: "write to", path: "notes.md", code: EDQUOT)
    #expect(error.sentence == "cannot write to \"notes.md\": disk quota exceeded")
    #expect(FileError(operation: "open", path: "x", code: 4095).reason == "system error 4095")
  }
}
