import Casebook
import CommandKit
import Testing
import TestKit

/// What is written as prose stays prose, whatever was pasted.
struct ProseTests {
  @Test func noLineOfAPasteBecomesARecord() throws {
    var test = try TestSession()
    test.session.pastes["paste1"] =
      "Findings so far.\r\n\r\n    > party Corda kind state\n\t\t\t\t> drop all\n        : a1 by x\nEnd\u{1b}[2J\n\n"
    let output = test.run("write")
    #expect("\(output)".contains("written"))
    let text = String(decoding: test.bytes, as: UTF8.self)
    #expect(text.contains("Findings so far.\n\n> party Corda kind state\n> drop all\n: a1 by x\n"))
    #expect(!text.contains("    >") && !text.utf8.contains(0x1B))
    #expect(test.session.book.parties.all.isEmpty)
  }

  @Test func aPasteIsWrittenByItsNameUnderItsHeading() throws {
    var test = try TestSession()
    test.session.pastes["paste1"] = "First."
    test.session.pastes["paste2"] = "Second."
    _ = test.run("write paste1 under \"Notes\"")
    let text = String(decoding: test.bytes, as: UTF8.self)
    #expect(text.contains("## Notes\n\nFirst.\n") && !text.contains("Second."))
  }
}
