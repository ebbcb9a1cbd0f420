internal import Casebook
internal import CommandKit
internal import Comparison
internal import Diagnostics

/// `2 weeks`, `30 statements`: the size of a moving window.
struct NetworkWindow: Sendable {
  let size: Int
  let unit: WindowUnit
}

/// What windows are measured in.
enum WindowUnit: String, ClosedList {
  case days, weeks, months, statements

  init(_ unit: TimeWindows.Unit) {
    switch unit {
    case .days: self = .days
    case .weeks: self = .weeks
    case .months: self = .months
    case .events: self = .statements
    }
  }

  var unit: TimeWindows.Unit {
    switch self {
    case .days: .days
    case .weeks: .weeks
    case .months: .months
    case .statements: .events
    }
  }
}

/// The words of `kernel`.
enum NetworkKernel: String, ClosedList {
  case uniform, triangular, epanechnikov, gaussian
  case dnaTriangular = "dna-triangular"
  case dnaEpanechnikov = "dna-epanechnikov"

  init(_ kernel: WindowKernel) {
    switch kernel {
    case .uniform: self = .uniform
    case .triangular: self = .triangular
    case .epanechnikov: self = .epanechnikov
    case .gaussian: self = .gaussian
    case .dnaTriangular: self = .dnaTriangular
    case .dnaEpanechnikov: self = .dnaEpanechnikov
    }
  }

  var kernel: WindowKernel {
    switch self {
    case .uniform: .uniform
    case .triangular: .triangular
    case .epanechnikov: .epanechnikov
    case .gaussian: .gaussian
    case .dnaTriangular: .dnaTriangular
    case .dnaEpanechnikov: .dnaEpanechnikov
    }
  }
}

extension ValueKind where Value == NetworkWindow {
  /// A number and what it counts: `2 weeks`.
  static let window = ValueKind(
    "N UNIT", expected: "a window, as 2 weeks or 30 statements",
    read: { cursor, session throws(Diagnostic) in
      let size = try ValueKind<Int>.number(1...100_000).read(&cursor, session)
      let unit = try ValueKind<WindowUnit>.choice(
        WindowUnit.self, expected: "days, weeks, months or statements"
      ).read(&cursor, session)
      return NetworkWindow(size: size, unit: unit)
    })
}
