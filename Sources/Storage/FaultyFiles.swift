internal import Synchronization

/// Files that fail when a test wants them to: passes every call on to another layer, except where
/// its script says otherwise, and remembers the calls.
public final class FaultyFiles: FileLayer {
  /// What goes wrong with one call.
  public enum Fault: Sendable {
    /// Nothing is done, and the call fails with this code.
    case fails(Int32)
    /// A read or a write does half of its bytes (at least one) and says so; other calls are whole.
    case halves
    /// A write does half of its bytes and then fails with this code; other calls just fail.
    case tears(Int32)
  }

  /// Says what goes wrong with a call, given its number (from 0) and kind.
  public typealias Script = @Sendable (_ number: Int, _ operation: FileOperation) -> Fault?

  private let base: any FileLayer
  private let script: Script
  private let made = Mutex<[FileOperation]>([])

  /// Files that fail by a script.
  public init(over base: any FileLayer = SystemFiles(), script: @escaping Script) {
    self.base = base
    self.script = script
  }

  /// Files of which one call fails, the first having number 0.
  public convenience init(
    over base: any FileLayer = SystemFiles(), failing number: Int, with code: Int32
  ) {
    self.init(over: base) { call, _ in call == number ? .fails(code) : nil }
  }

  /// The calls made so far.
  public var calls: [FileOperation] { made.withLock { $0 } }

  private func fault(_ operation: FileOperation) -> Fault? {
    let number = made.withLock { calls in
      calls.append(operation)
      return calls.count - 1
    }
    return script(number, operation)
  }

  private func pass(_ operation: FileOperation, _ path: String) throws(FileError) {
    switch fault(operation) {
    case .fails(let code), .tears(let code): throw FileError(operation, path, code)
    case .halves, nil: break
    }
  }
}

// What each call does is said in `FileLayer`.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension FaultyFiles {
  public func open(
    _ path: String, _ options: OpenOptions, mode: UInt32
  ) throws(FileError) -> OpenFile {
    try pass(.open, path)
    return try base.open(path, options, mode: mode)
  }

  /// A failing close closes all the same, as the system's does.
  public func close(_ file: OpenFile) throws(FileError) {
    let fault = fault(.close)
    try base.close(file)
    if case .fails(let code) = fault { throw FileError(.close, file.path, code) }
  }

  public func read(
    _ file: OpenFile, into bytes: inout [UInt8], from index: Int, at offset: Int?
  ) throws(FileError) -> Int {
    switch fault(.read) {
    case .fails(let code), .tears(let code): throw FileError(.read, file.path, code)
    case nil: return try base.read(file, into: &bytes, from: index, at: offset)
    case .halves:
      var part = [UInt8](repeating: 0, count: max(1, (bytes.count - index) / 2))
      let got = try base.read(file, into: &part, from: 0, at: offset)
      bytes.replaceSubrange(index..<index + got, with: part[..<got])
      return got
    }
  }

  public func write(_ bytes: ArraySlice<UInt8>, to file: OpenFile) throws(FileError) -> Int {
    let half = bytes.prefix(max(1, bytes.count / 2))
    switch fault(.write) {
    case .fails(let code): throw FileError(.write, file.path, code)
    case .halves: return try base.write(half, to: file)
    case nil: return try base.write(bytes, to: file)
    case .tears(let code):
      _ = try base.write(half, to: file)
      throw FileError(.write, file.path, code)
    }
  }

  public func awaitInput(_ file: OpenFile) throws(FileError) {
    try pass(.awaitInput, file.path)
    try base.awaitInput(file)
  }

  public func sync(_ file: OpenFile) throws(FileError) {
    try pass(.sync, file.path)
    try base.sync(file)
  }

  public func syncData(_ file: OpenFile) throws(FileError) {
    try pass(.sync, file.path)
    try base.syncData(file)
  }

  public func status(of file: OpenFile) throws(FileError) -> FileStatus {
    try pass(.status, file.path)
    return try base.status(of: file)
  }

  public func changeOwner(
    of file: OpenFile, to owner: UInt32?, group: UInt32?
  ) throws(FileError) {
    try pass(.changeOwner, file.path)
    try base.changeOwner(of: file, to: owner, group: group)
  }

  public func changeMode(of file: OpenFile, to mode: UInt32) throws(FileError) {
    try pass(.changeMode, file.path)
    try base.changeMode(of: file, to: mode)
  }

  public func truncate(_ file: OpenFile, to size: Int) throws(FileError) {
    try pass(.truncate, file.path)
    try base.truncate(file, to: size)
  }

  public func lock(_ file: OpenFile) throws(FileError) -> Bool {
    try pass(.lock, file.path)
    return try base.lock(file)
  }
}

// What each call does is said in `FileLayer`.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension FaultyFiles {
  public func status(
    ofPath path: String, followingLink: Bool
  ) throws(FileError) -> FileStatus {
    try pass(.status, path)
    return try base.status(ofPath: path, followingLink: followingLink)
  }

  public func checkWritable(_ path: String) throws(FileError) {
    try pass(.access, path)
    try base.checkWritable(path)
  }

  public func rename(_ path: String, to target: String) throws(FileError) {
    try pass(.rename, target)
    try base.rename(path, to: target)
  }

  public func remove(_ path: String) throws(FileError) {
    try pass(.remove, path)
    try base.remove(path)
  }

  public func makeFolder(_ path: String, mode: UInt32) throws(FileError) {
    try pass(.makeFolder, path)
    try base.makeFolder(path, mode: mode)
  }

  public func names(in folder: String) throws(FileError) -> [String] {
    try pass(.list, folder)
    return try base.names(in: folder)
  }

  public func readLink(_ path: String) throws(FileError) -> String {
    try pass(.readLink, path)
    return try base.readLink(path)
  }

  public func resolve(_ path: String) throws(FileError) -> String {
    try pass(.resolve, path)
    return try base.resolve(path)
  }
}
