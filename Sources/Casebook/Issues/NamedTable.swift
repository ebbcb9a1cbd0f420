public import SourceText

/// Things found by one name: issues and tags. Names are equal after NFC and case folding; a row, once
/// given to a name, stays that name's, so that what refers to it is whole again after an undo.
///
/// Inlined into other targets: a generic type that is not is slow there, and every record asks it.
public struct NamedTable<ID: RowNumber, Value: Sendable>: Sendable {
  /// What each row holds, or held last.
  @usableFromInline var rows: [Value] = []
  /// Which rows hold something.
  @usableFromInline var isUsed: [Bool] = []
  @usableFromInline var rowOfName: [NameKey: ID] = [:]
  @usableFromInline var aliases: [NameKey: ID] = [:]

  init() {}

  /// The rows that hold something, in the order in which they were first met.
  public var all: [ID] { isUsed.indices.filter { isUsed[$0] }.map { ID(row: $0) } }

  /// How many rows there are: the size of a column.
  public var rowCount: Int { rows.count }

  /// What a row holds: lent, since an article copied for each look at one of its fields is slow.
  @inlinable
  public subscript(id: ID) -> Value {
    _read {
      precondition(isUsed[id.row], "the row is empty")
      yield rows[id.row]
    }
  }

  /// Whether the row holds something.
  @inlinable
  public func isDefined(_ id: ID) -> Bool { isUsed[id.row] }

  /// The row that holds something under that name.
  @inlinable
  public func named(_ name: some StringProtocol) -> ID? { row(NameKey(name)) }

  /// The same for a whole string.
  @inlinable
  public func named(_ name: String) -> ID? { row(NameKey(name)) }

  @inlinable
  func row(_ key: NameKey) -> ID? {
    if let id = rowOfName[key], isUsed[id.row] { return id }
    guard let id = aliases[key], isUsed[id.row] else { return nil }
    return id
  }

  /// Puts a value under a name.
  @discardableResult
  public mutating func define(_ value: Value, name: String) -> ID {
    let key = NameKey(name)
    if let id = rowOfName[key] {
      rows[id.row] = value
      isUsed[id.row] = true
      return id
    }
    rows.append(value)
    isUsed.append(true)
    let id = ID(row: rows.count - 1)
    rowOfName[key] = id
    return id
  }

  /// Lets a further name lead to a row: an old name. A name of its own comes first.
  public mutating func alias(_ name: String, to id: ID) { aliases[NameKey(name)] = id }

  /// The row that holds something whose own name it is, old names left aside.
  public func own(_ name: String) -> ID? {
    rowOfName[NameKey(name)].flatMap { isUsed[$0.row] ? $0 : nil }
  }

  /// Empties a row; its old names go with it.
  public mutating func remove(_ id: ID) {
    isUsed[id.row] = false
    if !aliases.isEmpty { aliases = aliases.filter { $0.value != id } }
  }
}
