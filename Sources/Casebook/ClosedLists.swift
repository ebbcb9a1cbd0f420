/// A closed list of words: what may stand at a keyword, in the order in which help shows it.
public protocol ClosedList: CaseIterable, RawRepresentable, Sendable, Hashable
where RawValue == String {}

extension ClosedList {
  /// The words, in order.
  public static var words: [String] { allCases.map(\.rawValue) }

  /// The place in the list, for columns.
  var code: UInt8 {
    UInt8(
      truncatingIfNeeded: Self.allCases.distance(
        from: Self.allCases.startIndex, to: Self.allCases.firstIndex(of: self)!))
  }

  static func coded(_ code: UInt8) -> Self? {
    let cases = Array(allCases)
    return Int(code) < cases.count ? cases[Int(code)] : nil
  }
}

/// Who a party is.
public enum PartyKind: String, ClosedList {
  case person, organisation, state, bloc, media, unnamed
}

/// How the words reached the page. A guess from the quotation marks is only a default.
public enum Voice: String, ClosedList {
  case direct, indirect, mixed, paraphrase, narrator, document, deed
}

/// What is done by saying it.
public enum Act: String, ClosedList {
  case assert, deny, demand, propose, promise, threaten, accept, reject, praise, criticise, ask
  case announce, report
}

/// How far the source itself holds back.
public enum Hedge: String, ClosedList {
  case weak, strong
}

/// What kind of proposition a claim is.
public enum ClaimKind: String, ClosedList {
  case fact, number, event, causal, prediction, definition, evaluation, norm, commitment
}

/// Where the checking of a claim stands.
public enum ClaimStatus: String, ClosedList {
  case unchecked, unverified, corroborated, confirmed, contested, refuted, misleading
  case notCheckable = "not-checkable"
}

/// How one record bears on another.
public enum Relation: String, ClosedList {
  case supports, attacks, undercuts, contradicts
  case sameAs = "same-as"
  case respondsTo = "responds-to"
  case repeats, clarifies, retracts
  case conditionalOn = "conditional-on"
  case derivedFrom = "derived-from"
}

/// Reliability of a source, Admiralty code (NATO AJP-2.1): A completely reliable, B usually, C
/// fairly, D not usually, E unreliable, F cannot be judged.
public enum Reliability: String, ClosedList {
  case a = "A"
  case b = "B"
  case c = "C"
  case d = "D"
  case e = "E"
  case f = "F"
}

/// How sure the analyst is of a judgement (ICD 203).
public enum Confidence: String, ClosedList {
  case low, moderate, high
}

/// Likelihood words of ICD 203, section 6.e.2.a, each with its official synonym and range in
/// per cent.
public enum Likelihood: String, ClosedList {
  case remote
  case veryUnlikely = "very-unlikely"
  case unlikely
  case evenChance = "even-chance"
  case likely
  case veryLikely = "very-likely"
  case almostCertain = "almost-certain"

  /// The synonym of the second row.
  public var synonym: String {
    switch self {
    case .remote: "almost-no-chance"
    case .veryUnlikely: "highly-improbable"
    case .unlikely: "improbable"
    case .evenChance: "roughly-even-odds"
    case .likely: "probable"
    case .veryLikely: "highly-probable"
    case .almostCertain: "nearly-certain"
    }
  }

  /// The range in per cent, both ends included.
  public var percent: ClosedRange<Int> {
    switch self {
    case .remote: 1...5
    case .veryUnlikely: 5...20
    case .unlikely: 20...45
    case .evenChance: 45...55
    case .likely: 55...80
    case .veryLikely: 80...95
    case .almostCertain: 95...99
    }
  }

  /// Reads a word, a synonym, or a percentage such as `70%`; a percentage on a border belongs to
  /// the range nearer to even chance.
  public init?(word: some StringProtocol) {
    let text = word.lowercased()
    if let known = Self.allCases.first(where: { $0.rawValue == text || $0.synonym == text }) {
      self = known
      return
    }
    guard text.hasSuffix("%"), let value = Int(text.dropLast()), (1...99).contains(value),
      let fitting = Self.allCases.filter({ $0.percent.contains(value) })
        .min(by: { abs($0.middle - 50) < abs($1.middle - 50) })
    else { return nil }
    self = fitting
  }

  private var middle: Int { (percent.lowerBound + percent.upperBound) / 2 }
}
