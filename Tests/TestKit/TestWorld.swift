public import Casebook
public import CommandKit
public import Storage

/// A world in which nothing changes by itself: a clock that stands, a coder, a page of 80 columns,
/// and files in a folder of its own.
public struct TestWorld: Sendable {
  /// Where typed paths start.
  public let folder: TemporaryFolder
  /// The moment now: 2031-04-18T10:15:00Z until a test sets it forward.
  public var now = Instant(seconds: 1_934_273_700)
  /// Who is coding.
  public var coder: String
  /// Whether verbs and keywords may be shortened.
  public var mayShorten = false

  /// A world with an empty folder.
  public init(coder: String = "hv") throws(FileError) {
    folder = try TemporaryFolder()
    self.coder = coder
  }

  /// The world as commands take it.
  public var world: World {
    let now = now
    return World(
      files: FileStore(), clock: { now }, coder: coder, folder: folder.path, page: Page(),
      mayShorten: mayShorten)
  }
}
