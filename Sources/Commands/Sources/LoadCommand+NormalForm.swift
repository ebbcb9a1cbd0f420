internal import Casebook
internal import CommandKit
internal import SourceText

/// The line that a notebook keeps.
extension LoadCommand {
  static func normalForm(_ article: Article, name: String) -> String {
    var line = NormalForm("load")
    line.add(path(article.source))
    line.add("as", name)
    line.add("title", quoting: article.typed.title)
    line.add("published", article.typed.published?.description)
    line.add("publisher", quoting: article.typed.publisher)
    line.add("author", quoting: article.typed.author)
    line.add("language", article.typed.language)
    line.add("grade", article.grade?.rawValue)
    line.add("version-of", article.versionOf)
    if article.isUnkept { line.add("unkept") }
    return line.text
  }

  /// A path as records write it: in quotation marks where it has blanks or quotation marks, or
  /// would be taken for a keyword.
  private static func path(_ path: String) -> String {
    let plain = path.utf8.allSatisfy { $0 > 0x20 && $0 != 0x22 && $0 != 0x2C && $0 != 0x7F }
    let isKeyword = declaration.keywords.contains { $0.name == path }
    return plain && !isKeyword && !path.hasPrefix("“") ? path : JSONString.quote(path)
  }
}
