/// What the command line asks for.
struct Options {
  /// The program that is measured as a process.
  var program = "../.build/release/verbatim"
  /// One benchmark by name; all of them where none is named.
  var only: String?
  /// Where the invented notebooks lie; made anew where none is named.
  var folder: String?
  /// Names of benchmarks to run; all where none is named.
  var chosen: [String] = []

  init(_ words: [String]) throws(BenchmarkError) {
    var words = words[...]
    while let word = words.popFirst() {
      switch word {
      case "--program": program = try Options.value(of: word, &words)
      case "--only": only = try Options.value(of: word, &words)
      case "--folder": folder = try Options.value(of: word, &words)
      default:
        guard Suite.all.contains(where: { $0.name == word }) else {
          let names = Suite.all.map(\.name).joined(separator: " ")
          throw BenchmarkError("‘\(word)’ is no benchmark; there are: \(names)")
        }
        chosen.append(word)
      }
    }
  }

  private static func value(of option: String, _ words: inout ArraySlice<String>)
    throws(BenchmarkError) -> String
  {
    guard let value = words.popFirst() else { throw BenchmarkError("\(option) needs a value") }
    return value
  }
}

/// Why a benchmark could not be run, in words.
struct BenchmarkError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
