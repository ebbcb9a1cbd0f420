internal import CommandKit
internal import SourceText
internal import Storage

/// The config file, `$XDG_CONFIG_HOME/verbatim/config`: one setting a line, a name and its value;
/// `#` begins a comment. All but the coder's name concern what the screen looks like, and none
/// changes a result.
struct Config {
  /// What is set, by name.
  private(set) var values: [String: String] = [:]
  /// What could not be used, in words that are safe to show; the rest stands.
  private(set) var faults: [String] = []

  /// The names, and what may stand behind them; none where any text may.
  static let settings: [String: [String]?] = Settings.known.reduce(into: ["coder": nil]) {
    $0[$1.name] = .some($1.choices)
  }

  /// A longer file is no config file, in bytes.
  private static let limit = 65_536

  /// Nothing is set.
  init() {}

  /// Reads a config file; one that is not there sets nothing.
  init(path: String, _ files: FileStore) {
    self.init()
    do throws(FileError) {
      guard try files.kind(path) != nil else { return }
      let bytes = try files.read(path, limit: Self.limit)
      self = Config(String(decoding: bytes, as: UTF8.self))
    } catch {
      faults.append("the config file cannot be read: \(error.reason)")
    }
  }

  /// Reads the text of a config file.
  init(_ text: String) {
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let words = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true)
      guard let name = words.first.map(String.init), !name.hasPrefix("#") else { continue }
      var value = words.count > 1 ? String(words[1]) : ""
      while value.last == " " || value.last == "\r" { value.removeLast() }
      if let fault = Self.fault(name, value) {
        faults.append("config, line \(index + 1): \(VisibleText.showing(fault)); left aside")
      } else {
        values[name] = value
      }
    }
  }

  private static func fault(_ name: String, _ value: String) -> String? {
    guard let allowed = settings[name] else { return "there is no setting ‘\(name)’" }
    if value.isEmpty { return "‘\(name)’ has no value" }
    guard let allowed, !allowed.contains(value) else { return nil }
    return "‘\(name)’ is \(allowed.joined(separator: " or ")), not ‘\(value)’"
  }
}
