import Glibc
import Storage
import Testing

@Suite struct AppendLogTests {
  let folder = TemporaryFolder()
  var path: String { folder("journal") }

  private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  @Test func aNewLogIsForItsOwnerOnly() throws {
    _ = try AppendLog(path: path)
    #expect(try FileStore().status(path)?.mode == 0o600)
  }

  @Test func withoutCreateItMustExist() {
    #expect(code { () throws(FileError) in _ = try AppendLog(path: path, create: false) } == ENOENT)
    #expect(folder.names.isEmpty)
  }

  @Test(.timeLimit(.minutes(1))) func pipesAndFoldersAreRefused() {
    _ = unsafe mkfifo(path, 0o600)
    #expect(
      code { () throws(FileError) in _ = try AppendLog(path: path) } == FileError.notRegular)
    #expect(code { () throws(FileError) in _ = try AppendLog(path: folder.path) } == EISDIR)
  }

  @Test func whatWasAddedIsReadBack() throws {
    folder.file("journal", "one\n")
    let log = try AppendLog(path: path)
    #expect(try log.lock())
    try log.append(bytes("two\n"))
    try log.sync()
    #expect(try log.readAll() == bytes("one\ntwo\n"))
    #expect(try log.readTail(3) == bytes("wo\n"))
    #expect(try log.readTail(100).count == 8)
    #expect(try log.size() == 8)
    #expect(folder.text("journal") == "one\ntwo\n")
  }

  @Test func theLockExcludesASecondOpening() throws {
    let first = try AppendLog(path: path)
    #expect(try first.lock())
    #expect(try first.lock())
    let second = try AppendLog(path: path)
    #expect(try !second.lock())
    first.close()
    #expect(try second.lock())
  }

  @Test func aLockOfAFileThatWasReplacedIsNotTaken() throws {
    folder.file("journal", "old\n")
    let log = try AppendLog(path: path)
    try FileStore().writeAtomically(bytes("new\n"), to: path)
    let other = try AppendLog(path: path)
    #expect(try other.lock())
    #expect(try !log.lock())
    other.close()
    #expect(try log.lock())
    #expect(try log.readAll() == bytes("new\n"))
  }

  @Test func aTornTailIsCutOff() throws {
    folder.file("journal", "one\ntw")
    let log = try AppendLog(path: path)
    try log.truncateTornTail(at: 100)
    #expect(folder.text("journal") == "one\ntw")
    try log.truncateTornTail(at: 4)
    try log.append(bytes("two\n"))
    #expect(folder.text("journal") == "one\ntwo\n")
  }

  @Test func shortAndInterruptedWritesAreContinued() throws {
    let files = FaultyFiles { call, operation in
      guard operation == .write else { return nil }
      return call % 2 == 0 ? .fails(EINTR) : .halves
    }
    let log = try AppendLog(path: path, files: files)
    try log.append(bytes("a record of some length\n"))
    #expect(folder.text("journal") == "a record of some length\n")
    #expect(files.calls.count { $0 == .write } > 2)
  }

  @Test func aRecordThatDoesNotFitLeavesNoPartOfItself() throws {
    let full = Switch()
    let files = FaultyFiles { _, operation in
      operation == .write && full.isOn ? .tears(ENOSPC) : nil
    }
    let log = try AppendLog(path: path, files: files)
    try log.append(bytes("one\n"))
    full.isOn = true
    #expect(code { () throws(FileError) in try log.append(bytes("two two two\n")) } == ENOSPC)
    #expect(folder.text("journal") == "one\n")
    full.isOn = false
    try log.append(bytes("two\n"))
    #expect(folder.text("journal") == "one\ntwo\n")
  }

  @Test func aRecordThatDoesNotReachTheDiskIsTakenOutAndCanBeAddedAgain() throws {
    folder.file("journal", "one\n")
    let broken = Switch()
    let files = FaultyFiles { _, operation in
      operation == .sync && broken.isOn ? .fails(EIO) : nil
    }
    let log = try AppendLog(path: path, files: files)
    #expect(try log.lock())
    broken.isOn = true
    try log.append(bytes("two\n"))
    #expect(code { () throws(FileError) in try log.sync() } == EIO)
    #expect(folder.text("journal") == "one\n")
    broken.isOn = false
    try log.append(bytes("two\n"))
    try log.sync()
    #expect(folder.text("journal") == "one\ntwo\n")
  }

  @Test func aFileThatCannotBeLookedAtBeforeItIsSyncedIsTakenBackToo() throws {
    let broken = Switch()
    let files = FaultyFiles { _, operation in
      operation == .status && broken.isOn ? .fails(EIO) : nil
    }
    let log = try AppendLog(path: path, files: files)
    #expect(try log.lock())
    try log.append(bytes("one\n"))
    try log.sync()
    try log.append(bytes("two\n"))
    broken.isOn = true
    #expect(code { () throws(FileError) in try log.sync() } == EIO)
    #expect(folder.text("journal") == "one\n")
  }

  @Test func nothingIsAddedAfterATailThatCouldNotBeCut() throws {
    let broken = Switch()
    let files = FaultyFiles { _, operation in
      if !broken.isOn { return nil }
      return operation == .write ? .tears(EIO) : operation == .truncate ? .fails(EIO) : nil
    }
    let log = try AppendLog(path: path, files: files)
    try log.append(bytes("one\n"))
    broken.isOn = true
    #expect(code { () throws(FileError) in try log.append(bytes("two two\n")) } == EIO)
    #expect(code { () throws(FileError) in try log.append(bytes("three\n")) } == EIO)
    #expect(code { () throws(FileError) in try log.sync() } == EIO)
    #expect(folder.text("journal") == "one\ntwo ")
    broken.isOn = false
    try log.append(bytes("three\n"))
    #expect(folder.text("journal") == "one\nthree\n")
  }

  @Test func openingFailsAtAnyCallWithoutALeak() {
    // Making the file; opening its folder, bringing it to the disk; (closing it;) looking at the file.
    for number in [0, 1, 2, 4] {
      let files = FaultyFiles(failing: number, with: EIO)
      #expect(code { () throws(FileError) in _ = try AppendLog(path: path, files: files) } == EIO)
      #expect(folder.openFiles == 0)
    }
  }

  @Test func aClosedLogSaysSo() throws {
    let log = try AppendLog(path: path)
    log.close()
    #expect(folder.openFiles == 0)
    #expect(code { () throws(FileError) in try log.append([1]) } == EBADF)
  }
}

/// Something a test turns on and off while a script looks at it.
private final class Switch: @unchecked Sendable {
  var isOn = false
}
