/// How far parties fall into camps.
public struct CampFigures: Equatable, Sendable {
  /// Agreement within the camps.
  public let congruenceWithin: Double
  /// Disagreement within the camps.
  public let conflictWithin: Double
  /// Agreement between the camps.
  public let congruenceBetween: Double
  /// Disagreement between the camps.
  public let conflictBetween: Double

  /// The share of agreement in all that ties members of one camp, from 0 to 1; 1 where no two of
  /// them are tied.
  public var cohesion: Double {
    let all = congruenceWithin + conflictWithin
    return all > 0 ? congruenceWithin / all : 1
  }

  /// The share of disagreement in all that ties the camps to each other, from 0 to 1; 0 where
  /// nothing does: there is one camp, or none.
  public var division: Double {
    let all = congruenceBetween + conflictBetween
    return all > 0 ? conflictBetween / all : 0
  }

  /// Cohesion times division, from 0 to 1: 1 where all agree within their camp and all disagree
  /// across, 0 where nobody disagrees across, whatever the number of statements.
  public var polarisation: Double { cohesion * division }
}
