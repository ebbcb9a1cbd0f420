internal import CFetch

/// Fetches pages over http and https, within limits: no cookies, no credentials.
public struct Fetcher: Sendable {
  /// How much one download may take.
  public struct Limits: Sendable {
    /// How long it may take as a whole, in milliseconds.
    public var milliseconds = 30_000
    /// The largest body, in bytes, compression undone.
    public var bytes = 64 << 20
    /// How many redirects are followed.
    public var redirects = 10

    /// Thirty seconds, 64 MB, ten redirects.
    public init() {}
  }

  /// What a server sent.
  public struct Page: Equatable, Sendable {
    /// The body, compression undone.
    public var bytes: [UInt8]
    /// The address that answered, after all redirects.
    public var address: String
  }

  private let limits: Limits

  /// A fetcher with limits.
  public init(limits: Limits = Limits()) { self.limits = limits }

  /// Whether a text is an address that can be fetched: `http://…` or `https://…`.
  public static func isAddress(_ text: String) -> Bool {
    ["http://", "https://"].contains { scheme in
      text.utf8.count > scheme.utf8.count
        && zip(text.utf8, scheme.utf8).allSatisfy { $0 | ($0 >= 0x41 ? 0x20 : 0) == $1 }
    }
  }

  /// Whether an address has a name or a password in it, which would be recorded: before an `@` in
  /// what stands between the slashes, two or more, and the next `/`, `?` or `#`.
  public static func hasCredentials(_ address: String) -> Bool {
    guard let start = address.utf8.firstIndex(of: 0x3A) else { return false }
    let rest = address.utf8[start...].dropFirst().drop { $0 == 0x2F || $0 == 0x5C }
    return rest.prefix { ![0x2F, 0x3F, 0x23, 0x5C].contains($0) }.contains(0x40)
  }

  /// Fetches a page.
  ///
  /// - Parameter isStopped: asked several times a second whether the download is to end.
  /// - Throws: where the limits are passed, where there is no answer, or one of an error.
  public func page(
    at address: String, isStopped: @escaping @Sendable () -> Bool = { false }
  ) throws(FetchError) -> Page {
    if Fetcher.hasCredentials(address) { throw .credentials }
    var answer = cfetch_answer()
    defer { cfetch_free(&answer) }
    let limits = cfetch_limits(
      milliseconds: Int64(limits.milliseconds), bytes: Int64(limits.bytes),
      redirects: Int64(limits.redirects))
    let waiting = Waiting(isStopped: isStopped)
    let outcome = withExtendedLifetime(waiting) {
      cfetch_get(
        address, limits,
        { context in
          guard let context else { return 0 }
          return Unmanaged<Waiting>.fromOpaque(context).takeUnretainedValue().isStopped() ? 1 : 0
        }, Unmanaged.passUnretained(waiting).toOpaque(), &answer)
    }
    if let error = error(outcome, answer) { throw error }
    if answer.status >= 400 { throw .status(Int(answer.status)) }
    let bytes = UnsafeBufferPointer(start: answer.bytes, count: Int(answer.length))
    let last = answer.address.map { String(cString: $0) } ?? address
    if Fetcher.hasCredentials(last) { throw .credentials }
    return Page(bytes: Array(bytes), address: last)
  }

  private func error(_ outcome: Int32, _ answer: cfetch_answer) -> FetchError? {
    switch Int(outcome) {
    case Int(cfetch_done): nil
    case Int(cfetch_library_missing): .libraryMissing
    case Int(cfetch_timeout): .timeout(milliseconds: limits.milliseconds)
    case Int(cfetch_too_large): .tooLarge(bytes: limits.bytes)
    case Int(cfetch_too_many_redirects): .redirects(limits.redirects)
    case Int(cfetch_stopped): .stopped
    case Int(cfetch_credentials): .credentials
    case Int(cfetch_other_scheme): .scheme
    default:
      .failed(
        withUnsafeBytes(of: answer.message) {
          String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
        })
    }
  }
}

/// Somebody who may want a download to end.
private final class Waiting {
  let isStopped: @Sendable () -> Bool
  init(isStopped: @escaping @Sendable () -> Bool) { self.isStopped = isStopped }
}

/// Why a page was not fetched.
public enum FetchError: Error, Equatable, Sendable {
  /// libcurl is not there.
  case libraryMissing
  /// The address has a name or a password in it.
  case credentials
  /// It was asked to end.
  case stopped
  /// It took longer than it may.
  case timeout(milliseconds: Int)
  /// The body is larger than it may be.
  case tooLarge(bytes: Int)
  /// More redirects than are followed.
  case redirects(Int)
  /// It led to something that is neither http nor https.
  case scheme
  /// The server answered with an error.
  case status(Int)
  /// Anything else, in the library's words.
  case failed(String)

  /// What went wrong, in words.
  public var reason: String {
    switch self {
    case .libraryMissing: "the package libcurl4 is missing"
    case .credentials: "the address has a name or password in it, which would be recorded"
    case .stopped: "cancelled"
    case .timeout(let milliseconds): "no whole answer within \(milliseconds / 1000) seconds"
    case .tooLarge(let bytes): "it is larger than \(bytes >> 20) MB"
    case .redirects(let count): "it redirects more than \(count) times"
    case .scheme: "it leads to something that is neither http nor https"
    case .status(let status): "the server answers \(status)\(FetchError.meaning(status))"
    case .failed(let words): words
    }
  }

  private static func meaning(_ status: Int) -> String {
    switch status {
    case 401, 403: ", not allowed"
    case 404, 410: ", not found"
    case 429: ", too many requests"
    case 500...: ", an error of its own"
    default: ""
    }
  }
}
