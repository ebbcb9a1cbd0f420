internal import Glibc

/// A file of records that is only ever added to at its end, for one writer at a time.
///
/// A record counts once `sync` has answered. What fails is taken back: after an error of `append`
/// the file ends where it ended before the call, after one of `sync` where the last `sync` left it,
/// so that a record never counts whose command was reported as failed. No space is reserved ahead:
/// on ext4 that leaves the time of `sync` as it is, unless the space is filled with zeros, which
/// other programs would then meet in the file.
public final class AppendLog {
  /// The path, as it was given.
  public let path: String

  private let files: any FileLayer
  private let mode: UInt32
  private var file: OpenFile?
  /// What is known to be on the disk; nil when somebody else may have written since.
  private var synced: Int?
  /// How long the file is, while the lock keeps others from adding to it; nil when that is not known.
  private var length: Int?
  /// Where the file must be cut before anything is added, when that could not be done at once.
  private var torn: Int?

  /// Opens a log. Without `create` it must exist; if it is made, nobody else may read it. Pipes,
  /// devices and folders are refused.
  public init(
    path: String, files: any FileLayer = SystemFiles(), create: Bool = true, mode: UInt32 = 0o600
  ) throws(FileError) {
    self.path = path
    self.files = files
    self.mode = mode
    file = try open(create: create)
  }

  deinit { close() }

  /// Whether this log holds the lock.
  public private(set) var isLocked = false

  /// Takes the lock of the file without waiting: false when somebody else has it. The system gives
  /// it back when the log is closed or the process ends, however it ends. Until then only the holder
  /// may add to the file or cut it.
  public func lock() throws(FileError) -> Bool {
    if isLocked { return true }
    for _ in 0..<10 {
      let file = try opened()
      guard try uninterrupted({ () throws(FileError) in try files.lock(file) }) else {
        return false
      }
      if try isStillThere(file) {
        isLocked = true
        synced = try status().size
        return true
      }
      // The file was replaced between opening and locking: a lock of the old one is worth nothing.
      let current = try open(create: false)
      try? files.close(file)
      self.file = current
    }
    throw FileError(.lock, path, EBUSY)
  }

  /// The length of the file in bytes.
  public func size() throws(FileError) -> Int { try status().size }

  /// Adds bytes at the end, all or none.
  public func append(_ bytes: [UInt8]) throws(FileError) {
    try mend()
    let file = try opened()
    let start = try knownSize()
    if synced == nil { synced = start }
    do {
      try FileStore(files: files).writeAll(bytes[...], to: file)
      length = isLocked ? start + bytes.count : nil
    } catch {
      retreat(to: start)
      throw error
    }
  }

  /// Brings all that was added to the disk.
  ///
  /// After an error it is taken out again: the system may have dropped the bytes, and would answer
  /// a second attempt with success. Adding them again is safe.
  public func sync() throws(FileError) {
    try mend()
    let file = try opened()
    do {
      let size = try status().size
      try uninterrupted { () throws(FileError) in try files.syncData(file) }
      synced = size
    } catch {
      if let synced { retreat(to: synced) }
      throw error
    }
  }

  /// The last `count` bytes, or all where there are fewer.
  public func readTail(_ count: Int) throws(FileError) -> [UInt8] {
    let file = try opened()
    let size = try status().size
    let start = max(0, size - count)
    var bytes = [UInt8](repeating: 0, count: size - start)
    var filled = 0
    while filled < bytes.count {
      let got = try uninterrupted { () throws(FileError) in
        try files.read(file, into: &bytes, from: filled, at: start + filled)
      }
      if got == 0 { break }
      filled += got
    }
    bytes.removeLast(bytes.count - filled)
    return bytes
  }

  /// All bytes.
  public func readAll() throws(FileError) -> [UInt8] { try readTail(.max) }

  /// Cuts off a record that was not written whole when power or process were lost: the file then
  /// ends at `size`. Nothing happens where it is not longer.
  public func truncateTornTail(at size: Int) throws(FileError) {
    let file = try opened()
    if try status().size <= size { return }
    try uninterrupted { () throws(FileError) in try files.truncate(file, to: size) }
    synced = synced.map { min($0, size) }
    length = nil
  }

  /// Closes the file and gives the lock back.
  public func close() {
    try? mend()
    if let file { try? files.close(file) }
    file = nil
    isLocked = false
    length = nil
  }
}

extension AppendLog {
  private func open(create: Bool) throws(FileError) -> OpenFile {
    let file: OpenFile
    if create, let made = try make() {
      file = made
    } else {
      file = try uninterrupted { () throws(FileError) in
        try files.open(path, [.read, .write, .append], mode: 0)
      }
    }
    do throws(FileError) {
      if try files.status(of: file).kind == .file { return file }
      throw FileError(.open, path, FileError.notRegular)
    } catch {
      try? files.close(file)
      throw error
    }
  }

  /// A new file, its name on the disk; nil where there is one.
  private func make() throws(FileError) -> OpenFile? {
    let file: OpenFile
    do {
      file = try uninterrupted { () throws(FileError) in
        try files.open(path, [.read, .write, .append, .create, .exclusive], mode: mode)
      }
    } catch let error where error.code == EEXIST {
      return nil
    }
    do {
      try FileStore(files: files).syncFolder(Paths.parent(path))
      return file
    } catch {
      try? files.close(file)
      try? files.remove(path)
      throw error
    }
  }

  private func opened() throws(FileError) -> OpenFile {
    guard let file else { throw FileError(.open, path, EBADF) }
    return file
  }

  private func knownSize() throws(FileError) -> Int {
    if let length { return length }
    return try status().size
  }

  private func status() throws(FileError) -> FileStatus { try files.status(of: try opened()) }

  private func isStillThere(_ file: OpenFile) throws(FileError) -> Bool {
    let here = try files.status(of: file).stamp
    let there = try files.status(ofPath: path, followingLink: true).stamp
    return here.device == there.device && here.number == there.number
  }

  private func retreat(to size: Int) {
    torn = size
    length = nil
    try? mend()
  }

  /// Cuts what could not be cut when it failed; until that succeeds nothing can be added.
  private func mend() throws(FileError) {
    guard let torn else { return }
    let file = try opened()
    try uninterrupted { () throws(FileError) in try files.truncate(file, to: torn) }
    self.torn = nil
  }
}
