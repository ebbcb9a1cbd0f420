import Glibc
import Storage

/// A folder of its own for one test, removed with all its contents at the end.
final class TemporaryFolder {
  let path: String
  private let files = SystemFiles()

  init() {
    var template = Array("/tmp/verbatim-test-XXXXXX".utf8CString)
    unsafe template.withUnsafeMutableBufferPointer { _ = unsafe mkdtemp($0.baseAddress!) }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { empty(path) }

  /// The path of a name in the folder.
  func callAsFunction(_ name: String) -> String { "\(path)/\(name)" }

  /// Makes a file with these bytes, in the plainest way.
  @discardableResult
  func file(_ name: String, _ text: String, mode: mode_t = 0o644) -> String {
    let descriptor = unsafe open(self(name), O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    let bytes = Array(text.utf8)
    precondition(unsafe write(descriptor, bytes, bytes.count) == bytes.count)
    fchmod(descriptor, mode)
    close(descriptor)
    return self(name)
  }

  func folder(_ name: String) { _ = unsafe mkdir(self(name), 0o755) }

  func link(_ name: String, to target: String) { _ = unsafe symlink(target, self(name)) }

  /// The text of a file; nil where there is none.
  func text(_ name: String) -> String? {
    (try? FileStore().read(self(name))).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The names in the folder.
  var names: [String] { (try? FileStore().list(path)) ?? [] }

  /// How many files of this folder the process holds open.
  var openFiles: Int {
    let numbers = (try? files.names(in: "/proc/self/fd")) ?? []
    return numbers.count { number in
      (try? files.readLink("/proc/self/fd/\(number)"))?.hasPrefix(path) ?? false
    }
  }

  private func empty(_ folder: String) {
    for name in (try? files.names(in: folder)) ?? [] {
      let path = "\(folder)/\(name)"
      let status = try? files.status(ofPath: path, followingLink: false)
      if status?.kind == .folder { empty(path) } else { try? files.remove(path) }
    }
    _ = unsafe rmdir(folder)
  }
}

/// The code of the error that a call throws; 0 when it throws none.
func code(_ call: () throws(FileError) -> Void) -> Int32 {
  do {
    try call()
    return 0
  } catch {
    return error.code
  }
}
