/// An immutable text in canonical form: UTF-8 without a byte order mark, LF only, no scalar that
/// XML 1.0 forbids. Nothing else is changed: no normalisation, typographic quotes as they are.
///
/// Positions inside the program are **byte offsets** into `bytes`; everything written for people or
/// other programs counts **Unicode scalars**. Both are half-open, and both always fall between
/// scalars.
public struct CanonicalText: Sendable {
  /// The UTF-8 bytes.
  public let bytes: [UInt8]
  private let index: ScalarIndex

  /// Takes bytes that are known to be canonical already, as `canonical(_:)` makes them.
  public init(canonical bytes: [UInt8]) {
    self.bytes = bytes
    index = ScalarIndex(of: bytes)
  }

  /// Brings a string into canonical form.
  public init(_ string: String) {
    self.init(canonical: CanonicalText.canonical(Array(string.utf8)))
  }

  /// The length in bytes.
  public var count: Int { bytes.count }

  /// The length in Unicode scalars.
  public var scalarCount: Int { index.scalars(before: bytes.count, in: bytes) }

  /// The words of a byte range.
  public subscript(range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// The number of scalars before a byte offset.
  public func scalarOffset(ofByte offset: Int) -> Int {
    index.scalars(before: offset, in: bytes)
  }

  /// The byte offset at which scalar number `offset` begins; the end of the text for any larger one.
  public func byteOffset(ofScalar offset: Int) -> Int {
    index.byte(ofScalar: offset, in: bytes)
  }

  /// Whether some words stand at a byte of the text.
  public func holds(_ words: String, at start: Int) -> Bool {
    let (words, text) = (words.utf8.span, bytes.span)
    guard start >= 0, start + words.count <= text.count else { return false }
    for i in words.indices where words[i] != text[start + i] { return false }
    return true
  }

  /// The scalar range of a byte range.
  public func scalarRange(ofBytes range: Range<Int>) -> Range<Int> {
    scalarOffset(ofByte: range.lowerBound)..<scalarOffset(ofByte: range.upperBound)
  }

  /// The byte range of a scalar range; it is clamped to the text.
  public func byteRange(ofScalars range: Range<Int>) -> Range<Int> {
    byteOffset(ofScalar: range.lowerBound)..<byteOffset(ofScalar: range.upperBound)
  }

  /// The byte offset `scalars` Unicode scalars before (negative) or after `offset`, clamped.
  public func offset(_ offset: Int, movedBy scalars: Int) -> Int {
    var position = offset
    var left = scalars
    while left < 0, position > 0 {
      position -= 1
      while position > 0, bytes[position] & 0xC0 == 0x80 { position -= 1 }
      left += 1
    }
    while left > 0, position < bytes.count {
      position += 1
      while position < bytes.count, bytes[position] & 0xC0 == 0x80 { position += 1 }
      left -= 1
    }
    return position
  }

  /// SHA-256 of the bytes.
  public var digest: TextDigest { TextDigest(of: bytes) }
}

extension CanonicalText: Equatable {
  /// Two texts are the same when their bytes are.
  public static func == (a: CanonicalText, b: CanonicalText) -> Bool { a.bytes == b.bytes }
}
