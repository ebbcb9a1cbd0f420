public import Diagnostics
internal import LineEditing
public import SourceText

/// What kind of value stands somewhere: how it is read, what is expected, what completes it. Each
/// kind is one static member, in `Values/`.
public struct ValueKind<Value: Sendable>: Sendable {
  /// What stands for it in usage: `WHO`.
  public let placeholder: String
  /// What an error says was expected: `a party`.
  public let expected: String
  /// What stands for it in a hint: `<party>`.
  let sketch: String
  /// Reads it from the words at the cursor and moves the cursor behind it.
  public let read: @Sendable (inout WordCursor, Session) throws(Diagnostic) -> Value
  /// What may stand there.
  public let candidates: @Sendable (CompletionContext) -> CandidateList

  /// A kind of value.
  public init(
    _ placeholder: String, expected: String, sketch: String? = nil,
    candidates: @escaping @Sendable (CompletionContext) -> CandidateList = { _ in CandidateList() },
    read: @escaping @Sendable (inout WordCursor, Session) throws(Diagnostic) -> Value
  ) {
    self.placeholder = placeholder
    self.expected = expected
    self.sketch = sketch ?? Sketch.of(placeholder: placeholder, expected: expected)
    self.read = read
    self.candidates = candidates
  }
}

/// A value that stands directly behind the verb.
public struct Slot<Value: Sendable>: Sendable {
  @usableFromInline let kind: ValueKind<Value>
  /// The parameter without its type.
  public let erased: AnyParameter

  /// A slot; `placeholder` overrides what usage shows.
  public init(
    _ kind: ValueKind<Value>, _ summary: String, as placeholder: String? = nil,
    optional: Bool = false, repeats: Bool = false
  ) {
    self.kind = kind
    let shown = placeholder ?? kind.placeholder
    erased = AnyParameter(
      name: shown, placeholder: shown, isKeyword: false, isOptional: optional, repeats: repeats,
      summary: summary, sketch: kind.sketch, isUsual: !optional, candidates: kind.candidates)
  }
}

/// A value behind a keyword.
public struct Keyword<Value: Sendable>: Sendable {
  @usableFromInline let kind: ValueKind<Value>
  @usableFromInline let key: KeywordKey
  /// The parameter without its type.
  public let erased: AnyParameter

  /// A keyword; `usual` where hints are to name it although it may be left out, `late` where
  /// notebooks may have the word as a name, `anyWord` where its value may be another keyword.
  public init(
    _ word: String, _ kind: ValueKind<Value>, _ summary: String, as placeholder: String? = nil,
    required: Bool = false, usual: Bool = false, repeats: Bool = false, late: Bool = false,
    anyWord: Bool = false
  ) {
    key = KeywordKey(word)
    self.kind = kind
    erased = AnyParameter(
      name: word, placeholder: placeholder ?? kind.placeholder, isKeyword: true,
      isOptional: !required, repeats: repeats, summary: summary, sketch: kind.sketch,
      isUsual: required || usual, candidates: kind.candidates,
      isLate: late, takesAnyWord: anyWord)
  }
}

/// A keyword as a number: FNV-1a, 64 bits, of its letters. Keywords are looked for in every record of
/// a notebook, and numbers are compared at once. A test holds that no two have the same.
public struct KeywordKey: Hashable, Sendable {
  @usableFromInline let number: UInt64

  init(_ word: String) {
    var number: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in word.utf8 { number = (number ^ UInt64(byte)) &* 0x100_0000_01B3 }
    self.number = number
  }

  /// Whether two are the same keyword.
  @inlinable
  public static func == (a: KeywordKey, b: KeywordKey) -> Bool { a.number == b.number }
}

extension ValueKind where Value == Bool {
  /// A keyword that stands alone.
  public static let flag = ValueKind("", expected: "nothing") { _, _ throws(Diagnostic) in true }
}

/// What completion knows about the place of the cursor.
public struct CompletionContext {
  /// The session.
  public let session: Session
  /// The world, for files.
  public let world: World
  /// The text being completed, without quotation marks.
  public let prefix: String
  /// The same, as it is looked for in names.
  public let search: NameSearch
  /// The words already read of the same parameter.
  public let before: [String]
  /// The verb.
  public let command: String
}

extension ValueKind {
  /// The same kind of value, completed by other candidates.
  public func completed(
    by candidates: @escaping @Sendable (CompletionContext) -> CandidateList
  ) -> ValueKind {
    ValueKind(
      placeholder, expected: expected, sketch: sketch, candidates: candidates, read: read)
  }

  /// The same kind of value, or the word `none`, which gives nil.
  public func orNone() -> ValueKind<Value?> {
    ValueKind<Value?>(
      placeholder, expected: "\(expected), or none", sketch: sketch, candidates: candidates,
      read: { cursor, session throws(Diagnostic) in
        if cursor.peek?.form == .plain, cursor.peekText == "none" {
          cursor.next()
          return nil
        }
        return try read(&cursor, session)
      })
  }
}
