public import Casebook

extension CampsResult {
  /// What the rows stand for, `%1` first: the statements of each camp, then those behind each tie
  /// against the camps, then those to reconsider.
  public var rows: [[StatementRow]] {
    var rows = found.groups.flatMap(\.camps).map { camp in coded.lines(by: Set(camp)) }
    for group in found.groups {
      rows += CampsLines.strained(of: group).map { tie in
        coded.lines(behind: group.nodes[tie.a], group.nodes[tie.b])
      }
    }
    for group in found.groups {
      rows += (group.reconsideration?.sets ?? []).map { set in
        coded.lines(of: set.recodings.map(\.statement))
      }
    }
    return rows
  }

  /// The camps as lines for a terminal of that width (at least 40), or uncut without one.
  public func lines(in casebook: Casebook, width: Int? = 80) -> [String] {
    let width = width.map { max(Layout.narrowest, $0) }
    let words = Words(casebook: casebook)
    var right = Comparison.counted(result.counted, "statement")
    if let days = result.days { right += ", \(days.readable)" }
    var lines = Layout.ends(title, right, width: width)
    if let missing { lines += Layout.wrap(sentence: missing, width: width) }
    var camps = CampsLines(self, words, width)
    lines += camps.lines()
    let mute = withoutStance.map { words.label($0) }
    if !mute.isEmpty, missing == nil {
      lines += Layout.wrap(
        sentence: "Without a stance that counts: \(mute.joined(separator: ", ")).", width: width)
    }
    return lines + CompareNotes(result, words).lines(width: width)
  }

  var title: String {
    var title = "camps"
    if query.scale == .degrees { title += " by degrees" }
    if query.normalisation != .none { title += ", \(query.normalisation.name)" }
    return title
  }

  /// What is missing for camps; nil where there are some.
  var missing: String? {
    if coded.table.count == 0 { return "Nothing found: no statement fits the question." }
    if isTooLarge {
      return "\(coded.parties.count) parties: camps of more than \(CampsQuery.mostParties) are not"
        + " looked for; name parties, or a level."
    }
    if !found.groups.isEmpty { return nil }
    if found.apart.isEmpty {
      return "None of the statements has a stance that counts: without one there are no camps."
    }
    if found.apart.count == 1 { return "Only one party takes a position: camps need two." }
    return "No two parties agree more than they disagree, or less: there are no camps."
  }
}

/// The lines of camps.
struct CampsLines {
  private let camps: CampsResult
  private let words: Words
  private let width: Int?
  private var row = 0

  /// More ties against the camps than these are counted, not listed.
  private static let mostStrained = 5

  init(_ camps: CampsResult, _ words: Words, _ width: Int?) {
    self.camps = camps
    self.words = words
    self.width = width
  }

  /// The ties that are listed.
  static func strained(of group: CampGroup) -> [(a: Int, b: Int, weight: Double)] {
    Array(group.strained.prefix(mostStrained))
  }

  mutating func lines() -> [String] {
    let groups = camps.found.groups
    var lines = groups.indices.flatMap { campLines(groups[$0], $0) }
    if !camps.found.apart.isEmpty, !groups.isEmpty {
      lines += list(camps.found.apart.map { name($0) }, lead: "   apart   ")
      lines += Layout.wrap(
        sentence: "Apart: with every other party nothing is shared, or agreement and disagreement"
          + " are balanced.", width: width)
    }
    lines += groups.isEmpty ? [] : figureLines()
    lines += dnaLines()
    for group in groups { lines += strainLines(group) }
    for group in groups { lines += openLines(group) + reconsiderLines(group) }
    return lines
  }

  private mutating func campLines(_ group: CampGroup, _ number: Int) -> [String] {
    let letters = camps.found.groups.count > 1 ? "\(number + 1)" : ""
    return group.camps.enumerated().flatMap { place, camp in
      row += 1
      let lead = "%\(row) camp \(letters)\(place == 0 ? "A" : "B")   "
      return list(camp.map { name($0) }, lead: lead)
    }
  }

  private func figureLines() -> [String] {
    let found = camps.found
    let frustrated = found.groups.reduce(0.0) { $0 + Double($1.split.frustration) / $1.unit }
    let total = found.groups.reduce(0.0) { $0 + Double($1.total) / $1.unit }
    let isExact = found.groups.allSatisfy(\.split.isExact)
    var sentence =
      "frustration \(Decimal.text(found.frustrationRatio ?? 0, places: 3)): "
      + "\(Decimal.short(frustrated, places: 2)) of \(Decimal.short(total, places: 2)) "
      + (isExact ? "against the camps; no split has less" : "against the camps; the least found")
    let figures = found.figures
    sentence += " polarisation \(Decimal.text(figures.polarisation, places: 3)):"
    sentence += " cohesion \(Decimal.text(figures.cohesion, places: 3))"
    sentence += " times division \(Decimal.text(figures.division, places: 3))"
    let halves = sentence.split(separator: " ", omittingEmptySubsequences: true)
    let cut = halves.firstIndex(of: "polarisation") ?? halves.endIndex
    return [halves[..<cut], halves[cut...]].flatMap { half in
      Layout.wrap(half.map(String.init), lead: "   ", hang: 3, width: width)
    }
  }

  /// The other program's figure, where it was asked for.
  private func dnaLines() -> [String] {
    if !camps.query.withDNAPolarisation || camps.coded.table.count == 0 { return [] }
    guard let found = camps.dnaPolarisation else {
      return Layout.wrap(
        sentence: "dna-polarisation is that of halves of 3 to \(DNAPolarisation.most) parties.",
        width: width)
    }
    let halves = found.halves.map { half in half.map { name($0) }.joined(separator: ", ") }
    return Layout.wrap(
      "dna-polarisation \(Decimal.text(found.value, places: 3)): farthest from its ideal \(found.isExact ? "is" : "found is") \(halves.joined(separator: " | "))"
        .split(separator: " ").map(String.init), lead: "   ", hang: 3, width: width)
  }

  private mutating func strainLines(_ group: CampGroup) -> [String] {
    let shown = CampsLines.strained(of: group)
    var lines = shown.map { tie in
      row += 1
      let (a, b) = (group.nodes[tie.a], group.nodes[tie.b])
      let what = tie.weight > 0 ? "agree across the camps" : "disagree within their camp"
      return Layout.cut(
        "%\(row) \(name(a)) – \(name(b))  \(Decimal.signed(tie.weight, places: 2))  \(what)",
        to: width)
    }
    let rest = group.strained.count - shown.count
    if rest > 0 { lines.append("   \(counted(rest, "more tie")) against the camps") }
    return lines
  }

  private func openLines(_ group: CampGroup) -> [String] {
    let open = group.nodes.indices.filter { group.split.isOpen[$0] }.map { name(group.nodes[$0]) }
    if open.isEmpty { return [] }
    let verb = group.split.equals == 1 ? "split is" : "splits are"
    return Layout.wrap(
      sentence: "Open: \(group.split.equals) other \(verb) as good; "
        + "\(open.joined(separator: ", ")) may stand on the other side.", width: width)
  }

  private mutating func reconsiderLines(_ group: CampGroup) -> [String] {
    if group.isTooLarge {
      return Layout.wrap(
        sentence:
          "Too many statements to look for those that carry the camps: narrow the question.",
        width: width)
    }
    guard let found = group.reconsideration else { return [] }
    return Layout.wrap(sentence: CampsLines.head(found), width: width)
      + found.sets.flatMap { set -> [String] in
        row += 1
        return setLines(set, group)
      }
  }

  private static func head(_ found: Reconsideration) -> String {
    let size = found.sets[0].recodings.count
    if size == 1, found.sets.count == 1, !found.isCut {
      return "One statement, coded otherwise, changes the camps:"
    }
    let some = size == 1 ? "each of these statements" : "each of these sets of \(size) statements"
    let one = size == 1 ? "one statement" : "\(size) statements"
    let lead = found.sets.count == 1 ? one : found.isCut ? some + ", and maybe others," : some
    let verb = found.sets.count == 1 && size > 1 ? "change" : "changes"
    let rest = size == 1 ? "" : found.isLeast ? "; fewer do not" : "; fewer may, too"
    return "Coded otherwise, \(lead) \(verb) the camps\(rest):"
  }

  private func setLines(_ set: Reconsideration.Change, _ group: CampGroup) -> [String] {
    let lead = "%\(row) reconsider "
    let items = set.recodings.map { statement, recoding -> String in
      let id = words.casebook.statements.id(camps.coded.lines(of: [statement])[0]).text
      let (node, issue) = (group.nodes[recoding.node], camps.coded.issues[Int(recoding.issue)])
      return "\(id) (\(name(node)) on \(words.name(issue)): \(CampsLines.change(recoding)))"
    }
    let joined = items.dropLast().map { $0 + " and" } + items.suffix(1).map { $0 + ":" }
    let moved = set.moved.map { name(group.nodes[$0]) }.joined(separator: ", ")
    return Layout.wrap(
      joined + ["\(moved) on the other side"], lead: lead, hang: lead.utf8.count, width: width)
  }

  private static func change(_ recoding: Recoding) -> String {
    let from = recoding.from.map { Stance.degree(Int($0)).token } ?? "several"
    return "\(from) to \(Stance.degree(Int(recoding.to)).token)"
  }

  private func list(_ items: [String], lead: String) -> [String] {
    let separated = items.dropLast().map { $0 + "," } + items.suffix(1)
    return Layout.wrap(Array(separated), lead: lead, hang: lead.utf8.count, width: width)
  }

  private func name(_ node: Int32) -> String { words.label(camps.coded.parties[Int(node)]) }
}
