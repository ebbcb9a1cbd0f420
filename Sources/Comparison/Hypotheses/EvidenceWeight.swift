internal import Casebook

/// How much an item of evidence counts: the weight of its source times the weight of the
/// information, each 1, 0.8, 0.6, 0.4 or 0.2 for the five steps of the Admiralty code (A to E, 1 to
/// 5); what cannot be judged (F, 6) or was not graded takes the middle, 0.6, so that it neither
/// carries a result nor vanishes.
///
/// R. J. Heuer (Psychology of Intelligence Analysis, 1999, chapter 8) counts inconsistencies alone;
/// that they weigh by the credibility of the evidence is the *weighted inconsistency score* of the
/// ACH program of the Palo Alto Research Center (2005). The even steps are ours: the code is a
/// ranking, and no source gives distances.
struct EvidenceWeight {
  /// The best grade among the sources of the record.
  private(set) var grade: Reliability?
  /// Of a claim its credibility; of a mark the lowest of the claims that it makes.
  private(set) var credibility: Int?

  /// The weight, from 0.04 to 1.
  var value: Double { Self.weight(step: gradeStep) * Self.weight(step: credibility) }

  private var gradeStep: Int? { grade.map { (Reliability.allCases.firstIndex(of: $0) ?? 5) + 1 } }

  private static func weight(step: Int?) -> Double {
    guard let step, step <= 5 else { return 0.6 }
    return Double(6 - step) / 5
  }

  /// `B2`, `C-`: as graded; `-` where nothing is.
  var text: String {
    if grade == nil, credibility == nil { return "-" }
    return (grade?.rawValue ?? "-") + (credibility.map { "\($0)" } ?? "-")
  }
}

/// The grades behind records, looked up once for all.
struct EvidenceGrades {
  private let casebook: Casebook
  private var claims: [RecordID: Claim] = [:]
  private var credibility: [RecordID: Int] = [:]

  init(_ casebook: Casebook) {
    self.casebook = casebook
    for claim in casebook.claims {
      claims[claim.id] = claim
      guard let own = claim.credibility else { continue }
      for id in claim.made { credibility[id] = max(own, credibility[id] ?? 0) }
    }
  }

  func weight(of id: RecordID) -> EvidenceWeight {
    guard let claim = claims[id] else {
      return EvidenceWeight(grade: grade([id]), credibility: credibility[id])
    }
    return EvidenceWeight(grade: grade(claim.made), credibility: claim.credibility)
  }

  private func grade(_ ids: [RecordID]) -> Reliability? {
    ids.compactMap { article(of: $0).flatMap { casebook.articles[$0].grade } }
      .min { $0.rawValue < $1.rawValue }
  }

  private func article(of id: RecordID) -> ArticleID? {
    let article =
      id.kind == .statement
      ? casebook.statements.row(of: id).map { casebook.article(of: $0) }
      : casebook.annotations.row(of: id).map { casebook.annotations.article($0) }
    return article.flatMap { casebook.articles.isDefined($0) ? $0 : nil }
  }

  /// Where a record stands and its words.
  func place(of id: RecordID) -> (address: String, words: String) {
    if let claim = claims[id] { return (id.text, claim.text) }
    let row =
      id.kind == .statement
      ? casebook.statements.row(of: id).map { casebook.statement($0).annotation }
      : casebook.annotations.row(of: id)
    guard let row else { return (id.text, "") }
    return (casebook.address(of: row), casebook.words(of: row))
  }
}
