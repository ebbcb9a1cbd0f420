internal import Glibc

/// What a system call answered when it failed.
struct SystemError: Error, Equatable {
  /// The value of `errno`.
  var number: Int32

  static var latest: SystemError { SystemError(number: errno) }
}

/// A file of lines that is only ever appended to.
struct HistoryFile {
  let path: String

  /// Only so many bytes at the end of the file are looked at.
  private static let longestTail = 8 << 20

  /// The bytes of the file; 0 when there is none.
  func size() throws(SystemError) -> Int {
    guard let descriptor = try openToRead() else { return 0 }
    defer { close(descriptor) }
    return try regularSize(descriptor)
  }

  /// The lines between two places of the file, the ends of lines; none when there is no file. Of a
  /// long stretch only the end is looked at. Bytes that are not UTF-8 are repaired.
  func lines(from start: Int, to end: Int) throws(SystemError) -> [String] {
    guard let descriptor = try openToRead() else { return [] }
    defer { close(descriptor) }
    _ = try regularSize(descriptor)
    let begin = max(start, end - Self.longestTail)
    let bytes = try read(descriptor, from: begin, count: max(0, end - begin))
    var lines = bytes.split(separator: UInt8(ascii: "\n"))
    if begin > start, !lines.isEmpty { lines.removeFirst() }
    return lines.map { String(decoding: $0, as: UTF8.self) }
  }

  private func openToRead() throws(SystemError) -> Int32? {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    if descriptor >= 0 { return descriptor }
    if errno == ENOENT { return nil }
    throw .latest
  }

  /// Appends one line, whole or not at all. The bytes that it takes.
  func append(_ line: String) throws(SystemError) -> Range<Int> {
    let flags = O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NONBLOCK
    let descriptor = unsafe open(path, flags, 0o600)
    guard descriptor >= 0 else { throw .latest }
    defer { close(descriptor) }
    _ = try regularSize(descriptor)
    guard fchmod(descriptor, 0o600) == 0 else { throw .latest }
    while flock(descriptor, LOCK_EX) != 0 {
      guard errno == EINTR else { throw .latest }
    }
    // Another shell may have written until the lock was ours.
    let size = try regularSize(descriptor)
    let last = try read(descriptor, from: max(0, size - 1), count: min(1, size))
    let isTorn = !last.isEmpty && last != [UInt8(ascii: "\n")]
    let text = (isTorn ? "\n" : "") + line + "\n"
    try write(text, to: descriptor, over: size)
    return size..<(size + text.utf8.count)
  }

  /// A write that does not succeed whole is taken back.
  private func write(
    _ text: String, to descriptor: Int32, over size: Int
  ) throws(SystemError) {
    let bytes = Array(text.utf8)
    let written = unsafe Glibc.write(descriptor, bytes, bytes.count)
    guard written != bytes.count else { return }
    let failure = written < 0 ? SystemError.latest : SystemError(number: ENOSPC)
    if written > 0 { _ = ftruncate(descriptor, off_t(size)) }
    throw failure
  }

  private func regularSize(_ descriptor: Int32) throws(SystemError) -> Int {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw .latest }
    guard status.st_mode & S_IFMT == S_IFREG else { throw SystemError(number: EINVAL) }
    return Int(status.st_size)
  }

  private func read(
    _ descriptor: Int32, from offset: Int, count: Int
  ) throws(SystemError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
      let got = unsafe bytes.withUnsafeMutableBytes { target in
        unsafe pread(
          descriptor, target.baseAddress! + filled, count - filled, off_t(offset + filled))
      }
      if got == 0 { break }
      if got < 0 {
        guard errno == EINTR else { throw .latest }
        continue
      }
      filled += got
    }
    bytes.removeLast(count - filled)
    return bytes
  }
}
