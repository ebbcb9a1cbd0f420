internal import Casebook
internal import CommandKit
internal import Comparison
internal import Diagnostics

/// How networks are asked for.
enum NetworkArguments {
  static func options(_ arguments: inout Arguments, _ session: __shared Session) throws(Diagnostic)
    -> NetworkOptions
  {
    typealias C = NetworkCommand
    var options = NetworkOptions()
    options.mode = try arguments.value(C.of, session)?.mode ?? .parties
    options.measure = try arguments.value(C.ties, session)?.measure ?? .subtract
    options.scale = try arguments.value(C.scale, session)?.scale ?? .sides
    options.normalisation = try arguments.value(C.normalised, session)?.normalisation ?? .none
    options.once = try arguments.value(C.once, session)?.once ?? .never
    return options
  }

  static func windows(_ arguments: inout Arguments, _ session: __shared Session) throws(Diagnostic)
    -> TimeWindows?
  {
    typealias C = NetworkCommand
    let window = try arguments.value(C.window, session)
    let step = try arguments.value(C.step, session)
    let kernel = try arguments.value(C.kernel, session)
    guard let window else {
      if step == nil, kernel == nil { return nil }
      throw Diagnostic(
        .notTogether("step and kernel are those of a window"), at: arguments.line.end,
        hint: "network window 2 weeks")
    }
    return TimeWindows(
      window.size, window.unit.unit, step: step ?? 1, kernel: kernel?.kernel ?? .uniform)
  }

  static func add(_ options: NetworkOptions, to line: inout NormalForm) {
    let defaults = NetworkOptions()
    if options.mode != defaults.mode { line.add("of", NetworkNodes(options.mode).rawValue) }
    if options.measure != defaults.measure {
      line.add("ties", NetworkTies(options.measure).rawValue)
    }
    if options.scale != defaults.scale { line.add("scale", NetworkScale.degrees.rawValue) }
    if options.normalisation != .none { line.add("normalised", options.normalisation.name) }
    if options.once != .never { line.add("once", options.once.name) }
  }

  static func add(_ windows: TimeWindows?, to line: inout NormalForm) {
    guard let windows else { return }
    line.add("window", "\(windows.size) \(WindowUnit(windows.unit).rawValue)")
    if windows.step > 1 { line.add("step", String(windows.step)) }
    if windows.kernel != .uniform {
      line.add("kernel", NetworkKernel(windows.kernel).rawValue)
    }
  }
}

/// The words of `of`.
enum NetworkNodes: String, ClosedList {
  case parties, issues, both

  init(_ mode: NetworkMode) {
    switch mode {
    case .parties: self = .parties
    case .issues: self = .issues
    case .both: self = .both
    }
  }

  var mode: NetworkMode {
    switch self {
    case .parties: .parties
    case .issues: .issues
    case .both: .both
    }
  }
}

/// The words of `ties`.
enum NetworkTies: String, ClosedList {
  case ignore, congruence, conflict, subtract, combine

  init(_ measure: TieMeasure) {
    switch measure {
    case .ignore: self = .ignore
    case .congruence: self = .congruence
    case .conflict: self = .conflict
    case .subtract: self = .subtract
    case .combine: self = .combine
    }
  }

  var measure: TieMeasure {
    switch self {
    case .ignore: .ignore
    case .congruence: .congruence
    case .conflict: .conflict
    case .subtract: .subtract
    case .combine: .combine
    }
  }
}

/// The words of `scale`.
enum NetworkScale: String, ClosedList {
  case sides, degrees

  var scale: StanceScale { self == .degrees ? .degrees : .sides }
}

/// The words of `normalised`.
enum NetworkNorm: String, ClosedList {
  case none, average, jaccard, cosine, activity, prominence
  case dnaJaccard = "dna-jaccard"
  case dnaCosine = "dna-cosine"

  var normalisation: Normalisation {
    switch self {
    case .none: .none
    case .average: .average
    case .jaccard: .jaccard
    case .cosine: .cosine
    case .activity: .activity
    case .prominence: .prominence
    case .dnaJaccard: .dnaJaccard
    case .dnaCosine: .dnaCosine
    }
  }
}

/// The words of `once`.
enum NetworkOnce: String, ClosedList {
  case never, article, day, week, month, year
  case dnaMonth = "dna-month"

  var once: CountedOnce {
    switch self {
    case .never: .never
    case .article: .article
    case .day: .day
    case .week: .week
    case .month: .month
    case .year: .year
    case .dnaMonth: .dnaMonth
    }
  }
}
