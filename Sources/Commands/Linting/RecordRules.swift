internal import Casebook
internal import CommandKit

/// What is read from the records.
struct RecordRules {
  private let session: Session
  private var book: Casebook { session.book }
  /// Fewer statements on an issue say nothing about their sources.
  private static let fewest = 3

  init(_ session: Session) { self.session = session }

  var findings: [Finding] { confirmed + roles + oneSided + circles + sameOrigin + withoutIssue }

  /// Who published an article; the article itself where that is not known.
  private func publisher(_ id: ArticleID) -> String {
    book.articles[id].publisher ?? book.articles[id].name
  }

  private func article(of id: RecordID) -> ArticleID? {
    let article =
      id.kind == .statement
      ? book.statements.row(of: id).map { book.article(of: $0) }
      : book.annotations.row(of: id).map { book.annotations.article($0) }
    return article.flatMap { book.articles.isDefined($0) ? $0 : nil }
  }

  private var confirmed: [Finding] {
    book.claims.filter { $0.status == .confirmed }.compactMap { claim in
      let publishers = Set(claim.made.compactMap { article(of: $0).map { publisher($0) } })
      guard publishers.count < 2 else { return nil }
      let who = publishers.first.map { "only \($0) has it" } ?? "no source has it"
      return Finding(
        rule: .oneSource, place: claim.id.text, text: "“\(claim.text)”: \(who)",
        advice: "edit \(claim.id.text) status unverified", records: [claim.id])
    }
  }

  /// A speaker who belongs to the party, but not on the day.
  private var roles: [Finding] {
    book.statements.all.compactMap { row in
      guard let speaker = PartyID.known(book.statements.speakers[row.row]),
        let party = PartyID.known(book.statements.parties[row.row]), speaker != party,
        let days = book.days(of: row), book.parties.isDefined(speaker),
        book.parties.isDefined(party)
      else { return nil }
      let own = book.parties.memberships(of: speaker).filter { $0.group == party }
      let holds = own.contains { one in
        (one.from.map { $0 <= days.last } ?? true) && (one.to.map { days.first <= $0 } ?? true)
      }
      let roles = own.map { "\($0.role ?? "member") of \(book.parties[party].name)\(term($0))" }
      guard let role = roles.min(), !holds else { return nil }
      let id = book.statements.id(row)
      return Finding(
        rule: .roleDates, place: address(row),
        text: "\(book.parties[speaker].name) on \(days.readable): \(role)",
        advice: "edit \(id.text) for none, or said D", records: [id])
    }
  }

  private func term(_ one: Membership) -> String {
    (one.from.map { " from \($0.description)" } ?? "")
      + (one.to.map { " to \($0.description)" } ?? "")
  }

  private func address(_ row: StatementRow) -> String {
    book.address(of: AnnotationRow(rawValue: book.statements.annotations[row.row]))
  }

  private var oneSided: [Finding] {
    let all = Set(book.articles.all.map { publisher($0) })
    if all.count < 2 { return [] }
    var sources: [IssueID: Set<String>] = [:]
    var counts: [IssueID: Int] = [:]
    for row in book.statements.all {
      guard let issue = book.statement(row).issue, book.issues.isDefined(issue) else { continue }
      sources[issue, default: []].insert(publisher(book.article(of: row)))
      counts[issue, default: 0] += 1
    }
    let byName = book.issues.all.sorted { book.issues[$0].name < book.issues[$1].name }
    return byName.compactMap { id in
      guard let own = sources[id], own.count == 1, let count = counts[id], count >= Self.fewest,
        let only = own.first
      else { return nil }
      let name = book.issues[id].name
      return Finding(
        rule: .oneSided, place: name,
        text: "\(Layout.count(count, "statement")), all from \(only)",
        advice: "list on \(name); look for it in the other \(all.count - 1 == 1 ? "one" : "ones")",
        subject: .issue(id))
    }
  }

  private var circles: [Finding] {
    let relations: Set<Relation> = [.derivedFrom, .supports, .repeats]
    let links = book.links.filter { relations.contains($0.relation) }
    return LinkCircles(links).circles.map { circle in
      let members = Set(circle)
      let names = (circle + [circle[0]]).map(\.text).joined(separator: " ")
      let link = links.filter { $0.from == circle[0] && members.contains($0.to) }.min {
        $0.id < $1.id
      }
      return Finding(
        rule: .circular, place: circle[0].text, text: names,
        advice: link.map { "drop \($0.id.text)" } ?? "show \(circle[0].text)", records: circle)
    }
  }

  /// A claim that counts as backed by several, all of which go back to one.
  private var sameOrigin: [Finding] {
    book.claims.compactMap { claim in
      guard claim.status == .corroborated || claim.status == .confirmed, claim.made.count > 1
      else { return nil }
      let reporters = claim.made.map { id -> PartyID? in
        book.statements.row(of: id).flatMap { book.statement($0).via.last }
      }
      guard let first = reporters[0], reporters.allSatisfy({ $0 == first }) else { return nil }
      return Finding(
        rule: .circular, place: claim.id.text,
        text: "“\(claim.text)”: all of it goes back to \(book.parties[first].name)",
        advice: "edit \(claim.id.text) status unverified", records: [claim.id])
    }
  }

  /// An `act report` without a position is finished; anything else without an issue is not.
  private var withoutIssue: [Finding] {
    book.statements.all.compactMap { row in
      let one = book.statement(row)
      guard one.issue == nil, one.act != .report else { return nil }
      return Finding(
        rule: .withoutIssue, place: address(row),
        text: Layout.cut(session.sentence(one), 60),
        advice: "edit \(one.id.text) on ISSUE STANCE, or act report", records: [one.id])
    }
  }
}

extension PartyID {
  /// The party of a column's number; nil for none.
  static func known(_ raw: Int32) -> PartyID? { raw < 0 ? nil : PartyID(rawValue: raw) }
}

/// Records that lead back to themselves by links, found in time linear in the links (Tarjan's
/// strongly connected components, without recursion).
struct LinkCircles {
  /// Each circle's records, by id.
  private(set) var circles: [[RecordID]] = []

  init(_ links: [Link]) {
    let ids = Array(Set(links.flatMap { [$0.from, $0.to] })).sorted()
    var place: [RecordID: Int] = [:]
    for (i, id) in ids.enumerated() { place[id] = i }
    var edges: [[Int]] = Array(repeating: [], count: ids.count)
    for link in links { edges[place[link.from] ?? 0].append(place[link.to] ?? 0) }
    var walk = ComponentWalk(edges)
    for start in ids.indices { walk.visit(from: start) }
    circles = walk.components.filter { $0.count > 1 }.map { $0.sorted().map { ids[$0] } }
      .sorted { $0[0] < $1[0] }
  }
}

private struct ComponentWalk {
  private let edges: [[Int]]
  private var index: [Int]
  private var low: [Int]
  private var isOpen: [Bool]
  private var open: [Int] = []
  private var next = 0
  private(set) var components: [[Int]] = []

  init(_ edges: [[Int]]) {
    self.edges = edges
    index = Array(repeating: -1, count: edges.count)
    low = index
    isOpen = Array(repeating: false, count: edges.count)
  }

  mutating func visit(from start: Int) {
    if index[start] >= 0 { return }
    var path: [(node: Int, edge: Int)] = []
    enter(start, &path)
    while let (node, edge) = path.last {
      if edge < edges[node].count {
        path[path.count - 1].edge += 1
        let to = edges[node][edge]
        if index[to] < 0 {
          enter(to, &path)
        } else if isOpen[to] {
          low[node] = min(low[node], index[to])
        }
        continue
      }
      path.removeLast()
      if let before = path.last { low[before.node] = min(low[before.node], low[node]) }
      if low[node] == index[node] { close(node) }
    }
  }

  private mutating func enter(_ node: Int, _ path: inout [(node: Int, edge: Int)]) {
    (index[node], low[node]) = (next, next)
    next += 1
    open.append(node)
    isOpen[node] = true
    path.append((node, 0))
  }

  private mutating func close(_ node: Int) {
    var component: [Int] = []
    while let last = open.popLast() {
      isOpen[last] = false
      component.append(last)
      if last == node { break }
    }
    components.append(component)
  }
}
