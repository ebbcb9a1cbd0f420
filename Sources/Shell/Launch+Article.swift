internal import Casebook
internal import Diagnostics
internal import Readers
internal import Storage

extension Launch {
  /// The articles of a file; `-` is standard input. `feed.xml#3` is one of them, where there is no
  /// file of that name.
  ///
  /// - Throws: where the file cannot be read, or there is no article in it.
  func articles(_ typed: String) throws(Diagnostic) -> FileArticles {
    let isFile = typed == "-" || files.exists(Paths.absolute(typed, in: folder))
    let reference =
      isFile ? SourceReference(path: typed, part: nil) : SourceReference(typed)
    let path = reference.path
    let bytes: [UInt8]
    do throws(FileError) {
      bytes =
        path == "-"
        ? try files.readStandardInput() : try files.read(Paths.absolute(path, in: folder))
    } catch {
      throw Diagnostic(.cannotRead(path, error.reason))
    }
    let source = try ArticleReader.source(bytes, name: path, conversion: Conversion())
    if let part = reference.part {
      guard let article = source.article(part) else {
        throw Diagnostic(.cannotRead(typed, "there is no such article in it"))
      }
      return FileArticles(all: [(typed, article.content)], problems: [])
    }
    let all = source.articles.map { article in
      let number = source.isDivided ? article.number : nil
      return (SourceReference(path: path, part: number).text, article.content)
    }
    return FileArticles(
      all: source.isDivided ? all : [(path, all[0].1)],
      problems: source.problems.map {
        (SourceReference(path: path, part: $0.number).text, $0.reason)
      })
  }
}

/// The articles of a file, each with the path that names it.
struct FileArticles {
  let all: [(path: String, content: ArticleContent)]
  /// Why others in it cannot be read.
  let problems: [(path: String, reason: Diagnostic)]
}

extension Message {
  static func cannotRead(_ path: String, _ reason: String) -> Message {
    Message("cannot-read", "‘\(path)’ cannot be read: \(reason)", exit: .inputOutput)
  }
}
