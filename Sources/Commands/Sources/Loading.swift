internal import Casebook
internal import CommandKit
internal import Diagnostics
internal import Fetching
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
    let own = OwnFiles(session, world)
    var found: [String] = []
    for path in paths {
      let sources =
        session.pastes[path] == nil ? try LoadSources.expanded(path, line, world) : [path]
      found += sources == [path] ? sources : sources.filter { !own.hold($0) }
    }
    all = found
  }

  private static func expanded(_ path: String, _ line: CommandLine, _ world: World)
    throws(Diagnostic) -> [String]
  {
    if path == "-" || Fetcher.isAddress(path) { return [path] }
    let absolute = Paths.absolute(path, in: world.folder)
    if isPart(path, world) { return [path] }
    do throws(FileError) {
      switch try world.files.kind(absolute) {
      case .folder:
        let files = try LoadSources.files(in: path, absolute, world)
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

  /// Folders nested deeper are named as such and not gone into.
  private static let deepest = 20

  /// The files of a folder and of those in it, by name; hidden ones and links to folders are left
  /// out. A folder that cannot be listed stands for itself: loading it says why.
  private static func files(
    in path: String, _ absolute: String, _ world: World, depth: Int = 0
  ) throws(FileError) -> [String] {
    var files: [String] = []
    for name in try world.files.list(absolute) where !name.hasPrefix(".") {
      let (own, full) = (Paths.join(path, name), Paths.join(absolute, name))
      switch try? world.files.files.status(ofPath: full, followingLink: false).kind {
      case .folder where depth < deepest:
        do throws(FileError) {
          files += try LoadSources.files(in: own, full, world, depth: depth + 1)
        } catch { files.append(own) }
      case .folder: files.append(own)
      default: if (try? world.files.kind(full)) == .file { files.append(own) }
      }
    }
    return files
  }

  /// Whether a path means one of the articles of a file: `feed.xml#3`.
  private static func isPart(_ path: String, _ world: World) -> Bool {
    let reference = SourceReference(path)
    guard reference.part != nil else { return false }
    return !world.files.exists(Paths.absolute(path, in: world.folder))
      && world.files.exists(Paths.absolute(reference.path, in: world.folder))
  }

  /// A code that no system call answers.
  private static let emptyFolder: Int32 = -2
}

/// Files of the program's own that lie among the sources of a folder: notebooks, and the texts that
/// this one keeps. They are left out, else a folder would grow by itself each time it is loaded; named
/// on the line they are sources like others.
private struct OwnFiles {
  private let kept: String?
  private let world: World

  init(_ session: Session, _ world: World) {
    kept = session.file.map { Paths.join(Paths.parent($0.path), "sources") + "/" }
    self.world = world
  }

  func hold(_ source: String) -> Bool {
    let path = Paths.absolute(source, in: world.folder)
    if let kept, path.hasPrefix(kept) { return true }
    guard path.hasSuffix(".md"), let head = try? world.files.read(path, limit: 64 << 20) else {
      return false
    }
    return head.starts(with: "<!-- verbatim notebook ".utf8)
  }
}

/// A source being loaded: its bytes read, its articles told apart.
struct SourceLoading {
  let parts: [Loading]
  /// Why other parts of it cannot be read.
  let problems: [Diagnostic]
  /// What should be said of the source as a whole.
  let notes: [String]

  /// Reads a source: a file, `-`, a paste, or one article of a file, `feed.xml#3`.
  init(_ source: String, _ command: LoadCommand, _ session: Session, _ world: World)
    throws(Diagnostic)
  {
    let typed = try SourceBytes(source, command.line, session, world)
    let read = try ArticleReader.source(
      typed.bytes, name: typed.path, address: typed.isFetched ? typed.path : nil,
      conversion: Conversion(isStopped: world.attention.isInterrupted))
    if command.isUnkept, read.isConverted || typed.isFetched {
      throw Diagnostic(.mustBeKept(source), hint: "leave out: unkept")
    }
    let digest = TextDigest(of: typed.bytes)
    var articles = read.articles
    if let part = typed.part {
      guard let article = read.article(part) else {
        throw read.problems.first { $0.number == part }?.reason
          ?? Diagnostic(.noSuchPart(typed.path, part, of: read.count))
      }
      articles = [article]
    }
    parts = articles.map {
      Loading(
        $0, of: SourceReference(path: typed.recorded, part: read.isDivided ? $0.number : nil),
        digest, notes: articles.count == 1 ? read.notes : [],
        address: typed.isFetched ? typed.path : nil)
    }
    problems = typed.part == nil ? read.problems.map(\.reason) : []
    notes = read.notes
  }
}

/// One article being loaded.
struct Loading {
  let article: Article
  let encoding: String
  let notes: [String]
  /// Which of the articles of its source it is, from 1; nil where it is the only one.
  let part: Int?
  /// The address that answered, where it was fetched.
  let address: String?

  init(
    _ read: ReadArticle, of source: SourceReference, _ digest: TextDigest, notes more: [String],
    address: String? = nil
  ) {
    var content = read.content
    if let address, content.metadata.url == nil {
      var metadata = content.metadata
      (metadata.url, metadata.urlBasis) = (address, "fetched from")
      content = ArticleContent(text: content.text, blocks: content.blocks, metadata: metadata)
    }
    var article = Article(
      name: "", source: source.text, content: content,
      textDigest: read.content.text.digest)
    article.sourceDigest = digest
    self.article = article
    encoding = read.encoding
    notes = more + read.notes
    part = source.part
    self.address = address
  }

  /// Keeps the text beside the notebook, under its digest.
  static func keep(_ article: Article, in session: Session, _ world: World) throws(Diagnostic) {
    if article.isUnkept { return }
    guard let file = session.file else { return }
    try KeptFiles.write(article.content, beside: file.path, world)
  }
}

/// The articles of a notebook by what they are, the same text from the same source, and the record
/// that was loaded last by the same line.
struct LoadedBefore {
  private struct Key: Hashable {
    let text: String
    let source: String

    init(_ article: Article) { (text, source) = (article.textDigest.hex, article.source) }
  }

  /// Made when it is first asked: most articles have a text that no article had before.
  private var names: [Key: ArticleID]?
  private(set) var last: RecordItem?

  /// Notes an article that the line has loaded.
  mutating func add(_ article: Article, _ id: ArticleID) {
    last = article.item
    if names != nil { note(article, id) }
  }

  /// The article that is the same as one that is to be loaded.
  mutating func named(_ article: Article, in session: Session) -> ArticleID? {
    if session.contents[article.textDigest.hex] == nil { return nil }
    if names == nil {
      names = [:]
      for id in session.book.articles.all { note(session.book.articles[id], id) }
    }
    return names?[Key(article)]
  }

  private mutating func note(_ article: Article, _ id: ArticleID) {
    let key = Key(article)
    if names?[key] == nil { names?[key] = id }
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
  static func mustBeKept(_ path: String) -> Message {
    Message(
      "must-be-kept",
      "the text of ‘\(path)’ must be kept: opening a notebook runs no program and fetches nothing")
  }
  static func noSuchPart(_ path: String, _ part: Int, of count: Int) -> Message {
    Message(
      "no-such-part",
      "‘\(path)’ has no article \(part): it has \(Layout.count(count, "article"))")
  }
  static func cannotKeep(_ reason: String) -> Message {
    Message(
      "cannot-keep", "the text cannot be kept beside the notebook: \(reason)", exit: .inputOutput)
  }
}
