/// The words for options, the same in questions and answers.
extension Normalisation {
  /// `average`, `dna-cosine`.
  public var name: String {
    switch self {
    case .none: "none"
    case .average: "average"
    case .jaccard: "jaccard"
    case .cosine: "cosine"
    case .activity: "activity"
    case .prominence: "prominence"
    case .dnaJaccard: "dna-jaccard"
    case .dnaCosine: "dna-cosine"
    }
  }
}

extension TimeWindows {
  /// `windows of 2 weeks, gaussian`
  var name: String {
    let units =
      switch unit {
      case .days: "day"
      case .weeks: "week"
      case .months: "month"
      case .events: "statement"
      }
    var name = "windows of \(counted(size, units))"
    if step > 1 { name += " by \(step)" }
    switch kernel {
    case .uniform: break
    case .triangular: name += ", triangular"
    case .epanechnikov: name += ", Epanechnikov"
    case .gaussian: name += ", Gaussian"
    case .dnaTriangular: name += ", dna-triangular"
    case .dnaEpanechnikov: name += ", dna-epanechnikov"
    }
    return name
  }
}

extension CountedOnce {
  /// `never`, `article`, `day`.
  public var name: String {
    switch self {
    case .never: "never"
    case .article: "article"
    case .day: "day"
    case .week: "week"
    case .month: "month"
    case .year: "year"
    case .dnaMonth: "dna-month"
    }
  }
}
