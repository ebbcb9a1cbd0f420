internal import Synchronization

/// The tables that rules read: the program's own, and rows of the same form that an analyst adds in
/// files of the same names. What an analyst adds is read when it is first asked for; rows that do
/// not read are left out, and said.
public final class Vocabulary: Sendable {
  /// A file of an analyst's rows.
  public struct File: Sendable {
    /// The table that it adds to: `cues.en.tsv`.
    public let table: String
    /// Its path as it is shown.
    public let path: String
    /// Its bytes.
    public let bytes: [UInt8]
    /// Why it cannot be read, if so.
    public let fault: String?

    /// A file.
    public init(table: String, path: String, bytes: [UInt8], fault: String? = nil) {
      self.table = table
      self.path = path
      self.bytes = bytes
      self.fault = fault
    }
  }

  /// The program's own tables alone.
  public static let own = Vocabulary { [] }

  /// The names of all tables.
  public static let tables = [
    "words.en.tsv", "words.de.tsv", "cues.en.tsv", "cues.de.tsv", "places.tsv", "offices.tsv",
    "names.tsv", "quotes.tsv", "media.tsv",
  ]

  private struct Added {
    var files: [File]
    var lexicons: [String: Lexicon] = [:]
  }

  private let load: @Sendable () -> [File]
  private let added = Mutex<Added?>(nil)

  /// Tables to which files add; `load` is asked once, when it is first needed.
  public init(_ load: @escaping @Sendable () -> [File]) { self.load = load }

  /// What is known of a language (BCP 47).
  func knowledge(of language: String) -> AttributionKnowledge {
    let code = AttributionKnowledge.code(of: language)
    return added.withLock { added in
      var known = added ?? Added(files: load())
      defer { added = known }
      if known.files.isEmpty { return AttributionKnowledge(language: language) }
      let own = ["en", "de"].contains(code) ? code : ""
      let lexicon =
        known.lexicons[own] ?? AttributionKnowledge.lexicon(own, adding: known.files)
      known.lexicons[own] = lexicon
      return AttributionKnowledge(language: code, lexicon)
    }
  }

  /// What does not read, of all tables; none where all is well.
  public func problems() -> [TableProblem] {
    var problems: [TableProblem] = []
    for language in ["en", "de", ""] {
      for problem in knowledge(of: language).lexicon.problems where !problems.contains(problem) {
        problems.append(problem)
      }
    }
    let files = added.withLock { $0?.files ?? [] }
    for file in files {
      let names = Self.tables.joined(separator: ", ")
      let unknown = Self.tables.contains(file.table) ? nil : "no table is called so, but \(names)"
      guard let sentence = file.fault ?? unknown else { continue }
      problems.append(TableProblem(table: file.path, line: 1, text: "", sentence: sentence))
    }
    return problems
  }

  /// How many rows each table has, what was added included, in the order of `tables`.
  public func counts() -> [(table: String, rows: Int)] {
    _ = knowledge(of: "en")
    let files = added.withLock { $0?.files ?? [] }
    return Self.tables.map { name in
      let own = AttributionKnowledge.table(name).rows.count
      let more = files.filter { $0.table == name }
        .reduce(0) { $0 + TableText(name: name, bytes: $1.bytes).rows.count }
      return (name, own + more)
    }
  }
}
