internal import Casebook
internal import CommandKit
internal import Diagnostics
internal import Fetching
internal import Readers
internal import Storage

/// The bytes that a typed source means, and how records name it.
struct SourceBytes {
  let bytes: [UInt8]
  /// The path as typed, or the address that answered in the end.
  let path: String
  /// Which of its articles is meant, from 1; nil for all.
  let part: Int?
  /// The source as records write it: relative to the notebook's folder.
  let recorded: String
  /// Whether it came from an address.
  let isFetched: Bool

  /// The largest source that is read, in bytes.
  static let limit = 256 << 20

  /// Reads a file, `-`, a paste, or fetches an address. Nothing else of the program ever opens a
  /// connection: a notebook that is opened or replayed has the kept text.
  init(_ source: String, _ line: CommandLine, _ session: Session, _ world: World)
    throws(Diagnostic)
  {
    if let paste = session.pastes[source] {
      (bytes, path, part, recorded) = (Array(paste.utf8), source, nil, "-")
      isFetched = false
      return
    }
    let isFile = world.files.exists(Paths.absolute(source, in: world.folder))
    // What is meant by `x#3`: a file whose own name ends so goes before a part of one.
    let typed = isFile ? SourceReference(path: source, part: nil) : SourceReference(source)
    part = typed.part
    isFetched = !isFile && Fetcher.isAddress(source)
    if isFetched {
      let page = try Self.fetched(typed.path, line, world)
      (bytes, path, recorded) = (page.bytes, page.address, page.address)
    } else {
      (bytes, path) = (try Self.read(typed.path, line, world), typed.path)
      recorded = Self.recorded(typed.path, session, world)
    }
  }

  private static func fetched(_ address: String, _ line: CommandLine, _ world: World)
    throws(Diagnostic) -> Fetcher.Page
  {
    let attention = world.attention
    do throws(FetchError) {
      return try Fetcher().page(at: address) { attention.isInterrupted() }
    } catch {
      if error == .stopped { try attention.step("fetching", 0, of: 1) }
      throw cannotLoad(address, error.reason, line)
    }
  }

  private static func read(_ source: String, _ line: CommandLine, _ world: World)
    throws(Diagnostic) -> [UInt8]
  {
    if source == "-" { return world.standardInput() }
    do throws(FileError) {
      return try world.files.read(Paths.absolute(source, in: world.folder), limit: limit)
    } catch {
      throw cannotLoad(source, error.reason, line)
    }
  }

  private static func cannotLoad(_ source: String, _ reason: String, _ line: CommandLine)
    -> Diagnostic
  {
    let span = line.words.first { line.text($0) == source }?.range ?? 0..<line.bytes.count
    return Diagnostic(.cannotLoad(source, reason), at: line.place(span))
  }

  private static func recorded(_ source: String, _ session: Session, _ world: World) -> String {
    if source == "-" { return source }
    let folder = session.file.map { Paths.parent($0.path) } ?? world.folder
    return Paths.relative(from: folder, to: Paths.absolute(source, in: world.folder))
  }
}
