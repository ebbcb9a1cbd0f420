import Glibc
import Testing

/// The notebook on disk: the journal, the lock, edits from outside, folders that cannot be written.
@Suite struct StoringTests {
  func withNotebook(_ body: (Program) throws -> Void) throws {
    let program = try Program()
    defer { program.remove() }
    try program.makeNotebook()
    try body(program)
  }

  @Test func undoReachesIntoEarlierSessions() throws {
    try withNotebook { program in
      let before = program.read("talks.md")
      _ = program.run("talks.md -c 'tag 15a #new'")
      #expect(program.read("talks.md").contains("#new"))
      #expect(program.run("talks.md -c undo").out.contains("undone: tag 15a #new"))
      #expect(program.read("talks.md") == before)
      #expect(program.run("talks.md -c redo").out.contains("done again: tag 15a #new"))
      #expect(program.read("talks.md").contains("#new"))
    }
  }

  @Test func anAbsentPositionThatWasSuggestedReplays() throws {
    try withNotebook { program in
      try program.write("b.txt", "Talks\n\nAlba has yet to commit troops to the bridge.\n")
      let typed = "-c 'load b.txt as b' -c 'suggest b' -c 'accept 1' -c save"
      #expect(program.run("talks.md \(typed)").out.contains("takes no position"))
      let saved = program.read("talks.md")
      #expect(saved.contains(" uncommitted\n"))
      #expect(program.run("replay --check talks.md").exit == 0)
      #expect(program.run("talks.md -c list -c 'show %1' -c save").exit == 0)
      #expect(program.read("talks.md") == saved)
    }
  }

  @Test func everythingCanBeUndone() throws {
    try withNotebook { program in
      _ = program.run("talks.md -c 'undo 100'")
      #expect(!program.read("talks.md").contains("    > "))
    }
  }

  @Test func anEditFromOutsideIsUndoneLikeAnyOther() throws {
    try withNotebook { program in
      let before = program.read("talks.md")
      try program.replace("on truce -1", with: "on truce -2", in: "talks.md")
      #expect(program.run("talks.md -c list").out.contains("-2"))
      let undone = program.run("talks.md -c 'tag 15a #x' -c undo -c undo")
      #expect(undone.out.contains("undone: edited outside"), "\(undone.out)\(undone.errors)")
      #expect(program.read("talks.md") == before)
    }
  }

  @Test func changesThatWereAnsweredButNotSavedAreRecovered() throws {
    try withNotebook { program in
      let saved = program.read("talks.md")
      _ = program.run("talks.md -c 'tag 15a #recovered'")
      let after = program.read("talks.md")
      // As after a crash between the answer and the save: the old file, and a journal that has the
      // change but not the save that followed it.
      try program.write("talks.md", saved)
      let journal = program.read(".talks.md.journal")
      let mark = journal.ranges(of: "@ 0 saved").last?.lowerBound ?? journal.endIndex
      try program.write(".talks.md.journal", String(journal[..<mark]))
      let result = program.run("talks.md -c status")
      #expect(program.run("talks.md -c 'list annotations #recovered'").out.contains("#recovered"))
      #expect(program.read("talks.md") == after, "\(result.out)")
      #expect(program.run("talks.md -c undo").exit == 0)
      #expect(program.read("talks.md") == saved)
    }
  }

  @Test func aTornJournalLosesOnlyWhatWasTorn() throws {
    try withNotebook { program in
      let saved = program.read("talks.md")
      _ = program.run("talks.md -c 'tag 15a #torn'")
      try program.write("talks.md", saved)
      let journal = program.read(".talks.md.journal")
      let mark = journal.ranges(of: "@ 0 saved").last?.lowerBound ?? journal.endIndex
      try program.write(".talks.md.journal", String(journal[..<mark].dropLast(40)))
      #expect(program.run("talks.md -c list").exit == 0)
      #expect(program.read("talks.md") == saved)
      #expect(program.run("talks.md -c 'tag 15a #again'").exit == 0)
      #expect(program.run("replay --check talks.md").exit == 0)
    }
  }

  @Test func aSecondSessionIsToldThatTheNotebookIsLocked() throws {
    try withNotebook { program in
      let result = program.line(
        """
        { flock -x 9; '\(Program.path)' talks.md -c 'tag 15a #x'; } 9<.talks.md.journal
        """)
      #expect(result.exit == 6)
      #expect(result.errors.contains("[locked]"))
      #expect(!program.read("talks.md").contains("#x"))
    }
  }

  @Test func questionsTakeNoLockAndWriteNothing() throws {
    try withNotebook { program in
      let result = program.line(
        """
        chmod -R a-w . 2>/dev/null; { flock -x 9; '\(Program.path)' talks.md -c list -c compare; } \
        9<.talks.md.journal >/dev/shm/verbatim-$$ 2>&1; code=$?; chmod -R u+w .; \
        cat /dev/shm/verbatim-$$; rm /dev/shm/verbatim-$$; exit $code
        """)
      #expect(result.exit == 0)
    }
  }

  @Test func modeAndLinkSurviveASave() throws {
    try withNotebook { program in
      _ = program.line(
        "mkdir real && mv talks.md real/ && ln -s real/talks.md talks.md && chmod 640 real/talks.md"
      )
      _ = program.run("talks.md -c 'tag 15a #x'")
      #expect(
        program.line("stat -c %a real/talks.md; test -L talks.md && echo link").out == "640\nlink\n"
      )
      #expect(program.read("real/talks.md").contains("#x"))
    }
  }

  @Test(.enabled(if: geteuid() != 0, "root may write everywhere"))
  func aFolderThatCannotBeWrittenIsExitSix() throws {
    try withNotebook { program in
      _ = program.line("chmod a-w .")
      let result = program.run("talks.md -c 'tag 15a #x'")
      #expect(result.exit == 6)
    }
  }

  @Test func whoOnlyAsksWritesNothing() throws {
    try withNotebook { program in
      _ = program.run("talks.md -c 'keep compare on truce'")
      try program.replace("on truce -1", with: "on truce -2", in: "talks.md")
      let edited = program.read("talks.md")
      #expect(program.run("talks.md -c list").exit == 0)
      #expect(program.read("talks.md") == edited)
      #expect(program.run("talks.md -c save").out.contains("compare on truce"))
      #expect(program.read("talks.md") != edited)
    }
  }

  /// Runs a line on the notebook; while the session is open a shell command changes the file.
  private func meanwhile(_ program: Program, _ line: String, _ change: String) -> Program.Result {
    program.line(
      "{ echo '\(line)'; sleep 1; \(change); sleep 1; } | '\(Program.path)' talks.md")
  }

  @Test func whatAnotherProgramChangedMeanwhileIsTakenOver() throws {
    try withNotebook { program in
      let note = "sed -i 's/^## Facts/    > party Newland kind state\\n\\n## Facts/' talks.md"
      let result = meanwhile(program, "tag 15a #ours", "\(note); echo 'Theirs.' >> talks.md")
      #expect(result.exit == 0, "\(result.errors)")
      #expect(result.out.contains("2 changes by another program taken over"), "\(result.out)")
      let merged = program.read("talks.md")
      #expect(merged.hasSuffix("Theirs.\n") && merged.contains("#ours"))
      #expect(merged.contains("    > party Newland kind state\n"))
      #expect(program.run("replay --check talks.md").exit == 0)
      let undone = program.run("talks.md -c undo -c 'show Newland'")
      #expect(undone.exit == 5 && !program.read("talks.md").contains("Newland"))
      #expect(program.read("talks.md").contains("#ours"))
    }
  }

  @Test func aRecordThatBothChangedIsNeverWrittenOver() throws {
    try withNotebook { program in
      let change = "sed -i '/> annotate wire:15/s/$/ #theirs/' talks.md"
      let result = meanwhile(program, "tag 15a #ours", change)
      #expect(result.exit == 6)
      #expect(result.errors.contains("[changed-outside]"))
      #expect(result.errors.contains("on both sides: a"), "\(result.errors)")
      #expect(program.read("talks.md").contains("#theirs"))
      #expect(!program.read("talks.md").contains("#ours"))
      #expect(program.read("talks.mine.md").contains("#ours"))
    }
  }

  @Test func whatTheSystemRefusesIsSaidAndExitSix() throws {
    try withNotebook { program in
      let folder = program.run("examples -c list")
      #expect(folder.exit == 6 && folder.errors.contains("[file-failed]"), "\(folder.errors)")
      let script = program.run("run nowhere.verbatim")
      #expect(script.exit == 6 && script.errors.contains("[cannot-read]"), "\(script.errors)")
      _ = program.line("rm -r sources && touch sources")
      let before = program.read("talks.md")
      let kept = program.run("talks.md -c 'load examples/articles/vessin.txt'")
      #expect(kept.exit == 6 && kept.errors.contains("[cannot-keep]"), "\(kept.errors)")
      #expect(program.read("talks.md") == before)
    }
  }

  @Test func aFullDiskLosesNothing() throws {
    try withNotebook { program in
      // No file may grow beyond 512 bytes, as if the disk were full. Without a folder for such files
      // ThreadSanitizer makes none of its own, which it would then read beyond its end.
      func full(_ arguments: String) -> Program.Result {
        program.line(
          "trap '' XFSZ; ulimit -f 1; TMPDIR=/dev/null '\(Program.path)' \(arguments)")
      }
      let before = (program.read("talks.md"), program.read(".talks.md.journal"))
      let change = full("talks.md -c 'tag 15a #x'")
      #expect(change.exit == 6 && change.errors.contains("[file-failed]"), "\(change.errors)")
      // What is not in the journal is not answered.
      #expect(!change.out.contains("#x"))
      let strip = full("strip talks.md")
      #expect(strip.exit == 6 && strip.errors.contains("[cannot-write]"), "\(strip.errors)")
      #expect(program.read("talks.md") == before.0)
      #expect(program.read(".talks.md.journal") == before.1)
      #expect(program.run("talks.md -c 'tag 15a #x'").exit == 0)
    }
  }

  @Test func theSameBytesUnderAnyLocaleZoneAndWidth() throws {
    try withNotebook { program in
      let plain = program.run("talks.md -c compare -c list -c 'show 15a'")
      for environment in [
        "LC_ALL=C TZ=UTC COLUMNS=40", "LC_ALL=tr_TR.UTF-8 TZ=Asia/Tokyo COLUMNS=200",
        "LC_ALL=ar_EG.UTF-8 TZ=America/Lima",
      ] {
        let other = program.run(
          "talks.md -c compare -c list -c 'show 15a'", environment: environment)
        #expect(other.out == plain.out, "\(environment)")
      }
    }
  }

  @Test func aTextThatNothingNamesGoesWithTheLastJournal() throws {
    try withNotebook { program in
      func kept() -> Int { program.line("ls sources/*.txt").out.split(separator: "\n").count }
      _ = program.run("talks.md -c 'load examples/articles/vessin.txt as vessin'")
      _ = program.run("talks.md -c 'drop article vessin all'")
      _ = program.line("cp talks.md other.md")
      #expect(kept() == 2, "undo needs it")
      #expect(program.run("talks.md -c undo -c redo").exit == 0)
      #expect(program.run("strip talks.md").out == "" && kept() == 2)
      let loaded = program.run("other.md -c 'load examples/articles/opinion.txt as opinion'")
      #expect(loaded.exit == 0 && kept() == 3)
      #expect(
        program.run("strip talks.md --journal").out == "1 kept text removed that nothing names\n")
      #expect(kept() == 2)
      #expect(program.run("replay --check other.md").exit == 0)
      #expect(program.run("strip talks.md --journal").out == "" && kept() == 2)
    }
  }

  @Test func aJournalOfALaterVersionIsLeftAlone() throws {
    try withNotebook { program in
      let notebook = program.read("talks.md")
      try program.write(".talks.md.journal", "verbatim journal 7\nwhatever\n")
      #expect(program.run("talks.md -c list").exit == 0)
      let result = program.run("talks.md -c 'tag 15a #x'")
      #expect(result.errors.contains("[later-journal]"), "\(result.errors)")
      #expect(program.read("talks.md") == notebook)
      #expect(program.read(".talks.md.journal") == "verbatim journal 7\nwhatever\n")
    }
  }

  @Test(arguments: ["s/^verbatim journal/verbitam journal/", "0,/kind state/s//kind stats/"])
  func aDamagedJournalIsCopiedBeforeAnythingIsAdded(_ damage: String) throws {
    try withNotebook { program in
      let notebook = program.read("talks.md")
      _ = program.line("sed -i '\(damage)' .talks.md.journal")
      let damaged = program.read(".talks.md.journal")
      let result = program.run("talks.md -c 'tag 15a #x'")
      #expect(result.exit == 0, "\(result.errors)")
      #expect(result.errors.contains("note: the journal is damaged"), "\(result.errors)")
      #expect(program.read(".talks.md.journal.damaged") == damaged)
      let next = program.run("talks.md -c undo -c 'list annotations #x'")
      #expect(next.errors == "" && !next.out.contains("a8f5"), "\(next.errors)")
      #expect(program.read("talks.md") == notebook)
    }
  }

  @Test func whoComesLateIsToldWhatAnotherSessionChanged() throws {
    try withNotebook { program in
      let result = program.line(
        """
        mkfifo lines; { '\(Program.path)' talks.md < lines; echo "exit $?"; } & exec 9>lines
        sleep 1; '\(Program.path)' talks.md -c 'party Newland' >/dev/null
        echo 'open talks.md' >&9; echo 'party Oldland' >&9; exec 9>&-; wait
        """)
      #expect(result.out.contains("Oldland") && result.out.contains("exit 0"), "\(result.out)")
      let refused = program.line(
        """
        rm lines; mkfifo lines; { '\(Program.path)' talks.md < lines; echo "exit $?"; } &
        exec 9>lines; sleep 1; '\(Program.path)' talks.md -c 'party Midland' >/dev/null
        echo 'party Nowhere' >&9; exec 9>&-; wait
        """)
      #expect(refused.errors.contains("[changed-meanwhile]"), "\(refused.errors)")
      let all = program.run("talks.md -c 'list parties'")
      for name in ["Newland", "Oldland", "Midland"] { #expect(all.out.contains(name), "\(name)") }
      #expect(!all.out.contains("Nowhere") && all.errors == "", "\(all.errors)")
      #expect(program.run("talks.md -c 'undo 3'").exit == 0)
      #expect(!program.read("talks.md").contains("land"))
    }
  }
}
