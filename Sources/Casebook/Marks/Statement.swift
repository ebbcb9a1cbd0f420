/// Who holds which position, in which words: one coder's line under a statement's id, as the view
/// of one row of the table.
public struct Statement: Equatable, Sendable {
  /// Its id, shared by the lines of several coders.
  public var id: RecordID
  /// The words.
  public var annotation: AnnotationRow
  /// The person or organisation that speaks; none for `to Russia`.
  public var speaker: PartyID?
  /// On whose behalf.
  public var party: PartyID?
  /// The chain of reporters, nearest to the page first.
  public var via: [PartyID]
  /// To whom it was said.
  public var addressee: PartyID?
  /// The occasion or medium that it was said in, in the article's words: `post on Telegram`.
  public var channel: String?
  /// The words that say who speaks: `Moscow insists`.
  public var cue: String?
  /// What it is about.
  public var issue: IssueID?
  /// The position; nil when not stated.
  public var stance: Stance?
  /// `if "…"`: what the position hangs on.
  public var condition: String?
  /// How the words reached the page.
  public var voice: Voice?
  /// What is done by saying it.
  public var act: Act?
  /// How far the source holds back.
  public var hedge: Hedge?
  /// When it was said.
  public var said: DayRange?
  /// What stands behind ` -- ` on its line.
  public var note: String?
  /// Number of the coder's name in the text pool, -1 when unknown.
  public var coder: Int32
  /// When it was made.
  public var time: Instant?
  /// Whether it came from a suggestion.
  public var isSuggested: Bool
  /// Whether its words say that no position was taken: `has yet to commit`. A stance on its line is
  /// the analyst's, and counts.
  public var isUncommitted: Bool
  /// Its record.
  public var item: RecordItem

  /// A statement on an annotation, without anything else.
  public init(id: RecordID, annotation: AnnotationRow) {
    self.id = id
    self.annotation = annotation
    via = []
    coder = -1
    isSuggested = false
    isUncommitted = false
    item = -1
  }
}
