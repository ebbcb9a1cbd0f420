internal import Casebook

/// What coders said of the same.
struct AgreementUnit: Sendable {
  /// The line of each coder, by place in the lines; nil where they have none.
  var lines: [Int?]

  /// The first line.
  var first: Int { lines.lazy.compactMap { $0 }.first ?? 0 }

  /// What its coders agreed on, where they did.
  func settled(_ all: [CodedLine]) -> Int8? {
    lines.lazy.compactMap { $0 }.compactMap { all[$0].settled }.first
  }

  /// The units of lines that stand by article, party, issue and place, in that order.
  ///
  /// Lines of different coders about the same are one unit: first those of one statement, then those
  /// on the very same words, then those that overlap; of several that overlap the ones that have most
  /// in common. So a notebook agrees with itself, though one coder have several lines on some words.
  static func units(of lines: [CodedLine], coders: [String]) -> [AgreementUnit] {
    var place: [String: Int] = [:]
    for (i, coder) in coders.enumerated() { place[coder] = i }
    let numbers = lines.map { place[$0.coder] ?? -1 }
    var units: [AgreementUnit] = []
    var start = 0
    while start < lines.count {
      var end = start + 1
      while end < lines.count, lines[end].isAbout(sameAs: lines[start]) { end += 1 }
      var pairing = UnitPairing(lines, numbers, start..<end)
      units += pairing.units().map { unit in
        var all: [Int?] = Array(repeating: nil, count: coders.count)
        for line in unit { all[numbers[line]] = line }
        return AgreementUnit(lines: all)
      }
      start = end
    }
    return units
  }
}

/// Puts lines about the same together, each coder's once in a unit. In time linear in the lines, times
/// the sets of coders that occur among them.
private struct UnitPairing {
  /// What is put together so far.
  private struct Part {
    var lines: [Int]
    var coders: Set<Int>
    var range: Range<Int>
  }

  private let lines: [CodedLine]
  private let coders: [Int]
  private var parts: [Part]

  init(_ lines: [CodedLine], _ coders: [Int], _ rows: Range<Int>) {
    self.lines = lines
    self.coders = coders
    parts = rows.filter { coders[$0] >= 0 }.map { row in
      Part(lines: [row], coders: [coders[row]], range: lines[row].range)
    }
  }

  /// The lines of each unit, by their first line.
  mutating func units() -> [[Int]] {
    if parts.count > 1 {
      join { $0.id.text }
      join { "\($0.pieces)" }
      joinOverlapping()
    }
    return parts.map { $0.lines.sorted() }.sorted { $0[0] < $1[0] }
  }

  /// Joins parts whose first lines have the same key, as far as their coders differ, the earliest
  /// first.
  private mutating func join(by key: (CodedLine) -> String) {
    var open: [String: [Set<Int>: Waiting]] = [:]
    var joined: [Part] = []
    for part in parts {
      let key = key(lines[part.lines[0]])
      let fitting = open[key, default: [:]].filter { $0.key.isDisjoint(with: part.coders) }
      let first = fitting.values.compactMap(\.first).min()
      let number = first ?? joined.count
      if let first {
        open[key]?[joined[first].coders]?.take()
        UnitPairing.add(part, to: &joined[first])
      } else {
        joined.append(part)
      }
      open[key, default: [:]][joined[number].coders, default: Waiting()].numbers.append(number)
    }
    parts = joined
  }

  /// Parts of the same coders in the order in which they came.
  private struct Waiting {
    var numbers: [Int] = []
    private var taken = 0

    var first: Int? { taken < numbers.count ? numbers[taken] : nil }

    mutating func take() { taken += 1 }
  }

  private static func add(_ part: Part, to other: inout Part) {
    other.lines += part.lines
    other.coders.formUnion(part.coders)
    other.range =
      min(
        other.range.lowerBound, part.range.lowerBound)..<max(
        other.range.upperBound, part.range.upperBound)
  }

  private mutating func joinOverlapping() {
    parts.sort { ($0.range.lowerBound, $0.lines[0]) < ($1.range.lowerBound, $1.lines[0]) }
    var joined: [Part] = []
    // The parts that may overlap what comes, by their coders, the latest last.
    var open: [Set<Int>: [Int]] = [:]
    for part in parts {
      var best: Overlap?
      for coders in open.keys where coders.isDisjoint(with: part.coders) {
        for number in UnitPairing.latest(&open[coders, default: []], joined, part.range.lowerBound)
        {
          let overlap = Overlap(number, joined[number].range, part.range)
          if best.map({ $0 < overlap }) ?? true { best = overlap }
        }
      }
      let number = best?.number ?? joined.count
      if best != nil {
        open[joined[number].coders]?.removeAll { $0 == number }
        UnitPairing.add(part, to: &joined[number])
      } else {
        joined.append(part)
      }
      open[joined[number].coders, default: []].append(number)
    }
    parts = joined
  }

  /// As many parts are looked at: passages that lie within each other are few, and a notebook in which
  /// they are not takes no quadratic time.
  private static let mostOpen = 32

  /// The parts that began last and reach beyond a place; what has ended before it is forgotten.
  private static func latest(_ open: inout [Int], _ joined: [Part], _ place: Int) -> [Int] {
    open.removeAll { joined[$0].range.upperBound <= place }
    if open.count > mostOpen { open.removeFirst(open.count - mostOpen) }
    return open
  }

  /// How well a part fits: by what is in common, then by how little is not.
  private struct Overlap: Comparable {
    let number: Int
    private let common: Int
    private let hull: Int

    init(_ number: Int, _ range: Range<Int>, _ other: Range<Int>) {
      self.number = number
      common =
        min(range.upperBound, other.upperBound) - max(range.lowerBound, other.lowerBound)
      hull = max(range.upperBound, other.upperBound) - min(range.lowerBound, other.lowerBound)
    }

    static func < (a: Overlap, b: Overlap) -> Bool {
      (a.common, -a.hull, -a.number) < (b.common, -b.hull, -b.number)
    }
  }
}
