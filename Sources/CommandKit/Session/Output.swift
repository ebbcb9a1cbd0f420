public import Casebook
internal import SourceText

/// What a command answers: lines for a reader, rows that can be typed as `%3` afterwards, and what to
/// do next.
public struct Output: Sendable, Equatable {
  /// The answer, one element a line, without line ends; already safe to show.
  public var lines: [String]
  /// The rows of a listing, `%1` first; nil where the answer is none.
  public var rows: [Row]?
  /// At most three lines to type next.
  public var next: [String]
  /// The stamp of an answer that can be kept: counts, and the digest of what it was computed from.
  public var stamp: String?

  /// An answer of some lines.
  public init(_ lines: [String] = [], rows: [Row]? = nil, next: [String] = [], stamp: String? = nil)
  {
    self.lines = lines
    self.rows = rows
    self.next = next
    self.stamp = stamp
  }

  /// The answer with nothing in it that a terminal would obey, whatever a command forgot.
  var shown: Output {
    var shown = self
    shown.lines = lines.map { VisibleText.showing($0) }
    shown.next = next.map { VisibleText.showing($0) }
    return shown
  }

  /// The whole answer as text, each line ended by LF.
  public var text: String {
    var all = lines
    if !next.isEmpty { all.append("Next: " + next.joined(separator: " · ")) }
    return all.map { $0 + "\n" }.joined()
  }
}

/// What a row of a listing stands for.
public enum Row: Sendable, Equatable {
  /// An annotation, a statement, a claim or a link.
  case record(RecordID)
  /// Words of an article, as `find` shows them.
  case passage(ArticleID, [Range<Int>])
  /// Words that may be a statement, as `suggest` shows them: its number in the article, from 0.
  case suggestion(ArticleID, [Range<Int>], Int)
  /// Somebody in an article, as `cast` shows them: the name there.
  case castMember(ArticleID, String)
  /// An article.
  case article(ArticleID)
  /// A party.
  case party(PartyID)
  /// An issue.
  case issue(IssueID)
  /// A tag.
  case tag(TagID)
  /// The statements behind a figure.
  case statements([RecordID])
  /// The analyst's own words: where they stand, and a sentence.
  case prose(String, String)
  /// A line that was set aside: article, number of the block.
  case setAside(ArticleID, Int)
}
