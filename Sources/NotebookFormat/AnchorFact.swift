public import Casebook
internal import SourceText

/// What the facts of a mark say.
public struct MarkFacts: Sendable {
  /// `by CODER TIME`, one for each coder who has a line under the id, in the order of the file.
  public var coders: [(name: String, time: Instant?)] = []
  /// Where the words stand: `ARTICLE START+LENGTH "before" … "after"`, one for each piece.
  public var anchors: [AnchorFact] = []
  /// Whether the mark came from a suggestion.
  public var isSuggested = false
  /// Whether the words say that no position was taken.
  public var isUncommitted = false

  /// Nothing said.
  public init() {}

  /// Reads the facts of a mark of a document.
  ///
  /// - Parameter withContext: whether the words around an anchor are wanted; where its own words
  ///   stand in their old place they are not.
  public init(of id: RecordID, in document: __shared Document, withContext: Bool = true) {
    document.forEachFact(of: id) { add(document.buffer[$0], withContext) }
  }

  /// Reads the facts of a mark.
  public init(_ lines: [ArraySlice<UInt8>]) {
    for line in lines { add(line, true) }
  }

  /// Takes a line; those of a later version are passed over.
  private mutating func add(_ line: ArraySlice<UInt8>, _ withContext: Bool) {
    if line.elementsEqual("suggested".utf8) {
      isSuggested = true
    } else if line.elementsEqual("uncommitted".utf8) {
      isUncommitted = true
    } else if line.starts(with: "by ".utf8) {
      coders.append(Self.coder(line.dropFirst(3)))
    } else if let anchor = AnchorFact(line, withContext: withContext) {
      anchors.append(anchor)
    }
  }

  private static func coder(_ text: ArraySlice<UInt8>) -> (name: String, time: Instant?) {
    let end = Document.endOfWord(after: text.startIndex - 1, in: text)
    let word = text[text.startIndex..<end]
    let name =
      word.first == 0x22
      ? JSONString.unescape(word.dropFirst().dropLast()) ?? ""
      : String(decoding: word, as: UTF8.self)
    return (name, Instant(text[min(end + 1, text.endIndex)...]))
  }
}

/// One piece of an anchor as a fact line has it.
public struct AnchorFact: Equatable, Sendable {
  /// The article's name.
  public var article: String
  /// Where the piece begins, in scalars of the canonical text.
  public var start: Int
  /// How long it is, in scalars.
  public var length: Int
  /// Up to 32 scalars before it.
  public var before: String
  /// Up to 32 scalars after it.
  public var after: String

  /// An anchor of a piece.
  public init(article: String, start: Int, length: Int, before: String, after: String) {
    self.article = article
    self.start = start
    self.length = length
    self.before = before
    self.after = after
  }

  /// Reads `wire 4674+27 "before" … "after"`; nil for anything else.
  init?(_ line: ArraySlice<UInt8>, withContext: Bool = true) {
    guard let blank = line.firstIndex(of: 0x20), blank > line.startIndex else { return nil }
    article = String(decoding: line[..<blank], as: UTF8.self)
    var i = blank + 1
    func number() -> Int? {
      let from = i
      var value = 0
      while i < line.endIndex, (0x30...0x39).contains(line[i]), value < 1 << 40 {
        value = value * 10 + Int(line[i] - 0x30)
        i += 1
      }
      return i > from ? value : nil
    }
    guard let start = number(), i < line.endIndex, line[i] == 0x2B else { return nil }
    i += 1
    guard let length = number() else { return nil }
    self.start = start
    self.length = length
    guard withContext else {
      (before, after) = ("", "")
      return
    }
    let first = Document.endOfWord(after: i, in: line)
    before = Self.unquoted(line[min(i + 1, first)..<first])
    // Behind the first string: blank, ellipsis (three bytes), blank.
    let second = min(first + 5, line.endIndex)
    after = Self.unquoted(line[second...])
  }

  /// As a fact line has it, without `: ` and the key.
  public var text: String {
    "\(article) \(start)+\(length) \(JSONString.quote(before)) … \(JSONString.quote(after))"
  }

  private static func unquoted(_ text: ArraySlice<UInt8>) -> String {
    guard text.first == 0x22, text.last == 0x22, text.count >= 2 else { return "" }
    return JSONString.unescape(text.dropFirst().dropLast()) ?? ""
  }
}
