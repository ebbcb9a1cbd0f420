/// What sort of thing a path names.
public enum FileKind: Sendable, Equatable {
  /// A regular file: the only kind that is read or written.
  case file
  /// A folder.
  case folder
  /// A symbolic link; only seen when links are not followed.
  case link
  /// A pipe, a socket or a device.
  case other
}

/// What the system knows about a file.
public struct FileStatus: Sendable, Equatable {
  /// What sort of thing it is.
  public var kind: FileKind
  /// Its length in bytes.
  public var size: Int
  /// Permission bits with set-id and sticky bits (07777).
  public var mode: UInt32
  /// The owner's number.
  public var owner: UInt32
  /// The group's number.
  public var group: UInt32
  /// Which file it is, and when it was last written.
  public var stamp: FileStamp

  /// A status.
  public init(
    kind: FileKind, size: Int, mode: UInt32, owner: UInt32, group: UInt32, stamp: FileStamp
  ) {
    self.kind = kind
    self.size = size
    self.mode = mode
    self.owner = owner
    self.group = group
    self.stamp = stamp
  }
}

/// Which file it is, how long, and when it was last written: a file whose stamp is the same was not
/// changed in between, within the precision of the system's file times (at worst some 4 ms).
public struct FileStamp: Sendable, Equatable {
  /// The device.
  public var device: UInt64
  /// The number on the device.
  public var number: UInt64
  /// The length in bytes.
  public var size: Int
  /// When the bytes were last written: seconds since 1970.
  public var seconds: Int64
  /// The part of that time below a second.
  public var nanoseconds: Int64

  /// A stamp.
  public init(device: UInt64, number: UInt64, size: Int, seconds: Int64, nanoseconds: Int64) {
    self.device = device
    self.number = number
    self.size = size
    self.seconds = seconds
    self.nanoseconds = nanoseconds
  }
}

/// The bytes of a file, and what the system knew about it when they were read.
public struct FileContents: Sendable, Equatable {
  /// All its bytes.
  public var bytes: [UInt8]
  /// Its status, taken before the first byte was read: what is written later shows as a change.
  public var status: FileStatus
}
