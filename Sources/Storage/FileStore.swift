internal import Glibc

/// Files as the program uses them: read whole, written whole or not at all, listed and found.
public struct FileStore: Sendable {
  /// The system calls.
  public let files: any FileLayer

  /// A store; tests give it files that fail.
  public init(files: any FileLayer = SystemFiles()) {
    self.files = files
  }

  /// All bytes of a regular file. Folders, pipes, sockets and devices are refused, and so is a file
  /// of more than `limit` bytes; none of them is waited for.
  public func read(_ path: String, limit: Int = .max) throws(FileError) -> [UInt8] {
    try contents(path, limit: limit).bytes
  }

  /// The same with the status of the file, by which a later change of it is noticed.
  public func contents(_ path: String, limit: Int = .max) throws(FileError) -> FileContents {
    let file = try openToRead(path)
    defer { try? files.close(file) }
    let status = try files.status(of: file)
    try check(status, at: path, limit: limit)
    let bytes = try readAll(file, expecting: status.size, limit: limit)
    return FileContents(bytes: bytes, status: status)
  }

  /// All bytes of standard input, whatever it is; a terminal or a pipe is waited for.
  public func readStandardInput(limit: Int = .max) throws(FileError) -> [UInt8] {
    try readAll(.standardInput, expecting: 0, limit: limit)
  }

  /// The status of what a path names, links followed; nil where there is nothing.
  public func status(_ path: String) throws(FileError) -> FileStatus? {
    do {
      return try files.status(ofPath: path, followingLink: true)
    } catch let error where error.isMissing {
      return nil
    }
  }

  /// The stamp of a file, where any later change of it would give it another one: its last change
  /// lies further back than the steps in which the system counts file times (at worst some 4 ms,
  /// two seconds on some foreign disks). Nil where it has to be read to be sure.
  public func settledStamp(_ status: FileStatus) -> FileStamp? {
    status.stamp.seconds < Environment.now() - 2 ? status.stamp : nil
  }

  /// What a path names, links followed; nil where there is nothing.
  public func kind(_ path: String) throws(FileError) -> FileKind? {
    try status(path)?.kind
  }

  /// Whether a path names something that can be looked at.
  public func exists(_ path: String) -> Bool {
    (try? files.status(ofPath: path, followingLink: true)) != nil
  }

  /// The absolute path without any link, `.` or `..`; everything on it must exist.
  public func resolved(_ path: String) throws(FileError) -> String { try files.resolve(path) }

  /// The names in a folder, hidden ones too, sorted by bytes.
  public func list(_ folder: String) throws(FileError) -> [String] {
    try files.names(in: folder).sorted(by: Paths.precedes)
  }

  /// Removes a file; nothing happens where there is none.
  public func remove(_ path: String) throws(FileError) {
    do {
      try files.remove(path)
    } catch let error where error.isMissing {
      return
    }
  }

  /// Makes a folder and those above it that are missing, and brings their names to the disk.
  public func makeFolder(_ path: String) throws(FileError) {
    if try kind(path) == .folder { return }
    let parent = Paths.parent(path)
    if parent != path { try makeFolder(parent) }
    do {
      try files.makeFolder(path, mode: 0o777)
    } catch let error where error.code == EEXIST {
      // Made by somebody else in between, or no folder: then the path cannot be used.
      if try kind(path) != .folder { throw error }
    }
    try syncFolder(parent)
  }

  /// Brings the names in a folder to the disk.
  func syncFolder(_ folder: String) throws(FileError) {
    let file = try openFolder(folder)
    defer { try? files.close(file) }
    try uninterrupted { () throws(FileError) in try files.sync(file) }
  }

  func openFolder(_ folder: String) throws(FileError) -> OpenFile {
    try uninterrupted { () throws(FileError) in
      try files.open(folder, [.read, .folder], mode: 0)
    }
  }
}

extension FileStore {
  private func openToRead(_ path: String) throws(FileError) -> OpenFile {
    do {
      return try uninterrupted { () throws(FileError) in
        try files.open(path, .read, mode: 0)
      }
    } catch let error where error.code == ENXIO {
      throw FileError(.read, path, FileError.notRegular)  // a socket
    }
  }

  private func check(_ status: FileStatus, at path: String, limit: Int) throws(FileError) {
    switch status.kind {
    case .file: if status.size > limit { throw FileError(.read, path, EFBIG) }
    case .folder: throw FileError(.read, path, EISDIR)
    case .link, .other: throw FileError(.read, path, FileError.notRegular)
    }
  }

  /// Reads to the end. The expected size only saves steps: some files grow, some say 0.
  private func readAll(
    _ file: OpenFile, expecting size: Int, limit: Int
  ) throws(FileError) -> [UInt8] {
    var bytes = LargeArray.zeros(size + 1)
    var filled = 0
    while true {
      let got = try readSome(file, into: &bytes, from: filled)
      if got == 0 { break }
      filled += got
      if filled > limit { throw FileError(.read, file.path, EFBIG) }
      if filled == bytes.count {
        bytes.append(contentsOf: repeatElement(0, count: max(65_536, filled / 2)))
      }
    }
    bytes.removeLast(bytes.count - filled)
    return bytes
  }

  private func readSome(
    _ file: OpenFile, into bytes: inout [UInt8], from index: Int
  ) throws(FileError) -> Int {
    while true {
      do {
        return try files.read(file, into: &bytes, from: index, at: nil)
      } catch let error where error.code == EAGAIN {
        try uninterrupted { () throws(FileError) in try files.awaitInput(file) }
      } catch let error where error.isInterrupt {
        continue
      }
    }
  }
}
