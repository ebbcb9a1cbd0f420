import Glibc
import Storage
import Testing

@Suite struct AtomicWriteTests {
  let folder = TemporaryFolder()
  let store = FileStore()

  @Test func aNewFileHasTheModeThatTheUmaskLeaves() throws {
    let status = try store.writeAtomically(Array("new".utf8), to: folder("a"))
    let mask = umask(0)
    umask(mask)
    #expect(folder.text("a") == "new")
    #expect(status.mode == 0o666 & ~mask)
    #expect(folder.names == ["a"])
  }

  @Test func theAnswerIsTheStatusOfTheFileAsItIs() throws {
    let status = try store.writeAtomically(Array("new".utf8), to: folder("a"))
    #expect(try store.status(folder("a")) == status)
    folder.file("a", "other")
    #expect(try store.status(folder("a"))?.stamp != status.stamp)
  }

  @Test func piecesOfAnySizeAreWrittenInOrder() throws {
    let text = (0..<100_000).map { "line \($0)\n" }.joined()
    let bytes = Array(text.utf8)
    let cuts = [0, 3, 3, 10, 5_000, 700_000, 700_001, bytes.count]
    let pieces = zip(cuts, cuts.dropFirst()).map { bytes[$0..<$1] }
    try store.writeAtomically(pieces, to: folder("a"))
    #expect(folder.text("a") == text)
  }

  @Test(arguments: [0o600, 0o640, 0o755] as [mode_t]) func theModeIsKept(_ mode: mode_t) throws {
    folder.file("a", "old", mode: mode)
    try store.writeAtomically(Array("new".utf8), to: folder("a"))
    #expect(try store.status(folder("a"))?.mode == UInt32(mode))
    #expect(folder.text("a") == "new")
  }

  @Test(.enabled(if: geteuid() == 0)) func ownerAndGroupAreKept() throws {
    folder.file("a", "old", mode: 0o640)
    _ = unsafe chown(folder("a"), 1234, 2345)
    try store.writeAtomically(Array("new".utf8), to: folder("a"))
    let status = try #require(try store.status(folder("a")))
    #expect(status.owner == 1234 && status.group == 2345 && status.mode == 0o640)
  }

  @Test(.enabled(if: geteuid() == 0)) func aGroupThatCannotBeKeptGivesNobodyNewAccess() throws {
    folder.file("a", "old", mode: 0o660)
    _ = unsafe chown(folder("a"), 1234, 2345)
    let files = FaultyFiles { _, operation in operation == .changeOwner ? .fails(EPERM) : nil }
    try FileStore(files: files).writeAtomically(Array("new".utf8), to: folder("a"))
    #expect(try store.status(folder("a"))?.mode == 0o600)
    #expect(folder.text("a") == "new")
  }

  @Test func aSymbolicLinkIsKeptAndItsTargetReplaced() throws {
    folder.folder("deep")
    folder.file("deep/target", "old")
    folder.link("second", to: "deep/target")
    folder.link("first", to: folder("second"))
    try store.writeAtomically(Array("new".utf8), to: folder("first"))
    #expect(folder.text("deep/target") == "new")
    #expect(try store.files.readLink(folder("second")) == "deep/target")
    #expect(try store.files.readLink(folder("first")) == folder("second"))
  }

  @Test func aLinkToAFileThatIsMissingMakesIt() throws {
    folder.link("link", to: "target")
    try store.writeAtomically(Array("new".utf8), to: folder("link"))
    #expect(folder.text("target") == "new")
    #expect(try store.files.readLink(folder("link")) == "target")
  }

  @Test func linksInACircleAreRefused() {
    folder.link("a", to: "b")
    folder.link("b", to: "a")
    #expect(
      code { () throws(FileError) in try store.writeAtomically([1], to: folder("a")) } == ELOOP)
  }

  @Test func foldersAndPipesAreNotReplaced() {
    folder.folder("folder")
    _ = unsafe mkfifo(folder("pipe"), 0o600)
    #expect(
      code { () throws(FileError) in try store.writeAtomically([1], to: folder("folder")) }
        == EISDIR)
    let refusal = code { () throws(FileError) in try store.writeAtomically([1], to: folder("pipe"))
    }
    #expect(refusal == FileError.notRegular)
    #expect(folder.names == ["folder", "pipe"])
  }

  @Test func aFileThatMayNotBeWrittenToIsNotReplaced() {
    folder.file("a", "old")
    let files = FaultyFiles { _, operation in operation == .access ? .fails(EACCES) : nil }
    let store = FileStore(files: files)
    #expect(
      code { () throws(FileError) in try store.writeAtomically([1], to: folder("a")) } == EACCES)
    #expect(folder.text("a") == "old")
  }

  @Test func missingFoldersAreMadeOnlyWhenAsked() throws {
    let path = folder("a/b/c")
    #expect(code { () throws(FileError) in try store.writeAtomically([1], to: path) } == ENOENT)
    #expect(folder.names.isEmpty)
    try store.writeAtomically(Array("new".utf8), to: path, makingFolders: true)
    #expect(folder.text("a/b/c") == "new")
  }

  @Test func aTemporaryFileLeftBehindIsSteppedOver() throws {
    folder.file(".a.\(getpid()).tmp", "left behind")
    try store.writeAtomically(Array("new".utf8), to: folder("a"))
    #expect(folder.text("a") == "new")
    #expect(folder.text(".a.\(getpid()).tmp") == "left behind")
    #expect(folder.names.count == 2)
  }

  @Test func theLongestNamesCanBeWritten() throws {
    let name = String(repeating: "ä", count: 127)
    try store.writeAtomically(Array("new".utf8), to: folder(name))
    #expect(folder.text(name) == "new")
  }

  @Test func theErrorNamesTheFileThatWasAskedFor() {
    let files = FaultyFiles { _, operation in operation == .sync ? .fails(ENOSPC) : nil }
    let expected = FileError(operation: "write to the disk", path: folder("a"), code: ENOSPC)
    #expect(throws: expected) {
      try FileStore(files: files).writeAtomically([1], to: folder("a"))
    }
    #expect(expected.reason == "no space left on device")
  }

  @Test func aPathWithAZeroByteIsRefused() {
    folder.file("a", "old")
    #expect(code { () throws(FileError) in _ = try store.read(folder("a\0b")) } == EINVAL)
  }
}
