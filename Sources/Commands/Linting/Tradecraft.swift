/// The words of estimative language, from `Data/tradecraft.tsv`.
struct Tradecraft: Sendable {
  /// What a term says.
  enum Kind: String, Sendable {
    case first, second, confidence, certain
  }

  /// One term.
  struct Term: Equatable, Sendable {
    let kind: Kind
    let words: String
    /// The same likelihood in the other row.
    let other: String?
  }

  /// Terms by their words.
  private let terms: [String: Term]
  /// How many words the longest has.
  private let most: Int

  /// The table as it is embedded.
  static var table: [UInt8] { PackageResources.tradecraft_tsv }

  static let shared = Tradecraft(String(decoding: table, as: UTF8.self))

  /// The lines of a table that do not read; none in a sound program.
  static func faults(in table: String) -> [Substring] {
    rows(table).filter { term($0) == nil }
  }

  init(_ table: String) {
    var terms: [String: Term] = [:]
    for case let term? in Self.rows(table).map({ Self.term($0) }) { terms[term.words] = term }
    self.terms = terms
    most = terms.keys.map { $0.split(separator: " ").count }.max() ?? 1
  }

  private static func rows(_ table: String) -> [Substring] {
    table.split(separator: "\n").filter { !$0.hasPrefix("#") }
  }

  private static func term(_ row: Substring) -> Term? {
    let fields = row.split(separator: "\t", omittingEmptySubsequences: false)
    guard fields.count == 4, let kind = Kind(rawValue: String(fields[0])), !fields[1].isEmpty else {
      return nil
    }
    let isLikelihood = kind == .first || kind == .second
    if isLikelihood != (fields[3] != "-") { return nil }
    return Term(
      kind: kind, words: String(fields[1]), other: isLikelihood ? String(fields[3]) : nil)
  }

  /// The terms in some words, in order; of terms that begin at one word the longest.
  func terms(in words: [String]) -> [Term] {
    var found: [Term] = []
    var i = 0
    while i < words.count {
      var taken = 1
      for count in stride(from: min(most, words.count - i), through: 1, by: -1) {
        if let term = terms[words[i..<i + count].joined(separator: " ")] {
          found.append(term)
          taken = count
          break
        }
      }
      i += taken
    }
    return found
  }
}
