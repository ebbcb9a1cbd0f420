import Casebook
import TestKit
import Testing

@testable import NotebookFormat

/// What can be asked of a record, and of a document's items.
@Suite struct RecordPartsTests {
  static let notebook = """
    <!-- verbatim notebook 1 -->
    # Talks

    1. first

        > keep compare on truce
        ! from a later version
        + under "Findings"
        = 2 parties; inputs 5e07c1d9
        | truce
        |
        | end

    Prose.
    * item

    ## Facts

        : a8f536ced wire 5+6 "a" … "b"
        : wire text 77ab reader 1

    """

  private let document = Document(Array(notebook.utf8))

  private func item(_ line: Int) throws -> Int32 {
    try #require(document.item(atLine: line))
  }

  @Test func aRecordHasCommandOutputAndUnknownLines() throws {
    let record = try item(6)
    #expect(document.kind(record) == .record)
    #expect(document.line(record) == 6)
    #expect(document.endLine(of: record) == 12)
    let command = String(decoding: document.command(of: record), as: UTF8.self)
    expectSame(command, "keep compare on truce under \"Findings\"")
    let output = document.output(of: record)
    #expect(output.stamp == "2 parties; inputs 5e07c1d9")
    #expect(output.lines == ["truce", "", "end"])
    let unknown = String(decoding: document.unknownLines(of: record), as: UTF8.self)
    expectSame(unknown, "    ! from a later version\n")
    #expect(document.isRecord(record, of: ["compare", "keep"]))
    #expect(!document.isRecord(record, of: ["kee", "keeper", "compare"]))
    #expect(document.contains(record, "later version") && !document.contains(record, "earlier"))
  }

  @Test func headingsAreFoundWhateverTheirLevel() throws {
    #expect(document.heading("Talks") == (try item(1)))
    #expect(document.heading("Facts") == (try item(16)))
    #expect(document.heading("facts") == nil)
  }

  @Test func listsAreTold() throws {
    #expect(document.endsWithListItem(try item(3)))
    #expect(document.endsWithListItem(try item(4)))
    #expect(document.endsWithListItem(try item(14)))
    #expect(!document.endsWithListItem(try item(1)))
    #expect(!document.endsWithListItem(try item(7)))
  }

  @Test func factsAreSortedByTheirBytes() throws {
    let first = try item(18)
    #expect(document.firstFact == first)
    let inOrder: [(String, Int32?)] = [
      ("    : a0000000", nil), ("    : a8f536ced zzz", first), ("    : zzz", try item(19)),
    ]
    for (line, expected) in inOrder { #expect(document.factPreceding(line) == expected, "\(line)") }
  }

  @Test func factsOfAKeyComeInTheOrderOfTheFileAfterEdits() throws {
    var document = Document(Array("    : a8f536ced b\n    : a8f536ced c\n".utf8))
    let added = LineEdit(line: 0, removed: [], added: Array("    : a8f536ced a\n".utf8))
    let change = document.apply(added)
    try #require(change != nil)
    let key = FactKey.id(try #require(RecordID("a8f536ced".utf8)))
    let bodies = document.facts(of: key).map { String(decoding: $0, as: UTF8.self) }
    #expect(bodies == ["a", "b", "c"])
    #expect(document.factItems(of: key).map { document.line($0) } == [1, 2, 3])
  }
}
