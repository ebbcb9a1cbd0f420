import Casebook
import CommandKit
import NotebookFormat
import Report
import TestKit

/// A desk with a small notebook whose report is looked at.
struct Desk {
  var session: TestSession

  init() throws {
    session = try TestSession()
    try session.world.folder.write(Desk.article, to: "wire.txt")
  }

  /// Two paragraphs of ours, and some words that stand twice.
  static let article = """
    Harbour Wire

    Talks open in Port Selan

    Port Selan, 17 April 2031

    Oslin said there would be no truce without guarantees. Reck said that Corda wants a truce today.

    Nobody else spoke of a truce; the delegations met until the lamps were lit and the bridge shut.
    """

  static let codebook = [
    "load wire.txt as wire published 2031-04-17",
    "party Alba kind state short AL", "party Corda kind state short CO",
    "issue truce \"The fighting should stop before a settlement.\"",
  ]
  static let statements = [
    "attribute wire \"no truce without guarantees\" for Alba on truce -1 if \"no guarantees\"",
    "attribute wire \"Corda wants a truce today\" for Corda on truce +2",
  ]

  mutating func run(_ lines: [String]) { for line in lines { session.run(line) } }

  /// How many statements its notebook has.
  var statementCount: Int { session.session.book.statements.count }

  func write(_ text: String, to name: String) throws {
    try session.world.folder.write(text, to: name)
  }

  /// The session's report.
  var bytes: [UInt8] {
    ReportPage(of: session.session.document, session.session.book, name: "desk.md").bytes
  }

  /// The report as text.
  var html: String { String(decoding: bytes, as: UTF8.self) }

  /// The report of a notebook that is only a text.
  static func html(of notebook: String) -> String {
    let page = ReportPage(of: Document(Array(notebook.utf8)), Casebook(), name: "desk.md")
    return String(decoding: page.bytes, as: UTF8.self)
  }
}
