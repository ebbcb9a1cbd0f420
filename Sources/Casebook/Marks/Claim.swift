/// A checkable proposition.
public struct Claim: Equatable, Sendable {
  /// Its id.
  public var id: RecordID
  /// The proposition.
  public var text: String
  /// The annotations and statements that make it.
  public var made: [RecordID]
  /// What kind of proposition.
  public var kind: ClaimKind?
  /// Where its checking stands.
  public var status: ClaimStatus?
  /// How credible the information is, 1 confirmed to 6 cannot be judged (Admiralty code).
  public var credibility: Int?
  /// How likely it is.
  public var likelihood: Likelihood?
  /// How sure that judgement is.
  public var confidence: Confidence?
  /// What stands behind ` -- ` on its line.
  public var note: String?
  /// Number of the coder's name in the text pool, -1 when unknown.
  public var coder: Int32
  /// When it was made.
  public var time: Instant?
  /// Its record.
  public var item: RecordItem

  /// A claim that records make.
  public init(id: RecordID, text: String, made: [RecordID]) {
    self.id = id
    self.text = text
    self.made = made
    coder = -1
    item = -1
  }
}

/// A typed relation between two records.
public struct Link: Equatable, Sendable {
  /// Its id.
  public var id: RecordID
  /// Where it begins.
  public var from: RecordID
  /// How the first bears on the second.
  public var relation: Relation
  /// Where it ends.
  public var to: RecordID
  /// Why.
  public var why: String?
  /// Number of the coder's name in the text pool, -1 when unknown.
  public var coder: Int32
  /// When it was made.
  public var time: Instant?
  /// Its record.
  public var item: RecordItem

  /// A link.
  public init(id: RecordID, from: RecordID, relation: Relation, to: RecordID) {
    self.id = id
    self.from = from
    self.relation = relation
    self.to = to
    coder = -1
    item = -1
  }
}

/// A note on a record: the analyst's words, one or more lines.
public struct Note: Equatable, Sendable {
  /// What it is about.
  public var target: RecordID
  /// The words, lines joined by LF.
  public var text: String
  /// Its record.
  public var item: RecordItem

  /// A note.
  public init(target: RecordID, text: String, item: RecordItem) {
    self.target = target
    self.text = text
    self.item = item
  }
}

/// A standing question whose answer the notebook keeps.
public struct KeptResult: Equatable, Sendable {
  /// The command, in normal form, without `keep`.
  public var question: String
  /// Its record.
  public var item: RecordItem

  /// A kept question.
  public init(question: String, item: RecordItem) {
    self.question = question
    self.item = item
  }
}

/// A passage whose suggestion was refused; it does not come back.
public struct Refusal: Equatable, Sendable {
  /// Where.
  public var article: ArticleID
  /// The words.
  public var words: String
  /// Its record.
  public var item: RecordItem

  /// A refusal.
  public init(article: ArticleID, words: String, item: RecordItem) {
    self.article = article
    self.words = words
    self.item = item
  }
}

/// A line that a reader set aside and the analyst put back.
public struct RestoredLine: Equatable, Sendable {
  /// Where.
  public var article: ArticleID
  /// The number of its block, from 0.
  public var block: Int
  /// Its record.
  public var item: RecordItem

  /// A restored line.
  public init(article: ArticleID, block: Int, item: RecordItem) {
    self.article = article
    self.block = block
    self.item = item
  }
}
