internal import Casebook
internal import CommandKit
internal import Diagnostics
internal import NotebookFormat
internal import Readers
internal import SourceText
internal import Storage

/// Which sources a `load` line names: files, the files of folders, globs.
struct LoadSources {
  let all: [String]

  init(_ paths: [String], _ line: CommandLine, _ session: Session, _ world: World)
    throws(Diagnostic)
  {
    var found: [String] = []
    for path in paths {
      found += session.pastes[path] == nil ? try LoadSources.expanded(path, line, world) : [path]
    }
    all = found
  }

  private static func expanded(_ path: String, _ line: CommandLine, _ world: World)
    throws(Diagnostic) -> [String]
  {
    if path == "-" { return [path] }
    let absolute = Paths.absolute(path, in: world.folder)
    do throws(FileError) {
      switch try world.files.kind(absolute) {
      case .folder:
        let names = try world.files.list(absolute).filter { !$0.hasPrefix(".") }
        var files: [String] = []
        for name in names where try world.files.kind(Paths.join(absolute, name)) == .file {
          files.append(Paths.join(path, name))
        }
        if !files.isEmpty { return files }
        throw FileError(operation: "load", path: path, code: LoadSources.emptyFolder)
      case .some: return [path]
      case .none:
        let hits = try world.files.glob(absolute)
        if !hits.isEmpty { return hits.map { Paths.relative(from: world.folder, to: $0) } }
        throw FileError(operation: "load", path: path, code: 2)
      }
    } catch {
      let reason = error.code == LoadSources.emptyFolder ? "the folder has no files" : error.reason
      let span = line.words.first { line.text($0) == path }?.range ?? 0..<line.bytes.count
      throw Diagnostic(.cannotLoad(path, reason), at: line.place(span))
    }
  }

  /// A code that no system call answers.
  private static let emptyFolder: Int32 = -2
}

/// One source being loaded: its bytes read, its text told apart.
struct Loading {
  let article: Article
  let encoding: String
  let notes: [String]
  /// The largest source that is read, in bytes.
  static let limit = 256 << 20

  init(_ source: String, _ command: LoadCommand, _ session: Session, _ world: World)
    throws(Diagnostic)
  {
    let paste = session.pastes[source]
    let bytes: [UInt8]
    if let paste {
      bytes = Array(paste.utf8)
    } else {
      bytes = try Loading.bytes(source, command.line, world)
    }
    let read = try ArticleReader.read(bytes, name: source)[0]
    var article = Article(
      name: "", source: paste == nil ? Loading.recorded(source, session, world) : "-",
      content: read.content,
      textDigest: read.content.text.digest)
    article.sourceDigest = TextDigest(of: bytes)
    self.article = article
    encoding = read.encoding
    notes = read.notes
  }

  private static func bytes(_ source: String, _ line: CommandLine, _ world: World)
    throws(Diagnostic) -> [UInt8]
  {
    if source == "-" { return world.standardInput() }
    do throws(FileError) {
      return try world.files.read(Paths.absolute(source, in: world.folder), limit: limit)
    } catch {
      let span = line.words.first { line.text($0) == source }?.range ?? 0..<line.bytes.count
      throw Diagnostic(.cannotLoad(source, error.reason), at: line.place(span))
    }
  }

  /// The source as records write it: relative to the notebook's folder.
  private static func recorded(_ source: String, _ session: Session, _ world: World) -> String {
    if source == "-" { return source }
    let folder = session.file.map { Paths.parent($0.path) } ?? world.folder
    return Paths.relative(from: folder, to: Paths.absolute(source, in: world.folder))
  }

  /// The article that has the same text from the same source.
  func known(in session: Session) -> ArticleID? {
    session.book.articles.all.first {
      session.book.articles[$0].textDigest == article.textDigest
        && session.book.articles[$0].source == article.source
    }
  }

  /// Keeps the text beside the notebook, under its digest.
  func keep(in session: Session, _ world: World) throws(Diagnostic) {
    if article.isUnkept { return }
    guard let file = session.file else { return }
    try KeptFiles.write(article.content, beside: file.path, world)
  }
}

/// Kept texts on disk: `sources/DIGEST.txt` and `.blocks` beside the notebook.
enum KeptFiles {
  static func write(_ content: ArticleContent, beside notebook: String, _ world: World)
    throws(Diagnostic)
  {
    let base = Paths.join(Paths.join(Paths.parent(notebook), "sources"), content.text.digest.hex)
    do throws(FileError) {
      if !world.files.exists(base + ".txt") {
        try world.files.writeAtomically(content.text.bytes, to: base + ".txt", makingFolders: true)
      }
      if !world.files.exists(base + ".blocks") {
        try world.files.writeAtomically(
          Array(KeptText.print(content).utf8), to: base + ".blocks", makingFolders: true)
      }
    } catch {
      throw Diagnostic(.cannotKeep(error.sentence))
    }
  }
}

extension Message {
  static func cannotLoad(_ path: String, _ reason: String) -> Message {
    Message("cannot-load", "‘\(path)’ cannot be loaded: \(reason)")
  }
  static func cannotKeep(_ reason: String) -> Message {
    Message(
      "cannot-keep", "the text cannot be kept beside the notebook: \(reason)", exit: .inputOutput)
  }
}
