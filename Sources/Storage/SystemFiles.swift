internal import Glibc

/// The system's own files.
public struct SystemFiles: FileLayer {
  /// The system's own files.
  public init() {}
}

// What each call does is said in `FileLayer`.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension SystemFiles {
  public func open(
    _ path: String, _ options: OpenOptions, mode: UInt32
  ) throws(FileError) -> OpenFile {
    try refuseZeros(in: path, .open)
    let descriptor = unsafe Glibc.open(path, options.flags, mode_t(mode))
    try check(descriptor, .open, path)
    return OpenFile(descriptor: descriptor, path: path)
  }

  public func close(_ file: OpenFile) throws(FileError) {
    // After EINTR the descriptor is gone on Linux: closing again could hit another file.
    if Glibc.close(file.descriptor) != 0, errno != EINTR {
      throw FileError(.close, file.path, errno)
    }
  }

  public func read(
    _ file: OpenFile, into bytes: inout [UInt8], from index: Int, at offset: Int?
  ) throws(FileError) -> Int {
    let got = unsafe bytes.withUnsafeMutableBytes { all in
      let target = unsafe UnsafeMutableRawBufferPointer(rebasing: all[index...])
      guard let offset else {
        return unsafe Glibc.read(file.descriptor, target.baseAddress, target.count)
      }
      return unsafe pread(file.descriptor, target.baseAddress, target.count, off_t(offset))
    }
    try check(got, .read, file.path)
    return got
  }

  public func awaitInput(_ file: OpenFile) throws(FileError) {
    var wanted = pollfd(fd: file.descriptor, events: Int16(POLLIN), revents: 0)
    try check(unsafe poll(&wanted, 1, -1), .awaitInput, file.path)
  }

  public func write(_ bytes: ArraySlice<UInt8>, to file: OpenFile) throws(FileError) -> Int {
    let written = unsafe bytes.withUnsafeBytes { source in
      unsafe Glibc.write(file.descriptor, source.baseAddress, source.count)
    }
    try check(written, .write, file.path)
    return written
  }

  public func sync(_ file: OpenFile) throws(FileError) {
    try check(fsync(file.descriptor), .sync, file.path)
  }

  public func syncData(_ file: OpenFile) throws(FileError) {
    try check(fdatasync(file.descriptor), .sync, file.path)
  }

  public func status(of file: OpenFile) throws(FileError) -> FileStatus {
    var status = stat()
    try check(unsafe fstat(file.descriptor, &status), .status, file.path)
    return FileStatus(status)
  }

  public func changeOwner(
    of file: OpenFile, to owner: UInt32?, group: UInt32?
  ) throws(FileError) {
    let kept = UInt32.max
    let answer = fchown(file.descriptor, owner ?? kept, group ?? kept)
    try check(answer, .changeOwner, file.path)
  }

  public func changeMode(of file: OpenFile, to mode: UInt32) throws(FileError) {
    try check(fchmod(file.descriptor, mode_t(mode)), .changeMode, file.path)
  }

  public func truncate(_ file: OpenFile, to size: Int) throws(FileError) {
    try check(ftruncate(file.descriptor, off_t(size)), .truncate, file.path)
  }

  public func lock(_ file: OpenFile) throws(FileError) -> Bool {
    if flock(file.descriptor, LOCK_EX | LOCK_NB) == 0 { return true }
    if errno == EWOULDBLOCK { return false }
    throw FileError(.lock, file.path, errno)
  }
}

/// Throws what the system said when the answer of a call is negative.
func check(
  _ answer: some SignedInteger, _ operation: FileOperation, _ path: String
) throws(FileError) {
  if answer < 0 { throw FileError(operation, path, errno) }
}

/// The system would take only the part of a path before a zero byte: another file.
func refuseZeros(in path: String, _ operation: FileOperation) throws(FileError) {
  if path.utf8.contains(0) { throw FileError(operation, path, EINVAL) }
}

extension OpenOptions {
  fileprivate var flags: Int32 {
    var flags = O_CLOEXEC | O_NONBLOCK | O_NOCTTY
    switch (contains(.read), contains(.write)) {
    case (true, true): flags |= O_RDWR
    case (false, true): flags |= O_WRONLY
    default: flags |= O_RDONLY
    }
    if contains(.create) { flags |= O_CREAT }
    if contains(.exclusive) { flags |= O_EXCL }
    if contains(.append) { flags |= O_APPEND }
    if contains(.folder) { flags |= O_DIRECTORY }
    return flags
  }
}

extension FileStatus {
  init(_ status: stat) {
    let kind: FileKind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .other
      }
    let stamp = FileStamp(
      device: UInt64(status.st_dev), number: UInt64(status.st_ino), size: Int(status.st_size),
      seconds: Int64(status.st_mtim.tv_sec), nanoseconds: Int64(status.st_mtim.tv_nsec))
    self.init(
      kind: kind, size: Int(status.st_size), mode: UInt32(status.st_mode & 0o7777),
      owner: status.st_uid, group: status.st_gid, stamp: stamp)
  }
}

extension FileError {
  /// Whether a signal came in between: the call is to be made again.
  var isInterrupt: Bool { code == EINTR }
}
