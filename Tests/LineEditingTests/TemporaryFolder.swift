import Glibc
import Testing

/// A folder that is removed with everything in it.
final class TemporaryFolder {
  let path: String
  private var names: Set<String> = []

  init() {
    var template = Array("/tmp/line-editing-XXXXXX".utf8CString)
    let made = unsafe mkdtemp(&template)
    path = unsafe String(cString: made!)
  }

  deinit {
    for name in names { unsafe remove(path + "/" + name) }
    unsafe rmdir(path)
  }

  /// The path of a file in the folder.
  func file(_ name: String) -> String {
    names.insert(name)
    return path + "/" + name
  }

  func write(_ text: String, to name: String) {
    let descriptor = unsafe open(file(name), O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    let bytes = Array(text.utf8)
    #expect(unsafe Glibc.write(descriptor, bytes, bytes.count) == bytes.count)
    close(descriptor)
  }

  func text(of name: String) -> String {
    let descriptor = unsafe open(file(name), O_RDONLY)
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = unsafe read(descriptor, &chunk, chunk.count)
      if count <= 0 { break }
      bytes += chunk.prefix(count)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  func mode(of name: String) -> UInt32 {
    var status = stat()
    #expect(unsafe stat(file(name), &status) == 0)
    return status.st_mode & 0o777
  }
}
