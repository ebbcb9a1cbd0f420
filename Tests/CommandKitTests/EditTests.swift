import CommandKit
import Diagnostics
import NotebookFormat
import TestKit
import Testing

@Suite struct EditTests {
  @Test func anEditThatDoesNotFitIsRefusedAndChangesNothing() throws {
    var session = Session(commands: CommandList([]), document: Document(Array("one\ntwo\n".utf8)))
    let error = #expect(throws: Diagnostic.self) {
      try session.edit(LineEdit(line: 1, removed: Array("three\n".utf8), added: []))
    }
    #expect(error?.message.id == "lines-differ")
    #expect(session.document.bytes == Array("one\ntwo\n".utf8))
  }
}
