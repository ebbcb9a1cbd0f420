internal import Glibc

// What each call does is said in `FileLayer`.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension SystemFiles {
  public func status(
    ofPath path: String, followingLink: Bool
  ) throws(FileError) -> FileStatus {
    try refuseZeros(in: path, .status)
    var status = stat()
    let answer = unsafe followingLink ? stat(path, &status) : lstat(path, &status)
    try check(answer, .status, path)
    return FileStatus(status)
  }

  public func checkWritable(_ path: String) throws(FileError) {
    try refuseZeros(in: path, .access)
    try check(unsafe faccessat(AT_FDCWD, path, W_OK, AT_EACCESS), .access, path)
  }

  public func rename(_ path: String, to target: String) throws(FileError) {
    try refuseZeros(in: path + target, .rename)
    try check(unsafe Glibc.rename(path, target), .rename, target)
  }

  public func remove(_ path: String) throws(FileError) {
    try refuseZeros(in: path, .remove)
    try check(unsafe unlink(path), .remove, path)
  }

  public func makeFolder(_ path: String, mode: UInt32) throws(FileError) {
    try refuseZeros(in: path, .makeFolder)
    try check(unsafe mkdir(path, mode_t(mode)), .makeFolder, path)
  }

  /// A name that is not UTF-8 is repaired, so that it is seen, and opening it says that there is no
  /// such file.
  public func names(in folder: String) throws(FileError) -> [String] {
    try refuseZeros(in: folder, .list)
    guard let stream = unsafe opendir(folder) else { throw FileError(.list, folder, errno) }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while true {
      errno = 0
      guard let entry = unsafe readdir(stream) else { break }
      guard let start = unsafe entry.pointer(to: \.d_name) else { break }
      let name = unsafe start.withMemoryRebound(to: CChar.self, capacity: 256) { bytes in
        unsafe String(cString: bytes)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    if errno != 0 { throw FileError(.list, folder, errno) }
    return names
  }

  public func readLink(_ path: String) throws(FileError) -> String {
    try refuseZeros(in: path, .readLink)
    var bytes = [UInt8](repeating: 0, count: Int(PATH_MAX))
    let length = unsafe bytes.withUnsafeMutableBytes { target in
      unsafe readlink(path, target.baseAddress!.assumingMemoryBound(to: CChar.self), target.count)
    }
    try check(length, .readLink, path)
    return String(decoding: bytes[..<length], as: UTF8.self)
  }

  public func resolve(_ path: String) throws(FileError) -> String {
    try refuseZeros(in: path, .resolve)
    guard let resolved = unsafe realpath(path, nil) else {
      throw FileError(.resolve, path, errno)
    }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }
}
