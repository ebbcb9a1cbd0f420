/// What the nodes of a network are.
public enum NetworkMode: Sendable {
  /// Actors, tied by the issues on which both take a position.
  case parties
  /// Issues, tied by the actors that take a position on both.
  case issues
  /// Actors and issues: who takes a position on what.
  case both
}

/// How stances make the weight of a tie. X is the number of statements of a node (an actor, or an
/// issue) through what ties it (an issue, or an actor) on a level.
///
/// Source: Ph. Leifeld, *Discourse network analysis: policy debates as dynamic networks*, in: The
/// Oxford Handbook of Political Networks (2017); Ph. Leifeld, J. Gruber, F. R. Bossner, *Discourse
/// Network Analyzer manual* (2019), chapter 6.
public enum TieMeasure: Sendable {
  /// One mode: Σₖ (Σₗ X₁ₖₗ)(Σₗ X₂ₖₗ). Two modes: the number of statements.
  case ignore
  /// One mode: Σₖ Σₗₗ′ s(l,l′) X₁ₖₗ X₂ₖₗ′, where s is how alike two levels are.
  case congruence
  /// One mode: Σₖ Σₗₗ′ d(l,l′) X₁ₖₗ X₂ₖₗ′, where d is how opposed two levels are.
  case conflict
  /// One mode: congruence less conflict. Two modes: supporting less opposing statements, or on the
  /// scale of degrees Σₗ l X.
  case subtract
  /// Two modes alone: 1 supports, 2 opposes, 3 both; 4 is added where it is neutral too.
  case combine
}

/// How levels are compared.
public enum StanceScale: Sendable {
  /// By side: alike is what is on one side (supports, opposes, neutral), opposed what supports and
  /// what opposes. Neutral is opposed to nothing.
  case sides
  /// By distance: opposed by |l − l′| / 4, alike by the rest.
  case degrees
}

/// By what weights are divided, so that who speaks most is not tied most for that alone.
///
/// aᵢ is the number of all statements of a node. The first four are of one-mode networks, `activity`
/// and `prominence` of two-mode ones.
public enum Normalisation: Sendable {
  /// By nothing.
  case none
  /// By (a₁ + a₂) / 2.
  case average
  /// The Jaccard index of what ties both: the number of things through which both are tied, each
  /// counted by the share of pairs of statements that are alike (opposed; alike less opposed),
  /// divided by the number of things through which either is. From 0 to 1 (`subtract`: −1 to 1), and
  /// with `ignore` the index itself.
  case jaccard
  /// By the product of the lengths of the two vectors: √s(1,1) √s(2,2), where s is congruence, with
  /// `ignore` the product of all. From 0 to 1 (`subtract`: −1 to 1); 1 for nodes whose statements
  /// have the same proportions.
  case cosine
  /// Two modes: by all statements of the actor.
  case activity
  /// Two modes: by all statements on the issue.
  case prominence
  /// What Discourse Network Analyzer 3.1.2 calls Jaccard: by Σ X₁ where X₂ is 0, plus Σ X₂ where X₁
  /// is 0, plus Σ X₁X₂, each over things and levels. Doubtful: counts are added to products of
  /// counts, and `ignore` and `conflict` may exceed 1.
  case dnaJaccard
  /// What the same program calls cosine: by a₁a₂. Doubtful: it is no cosine; a node has not 1 to one
  /// like itself, but less the more things it speaks about.
  case dnaCosine
}

/// How often the same position of the same actor on the same issue counts.
///
/// A period is one of the calendar, of its own year; weeks begin on Monday. A statement whose days
/// are not known, or reach over a border, counts once in its article instead.
public enum CountedOnce: Sendable {
  /// Every statement counts.
  case never
  /// Once in each article.
  case article
  /// Once on each day.
  case day
  /// Once in each week.
  case week
  /// Once in each month.
  case month
  /// Once in each year.
  case year
  /// Once in each month, as Discourse Network Analyzer 3.1.2 has it. Doubtful: months of one name are
  /// one, whatever their year.
  case dnaMonth
}

/// What a network is made of and how.
public struct NetworkOptions: Sendable {
  /// What the nodes are.
  public var mode = NetworkMode.parties
  /// What makes the weight.
  public var measure = TieMeasure.subtract
  /// How levels are compared.
  public var scale = StanceScale.sides
  /// By what weights are divided.
  public var normalisation = Normalisation.none
  /// How often the same counts.
  public var once = CountedOnce.never

  /// Parties, congruence less conflict, not normalised, nothing left out as the same.
  public init() {}

  /// Why these do not go together; nil where they do.
  public var fault: NetworkFault? {
    if mode == .both {
      if measure == .congruence || measure == .conflict { return .measureOfOneMode }
      let fits = [.none, .activity, .prominence].contains(normalisation)
      if !fits { return .normalisationOfOneMode }
      return measure == .combine && normalisation != .none ? .combineIsNoAmount : nil
    }
    if measure == .combine { return .combineOfOneMode }
    return [.activity, .prominence].contains(normalisation) ? .normalisationOfTwoModes : nil
  }
}

/// Why options do not go together.
public enum NetworkFault: Sendable {
  /// Congruence and conflict tie nodes of one kind.
  case measureOfOneMode
  /// The normalisation divides by two nodes of one kind.
  case normalisationOfOneMode
  /// `combine` is no amount that could be divided.
  case combineIsNoAmount
  /// `combine` says what one actor holds on one issue.
  case combineOfOneMode
  /// Activity and prominence divide by an actor and by an issue.
  case normalisationOfTwoModes
}
