internal import Glibc

/// What the system said when it was asked for something and refused.
public struct FileError: Error, Equatable, Sendable {
  /// What was tried, so that "cannot … PATH" is a sentence: `open`, `write to`, `rename`.
  public let operation: String
  /// The file or folder, as it was named to the call.
  public let path: String
  /// The value of `errno`, or `notRegular`.
  public let code: Int32

  /// The code of a refusal of our own: a pipe, a socket or a device where a file is expected.
  public static let notRegular: Int32 = -1

  /// An error.
  public init(operation: String, path: String, code: Int32) {
    self.operation = operation
    self.path = path
    self.code = code
  }

  init(_ operation: FileOperation, _ path: String, _ code: Int32) {
    self.init(operation: operation.rawValue, path: path, code: code)
  }

  /// What it means, in lower case and without a full stop: `no space left on device`. The words are
  /// ours, so they are the same under any locale.
  public var reason: String { Self.reasons[code] ?? "system error \(code)" }

  /// The whole sentence: `cannot open "notes.md": permission denied`.
  public var sentence: String { "cannot \(operation) \"\(path)\": \(reason)" }

  /// Whether there is simply no such file or folder.
  public var isMissing: Bool { code == ENOENT || code == ENOTDIR }

  /// The same error, said of the file that was asked for rather than of one made on the way.
  func about(_ path: String) -> FileError {
    FileError(operation: operation, path: path, code: code)
  }

  private static let reasons: [Int32: String] = [
    notRegular: "not a regular file",
    EACCES: "permission denied",
    EBADF: "the file is closed",
    EBUSY: "the file is in use by the system",
    EDQUOT: "disk quota exceeded",
    EEXIST: "it exists already",
    EFBIG: "the file is too large",
    EINTR: "interrupted",
    EINVAL: "invalid argument",
    EIO: "input/output error",
    EISDIR: "it is a folder",
    ELOOP: "too many symbolic links",
    EMFILE: "too many open files",
    ENAMETOOLONG: "the name is too long",
    ENFILE: "too many open files in the system",
    ENODEV: "no such device",
    ENOENT: "no such file or folder",
    ENOLCK: "no locks available",
    ENOMEM: "not enough memory",
    ENOSPC: "no space left on device",
    ENOTDIR: "a part of the path is not a folder",
    ENOTEMPTY: "the folder is not empty",
    ENXIO: "no such device or address",
    EOPNOTSUPP: "the file system does not support it",
    EOVERFLOW: "the file is too large",
    EPERM: "operation not permitted",
    EPIPE: "nobody reads any more",
    EROFS: "the file system is read-only",
    ESTALE: "the file is gone from the server",
    ETIMEDOUT: "timed out",
    ETXTBSY: "the file is a running program",
    EXDEV: "it is on another file system",
  ]
}

/// The kinds of system call that touch files, each named so that "cannot … PATH" is a sentence.
public enum FileOperation: String, Sendable, CaseIterable {
  /// `open(2)`
  case open
  /// `close(2)`
  case close
  /// `read(2)` and `pread(2)`
  case read
  /// `poll(2)`
  case awaitInput = "wait for"
  /// `write(2)`
  case write = "write to"
  /// `fsync(2)` and `fdatasync(2)`
  case sync = "write to the disk"
  /// `fstat(2)`, `stat(2)` and `lstat(2)`
  case status = "look at"
  /// `faccessat(2)`
  case access = "ask whether we may change"
  /// `fchown(2)`
  case changeOwner = "give away"
  /// `fchmod(2)`
  case changeMode = "set the mode of"
  /// `ftruncate(2)`
  case truncate = "shorten"
  /// `flock(2)`
  case lock
  /// `rename(2)`
  case rename = "replace"
  /// `unlink(2)`
  case remove
  /// `mkdir(2)`
  case makeFolder = "make the folder"
  /// `opendir(3)`, `readdir(3)`
  case list
  /// `readlink(2)`
  case readLink = "follow the link"
  /// `realpath(3)`
  case resolve = "find"
}
