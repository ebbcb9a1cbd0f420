internal import Glibc
internal import Storage

/// A stream of the process, written in large pieces.
final class OutputStream {
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private let files = SystemFiles()
  /// Whether nobody reads any more.
  private(set) var isBroken = false

  static let limit = 1 << 16

  init(descriptor: Int32) { self.descriptor = descriptor }

  /// Adds text; it goes out when enough has come together, or with `flush`.
  func write(_ text: String) {
    buffer += text.utf8
    if buffer.count >= Self.limit { flush() }
  }

  /// Writes everything that was added.
  func flush() {
    var rest = buffer[...]
    while !rest.isEmpty, !isBroken {
      do throws(FileError) {
        let file = OpenFile(descriptor: descriptor, path: "standard output")
        rest = rest.dropFirst(try files.write(rest, to: file))
      } catch {
        isBroken = error.code != EINTR && error.code != EAGAIN
      }
    }
    buffer = []
  }
}
