internal import Casebook

/// What a party holds on an issue: one degree, or the range between two.
///
/// It is the stance of the latest dated statement. A statement is out of date when all its days lie
/// before the first day of another one; so several statements of the last day, and brackets that
/// overlap it, give the range: which of them came last is not known. Statements whose days are not
/// known at all count only where no other is dated. A statement on which coders differ brings the
/// range of their stances. `mixed`, `uncommitted` and stances not stated never count.
public struct Position: Equatable, Sendable {
  private let lowest: Int8
  private let highest: Int8

  /// From one degree to another.
  public init(_ low: Int, _ high: Int) {
    (lowest, highest) = (Int8(clamping: low), Int8(clamping: high))
  }

  /// The lowest degree.
  public var low: Int { Int(lowest) }
  /// The highest degree.
  public var high: Int { Int(highest) }

  /// `+2`, or `+1..+2`.
  public var text: String {
    let first = Stance.degree(low).token
    return low == high ? first : "\(first)..\(Stance.degree(high).token)"
  }

  /// 1 where all of it supports, -1 where all of it opposes, else 0.
  public var sign: Int { low > 0 ? 1 : high < 0 ? -1 : 0 }

  /// How far two positions are apart at least: the difference of the ends nearest to each other, 0
  /// where they overlap. The farthest ends would print a conflict that the words may not bear out.
  public func distance(to other: Position) -> Int {
    max(0, low - other.high, other.low - high)
  }
}

/// Marks after a figure, of the statements that are not out of date.
public struct Marks: OptionSet, Hashable, Sendable {
  /// The bits.
  public let rawValue: UInt8

  /// From bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// `?`: on a condition.
  public static let conditional = Marks(rawValue: 1)
  /// `~`: hedged.
  public static let hedged = Marks(rawValue: 2)
  /// `u`: a source reports that no position was taken.
  public static let uncommitted = Marks(rawValue: 4)
  /// `m`: supports and opposes at once.
  public static let mixed = Marks(rawValue: 8)
  /// `-`: no stance is stated.
  public static let notStated = Marks(rawValue: 16)

  private static let signs: [(Marks, String)] = [
    (.conditional, "?"), (.hedged, "~"), (.uncommitted, "u"), (.mixed, "m"),
  ]

  /// The marks as written: `?~um`; `-` where there is nothing but stances not stated.
  public var text: String {
    let signs = Marks.signs.filter { contains($0.0) }.map(\.1).joined()
    return signs.isEmpty && contains(.notStated) ? "-" : signs
  }
}
