/// One of several explanations or forecasts that exclude each other.
public struct Hypothesis: Equatable, Sendable {
  /// The short name.
  public var name: String
  /// A full sentence.
  public var proposition: String
  /// Its record.
  public var item: RecordItem

  /// A hypothesis and its sentence.
  public init(name: String, proposition: String) {
    self.name = name
    self.proposition = proposition
    item = -1
  }
}

/// How an item of evidence bears on a hypothesis (R. J. Heuer, Psychology of Intelligence Analysis,
/// 1999, chapter 8, in the scale of the ACH programs): very consistent, consistent, neutral or not
/// applicable, inconsistent, very inconsistent.
public enum Consistency: String, ClosedList {
  case veryConsistent = "CC"
  case consistent = "C"
  case neutral = "N"
  case inconsistent = "I"
  case veryInconsistent = "II"

  /// From 2, very consistent, to -2, very inconsistent.
  public var degree: Int {
    switch self {
    case .veryConsistent: 2
    case .consistent: 1
    case .neutral: 0
    case .inconsistent: -1
    case .veryInconsistent: -2
    }
  }
}

/// One judgement: how a record bears on a hypothesis.
public struct Evidence: Equatable, Sendable {
  /// What is judged: an annotation, a statement or a claim.
  public var target: RecordID
  /// Against which hypothesis.
  public var hypothesis: HypothesisID
  /// How it bears on it.
  public var consistency: Consistency
  /// Why.
  public var why: String?
  /// Number of the coder's name in the text pool, -1 when unknown.
  public var coder: Int32
  /// When it was judged.
  public var time: Instant?
  /// Its record.
  public var item: RecordItem

  /// A judgement.
  public init(target: RecordID, hypothesis: HypothesisID, consistency: Consistency) {
    self.target = target
    self.hypothesis = hypothesis
    self.consistency = consistency
    coder = -1
    item = -1
  }

  /// What one judgement is about: there is one for each record and hypothesis.
  public struct Key: Hashable, Sendable {
    /// What is judged.
    public let target: RecordID
    /// Against which hypothesis.
    public let hypothesis: HypothesisID

    /// A record and a hypothesis.
    public init(_ target: RecordID, _ hypothesis: HypothesisID) {
      self.target = target
      self.hypothesis = hypothesis
    }
  }

  /// What it is about.
  public var key: Key { Key(target, hypothesis) }
}
