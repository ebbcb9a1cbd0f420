/// A value with the place it came from.
public struct Sourced<Value: Equatable & Sendable>: Equatable, Sendable {
  /// What was found.
  public var value: Value
  /// Where: `copyright line`, `dateline`, `line 3`, `typed`.
  public var basis: String

  /// A value and its basis.
  public init(_ value: Value, basis: String) {
    self.value = value
    self.basis = basis
  }
}

/// What a source says in one of several places, and what was not chosen.
public struct MetadataCandidate: Equatable, Sendable {
  /// What it is said to be.
  public enum Field: String, CaseIterable, Sendable {
    case title
    case published
    case author
  }

  /// What it is said to be.
  public var field: Field
  /// What was found: words, or a day.
  public var value: String
  /// Where: `json-ld`, `meta og:title`, `line 3`.
  public var basis: String

  /// A candidate.
  public init(_ field: Field, _ value: String, basis: String) {
    self.field = field
    self.value = value
    self.basis = basis
  }
}

/// When an article was published, as far as its text says.
public enum Publication: Equatable, Sendable {
  /// The text (or the analyst) states the day, or the moment written as RFC 3339.
  case stated(day: Day, instant: String?, basis: String)
  /// Not stated; `bracket` holds the days that the text implies, each bound with its reason
  /// (`paris:1 “on April 17, 2025”`). A wrong day is worse than none.
  case notStated(bracket: DayRange?, reasons: [String])

  /// The first and last day on which it may have been published; nil when nothing is known.
  public var days: DayRange? {
    switch self {
    case .stated(let day, _, _): DayRange(day, day)
    case .notStated(let bracket, _): bracket
    }
  }

  /// The stated day.
  public var day: Day? {
    if case .stated(let day, _, _) = self { day } else { nil }
  }
}

/// What is known about an article beside its text.
public struct ArticleMetadata: Equatable, Sendable {
  /// The headline as the source has it.
  public var title: Sourced<String>?
  /// People and desks who sign, in order.
  public var byline: [String]
  /// Who published it.
  public var publisher: Sourced<String>?
  /// When it was published.
  public var published: Publication
  /// The day of a later change, if stated.
  public var modified: Sourced<Day>?
  /// The day from which `Thursday`, `last week` in this text are counted; with its basis.
  public var referenceDay: Sourced<Day>?
  /// BCP 47 code: `en`, `de`; nil when it cannot be told.
  public var language: String?
  /// Where it stands on the net.
  public var url: String?
  /// Where the address came from: `canonical link`, `meta og:url`, `fetched`.
  public var urlBasis: String?
  /// When it was fetched or saved, as its own file states it; RFC 3339.
  public var fetched: Sourced<String>?
  /// Sections or categories the page names.
  public var sections: [String]
  /// `news`, `interview`, `opinion`, `communiqué` …, if stated.
  public var genre: String?
  /// What other places of the source say of title, day and authors; best first in each field.
  public var others: [MetadataCandidate]

  /// Nothing known.
  public init() {
    byline = []
    sections = []
    others = []
    published = .notStated(bracket: nil, reasons: [])
  }
}
