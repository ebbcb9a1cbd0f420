/// What coders who differ agreed on: the stance that a statement counts with. Each coder's own line
/// stands as it was.
public struct Settlement: Equatable, Sendable {
  /// The statement.
  public var statement: RecordID
  /// The stance that counts.
  public var stance: Stance
  /// Why.
  public var why: String?
  /// Number of the name of who decided, in the text pool; -1 when unknown.
  public var coder: Int32
  /// When it was decided.
  public var time: Instant?
  /// Its record.
  public var item: RecordItem

  /// A decision.
  public init(statement: RecordID, stance: Stance) {
    self.statement = statement
    self.stance = stance
    coder = -1
    item = -1
  }
}

extension Casebook {
  /// The stances of all lines, as the table of statements holds them, by row; those of settled
  /// statements as they were settled. A question about one coder asks the table itself.
  public var countedStances: [Int8] {
    var stances = statements.stances
    for (id, one) in settled {
      for row in statements.rows(of: id) { stances[row.row] = one.stance.code }
    }
    return stances
  }
}
