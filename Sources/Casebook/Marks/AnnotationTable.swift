/// All annotations, as columns: a million take some fifty megabytes. Rows are never moved; what is
/// dropped is marked, and takes its row again when it comes back.
public struct AnnotationTable: Sendable {
  private var ids: [RecordID] = []
  private var index = IDIndex()
  /// The article of each row, also of those that are no longer in use.
  public private(set) var articles: [Int32] = []
  private var starts: [Int32] = []
  private var ends: [Int32] = []
  private var tagSets: [Int32] = []
  private var coders: [Int32] = []
  private var times: [UInt32] = []
  private var conditions: [UInt8] = []
  private var items: [RecordItem] = []
  private var firstStatements: [Int32] = []
  private var morePieces: [Int32: [Range<Int>]] = [:]
  private var notes: [Int32: String] = [:]
  private var knownTagSets: [[TagID]] = [[]]
  private var numberOfTagSet: [[TagID]: Int32] = [[]: 0]
  /// How many there are.
  public private(set) var count = 0

  /// Bit of `conditions` that says a row was dropped.
  private static let dead: UInt8 = 0x80

  init() {}

  /// Rows ever used: the size of a column by annotation.
  public var rowCount: Int { ids.count }

  /// Makes room for that many rows at once.
  public mutating func reserve(_ capacity: Int) {
    ids.reserveCapacity(capacity)
    articles.reserveCapacity(capacity)
    starts.reserveCapacity(capacity)
    ends.reserveCapacity(capacity)
    tagSets.reserveCapacity(capacity)
    coders.reserveCapacity(capacity)
    times.reserveCapacity(capacity)
    conditions.reserveCapacity(capacity)
    items.reserveCapacity(capacity)
    firstStatements.reserveCapacity(capacity)
    index.reserve(capacity, ids)
  }

  /// The rows in use, oldest first.
  public var all: [AnnotationRow] {
    ids.indices.filter { conditions[$0] & Self.dead == 0 }.map { AnnotationRow(row: $0) }
  }

  /// Whether a row is in use.
  public func isAlive(_ row: AnnotationRow) -> Bool { conditions[row.row] & Self.dead == 0 }

  /// The row of an id.
  public func row(of id: RecordID) -> AnnotationRow? {
    guard let row = index.row(of: id, in: ids), conditions[row] & Self.dead == 0 else { return nil }
    return AnnotationRow(row: row)
  }

  /// The same, where it is likely to be a certain row or the one behind it.
  func row(of id: RecordID, near likely: Int) -> AnnotationRow? {
    for row in likely..<min(likely + 2, ids.count) where ids[row] == id {
      return conditions[row] & Self.dead == 0 ? AnnotationRow(row: row) : nil
    }
    return row(of: id)
  }

  /// Reads where the search for an id begins, see `Casebook.touch`.
  func touch(_ id: RecordID) -> Int32 { index.touch(id) }

  /// The ids that begin with a shortened one.
  public func matching(_ short: RecordID) -> [RecordID] {
    ids.indices.filter { conditions[$0] & Self.dead == 0 && ids[$0].begins(with: short) }
      .map { ids[$0] }
  }

  /// A row as a value.
  public subscript(row: AnnotationRow) -> Annotation {
    let i = row.row
    var view = Annotation(
      id: ids[i], article: ArticleID(rawValue: articles[i]), pieces: pieces(of: row))
    view.tags = knownTagSets[Int(tagSets[i])]
    view.note = notes[row.rawValue]
    view.coder = coders[i]
    view.time = times[i] == 0 ? nil : Instant(seconds: Int64(times[i]))
    view.condition = condition(row)
    view.item = items[i]
    return view
  }

  /// Who made the annotation in a row: a number of the text pool, -1 when unknown.
  public func coder(_ row: AnnotationRow) -> Int32 { coders[row.row] }

  /// The id in a row.
  public func id(_ row: AnnotationRow) -> RecordID { ids[row.row] }

  /// The article of a row.
  public func article(_ row: AnnotationRow) -> ArticleID {
    ArticleID(rawValue: articles[row.row])
  }

  /// Where it begins, in bytes.
  public func start(_ row: AnnotationRow) -> Int { Int(starts[row.row]) }

  /// Where it ends, in bytes.
  public func end(_ row: AnnotationRow) -> Int { Int(ends[row.row]) }

  /// How its words were found.
  public func condition(_ row: AnnotationRow) -> AnchorCondition {
    AnchorCondition(rawValue: conditions[row.row] & ~Self.dead) ?? .exact
  }

  /// Its record.
  public func item(_ row: AnnotationRow) -> RecordItem { items[row.row] }

  /// Its tags.
  public func tags(_ row: AnnotationRow) -> [TagID] { knownTagSets[Int(tagSets[row.row])] }

  /// Its pieces, in bytes.
  public func pieces(of row: AnnotationRow) -> [Range<Int>] {
    morePieces[row.rawValue] ?? [Int(starts[row.row])..<Int(ends[row.row])]
  }

  /// Head of the chain of its statements, -1 for none.
  func firstStatement(_ row: AnnotationRow) -> Int32 { firstStatements[row.row] }

  mutating func setFirstStatement(_ row: AnnotationRow, _ statement: Int32) {
    firstStatements[row.row] = statement
  }

  /// Adds an annotation, or brings a dropped one back; nil when the id is in use.
  public mutating func insert(_ new: Annotation) -> AnnotationRow? {
    if let old = index.row(of: new.id, in: ids) {
      guard conditions[old] & Self.dead != 0 else { return nil }
      set(old, new)
      count += 1
      return AnnotationRow(row: old)
    }
    append(new)
    count += 1
    return AnnotationRow(row: ids.count - 1)
  }

  /// Drops a row.
  public mutating func remove(_ row: AnnotationRow) {
    guard isAlive(row) else { return }
    conditions[row.row] |= Self.dead
    morePieces[row.rawValue] = nil
    notes[row.rawValue] = nil
    count -= 1
  }

  private mutating func append(_ new: Annotation) {
    ids.append(new.id)
    index.insert(row: ids.count - 1, in: ids)
    articles.append(0)
    starts.append(0)
    ends.append(0)
    tagSets.append(0)
    coders.append(0)
    times.append(0)
    conditions.append(0)
    items.append(0)
    firstStatements.append(-1)
    set(ids.count - 1, new)
  }

  private mutating func set(_ i: Int, _ new: Annotation) {
    articles[i] = new.article.rawValue
    starts[i] = Int32(new.hull.lowerBound)
    ends[i] = Int32(new.hull.upperBound)
    tagSets[i] = tagSet(new.tags)
    coders[i] = new.coder
    times[i] = UInt32(clamping: new.time?.seconds ?? 0)
    conditions[i] = new.condition.rawValue
    items[i] = new.item
    if new.pieces.count > 1 { morePieces[Int32(i)] = new.pieces }
    if let note = new.note { notes[Int32(i)] = note }
  }

  private mutating func tagSet(_ tags: [TagID]) -> Int32 {
    if tags.isEmpty { return 0 }
    if let known = numberOfTagSet[tags] { return known }
    knownTagSets.append(tags)
    numberOfTagSet[tags] = Int32(knownTagSets.count - 1)
    return Int32(knownTagSets.count - 1)
  }
}
