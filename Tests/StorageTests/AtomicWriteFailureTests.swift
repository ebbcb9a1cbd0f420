import Glibc
import Storage
import Testing

/// Each system call of a write made to fail in turn.
@Suite struct AtomicWriteFailureTests {
  /// What a failing write left behind.
  private struct Outcome {
    var error: FileError?
    var text: String?
    var names: [String]
    var openFiles: Int
    var calls: [FileOperation]
  }

  private let new = String(repeating: "new words\n", count: 50)

  private func write(_ script: @escaping FaultyFiles.Script) -> Outcome {
    let folder = TemporaryFolder()
    folder.folder("notes")
    folder.file("notes/target", "old words", mode: 0o640)
    folder.link("link", to: "notes/target")
    _ = unsafe chown(folder("notes/target"), 1234, 2345)
    let files = FaultyFiles(script: script)
    var thrown: FileError?
    do throws(FileError) {
      let pieces = [Array(new.utf8)[..<100], Array(new.utf8)[100...]]
      try FileStore(files: files).writeAtomically(pieces, to: folder("link"))
    } catch {
      thrown = error
    }
    let names = (try? FileStore().list(folder("notes"))) ?? []
    return Outcome(
      error: thrown, text: folder.text("notes/target"), names: names,
      openFiles: folder.openFiles, calls: files.calls)
  }

  private var calls: [FileOperation] { write { _, _ in nil }.calls }

  @Test(arguments: [EIO, ENOSPC, EDQUOT, EROFS, EACCES])
  func anyCallThatFailsLeavesTheOldBytesAndNothingElse(_ code: Int32) throws {
    let calls = calls
    let rename = try #require(calls.firstIndex(of: .rename))
    for number in calls.indices {
      let outcome = write { call, _ in call == number ? .fails(code) : nil }
      let said: Comment = "call \(number), \(calls[number])"
      if number <= rename {
        let isOptional = calls[number] == .changeOwner
        #expect(outcome.error == nil ? isOptional : outcome.error?.code == code, said)
        #expect(outcome.text == (outcome.error == nil ? new : "old words"), said)
      } else {
        #expect(outcome.text == new, said)
        #expect((outcome.error != nil) == (calls[number] == .sync), said)
      }
      #expect(outcome.names == ["target"], said)
      #expect(outcome.openFiles == 0, said)
    }
  }

  @Test func aWriteThatIsCutOffAtAnyCallLeavesOldOrNewWhole() {
    for number in calls.indices {
      let outcome = write { call, _ in call >= number ? .tears(EIO) : nil }
      #expect(outcome.error != nil || outcome.text == new)
      #expect(outcome.text == "old words" || outcome.text == new)
    }
  }

  @Test func bytesAreOnTheDiskBeforeTheNameAndTheNameBeforeTheAnswer() throws {
    let steps = calls.filter { [.write, .sync, .rename].contains($0) }
    #expect(steps == [.write, .sync, .rename, .sync])
  }

  @Test func shortWritesAreContinued() {
    let outcome = write { _, operation in operation == .write ? .halves : nil }
    #expect(outcome.error == nil)
    #expect(outcome.text == new)
    #expect(outcome.calls.count { $0 == .write } > 5)
  }

  @Test func everyCallMayBeInterruptedOnce() {
    let interrupted: Set<FileOperation> = [.open, .write, .sync]
    for number in calls.indices where interrupted.contains(calls[number]) {
      let outcome = write { call, _ in call == number ? .fails(EINTR) : nil }
      #expect(outcome.error == nil)
      #expect(outcome.text == new)
      #expect(outcome.names == ["target"])
    }
  }

  @Test func aSecondAttemptWorks() throws {
    let folder = TemporaryFolder()
    let files = FaultyFiles { call, _ in call < 8 ? .fails(ENOSPC) : nil }
    let store = FileStore(files: files)
    var attempts = 0
    while code({ () throws(FileError) in try store.writeAtomically([65], to: folder("a")) }) != 0 {
      attempts += 1
      #expect(folder.names.isEmpty)
    }
    #expect(attempts > 0)
    #expect(folder.text("a") == "A")
  }
}
