internal import Glibc
public import Storage

/// An empty folder that goes away with the last reference to it.
public final class TemporaryFolder: Sendable {
  /// Its path, absolute.
  public let path: String
  private let files = FileStore()

  /// Makes a folder below `/tmp`.
  public init() throws(FileError) {
    let name = String(UInt64.random(in: .min ... .max), radix: 36)
    path = "/tmp/verbatim-test-\(name)"
    try files.makeFolder(path)
  }

  deinit { TemporaryFolder.remove(path, files) }

  /// The path of a name in it.
  public func callAsFunction(_ name: String) -> String { Paths.join(path, name) }

  /// Writes a file in it.
  public func write(_ text: String, to name: String) throws(FileError) {
    try files.writeAtomically(Array(text.utf8), to: self(name))
  }

  private static func remove(_ path: String, _ files: FileStore) {
    guard (try? files.kind(path)) == .folder else {
      try? files.remove(path)
      return
    }
    for name in (try? files.list(path)) ?? [] { remove(Paths.join(path, name), files) }
    _ = unsafe rmdir(path)
  }
}
