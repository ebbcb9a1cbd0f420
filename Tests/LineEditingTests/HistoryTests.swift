import Glibc
import TerminalKit
import Testing

@testable import LineEditing

@Suite struct HistoryTests {
  @Test func linesAreKeptInTheOrderOfTheirLastUse() {
    var history = History()
    for line in ["one", "two", "one", "three", "three"] { history.add(line) }
    #expect(history.lines == ["two", "one", "three"])
  }

  @Test(arguments: ["", " secret", "\u{a0}secret", "a\u{1b}[31m", "a\tb", "a\u{202e}b", "a\u{9b}b"])
  func someLinesAreNeverKept(_ line: String) {
    let folder = TemporaryFolder()
    var history = History(path: folder.file("history"))
    let isKept = history.add(line)
    #expect(!isKept)
    history.add("kept")
    #expect(folder.text(of: "history") == "kept\n")
  }

  @Test func theFileBelongsToItsOwnerAlone() {
    let folder = TemporaryFolder()
    var history = History(path: folder.file("history"))
    history.add("новая строка")
    #expect(folder.mode(of: "history") == 0o600)
    folder.write("old\n", to: "other")
    var other = History(path: folder.file("other"))
    other.add("new")
    #expect(folder.mode(of: "other") == 0o600)
    #expect(folder.text(of: "other") == "old\nnew\n")
  }

  @Test func severalShellsShareAFile() {
    let folder = TemporaryFolder()
    var first = History(path: folder.file("history"))
    var second = History(path: folder.file("history"))
    first.add("of the first")
    second.add("of the second")
    first.add("again of the first")
    #expect(
      History(path: folder.file("history")).lines == [
        "of the first", "of the second", "again of the first",
      ])
  }

  @Test func whatAnotherShellAddsIsTakenIn() {
    let folder = TemporaryFolder()
    var first = History(path: folder.file("history"))
    var second = History(path: folder.file("history"))
    first.add("of the first")
    first.add("common")
    second.add("of the second")
    second.refresh()
    #expect(second.lines == ["of the first", "common", "of the second"])
    second.add("common")
    first.refresh()
    #expect(first.lines == ["of the first", "of the second", "common"])
    folder.write("all new\n", to: "history")
    first.refresh()
    #expect(first.lines == ["all new"])
  }

  @Test func theNewestLineThatGoesOnIsFound() {
    var history = History()
    for line in ["load a", "load b", "load"] { history.add(line) }
    #expect(history.newest(beginningWith: "load") == "load b")
    #expect(history.newest(beginningWith: "load a") == nil)
  }

  @Test func whatIsBrokenInAFileIsPassedOver() {
    let folder = TemporaryFolder()
    folder.write("one\n\u{1b}[31mbad\n\n  blank\none\ntwo\ntorn", to: "history")
    var history = History(path: folder.file("history"))
    #expect(history.lines == ["one", "two", "torn"])
    history.add("next")
    #expect(folder.text(of: "history").hasSuffix("torn\nnext\n"))
    #expect(history.failure == nil)
  }

  @Test func onlyTheLastLinesAreLoaded() {
    let folder = TemporaryFolder()
    folder.write((1...12_000).map { "line \($0)\n" }.joined(), to: "history")
    let history = History(path: folder.file("history"))
    #expect(history.lines.count == History.limit)
    #expect(history.lines.first == "line 7001")
    #expect(history.lines.last == "line 12000")
  }

  @Test func aFileThatCannotBeUsedIsReported() {
    let folder = TemporaryFolder()
    var history = History(path: folder.path)
    #expect(history.failure == EINVAL)
    let isKept = history.add("kept in memory")
    #expect(isKept)
    #expect(history.lines == ["kept in memory"])
    #expect(history.failure == EISDIR)
    #expect(unsafe mkfifo(folder.file("fifo"), 0o600) == 0)
    #expect(History(path: folder.file("fifo")).failure == EINVAL)
  }

  @Test func aFullDiskIsReported() {
    var history = History(path: "/dev/full")
    history.add("a line")
    #expect(history.failure != nil)
  }

  @Test func searchingIgnoresCaseInAnyScript() {
    var history = History()
    for line in ["load Straße", "party МОСКВА", "party ΟΔΟΣ", "load two"] { history.add(line) }
    #expect(history.newest(containing: "LOAD", before: 4) == 3)
    #expect(history.newest(containing: "load", before: 3) == 0)
    #expect(history.newest(containing: "STRASSE", before: 4) == 0)
    #expect(history.newest(containing: "москва", before: 4) == 1)
    #expect(history.newest(containing: "οδος", before: 4) == 2)
    #expect(history.newest(containing: "absent", before: 4) == nil)
    #expect(history.oldest(containing: "load", after: 0) == 3)
    #expect(history.oldest(containing: "load", after: 3) == nil)
  }
}
