/// Where an article came from, as records write it: the path of a source, `wire.txt`, or with a
/// number one of the articles of a source that holds several, `feed.xml#3`.
///
/// A last `#` with digits behind it is always such a number; a source of one article whose own path
/// ends so is written with `#1`.
public struct SourceReference: Equatable, Sendable {
  /// The path or address of the source.
  public let path: String
  /// Which of its articles, from 1; nil where it is the only one.
  public let part: Int?

  /// A source, or a part of it.
  public init(path: String, part: Int?) {
    self.path = path
    self.part = part
  }

  /// Reads a reference as records write it.
  public init(_ text: String) {
    let digits = SourceReference.digits(text)
    if let number = Int(digits) {
      path = String(text.utf8.dropLast(digits.utf8.count + 1)) ?? text
      part = number
    } else {
      (path, part) = (text, nil)
    }
  }

  /// The reference as records write it.
  public var text: String {
    if let part { return "\(path)#\(part)" }
    return SourceReference.digits(path).isEmpty ? path : path + "#1"
  }

  /// The digits behind a last `#`, from 1 and without zeros before; empty where there are none.
  private static func digits(_ text: String) -> String {
    let tail = text.utf8.reversed().prefix { (0x30...0x39).contains($0) }
    guard (1...9).contains(tail.count), tail.last != 0x30, text.utf8.count > tail.count + 1,
      text.utf8.dropLast(tail.count).last == 0x23
    else { return "" }
    return String(decoding: tail.reversed(), as: UTF8.self)
  }
}
