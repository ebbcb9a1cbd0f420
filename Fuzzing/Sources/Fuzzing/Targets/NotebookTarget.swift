internal import CommandKit
internal import Diagnostics
internal import NotebookFormat

/// A notebook's file: reading and printing is the identity for all bytes, and whatever it is, a
/// session opens on it or says why not.
struct NotebookTarget: FuzzTarget {
  func run(_ bytes: [UInt8]) {
    hold(Document(bytes).bytes == bytes, "printing is not the bytes that were read")
    let head = Array("<!-- verbatim notebook 1 -->\n".utf8)
    openNotebook(bytes.starts(with: "<!--".utf8) ? bytes : head + bytes)
  }
}

/// A notebook put together of the beginnings of lines and of words, each byte one of a table.
struct RecordTarget: FuzzTarget {
  func run(_ bytes: [UInt8]) {
    var text = "<!-- verbatim notebook 1 -->\n    > load talks.txt as wire\n    > "
    for byte in bytes.prefix(160) {
      let part = Self.parts[Int(byte) % Self.parts.count]
      text += part.first == "¶" ? "\n" + part.dropFirst() : part + " "
    }
    openNotebook(Array(text.utf8))
  }

  /// `¶` is a line end; `_` stands for a blank.
  private static let parts = """
    ¶ ¶____>_ ¶____>_ ¶____>_ ¶____+_ ¶____|_ ¶____=_ ¶____:_ ¶#_Talks ¶##_Facts ¶--_ ¶<!-- -->
    party alias member issue define annotate tag untag note attribute claim link load aside refuse
    keep compare matrix settle hypothesis evidence grade skip Alba Corda "Mira_Oslin" truce kind
    state person bloc organisation unnamed short AL of as on to for by if cue via channel voice
    direct indirect mixed act assert said 2031-04-17 2031-04..2031-05 since until +1 -2 m 0
    wire wire:1 wire:1.1 wire:2..3 wire:9 "no_truce" "Oslin_said" "…" a8f536ced aa6b973cc s67b1d33a
    c11111111 k22222222 22+8 0+99 "Oslin_said_there_would_be_“" "”.\n" hv ab 2031-04-18T10:15:00Z
    sha256:5e07c1d9 inputs 1 statement; statements; Findings under #red-line -- supports rebuts
    confidence low likelihood 70% likely merge into "" " ( ) ; : , . -1 99999999999999999999 é 東京
    """.split { $0 == " " || $0 == "\n" }.map { String($0.replacing("_", with: " ")) }
}

private let text = Array("Oslin said there would be “no truce”.\n\nCorda rejected it.\n".utf8)

private func openNotebook(_ bytes: [UInt8]) {
  let desk = Desk(["talks.txt": text, "fuzz.md": bytes])
  do throws(Diagnostic) {
    var session = try desk.open("fuzz.md", .none)
    for problem in session.problems { checkSafe(problem.rendered()) }
    hold(session.document.bytes == bytes, "opening changed the notebook")
    if session.document.first == nil { return }
    for line in ["status", "list", "lint", "matrix", "undo", "save"] {
      desk.run(line, on: &session)
    }
  } catch {
    checkSafe(error.rendered())
  }
}
