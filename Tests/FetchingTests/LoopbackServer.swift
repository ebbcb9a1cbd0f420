import Glibc
import Synchronization

/// A server of invented pages on the loopback address, for as long as the process lives.
final class LoopbackServer: Sendable {
  let port: UInt16
  /// How many requests were answered.
  let requests = Mutex(0)
  private let socket: Int32
  private let answer: @Sendable (_ path: String) -> Answer

  /// What is sent for a path.
  struct Answer: Sendable {
    var status = "200 OK"
    var headers: [String] = []
    var body: [UInt8] = []
    /// Sends the body again and again, until the other side has enough.
    var isEndless = false
    /// Sends nothing at all, and leaves the connection open.
    var isSilent = false
  }

  init(_ answer: @escaping @Sendable (_ path: String) -> Answer) {
    self.answer = answer
    signal(SIGPIPE, SIG_IGN)
    socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let socket = socket
    withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        _ = bind(socket, $0, length)
        _ = listen(socket, 16)
        _ = getsockname(socket, $0, &length)
      }
    }
    port = UInt16(bigEndian: address.sin_port)
    var thread = pthread_t()
    let context = Unmanaged.passRetained(self).toOpaque()
    pthread_create(
      &thread, nil,
      { context in
        guard let context else { return nil }
        Unmanaged<LoopbackServer>.fromOpaque(context).takeUnretainedValue().serve()
        return nil
      }, context)
    pthread_detach(thread)
  }

  func address(_ path: String) -> String { "http://127.0.0.1:\(port)\(path)" }

  private func serve() {
    while true {
      let connection = accept(socket, nil, nil)
      if connection < 0 { return }
      let sent = answer(request(connection))
      requests.withLock { $0 += 1 }
      if sent.isSilent { continue }
      send(sent, connection)
      shutdown(connection, Int32(SHUT_WR))
      close(connection)
    }
  }

  /// The path that is asked for.
  private func request(_ connection: Int32) -> String {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while !bytes.suffix(4).elementsEqual("\r\n\r\n".utf8) {
      let count = read(connection, &buffer, buffer.count)
      if count <= 0 { break }
      bytes += buffer[..<count]
    }
    let words = String(decoding: bytes, as: UTF8.self).split(separator: " ")
    return words.count > 1 ? String(words[1]) : ""
  }

  private func send(_ answer: Answer, _ connection: Int32) {
    var head = ["HTTP/1.1 \(answer.status)", "Connection: close"] + answer.headers
    if !answer.isEndless { head.append("Content-Length: \(answer.body.count)") }
    write(Array((head.joined(separator: "\r\n") + "\r\n\r\n").utf8), connection)
    repeat {
      if !write(answer.body, connection) { return }
    } while answer.isEndless
  }

  @discardableResult
  private func write(_ bytes: [UInt8], _ connection: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(connection, $0.baseAddress, $0.count) }
      if count <= 0 { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }
}
