public import NotebookFormat

/// One change of a notebook, as the journal keeps it.
public struct Entry: Sendable, Equatable {
  /// What kind of change.
  public enum Kind: Sendable, Equatable {
    /// A command of the analyst's.
    case change
    /// The taking back of the entry with that number.
    case undo(Int)
    /// The doing again of the entry with that number.
    case redo(Int)
    /// An editor or another program changed the file.
    case outside
    /// The notebook as it was when the journal began; never undone.
    case base
    /// Kept results answered anew; goes with the change before it.
    case derived
  }

  /// From 1.
  public var number: Int
  /// What kind of change.
  public var kind: Kind
  /// The line as typed.
  public var line: String
  /// What it did to the notebook, in order.
  public var edits: [LineEdit]
}

/// The changes of a notebook, and which of them undo and redo would take.
public struct History: Sendable {
  /// All entries, oldest first.
  public private(set) var entries: [Entry] = []
  private var undoable: [Int] = []
  private var redoable: [Int] = []

  /// No changes.
  public init() {}

  /// The number of the next entry.
  public var nextNumber: Int { entries.count + 1 }

  /// The entry that undo would take back.
  public var undoTarget: Entry? { undoable.last.map { entries[$0 - 1] } }

  /// The entry that redo would do again.
  public var redoTarget: Entry? { redoable.last.map { entries[$0 - 1] } }

  /// Entries for kept results that came after a change and go back with it, newest first.
  public func derived(after number: Int) -> [Entry] {
    var found: [Entry] = []
    for entry in entries[number...].reversed() {
      if entry.kind != .derived { break }
      found.append(entry)
    }
    return found
  }

  /// Adds an entry.
  public mutating func append(_ entry: Entry) {
    entries.append(entry)
    switch entry.kind {
    case .change, .outside:
      undoable.append(entry.number)
      redoable = []
    case .undo(let target):
      undoable.removeAll { $0 == target }
      redoable.append(target)
    case .redo(let target):
      redoable.removeAll { $0 == target }
      undoable.append(target)
    case .derived, .base: break
    }
  }

  /// Whether the entry is in force: done, and not undone.
  public func isInForce(_ number: Int) -> Bool { undoable.contains(number) }
}
