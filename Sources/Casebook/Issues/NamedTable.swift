public import SourceText

/// Things found by one name: issues and tags. Names are equal after NFC and case folding; a row, once
/// given to a name, stays that name's, so that what refers to it is whole again after an undo.
///
/// Inlined into other targets: a generic type that is not is slow there, and every record asks it.
public struct NamedTable<ID: RowNumber, Value: Sendable>: Sendable {
  @usableFromInline var rows: [Value?] = []
  @usableFromInline var rowOfName: [NameKey: ID] = [:]
  @usableFromInline var aliases: [NameKey: ID] = [:]

  init() {}

  /// The rows that hold something, in the order in which they were first met.
  public var all: [ID] { rows.indices.filter { rows[$0] != nil }.map { ID(row: $0) } }

  /// How many rows there are: the size of a column.
  public var rowCount: Int { rows.count }

  /// What a row holds.
  @inlinable
  public subscript(id: ID) -> Value {
    guard let value = rows[id.row] else { preconditionFailure("row \(id.row) is empty") }
    return value
  }

  /// Whether the row holds something.
  @inlinable
  public func isDefined(_ id: ID) -> Bool { rows[id.row] != nil }

  /// The row that holds something under that name.
  @inlinable
  public func named(_ name: some StringProtocol) -> ID? { row(NameKey(name)) }

  /// The same for a whole string.
  @inlinable
  public func named(_ name: String) -> ID? { row(NameKey(name)) }

  @inlinable
  func row(_ key: NameKey) -> ID? {
    if let id = rowOfName[key], rows[id.row] != nil { return id }
    guard let id = aliases[key], rows[id.row] != nil else { return nil }
    return id
  }

  /// Puts a value under a name.
  @discardableResult
  public mutating func define(_ value: Value, name: String) -> ID {
    let key = NameKey(name)
    if let id = rowOfName[key] {
      rows[id.row] = value
      return id
    }
    rows.append(value)
    let id = ID(row: rows.count - 1)
    rowOfName[key] = id
    return id
  }

  /// Lets a further name lead to a row: an old name. A name of its own comes first.
  public mutating func alias(_ name: String, to id: ID) { aliases[NameKey(name)] = id }

  /// The row that holds something whose own name it is, old names left aside.
  public func own(_ name: String) -> ID? {
    rowOfName[NameKey(name)].flatMap { rows[$0.row] == nil ? nil : $0 }
  }

  /// Empties a row; its old names go with it.
  public mutating func remove(_ id: ID) {
    rows[id.row] = nil
    if !aliases.isEmpty { aliases = aliases.filter { $0.value != id } }
  }
}
