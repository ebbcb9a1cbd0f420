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
  /// What is in force, oldest first: changes, and kept results answered after them.
  private var inForce: [Int] = []
  /// What was taken back and can be done again, the last first to be done.
  private var undone: [Undone] = []

  /// A change that was taken back, with what went with it.
  private struct Undone {
    var numbers: [Int]
    /// How much was in force beneath it.
    var height: Int
  }

  /// No changes.
  public init() {}

  /// The number of the next entry.
  public var nextNumber: Int { entries.count + 1 }

  /// The entry that undo would take back.
  public var undoTarget: Entry? {
    inForce.last { entries[$0 - 1].kind != .derived }.map { entries[$0 - 1] }
  }

  /// The entry that redo would do again.
  public var redoTarget: Entry? { undone.last.map { entries[$0.numbers[0] - 1] } }

  /// The edits that undo makes: kept results answered since go back first, then the change.
  public var undoEdits: [LineEdit] {
    guard let target = undoTarget, let place = inForce.lastIndex(of: target.number) else {
      return []
    }
    return inverse(inForce[place...])
  }

  /// The edits that redo makes: kept results answered since the undo go back, then the change and
  /// what had come with it.
  public var redoEdits: [LineEdit] {
    guard let last = undone.last else { return [] }
    return inverse(inForce[last.height...]) + last.numbers.flatMap { entries[$0 - 1].edits }
  }

  private func inverse(_ numbers: ArraySlice<Int>) -> [LineEdit] {
    numbers.reversed().flatMap { entries[$0 - 1].edits.reversed().map(\.inverse) }
  }

  /// Adds an entry.
  public mutating func append(_ entry: Entry) {
    entries.append(entry)
    switch entry.kind {
    case .change, .outside:
      inForce.append(entry.number)
      undone = []
    case .derived: inForce.append(entry.number)
    case .undo(let target):
      guard let place = inForce.lastIndex(of: target) else { return }
      undone.append(Undone(numbers: Array(inForce[place...]), height: place))
      inForce.removeSubrange(place...)
    case .redo(let target):
      guard let last = undone.last, last.numbers[0] == target else { return }
      undone.removeLast()
      inForce.removeSubrange(last.height...)
      inForce += last.numbers
    case .base: break
    }
  }

  /// Whether the entry is in force: done, and not undone.
  public func isInForce(_ number: Int) -> Bool { inForce.contains(number) }
}
