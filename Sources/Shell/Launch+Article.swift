internal import Casebook
internal import Diagnostics
internal import Readers
internal import Storage

extension Launch {
  /// The article of a file; `-` is standard input.
  ///
  /// - Throws: where the file cannot be read, or there is no article in it.
  func article(_ path: String) throws(Diagnostic) -> ArticleContent {
    let bytes: [UInt8]
    do throws(FileError) {
      bytes =
        path == "-"
        ? try files.readStandardInput() : try files.read(Paths.absolute(path, in: folder))
    } catch {
      throw Diagnostic(.cannotRead(path, error.reason))
    }
    return try ArticleReader.read(bytes, name: path)[0].content
  }
}

extension Message {
  static func cannotRead(_ path: String, _ reason: String) -> Message {
    Message("cannot-read", "‘\(path)’ cannot be read: \(reason)", exit: .inputOutput)
  }
}
