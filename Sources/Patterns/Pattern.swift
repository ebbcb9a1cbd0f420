internal import CPattern

/// A pattern that a user typed: a Perl-compatible regular expression over UTF-8.
///
/// `\w`, `\d`, `\b` and case follow Unicode; `^` and `$` stand at the beginning and end of a line.
/// `\G` and `\C` are not offered: a search goes in steps, and a scalar is never cut.
public struct Pattern: Sendable {
  /// The pattern, as it was typed.
  public let source: String
  private let compiled: Compiled

  /// Compiles a pattern.
  public init(_ source: String, caseless: Bool = false) throws(PatternError) {
    self.source = source
    if let offset = Self.unsupported(in: source) {
      throw PatternError(.syntax, "\\G is not offered", offset: offset)
    }
    compiled = try Compiled(Array(source.utf8), caseless: caseless)
  }

  /// All matches that lie in a range of the text, in order, apart from each other; empty ones are
  /// left out. What stands before the range is seen by `\b` and the like, what follows it is not.
  ///
  /// A pattern that runs away on this text ends in an error: each attempt has a limit of steps,
  /// depth and memory, and the whole a limit of processor time, 2 seconds and 0.2 for every
  /// megabyte (a usual pattern takes a thousandth to a tenth of that). `isCancelled` is asked some
  /// hundred times a second. At most `limit` matches are looked for.
  public func matches(
    in bytes: [UInt8], range: Range<Int>? = nil, atMost limit: Int = .max,
    isCancelled: () -> Bool = { false }
  ) throws(PatternError) -> [Range<Int>] {
    var search = try Search(
      through: (range ?? 0..<bytes.count).clamped(to: 0..<bytes.count), with: compiled)
    return try unsafe bytes.withUnsafeBufferPointer {
      (text: UnsafeBufferPointer<UInt8>) throws(PatternError) -> [Range<Int>] in
      var found: [Range<Int>] = []
      while found.count < limit {
        if isCancelled() { throw PatternError(.cancelled, "the search was given up") }
        guard let next = unsafe try search.advance(in: text) else { break }
        if !next.isEmpty { found.append(next) }
      }
      return found
    }
  }

  /// Where the pattern says `\G`, the end of the last match.
  private static func unsupported(in source: String) -> Int? {
    var isEscaped = false
    for (offset, byte) in source.utf8.enumerated() {
      if isEscaped, byte == UInt8(ascii: "G") { return offset - 1 }
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
    }
    return nil
  }
}

/// Owns a compiled pattern, which never changes and may be used by several threads at once.
@safe final class Compiled: Sendable {
  nonisolated(unsafe) let pointer: OpaquePointer

  init(_ source: [UInt8], caseless: Bool) throws(PatternError) {
    var error: Int32 = 0
    var offset = 0
    let made = unsafe cpattern_compile(
      source, source.count, caseless ? 1 : 0, &error, &offset)
    guard let made = unsafe made else {
      throw PatternError(.syntax, Self.message(of: error), offset: min(offset, source.count))
    }
    unsafe pointer = made
  }

  deinit { unsafe cpattern_free(pointer) }

  /// PCRE2's own sentence.
  static func message(of error: Int32) -> String {
    var text = [CChar](repeating: 0, count: 256)
    unsafe cpattern_message(error, &text, text.count)
    return String(
      decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
