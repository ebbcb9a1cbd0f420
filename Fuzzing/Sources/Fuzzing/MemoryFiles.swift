internal import Glibc
@testable internal import Storage
internal import Synchronization

/// Files that are only in memory, so that no line that was made up touches the disk. Folders are
/// there wherever they are asked for; there are no links.
final class MemoryFiles: FileLayer {
  private struct State {
    var files: [String: [UInt8]]
    var open: [Int32: (path: String, at: Int)] = [:]
    var next: Int32 = 1_000
  }

  private let state: Mutex<State>

  /// Files by their absolute paths.
  init(_ files: [String: [UInt8]] = [:]) { state = Mutex(State(files: files)) }

  /// All files by their paths.
  var all: [String: [UInt8]] { state.withLock { $0.files } }

  /// Forgets all that is there for others.
  func replaceAll(with files: [String: [UInt8]]) { state.withLock { $0 = State(files: files) } }

  /// Adds to a file that is there, as another program does.
  func append(_ bytes: [UInt8], to path: String) {
    state.withLock { state in
      if let old = state.files[path] { state.files[path] = old + bytes }
    }
  }

  func open(_ path: String, _ options: OpenOptions, mode: UInt32) throws(FileError) -> OpenFile {
    let answer: Result<Int32, FileError> = state.withLock { state in
      if options.contains(.folder) {
        if state.files[path] != nil { return .failure(FileError(.open, path, ENOTDIR)) }
      } else if options.contains(.create) {
        if options.contains(.exclusive), state.files[path] != nil {
          return .failure(FileError(.open, path, EEXIST))
        }
        state.files[path] = state.files[path] ?? []
      } else if state.files[path] == nil {
        return .failure(FileError(.open, path, ENOENT))
      }
      state.next += 1
      state.open[state.next] = (path, 0)
      return .success(state.next)
    }
    return OpenFile(descriptor: try answer.get(), path: path)
  }

  func close(_ file: OpenFile) throws(FileError) {
    state.withLock { _ = $0.open.removeValue(forKey: file.descriptor) }
  }

  func read(
    _ file: OpenFile, into bytes: inout [UInt8], from index: Int, at offset: Int?
  ) throws(FileError) -> Int {
    let room = bytes.count - index
    let got: ArraySlice<UInt8> = state.withLock { state in
      guard let (path, at) = state.open[file.descriptor] else { return [] }
      let all = state.files[path] ?? []
      let got = all.dropFirst(offset ?? at).prefix(room)
      if offset == nil { state.open[file.descriptor]?.at += got.count }
      return got
    }
    bytes.replaceSubrange(index..<index + got.count, with: got)
    return got.count
  }

  func write(_ bytes: ArraySlice<UInt8>, to file: OpenFile) throws(FileError) -> Int {
    state.withLock { $0.files[file.path, default: []] += bytes }
    return bytes.count
  }

  func truncate(_ file: OpenFile, to size: Int) throws(FileError) {
    state.withLock { state in
      let all = state.files[file.path] ?? []
      state.files[file.path] = Array(all.prefix(size))
    }
  }

  func status(of file: OpenFile) throws(FileError) -> FileStatus {
    try status(ofPath: file.path, followingLink: true)
  }

  func status(ofPath path: String, followingLink: Bool) throws(FileError) -> FileStatus {
    let (size, isFolder) = state.withLock { state in
      (state.files[path]?.count, state.files.keys.contains { $0.hasPrefix(path + "/") })
    }
    guard size != nil || isFolder else { throw FileError(.status, path, ENOENT) }
    return FileStatus(
      kind: size == nil ? .folder : .file, size: size ?? 0, mode: 0o644, owner: 0, group: 0,
      stamp: FileStamp(device: 1, number: 1, size: size ?? 0, seconds: 0, nanoseconds: 0))
  }

  func rename(_ path: String, to target: String) throws(FileError) {
    state.withLock { state in
      state.files[target] = state.files.removeValue(forKey: path) ?? state.files[target]
    }
  }

  func remove(_ path: String) throws(FileError) {
    let wasThere = state.withLock { $0.files.removeValue(forKey: path) != nil }
    if !wasThere { throw FileError(.remove, path, ENOENT) }
  }

  func names(in folder: String) throws(FileError) -> [String] {
    state.withLock { state in
      state.files.keys.filter { $0.hasPrefix(folder + "/") }
        .map { String($0.dropFirst(folder.utf8.count + 1).prefix { $0 != "/" }) }
    }
  }

  func resolve(_ path: String) throws(FileError) -> String {
    _ = try status(ofPath: path, followingLink: true)
    return Paths.normalise(path)
  }

  func readLink(_ path: String) throws(FileError) -> String {
    throw FileError(.readLink, path, EINVAL)
  }

  func makeFolder(_ path: String, mode: UInt32) throws(FileError) {}
  func awaitInput(_ file: OpenFile) throws(FileError) {}
  func sync(_ file: OpenFile) throws(FileError) {}
  func syncData(_ file: OpenFile) throws(FileError) {}
  func checkWritable(_ path: String) throws(FileError) {}
  func changeOwner(of file: OpenFile, to owner: UInt32?, group: UInt32?) throws(FileError) {}
  func changeMode(of file: OpenFile, to mode: UInt32) throws(FileError) {}
  func lock(_ file: OpenFile) throws(FileError) -> Bool { true }
}
