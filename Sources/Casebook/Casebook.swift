/// What a notebook's records add up to: articles, codebook, marks.
///
/// A casebook is only ever changed by adding and taking out what one record says; the text of the
/// records lies in the notebook's document, and each noun knows its record there.
public struct Casebook: Sendable {
  /// Cues, coders: every distinct text once.
  public var texts = TextPool()
  /// Whoever can hold a position.
  public var parties = PartyTable()
  /// What positions are about.
  public var issues = NamedTable<IssueID, Issue>()
  /// Codes, used or defined.
  public var tags = NamedTable<TagID, Tag>()
  /// Loaded sources.
  public var articles = NamedTable<ArticleID, Article>()
  /// Marked passages. Change them through the casebook, which keeps their order by article.
  public internal(set) var annotations = AnnotationTable()
  /// Statements. Change them through the casebook, which keeps them with their annotations.
  public internal(set) var statements = StatementTable()
  /// Checkable propositions, in the order of their records.
  public var claims: [Claim] = []
  /// Relations, in the order of their records.
  public var links: [Link] = []
  /// Notes, in the order of their records.
  public var notes: [Note] = []
  /// Competing hypotheses.
  public var hypotheses = NamedTable<HypothesisID, Hypothesis>()
  /// How records bear on hypotheses.
  public var evidence: [Evidence.Key: Evidence] = [:]
  /// What coders who differ agreed on, by statement.
  public var settled: [RecordID: Settlement] = [:]
  /// Standing questions, in the order of their records.
  public var kept: [KeptResult] = []
  /// Lines that were set aside and put back by hand.
  public internal(set) var asides: [RestoredLine] = []
  /// Refused suggestions.
  public var refusals: [Refusal] = []
  /// Whether marks were left out that keep their letters.
  var hidesMarks = false
  /// Annotations of each article by start, end, id.
  var order: [ArticleID: [AnnotationRow]] = [:]
  /// Which articles carry one text, as last asked for.
  let copies = CopiesCache()

  /// An empty casebook.
  public init() {}

  /// Makes room for a notebook with that many marks.
  public mutating func reserve(annotations: Int, statements: Int) {
    self.annotations.reserve(annotations)
    self.statements.reserve(statements)
  }
}
