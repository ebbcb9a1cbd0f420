import Casebook
import SourceText
import Testing

@testable import Report

@Suite("Links to the live page")
struct AddressTests {
  /// The directive for the words between marks: `a [b c] d`.
  private func directive(_ marked: String) throws -> String? {
    let pieces = marked.split(separator: "[", omittingEmptySubsequences: false)
    var text = String(pieces[0])
    var ranges: [Range<Int>] = []
    for piece in pieces.dropFirst() {
      let parts = piece.split(separator: "]", omittingEmptySubsequences: false)
      let start = text.utf8.count
      text += parts[0]
      ranges.append(start..<text.utf8.count)
      text += parts[1]
    }
    return TextDirectives(CanonicalText(text)).directive(for: ranges)
  }

  @Test(arguments: [
    ("They said [no truce today] again.", "text=no%20truce%20today"),
    ("[50% off-hand, a & b]", "text=50%25%20off%2Dhand%2C%20a%20%26%20b"),
    ("[Öl – “so”]", "text=%C3%96l%20%E2%80%93%20%E2%80%9Cso%E2%80%9D"),
    ("wrapped [over\nlines] here", "text=over%20lines"),
    ("A truce. [a truce] now", "text=truce.-,a%20truce"),
    ("one truce, my [truce] now", "text=my-,truce"),
    ("[truce] now, truce then", "text=truce,-now%2C"),
    ("a [b c] d [e] f", "text=b%20c&text=e"),
    ("x [first words\n\nlast words] y", "text=first%20words,last%20words"),
    ("x [ ] y", nil),
  ])
  func wordsAreFoundByTheirDirective(marked: String, directive: String?) throws {
    #expect(try self.directive(marked) == directive)
  }

  @Test func longWordsAreToldByTheirEnds() throws {
    let long = (1...80).map { "word\($0)" }.joined(separator: " ")
    #expect(
      try directive("[\(long)]")
        == "text=word1%20word2%20word3%20word4%20word5,word76%20word77%20word78%20word79%20word80")
  }

  @Test func aFragmentStaysAndAnOldDirectiveGoes() {
    func at(_ address: String) -> String? { WebAddress(address)?.at("text=a").text }
    #expect(at("https://e.org/x") == "https://e.org/x#:~:text=a")
    #expect(at("https://e.org/x#part") == "https://e.org/x#part:~:text=a")
    #expect(at("https://e.org/x#:~:text=old") == "https://e.org/x#:~:text=a")
  }

  @Test(arguments: [
    "", "http://", "ftp://e.org", "javascript:alert(1)", "https:/e.org", " https://e.org",
    "https://e.org/a b", "https://e.org\n", "https:\\\\e.org", "//e.org", "e.org",
  ])
  func onlyAddressesOfTheNetAreFollowed(address: String) {
    #expect(WebAddress(address) == nil)
  }
}
