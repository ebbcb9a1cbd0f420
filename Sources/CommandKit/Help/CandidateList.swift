public import LineEditing
internal import SourceText

/// What may stand at the cursor, as far as it fits what was typed: those candidates alone that fit
/// best. A name that begins with the letters keeps out one that only holds them.
public struct CandidateList: Sendable {
  /// The candidates, in order.
  public private(set) var candidates: [Candidate] = []
  /// How many more there are than were made.
  public private(set) var hidden = 0
  /// Where the letters stand in them; nil where there are none.
  private(set) var place: NameSearch.Place?

  /// More candidates than this are only counted: nobody reads them.
  public static let limit = 1_000

  /// Nothing.
  public init() {}

  /// Candidates that were found at a place.
  init(_ candidates: [Candidate], hidden: Int, place: NameSearch.Place) {
    self.candidates = candidates
    self.hidden = hidden
    self.place = candidates.isEmpty ? nil : place
  }

  /// Both, as far as they fit equally well; else the better ones. Each text once.
  public static func + (a: CandidateList, b: CandidateList) -> CandidateList {
    guard let first = a.place else { return b }
    guard let second = b.place else { return a }
    if first != second { return first < second ? a : b }
    var both = a
    let known = Set(a.candidates.map(\.text))
    both.candidates += b.candidates.filter { !known.contains($0.text) }
    both.hidden += b.hidden
    return both
  }
}

extension CompletionContext {
  /// The candidates that begin with what was typed; else those in which a later word does; else
  /// those that hold it.
  public func choose(_ all: [Candidate]) -> CandidateList {
    let found = all.map { search.place(in: $0.text) }
    guard let best = found.compactMap({ $0 }).min() else { return CandidateList() }
    let fitting = zip(all, found).filter { $0.1 == best }.map(\.0)
    let limit = CandidateList.limit
    return CandidateList(
      Array(fitting.prefix(limit)), hidden: max(0, fitting.count - limit), place: best)
  }

  /// The candidates that begin with what was typed: words of the grammar.
  public func beginning(_ all: [Candidate]) -> CandidateList {
    let list = choose(all)
    return list.place == .beginning ? list : CandidateList()
  }
}
