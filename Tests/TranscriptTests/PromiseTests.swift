import Storage
import Testing

/// The table of promises in ARCHITECTURE.md names tests that there are.
@Suite struct PromiseTests {
  /// The tests named in each row, by the row's number.
  private static func promises() throws -> [(number: Int, tests: [String])] {
    let path = Paths.join(Transcript.root, "ARCHITECTURE.md")
    let text = String(decoding: try FileStore().read(path), as: UTF8.self)
    return text.split(separator: "\n").filter { $0.hasPrefix("| R") }.map { row in
      let cells = row.split(separator: "|").map { $0.split(separator: " ").joined(separator: " ") }
      let quoted = cells[2].split(separator: "`", omittingEmptySubsequences: false)
      let tests = quoted.indices.filter { !$0.isMultiple(of: 2) }.map { String(quoted[$0]) }
      return (Int(cells[0].dropFirst()) ?? 0, tests.filter { $0.contains("Tests.") })
    }
  }

  @Test func everyPromiseHasTestsThatThereAre() throws {
    let promises = try Self.promises()
    #expect(promises.map(\.number) == Array(1...16))
    let files = try MessageIDs.files(in: Paths.join(Transcript.root, "Tests"))
    for (number, tests) in promises {
      #expect(!tests.isEmpty, "R\(number)")
      for test in tests {
        let words = test.split(separator: ".")
        let text = try files.filter { Paths.name($0) == "\(words[0]).swift" }
          .map { String(decoding: try FileStore().read($0), as: UTF8.self) }.joined()
        #expect(text.contains("func \(words[1])("), "R\(number): \(test)")
      }
    }
  }
}
