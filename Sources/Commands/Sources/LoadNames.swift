internal import Casebook
internal import CommandKit

/// The names of articles that are loaded without one.
enum LoadNames {
  /// A name made from a path: `wire` for `articles/wire.txt`.
  static func stem(_ source: String) -> String {
    source == "-" ? "input" : LoadLine.name(for: source)
  }

  /// The name, with a number behind it where an article or a command has it already.
  static func free(_ stem: String, _ session: Session) -> String {
    var name = stem
    var number = 2
    while session.book.articles.named(name) != nil || session.commands[name] != nil {
      name = "\(stem)-\(number)"
      number += 1
    }
    return name
  }
}
