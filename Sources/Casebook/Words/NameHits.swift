public import SourceText

/// The rows of a table in whose names some letters were found: those alone that fit best.
public struct NameHits<ID: RowNumber>: Sendable {
  /// The rows found by their own name in the order in which they were first met, then those found
  /// by another name; at most as many as were asked for.
  public let ids: [ID]
  /// How many more there are.
  public let hidden: Int
  /// Where the letters stand in the names.
  public let place: NameSearch.Place

  /// Takes the best of what was found in each row: twice the place, plus one for another name;
  /// `none` for nothing.
  init(_ ranks: [UInt8], limit: Int) {
    let best = ranks.min() ?? Self.none
    place = NameSearch.Place(rawValue: best / 2) ?? .inside
    var own: [ID] = []
    var others: [ID] = []
    var count = 0
    for row in ranks.indices where ranks[row] != Self.none && ranks[row] / 2 == best / 2 {
      count += 1
      if ranks[row] % 2 == 0 {
        if own.count < limit { own.append(ID(row: row)) }
      } else if others.count < limit {
        others.append(ID(row: row))
      }
    }
    ids = Array((own + others).prefix(limit))
    hidden = count - ids.count
  }

  /// The rank of a row in which nothing was found; an even number, beyond all places.
  static var none: UInt8 { 254 }

  static func rank(_ place: NameSearch.Place?, isOwn: Bool) -> UInt8 {
    place.map { $0.rawValue * 2 + (isOwn ? 0 : 1) } ?? none
  }
}

extension PartyTable {
  /// The parties in whose names, short names, other names or old names the letters are found.
  /// Linear in the number of names.
  public func found(by search: NameSearch, limit: Int) -> NameHits<PartyID> {
    let ranks = nameColumn.ranks(search, count: rowCount, PartyID.self)
    return NameHits(ranks, limit: limit)
  }
}

extension NamedTable {
  /// The rows in whose names, or old names, the letters are found. Linear in the number of names.
  public func found(by search: NameSearch, limit: Int) -> NameHits<ID> {
    var ranks = [UInt8](repeating: NameHits<ID>.none, count: rowCount)
    for (key, id) in rowOfName where isDefined(id) {
      ranks[id.row] = min(ranks[id.row], NameHits<ID>.rank(search.place(in: key), isOwn: true))
    }
    for (key, id) in aliases where isDefined(id) && !search.isEmpty {
      ranks[id.row] = min(ranks[id.row], NameHits<ID>.rank(search.place(in: key), isOwn: false))
    }
    return NameHits(ranks, limit: limit)
  }
}
