import Glibc
import Storage

/// Files of the benchmarks.
enum Files {
  static let store = FileStore()

  static func read(_ path: String) throws -> [UInt8] { try store.read(path) }

  /// Writes a file, and the folders above it.
  static func write(_ bytes: [UInt8], to path: String) throws {
    try store.makeFolder(Paths.parent(path))
    try store.writeAtomically([bytes[...]], to: path)
  }

  static func write(_ text: String, to path: String) throws {
    try write(Array(text.utf8), to: path)
  }

  /// Removes a folder with everything in it.
  static func removeFolder(_ path: String) throws {
    for name in try store.list(path) {
      let inside = Paths.join(path, name)
      if try store.kind(inside) == .folder {
        try removeFolder(inside)
      } else {
        try store.remove(inside)
      }
    }
    rmdir(path)
  }
}
