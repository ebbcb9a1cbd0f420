internal import Casebook
internal import Comparison
internal import Glibc

/// Parties on an ellipse, tied where they agree or disagree on the same issues.
///
/// The places follow from the order of the nodes alone: those of one camp stand side by side where
/// there are few enough to find camps at once, else parties stand by their number of statements.
struct NetworkDrawing {
  /// More parties than these are not drawn.
  static let mostNodes = 24
  /// Up to so many, camps are found at once: every split is tried.
  static let mostForCamps = 14
  /// Weights are written at the ties up to so many.
  static let mostWeights = 24
  /// The strongest ties are listed up to so many.
  static let mostListed = 40

  private let facts: PageFacts
  private let nodes: [PartyID]
  private let ties: [Tie]
  private let missing: Int

  /// Congruence less conflict of two parties.
  struct Tie {
    let a: Int
    let b: Int
    let weight: Double
  }

  /// The drawing; nil without a tie.
  init?(_ facts: PageFacts) {
    guard facts.result.parties.count > 1,
      let network = NetworkQuery().answer(in: facts.book).network
    else { return nil }
    let found = network.rows.map { facts.result.parties[Int($0)].party }
    var isTied = Set<PartyID>()
    for tie in network.ties { isTied.formUnion([found[tie.row], found[tie.column]]) }
    let tied = found.filter { isTied.contains($0) }
    if tied.isEmpty { return nil }
    var order = Array(tied.prefix(NetworkDrawing.mostNodes))
    if tied.count <= NetworkDrawing.mostForCamps {
      let camps = CampsQuery().answer(in: facts.book).camps.flatMap { $0 }
      let known = camps.filter { order.contains($0) }
      order = known + order.filter { !known.contains($0) }
    }
    var place: [PartyID: Int] = [:]
    for (i, party) in order.enumerated() { place[party] = i }
    ties = network.ties.compactMap { tie in
      guard let a = place[found[tie.row]], let b = place[found[tie.column]] else { return nil }
      return Tie(a: a, b: b, weight: tie.weight)
    }
    nodes = order
    missing = tied.count - order.count
    self.facts = facts
  }

  func write(to html: inout HTMLWriter) {
    html.element(
      .p, [.kind("note")],
      "Two parties are tied by every pair of their statements on the same issue: pairs on the same "
        + "side count for (solid line, +), pairs on opposite sides against (dashed line, \u{2212})."
    )
    html.line()
    html.element(.figure, [.kind("picture")]) { html in
      html.scrolling("Network of parties") { drawing(&$0) }
    }
    html.line()
    list(&html)
    if missing > 0 {
      html.element(.p, [.kind("note")], "Not drawn: \(missing) parties with fewer statements.")
    }
  }

  private func drawing(_ html: inout HTMLWriter) {
    let attributes: [Attribute] = [
      .kind("network"), .the(.viewBox, "0 0 700 430"), .the(.role, "img"),
      .the(.labelled, "network-drawing network-words"),
    ]
    html.element(.svg, attributes) { html in
      html.element(.title, [.the(.id, "network-drawing")], "Network of parties")
      html.element(.desc, [.the(.id, "network-words")], description)
      for tie in ties { line(tie, &html) }
      if ties.count <= NetworkDrawing.mostWeights {
        for (tie, at) in zip(ties, plates) { weight(tie, at, &html) }
      }
      for i in nodes.indices { node(i, &html) }
    }
  }

  private func angle(_ i: Int) -> Double {
    2 * Double.pi * Double(i) / Double(nodes.count) - Double.pi / 2
  }

  private func point(_ i: Int, _ scale: Double = 1) -> (x: Double, y: Double) {
    (350 + 210 * scale * cos(angle(i)), 215 + 165 * scale * sin(angle(i)))
  }

  private var strongest: Double { ties.map { abs($0.weight) }.max() ?? 1 }

  private func line(_ tie: Tie, _ html: inout HTMLWriter) {
    let (a, b) = (point(tie.a), point(tie.b))
    let width = min(3, max(1, Int((3 * abs(tie.weight) / strongest).rounded(.up))))
    html.element(
      .line,
      [
        .kind("tie \(tie.weight > 0 ? "for" : "against") w\(width)"), .at(.x1, a.x), .at(.y1, a.y),
        .at(.x2, b.x), .at(.y2, b.y),
      ], "")
  }

  /// Where weights stand: on their line, at the first of some places where no other stands.
  private var plates: [(x: Double, y: Double)] {
    var taken: [(x: Double, y: Double)] = []
    for tie in ties {
      let (a, b) = (point(tie.a), point(tie.b))
      let places = [0.5, 0.38, 0.62, 0.28, 0.72, 0.2, 0.8].map { t in
        (x: a.x + t * (b.x - a.x), y: a.y + t * (b.y - a.y))
      }
      let free = places.first { one in
        !taken.contains { abs($0.x - one.x) < 36 && abs($0.y - one.y) < 20 }
      }
      taken.append(free ?? places[1])
    }
    return taken
  }

  private func weight(_ tie: Tie, _ at: (x: Double, y: Double), _ html: inout HTMLWriter) {
    html.element(
      .rect,
      [
        .kind("plate"), .at(.x, at.x - 16), .at(.y, at.y - 9), .at(.width, 32), .at(.height, 18),
        .at(.rx, 4),
      ], "")
    html.element(
      .text, [.kind("weight"), .at(.x, at.x), .at(.y, at.y + 4), .the(.textAnchor, "middle")],
      Self.text(tie.weight))
  }

  private func node(_ i: Int, _ html: inout HTMLWriter) {
    let at = point(i)
    html.element(.circle, [.kind("node"), .at(.cx, at.x), .at(.cy, at.y), .at(.r, 8)], "")
    let side = cos(angle(i))
    let anchor = side > 0.2 ? "start" : side < -0.2 ? "end" : "middle"
    let shift = side > 0.2 ? 14.0 : side < -0.2 ? -14 : 0
    let drop = anchor == "middle" ? (sin(angle(i)) < 0 ? -16.0 : 26) : 5
    html.element(
      .text,
      [
        .kind("label"), .at(.x, at.x + shift), .at(.y, at.y + drop), .the(.textAnchor, anchor),
      ], PageFacts.cut(facts.label(nodes[i]), to: 16))
  }

  private var listed: [Tie] {
    let order = ties.enumerated().sorted { a, b in
      let sizes = (abs(a.element.weight), abs(b.element.weight))
      return sizes.0 != sizes.1 ? sizes.0 > sizes.1 : a.offset < b.offset
    }
    return order.prefix(NetworkDrawing.mostListed).map(\.element)
  }

  private func words(_ tie: Tie) -> String {
    "\(facts.label(nodes[tie.a])) and \(facts.label(nodes[tie.b])) \(Self.text(tie.weight))"
  }

  private var description: String { listed.map(words).joined(separator: "; ") + "." }

  private func list(_ html: inout HTMLWriter) {
    html.element(.ul, [.kind("ties")]) { html in
      for tie in listed { html.element(.li, [], words(tie)) }
    }
    html.line()
    if ties.count > NetworkDrawing.mostListed {
      html.element(
        .p, [.kind("note")], "\(ties.count - NetworkDrawing.mostListed) weaker ties not listed.")
    }
  }

  /// A weight with its sign and at most one decimal.
  private static func text(_ weight: Double) -> String {
    let tenths = Int((weight * 10).rounded())
    let size = tenths.magnitude
    let rest = size % 10 == 0 ? "" : ".\(size % 10)"
    return (tenths < 0 ? "\u{2212}" : "+") + "\(size / 10)\(rest)"
  }
}
