/// All statements, as columns. Rows are never moved; what is dropped is marked.
public struct StatementTable: Sendable {
  private var ids: [RecordID] = []
  private var index = IDIndex()
  /// Further rows under an id whose first row the index has: other coders' lines.
  private var otherRows: [RecordID: [Int32]] = [:]

  /// The annotation of each row.
  public private(set) var annotations: [Int32] = []
  /// The speaker of each row, -1 for none.
  public private(set) var speakers: [Int32] = []
  /// The party of each row, -1 for none.
  public private(set) var parties: [Int32] = []
  /// The issue of each row, -1 for none.
  public private(set) var issues: [Int32] = []
  /// The stance of each row: −2…2, 10 mixed, 11 uncommitted, `Int8.min` not stated.
  public private(set) var stances: [Int8] = []
  /// The coder of each row, a number of the text pool, -1 unknown.
  public private(set) var coders: [Int32] = []
  /// The first and last day on which it was said, as day numbers; `Int32.min` where not said.
  public private(set) var saidFirst: [Int32] = []
  /// See `saidFirst`.
  public private(set) var saidLast: [Int32] = []
  @usableFromInline private(set) var flags: [UInt32] = []
  private var cues: [Int32] = []
  private var times: [UInt32] = []
  private var items: [RecordItem] = []
  private var nexts: [Int32] = []
  private var rare: [Int32: Rare] = [:]
  /// How many lines there are.
  public private(set) var count = 0

  /// What few statements have.
  private struct Rare: Sendable {
    var via: [PartyID]
    var addressee: PartyID?
    var channel: String?
    var condition: String?
    var note: String?

    var isEmpty: Bool {
      via.isEmpty && addressee == nil && channel == nil && condition == nil && note == nil
    }
  }

  private static let dead: UInt32 = 1 << 31

  init() {}

  /// Rows ever used: the size of a column.
  public var rowCount: Int { ids.count }

  /// Whether a row is in use. Inlined into other targets like all that is asked of every statement.
  @inlinable
  public func isAlive(_ row: Int) -> Bool { flags[row] >> 31 == 0 }

  /// The rows in use, oldest first.
  public var all: [StatementRow] {
    ids.indices.filter { isAlive($0) }.map { StatementRow(row: $0) }
  }

  /// The row made last by its time, the later row where times are equal; nil where none has one.
  public var latest: StatementRow? {
    var found: Int?
    for i in times.indices where times[i] > 0 && isAlive(i) {
      if let last = found, times[i] < times[last] { continue }
      found = i
    }
    return found.map { StatementRow(row: $0) }
  }

  /// Makes room for that many rows at once.
  public mutating func reserve(_ capacity: Int) {
    ids.reserveCapacity(capacity)
    annotations.reserveCapacity(capacity)
    speakers.reserveCapacity(capacity)
    parties.reserveCapacity(capacity)
    issues.reserveCapacity(capacity)
    stances.reserveCapacity(capacity)
    coders.reserveCapacity(capacity)
    saidFirst.reserveCapacity(capacity)
    saidLast.reserveCapacity(capacity)
    flags.reserveCapacity(capacity)
    cues.reserveCapacity(capacity)
    times.reserveCapacity(capacity)
    items.reserveCapacity(capacity)
    nexts.reserveCapacity(capacity)
    index.reserve(capacity, ids)
  }

  /// The rows under an id: one for each coder, in the order in which they came.
  public func rows(of id: RecordID) -> [StatementRow] {
    guard let first = index.row(of: id, in: ids) else { return [] }
    return ([Int32(first)] + otherRows[id, default: []])
      .filter { isAlive(Int($0)) }.map { StatementRow(rawValue: $0) }
  }

  /// The first row in use under an id; nil where there is none.
  public func row(of id: RecordID) -> StatementRow? {
    guard let first = index.row(of: id, in: ids) else { return nil }
    return isAlive(first) ? StatementRow(row: first) : rows(of: id).first
  }

  /// Reads where the search for an id begins, see `Casebook.touch`.
  func touch(_ id: RecordID) -> Int32 { index.touch(id) }

  /// The ids that begin with a shortened one.
  public func matching(_ short: RecordID) -> [RecordID] {
    var found: [RecordID] = []
    for i in ids.indices where isAlive(i) && ids[i].begins(with: short) && !found.contains(ids[i]) {
      found.append(ids[i])
    }
    return found
  }

  /// The id in a row.
  public func id(_ row: StatementRow) -> RecordID { ids[row.row] }

  /// The record of a row.
  public func item(_ row: StatementRow) -> RecordItem { items[row.row] }

  /// Whether the position of a row hangs on a condition.
  @inlinable
  public func isConditional(_ row: StatementRow) -> Bool { flags[row.row] >> 26 & 1 != 0 }

  /// Whether the source of a row holds back.
  @inlinable
  public func isHedged(_ row: StatementRow) -> Bool { flags[row.row] >> 16 & 0xFF != 0 }

  /// Next row of the chain that begins at an annotation, -1 at its end.
  func next(_ row: Int32) -> Int32 { nexts[Int(row)] }

  mutating func setNext(_ row: Int32, _ next: Int32) { nexts[Int(row)] = next }

  /// The number of a cue in the text pool, -1 for none.
  func cue(_ row: StatementRow) -> Int32 { cues[row.row] }

  /// A row as a value; `texts` is the pool of its casebook.
  func view(_ row: StatementRow, _ texts: TextPool) -> Statement {
    let i = row.row
    var view = Statement(id: ids[i], annotation: AnnotationRow(rawValue: annotations[i]))
    view.speaker = PartyID.optional(speakers[i])
    view.party = PartyID.optional(parties[i])
    view.issue = IssueID.optional(issues[i])
    view.stance = Stance(code: stances[i])
    view.cue = texts.text(cues[i])
    view.coder = coders[i]
    view.time = times[i] == 0 ? nil : Instant(seconds: Int64(times[i]))
    if saidFirst[i] != .min {
      view.said = DayRange(Day(number: saidFirst[i]), Day(number: saidLast[i]))
    }
    let packed = StatementFlags(bits: flags[i])
    view.voice = packed.voice
    view.act = packed.act
    view.hedge = packed.hedge
    view.isSuggested = packed.isSuggested
    view.isUncommitted = packed.isUncommitted
    view.item = items[i]
    if let more = rare[row.rawValue] {
      view.via = more.via
      view.addressee = more.addressee
      view.channel = more.channel
      view.condition = more.condition
      view.note = more.note
    }
    return view
  }

  /// Adds a line; the coder's earlier line under the same id must be gone.
  mutating func insert(_ new: Statement, cue: Int32) -> StatementRow {
    let row = freeRow(for: new.id)
    let i = Int(row)
    annotations[i] = new.annotation.rawValue
    speakers[i] = new.speaker?.rawValue ?? -1
    parties[i] = new.party?.rawValue ?? -1
    issues[i] = new.issue?.rawValue ?? -1
    stances[i] = new.stance?.code ?? Stance.none
    coders[i] = new.coder
    saidFirst[i] = new.said?.first.number ?? .min
    saidLast[i] = new.said?.last.number ?? .min
    flags[i] = StatementFlags(new).bits
    cues[i] = cue
    times[i] = UInt32(clamping: new.time?.seconds ?? 0)
    items[i] = new.item
    let more = Rare(
      via: new.via, addressee: new.addressee, channel: new.channel, condition: new.condition,
      note: new.note)
    rare[row] = more.isEmpty ? nil : more
    count += 1
    return StatementRow(rawValue: row)
  }

  /// Drops a row.
  mutating func remove(_ row: StatementRow) {
    guard isAlive(row.row) else { return }
    flags[row.row] |= Self.dead
    rare[row.rawValue] = nil
    count -= 1
  }

  /// A row for an id: a dropped one of the same id, else a new one.
  private mutating func freeRow(for id: RecordID) -> Int32 {
    if let first = index.row(of: id, in: ids) {
      if !isAlive(first) { return Int32(first) }
      if let other = otherRows[id]?.first(where: { !isAlive(Int($0)) }) { return other }
      otherRows[id, default: []].append(Int32(ids.count))
      ids.append(id)
    } else {
      ids.append(id)
      index.insert(row: ids.count - 1, in: ids)
    }
    annotations.append(-1)
    speakers.append(-1)
    parties.append(-1)
    issues.append(-1)
    stances.append(0)
    coders.append(-1)
    saidFirst.append(.min)
    saidLast.append(.min)
    flags.append(0)
    cues.append(-1)
    times.append(0)
    items.append(-1)
    nexts.append(-1)
    return Int32(ids.count - 1)
  }
}

/// Voice, act, hedge, origin, and whether there is a condition, in one word.
private struct StatementFlags {
  var bits: UInt32

  init(bits: UInt32) { self.bits = bits }

  init(_ statement: Statement) {
    bits = 0
    bits |= UInt32(statement.voice.map { $0.code + 1 } ?? 0)
    bits |= UInt32(statement.act.map { $0.code + 1 } ?? 0) << 8
    bits |= UInt32(statement.hedge.map { $0.code + 1 } ?? 0) << 16
    bits |= statement.isSuggested ? 1 << 24 : 0
    bits |= statement.isUncommitted ? 1 << 25 : 0
    bits |= statement.condition != nil ? 1 << 26 : 0
  }

  var voice: Voice? { Voice.coded(UInt8(bits & 0xFF) &- 1) }
  var act: Act? { Act.coded(UInt8(bits >> 8 & 0xFF) &- 1) }
  var hedge: Hedge? { Hedge.coded(UInt8(bits >> 16 & 0xFF) &- 1) }
  var isSuggested: Bool { bits >> 24 & 1 == 1 }
  var isUncommitted: Bool { bits >> 25 & 1 == 1 }
}
