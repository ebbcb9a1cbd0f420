public import Casebook

extension CampsResult {
  /// Comma-separated values (RFC 4180): a head, then one record for each party with its group and
  /// camp; parties apart have neither.
  public func csvLines(in casebook: Casebook) -> [String] {
    let words = Words(casebook: casebook)
    var lines = [CSVRecord.line(["party", "group", "camp", "open"])]
    for (number, group) in found.groups.enumerated() {
      for (place, node) in group.nodes.enumerated() {
        let camp = group.split.sides[place] == group.split.sides[0] ? "A" : "B"
        lines.append(
          CSVRecord.line([
            words.name(coded.parties[Int(node)]), "\(number + 1)", camp,
            group.split.isOpen[place] ? "yes" : "no",
          ]))
      }
    }
    for node in found.apart {
      lines.append(CSVRecord.line([words.name(coded.parties[Int(node)]), "", "", "no"]))
    }
    return lines
  }

  /// The camps as JSON (RFC 8259).
  public func jsonLines(in casebook: Casebook) -> [String] {
    let words = Words(casebook: casebook)
    func names(_ nodes: [Int32]) -> JSONTree {
      .texts(nodes.map { words.name(coded.parties[Int($0)]) })
    }
    var members: [(String, JSONTree)] = [
      ("counted", .number(result.counted)), ("statements", .number(result.total)),
      ("days", .optional(result.days?.description)),
    ]
    if let missing { members.append(("missing", .text(missing))) }
    members += [
      ("frustrationRatio", found.frustrationRatio.map { .real($0) } ?? .null),
      ("cohesion", .real(found.figures.cohesion)), ("division", .real(found.figures.division)),
      ("polarisation", .real(found.figures.polarisation)),
      ("groups", .list(found.groups.map { tree($0, words) })), ("apart", names(found.apart)),
      ("withoutStance", .texts(withoutStance.map { words.name($0) })),
      ("notCounted", result.leftOutTree(words)),
    ]
    if query.withDNAPolarisation {
      let figure = dnaPolarisation.map { figure -> JSONTree in
        .object([
          ("value", .real(figure.value)), ("exact", .flag(figure.isExact)),
          ("halves", .list(figure.halves.map { names($0) })),
        ])
      }
      members.append(("dnaPolarisation", figure ?? .null))
    }
    return JSONTree.object(members).lines
  }

  private func tree(_ group: CampGroup, _ words: Words) -> JSONTree {
    func name(_ place: Int) -> JSONTree {
      .text(words.name(coded.parties[Int(group.nodes[place])]))
    }
    return .object([
      (
        "camps",
        .list(
          group.camps.map { camp in
            .texts(camp.map { words.name(coded.parties[Int($0)]) })
          })
      ),
      ("frustration", .real(Double(group.split.frustration) / group.unit)),
      ("total", .real(Double(group.total) / group.unit)), ("exact", .flag(group.split.isExact)),
      ("asGood", .number(group.split.equals)),
      ("open", .list(group.nodes.indices.filter { group.split.isOpen[$0] }.map { name($0) })),
      (
        "strained",
        .list(
          group.strained.map { tie in
            .object([
              ("first", name(tie.a)), ("second", name(tie.b)), ("weight", .real(tie.weight)),
            ])
          })
      ),
      (
        "reconsider",
        .list(
          (group.reconsideration?.sets ?? []).map { set in
            .texts(set.recodings.map { ids($0.statement, words) })
          })
      ),
      ("reconsiderIsLeast", .flag(group.reconsideration?.isLeast ?? false)),
    ])
  }

  private func ids(_ statement: Int32, _ words: Words) -> String {
    words.casebook.statements.id(coded.lines(of: [statement])[0]).text
  }
}
