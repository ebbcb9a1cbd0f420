internal import Casebook

/// All lines of statements by place: article name, start, end, annotation id; on one annotation by
/// statement id, what it is about, and coder. No order in which anything was added shows in it.
struct PlaceOrder {
  /// The lines whose annotation is in place.
  let rows: [Int32]
  /// The lines whose annotation or article is gone, in the order of their ids.
  let lost: [Int32]

  init(of columns: Columns) {
    let casebook = columns.casebook
    let rank = PlaceOrder.ranks(in: casebook)
    let annotations = columns.annotations
    var alive: [Int32] = []
    var lost: [Int32] = []
    alive.reserveCapacity(columns.statements.count)
    for i in annotations.indices where columns.statements.isAlive(i) {
      let isPlaced = rank[Int(annotations[i])] >= 0
      if isPlaced { alive.append(Int32(i)) } else { lost.append(Int32(i)) }
    }
    var placed = CountingSort.sort(alive, bound: casebook.annotations.rowCount) {
      Int(rank[Int(annotations[Int($0)])])
    }
    PlaceOrder.settle(&placed, columns)
    rows = placed
    self.lost = lost.sorted {
      columns.statements.id(StatementRow(rawValue: $0))
        < columns.statements.id(StatementRow(rawValue: $1))
    }
  }

  /// The place of every annotation, -1 for one that is gone.
  private static func ranks(in casebook: Casebook) -> [Int32] {
    var rank = [Int32](repeating: -1, count: casebook.annotations.rowCount)
    var next: Int32 = 0
    let articles = casebook.articles
    for article in articles.all.sorted(by: { articles[$0].name < articles[$1].name }) {
      for row in casebook.annotations(of: article) {
        rank[row.row] = next
        next += 1
      }
    }
    return rank
  }

  /// Brings the lines of each annotation into order: mostly one or two.
  private static func settle(_ rows: inout [Int32], _ columns: Columns) {
    let annotations = columns.annotations
    let order = LineOrder(columns)
    var start = 0
    while start < rows.count {
      let annotation = annotations[Int(rows[start])]
      var end = start + 1
      while end < rows.count, annotations[Int(rows[end])] == annotation { end += 1 }
      if end - start > 1 { order.sort(&rows, start..<end) }
      start = end
    }
  }
}

/// The order of lines on one annotation.
private final class LineOrder {
  let columns: Columns
  /// The place of each coder by name; the unknown coder comes first.
  let coderRank: [Int32]

  init(_ columns: Columns) {
    self.columns = columns
    let texts = columns.casebook.texts
    var isCoder = [Bool](repeating: false, count: texts.count)
    for coder in columns.coders where coder >= 0 { isCoder[Int(coder)] = true }
    var rank = [Int32](repeating: 0, count: texts.count)
    let known = isCoder.indices.filter { isCoder[$0] }.map { Int32($0) }
    for (place, coder) in known.sorted(by: { texts[$0] < texts[$1] }).enumerated() {
      rank[Int(coder)] = Int32(place + 1)
    }
    coderRank = rank
  }

  /// Sorts some of the rows; inserting is quickest for few.
  func sort(_ rows: inout [Int32], _ range: Range<Int>) {
    if range.count > 32 { return rows[range].sort { precedes($0, $1) } }
    for i in range.dropFirst() {
      let row = rows[i]
      var place = i
      while place > range.lowerBound, precedes(row, rows[place - 1]) {
        rows[place] = rows[place - 1]
        place -= 1
      }
      rows[place] = row
    }
  }

  private func precedes(_ a: Int32, _ b: Int32) -> Bool {
    let first = columns.statements.id(StatementRow(rawValue: a))
    let second = columns.statements.id(StatementRow(rawValue: b))
    if first != second { return first < second }
    let subjects = (subject(a), subject(b))
    if subjects.0 != subjects.1 { return subjects.0 < subjects.1 }
    return rank(columns.coders[Int(a)]) < rank(columns.coders[Int(b)])
  }

  private func subject(_ row: Int32) -> (Int32, Int32, Int32) {
    (columns.issue(of: row), columns.party(of: row), columns.speaker(of: row))
  }

  private func rank(_ coder: Int32) -> Int32 { coder < 0 ? 0 : coderRank[Int(coder)] }
}
