import Glibc
import Storage
import Testing

/// Temporary files of processes that were killed while they wrote.
@Suite struct LeftoverTests {
  /// A number that no process has: larger than the system gives any.
  private static let dead = 99_999_999

  /// A folder with files of that name, an hour old unless they are `young`.
  private func folder(_ names: [String], young: [String] = []) -> TemporaryFolder {
    let folder = TemporaryFolder()
    for name in names + young { folder.file(name, "half") }
    for name in names {
      let old = timeval(tv_sec: time(nil) - 3_600, tv_usec: 0)
      _ = unsafe utimes(folder(name), [old, old])
    }
    return folder
  }

  @Test func whatADeadProcessLeftOfTheFileGoes() {
    let left = [".a.md.\(Self.dead).tmp", ".a.md.\(Self.dead).3.tmp"]
    let others = [
      "a.md", ".a.md.\(getpid()).tmp", ".b.md.\(Self.dead).tmp", ".a.md.tmp", ".a.md.x.tmp",
      ".a.md.-1.tmp", ".a.md.0.tmp", ".a.md.\(Self.dead).x.tmp", ".a.md.\(Self.dead).1.2.tmp",
      "a.md.\(Self.dead).tmp", ".a.md.\(Self.dead).tmp.md", ".a.md.99999999999999999999.tmp",
    ]
    let young = [".a.md.\(Self.dead).9.tmp"]
    let folder = folder(left + others, young: young)
    FileStore().removeLeftovers(of: folder("a.md"))
    #expect(folder.names == (others + young).sorted())
  }

  @Test func aLinkIsFollowedToTheFileAndNoFolderGoes() {
    let folder = folder([])
    folder.folder("notes")
    folder.file("notes/a.md", "words")
    folder.folder("notes/.a.md.\(Self.dead).tmp")
    folder.link("link.md", to: "notes/a.md")
    FileStore().removeLeftovers(of: folder("link.md"))
    FileStore().removeLeftovers(of: folder("nowhere/a.md"))
    #expect((try? FileStore().list(folder("notes"))) == [".a.md.\(Self.dead).tmp", "a.md"])
  }

  @Test func ofAFolderWhatTheCallerKnowsGoes() {
    let folder = folder([".x.txt.\(Self.dead).tmp", ".y.txt.\(Self.dead).1.tmp", "x.txt"])
    FileStore().removeLeftovers(in: folder.path) { $0 == "y.txt" }
    #expect(folder.names == [".x.txt.\(Self.dead).tmp", "x.txt"])
  }
}
