internal import Casebook
internal import CommandKit
internal import Fetching

/// The names of articles that are loaded without one.
enum LoadNames {
  /// A name made from a path: `wire` for `articles/wire.txt`.
  static func stem(_ source: String) -> String {
    if source == "-" { return "input" }
    return LoadLine.name(for: Fetcher.isAddress(source) ? path(ofAddress: source) : source)
  }

  /// The last part of an address that names a page, without what is asked of it:
  /// `https://ledger.example/2031/talks/?page=1` is `talks`, one without a path its host.
  private static func path(ofAddress address: String) -> String {
    let rest = address.utf8.drop { $0 != 0x3A }.dropFirst(3).prefix { $0 != 0x3F && $0 != 0x23 }
    let parts = rest.split(separator: 0x2F).map { String(decoding: $0, as: UTF8.self) }
    guard let last = parts.last else { return "page" }
    return parts.count == 1 ? last + ".page" : last
  }

  /// The name, with a number behind it where an article, a command or a keyword has it already.
  static func free(_ stem: String, _ session: Session) -> String {
    var name = stem
    var number = 2
    while session.book.articles.named(name) != nil || session.commands[name] != nil
      || session.commands.isKeyword(name)
    {
      name = "\(stem)-\(number)"
      number += 1
    }
    return name
  }
}
