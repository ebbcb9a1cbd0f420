/// A file that is open, with the path it was opened by, so that errors can name it.
public struct OpenFile: Sendable, Equatable {
  /// The system's number for it.
  public let descriptor: Int32
  /// The path, as it was given.
  public let path: String

  /// An open file.
  public init(descriptor: Int32, path: String) {
    self.descriptor = descriptor
    self.path = path
  }

  /// Standard input.
  public static let standardInput = OpenFile(descriptor: 0, path: "standard input")
}

/// How a file is opened. Whatever is asked for, programs started later do not inherit the file,
/// opening never waits (a pipe without a writer) and never takes a terminal.
public struct OpenOptions: OptionSet, Sendable {
  /// The bits.
  public let rawValue: Int

  /// Options from their bits.
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// For reading.
  public static let read = OpenOptions(rawValue: 1)
  /// For writing.
  public static let write = OpenOptions(rawValue: 2)
  /// Made if missing.
  public static let create = OpenOptions(rawValue: 4)
  /// Together with `create`: it must not exist, not even as a link.
  public static let exclusive = OpenOptions(rawValue: 8)
  /// Every write goes to the end.
  public static let append = OpenOptions(rawValue: 16)
  /// It must be a folder.
  public static let folder = OpenOptions(rawValue: 32)
}

/// Every system call that touches files, one method each, so that tests can make each of them fail
/// or stop half-way. What a call means as part of a whole (retry after an interrupt, go on after a
/// short write) is the business of `FileStore` and `AppendLog`.
public protocol FileLayer: Sendable {
  /// Opens a file; `mode` counts when it is made, less the process's umask.
  func open(_ path: String, _ options: OpenOptions, mode: UInt32) throws(FileError) -> OpenFile
  /// Closes a file. It is closed even when an error is reported.
  func close(_ file: OpenFile) throws(FileError)
  /// Fills `bytes` from `index` on, from where the file stands or from `offset`: how many arrived,
  /// 0 at the end.
  func read(
    _ file: OpenFile, into bytes: inout [UInt8], from index: Int, at offset: Int?
  ) throws(FileError) -> Int
  /// Waits until there is something to read, or the end.
  func awaitInput(_ file: OpenFile) throws(FileError)
  /// Writes some or all of the bytes: how many.
  func write(_ bytes: ArraySlice<UInt8>, to file: OpenFile) throws(FileError) -> Int
  /// Brings bytes and status to the disk; works for folders.
  func sync(_ file: OpenFile) throws(FileError)
  /// Brings the bytes to the disk, and of the status what is needed to read them.
  func syncData(_ file: OpenFile) throws(FileError)
  /// The status of an open file.
  func status(of file: OpenFile) throws(FileError) -> FileStatus
  /// The status of what a path names.
  func status(ofPath path: String, followingLink: Bool) throws(FileError) -> FileStatus
  /// Fails unless this process may write to the file.
  func checkWritable(_ path: String) throws(FileError)
  /// Changes owner and group; nil leaves one as it is.
  func changeOwner(of file: OpenFile, to owner: UInt32?, group: UInt32?) throws(FileError)
  /// Changes the permission bits.
  func changeMode(of file: OpenFile, to mode: UInt32) throws(FileError)
  /// Cuts or extends a file.
  func truncate(_ file: OpenFile, to size: Int) throws(FileError)
  /// Takes the exclusive lock of a file without waiting; false when another opening of it has it.
  func lock(_ file: OpenFile) throws(FileError) -> Bool
  /// Gives a file another name, in place of what had that name.
  func rename(_ path: String, to target: String) throws(FileError)
  /// Removes a file's name.
  func remove(_ path: String) throws(FileError)
  /// Makes a folder; `mode` counts less the process's umask.
  func makeFolder(_ path: String, mode: UInt32) throws(FileError)
  /// The names in a folder, without `.` and `..`, in no order.
  func names(in folder: String) throws(FileError) -> [String]
  /// What a symbolic link says.
  func readLink(_ path: String) throws(FileError) -> String
  /// The absolute path without any link, `.` or `..`; everything on it must exist.
  func resolve(_ path: String) throws(FileError) -> String
}

/// Makes a call again for as long as a signal interrupts it.
func uninterrupted<Value>(
  _ call: () throws(FileError) -> Value
) throws(FileError) -> Value {
  while true {
    do {
      return try call()
    } catch let error where error.isInterrupt {
      continue
    }
  }
}
