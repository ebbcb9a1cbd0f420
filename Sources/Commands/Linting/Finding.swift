internal import Casebook
internal import CommandKit
internal import SourceText

/// What `lint` looks for, in the order of its answer.
enum LintRule: String, ClosedList {
  case mixedRows = "mixed-rows"
  case confidenceWithLikelihood = "confidence-with-likelihood"
  case oneSource = "one-source"
  case quoteDiffers = "quote-differs"
  case roleDates = "role-dates"
  case oneSided = "one-sided"
  case circular
  case withoutIssue = "without-issue"

  /// What is wrong, as a heading.
  var title: String {
    switch self {
    case .mixedRows: "likelihood words of both rows of ICD 203"
    case .confidenceWithLikelihood: "confidence and likelihood in one sentence"
    case .oneSource: "confirmed on one source"
    case .quoteDiffers: "quotations that differ from the source"
    case .roleDates: "speaks for a party outside the days of membership"
    case .oneSided: "all statements on an issue from one publisher"
    case .circular: "sources that go back to each other"
    case .withoutIssue: "statements without an issue"
    }
  }
}

/// One finding: what, where, and what to type.
struct Finding: Sendable {
  let rule: LintRule
  /// An address or an id that can be typed, or the heading and paragraph of prose.
  let place: String
  /// What was found.
  let text: String
  /// What to type, or to write instead.
  let advice: String
  /// The records behind it.
  var records: [RecordID] = []
  /// What `show` shows of it; the records where nothing else is given.
  var subject: Row?
}
