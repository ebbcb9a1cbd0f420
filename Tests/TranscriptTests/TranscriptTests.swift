import Glibc
import Storage
import Testing

/// Whether transcripts are written anew; such a run fails, so that nobody merges one unread.
let isRecording = getenv("RECORD") != nil

@Suite struct TranscriptTests {
  @Test(arguments: Transcript.names(in: ""))
  func transcriptGivesTheSameAnswers(name: String) throws { try check(name) }

  @Test(arguments: Transcript.names(in: "errors"))
  func errorIsRenderedAsInTheCatalogue(name: String) throws {
    try check("errors/\(name)")
    let text = try Transcript("errors/\(name)").text
    #expect(text.contains("[\(name.dropLast(4))]"), "the transcript shows its own id")
  }

  private func check(_ name: String) throws {
    let transcript = try Transcript(name)
    let now = try transcript.replayed()
    if now == transcript.text { return }
    if isRecording {
      try FileStore().writeAtomically(Array(now.utf8), to: transcript.path)
      Issue.record("\(name) was recorded; read it, then run without RECORD")
      return
    }
    let old = transcript.text.split(separator: "\n", omittingEmptySubsequences: false)
    let new = now.split(separator: "\n", omittingEmptySubsequences: false)
    var lines: [String] = []
    for change in new.difference(from: old) {
      switch change {
      case .remove(let at, let line, _): lines.append("-\(at + 1) \(line)")
      case .insert(let at, let line, _): lines.append("+\(at + 1) \(line)")
      }
    }
    Issue.record("\(name) differs:\n\(lines.joined(separator: "\n"))")
  }

  @Test func everyMessageHasATranscript() throws {
    let missing = try MessageIDs.all.subtracting(MessageIDs.elsewhere)
      .subtracting(MessageIDs.unreached).filter {
        !FileStore().exists(Paths.join(Transcript.root, "Tests/Transcripts/errors/\($0).txt"))
      }
    #expect(missing.sorted() == [])
  }

  @Test func messagesWithoutTranscriptAreNamedByAnotherTest() throws {
    let here = Paths.name(#filePath)
    let texts = try MessageIDs.files(in: Paths.join(Transcript.root, "Tests"))
      .filter { Paths.name($0) != here }
      .map { String(decoding: try FileStore().read($0), as: UTF8.self) }
    let unnamed = MessageIDs.elsewhere.filter { id in
      !texts.contains { $0.contains("[\(id)]") || $0.contains("\"\(id)\"") }
    }
    #expect(unnamed.sorted() == [])
  }

  @Test func noTranscriptIsForAMessageThatIsGone() throws {
    let names = Transcript.names(in: "errors").map { String($0.dropLast(4)) }
    #expect(try Set(names).subtracting(MessageIDs.all) == [])
  }
}

/// The ids of all messages in the sources.
enum MessageIDs {
  /// Messages that no typed line can bring about; another test names each of them.
  static let elsewhere: Set<String> = [
    "binary-source", "page-is-script", "archive-broken", "archive-encrypted", "archive-of-others",
    "archive-too-large", "packed-twice", "other-format", "no-text", "feed-empty",
    "mail-without-text", "warc-broken", "warc-without-pages", "web-archive-broken", "not-converted",
    "pdf-encrypted", "pdf-without-text", "converter-failed", "converter-missing",
    "converter-too-slow", "converter-too-much", "error-page",  // ReadersTests
    "cancelled",  // AttentionTests
    "stopped-loading",  // StoppingTests
    "cannot-keep", "file-failed", "locked", "changed-outside", "lines-differ", "later-journal",
    "changed-meanwhile",  // StoringTests
    "editor-failed", "unfit-edit",  // EditorTests
    "cannot-read", "cannot-write", "evidence-missing", "source-changed", "not-allowed",
    "article-missing", "must-be-kept", "orphan", "same-id", "defined-twice", "not-a-record",
    "needs-id", "bad-id",
    "unknown-record", "later-records", "left-out", "broken-table",  // ProgramTests
  ]

  /// Guards that no input is known to reach.
  static let unreached: Set<String> = [
    "not-made", "no-free-id", "library-missing",
  ]

  static var all: Set<String> {
    get throws {
      var ids: Set<String> = []
      for file in try files(in: Paths.join(Transcript.root, "Sources")) {
        let text = String(decoding: try FileStore().read(file), as: UTF8.self)
        for start in text.ranges(of: "Message(") {
          let rest = text[start.upperBound...].drop { $0.isWhitespace }
          guard rest.first == "\"" else { continue }
          ids.insert(String(rest.dropFirst().prefix { $0 != "\"" }))
        }
      }
      return ids
    }
  }

  static func files(in folder: String) throws -> [String] {
    try FileStore().list(folder).flatMap { name -> [String] in
      let path = Paths.join(folder, name)
      if try FileStore().kind(path) == .folder { return try files(in: path) }
      return name.hasSuffix(".swift") ? [path] : []
    }
  }
}
