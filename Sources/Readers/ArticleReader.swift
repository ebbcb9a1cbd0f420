public import Diagnostics

/// Reads whatever an analyst has saved. What it is, is found from the content, not from the name.
public enum ArticleReader {
  /// Reads the bytes of a source.
  ///
  /// - Parameter name: the source as the user named it, for messages.
  /// - Returns: its articles, at least one.
  /// - Throws: where there is no article in it.
  public static func read(_ bytes: [UInt8], name: String) throws(Diagnostic) -> [ReadArticle] {
    switch SourceFormat.of(bytes) {
    case .html: [try HTMLReader.read(bytes, name: name)]
    case .text: [try TextReader.read(bytes, name: name)]
    }
  }
}
