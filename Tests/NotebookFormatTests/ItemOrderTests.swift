import TestKit
import Testing

@testable import NotebookFormat

/// The order of items against a plain array.
@Suite struct ItemOrderTests {
  /// How many lines an item has, made from its number.
  static func lines(_ item: Int32) -> Int { 1 + Int(item) % 4 }

  private struct Model {
    var order = ItemOrder()
    var array: [Int32] = []
    var nextItem: Int32 = 0

    mutating func append() {
      order.append(nextItem, lines: lines(nextItem))
      array.append(nextItem)
      nextItem += 1
    }

    mutating func insert(after place: Int?) {
      let other = place.map { array[$0] }
      order.insert(nextItem, lines: lines(nextItem), after: other)
      if !order.needsRecount.isEmpty { order.recount(lines: lines) }
      array.insert(nextItem, at: place.map { $0 + 1 } ?? 0)
      nextItem += 1
    }

    mutating func remove(at place: Int) {
      let item = array.remove(at: place)
      order.remove(item, lines: lines(item))
    }

    func check(_ about: Comment, every step: Int = 1) {
      var seen: [Int32] = []
      order.forEach { seen.append($0) }
      guard seen == array else {
        Issue.record("\(about): the items differ")
        return
      }
      #expect(order.first == array.first, about)
      #expect(order.last == array.last, about)
      var line = 0
      for (i, item) in array.enumerated() {
        if i % step == 0 || i == array.count - 1 { check(i, item, line, about) }
        line += lines(item)
      }
      #expect(order.lineCount == line, about)
      #expect(order.item(atLine: line, lines: lines) == nil, about)
    }

    private func check(_ i: Int, _ item: Int32, _ line: Int, _ about: Comment) {
      #expect(order.contains(item), about)
      #expect(order.next(item) == (i + 1 < array.count ? array[i + 1] : nil), about)
      #expect(order.previous(item) == (i > 0 ? array[i - 1] : nil), about)
      #expect(order.line(of: item, lines: lines) == line, about)
      for inside in [line, line + lines(item) - 1] {
        let found = order.item(atLine: inside, lines: lines)
        #expect(found?.item == item && found?.start == line, about)
      }
    }
  }

  @Test func anEmptyOrderHasNothing() {
    let order = ItemOrder()
    #expect(order.first == nil && order.last == nil && order.lineCount == 0)
    #expect(!order.contains(0))
    #expect(order.item(atLine: 0) { _ in 1 } == nil)
  }

  @Test func manyItemsPutFirstSplitTheChunk() {
    var model = Model()
    for _ in 0..<1_400 { model.insert(after: nil) }
    model.check("all first", every: 7)
  }

  @Test func manyItemsPutAfterTheLastOneSplitTheChunk() {
    var model = Model()
    for i in 0..<1_400 { model.insert(after: i == 0 ? nil : i - 1) }
    model.check("all last", every: 7)
  }

  @Test func exactlyTheLimitDoesNotSplitAndOneMoreDoes() {
    var model = Model()
    for _ in 0..<ItemOrder.limit { model.insert(after: nil) }
    model.check("at the limit", every: 5)
    model.insert(after: 100)
    model.check("above the limit", every: 5)
    model.insert(after: model.array.count / 2)
    model.check("behind the split", every: 5)
  }

  @Test func aChunkThatEmptiesIsPassedOver() {
    var model = Model()
    for _ in 0..<900 { model.append() }
    for _ in 0..<400 { model.remove(at: 200) }
    model.check("a hole in the middle", every: 3)
    while !model.array.isEmpty { model.remove(at: 0) }
    model.check("empty again")
    model.insert(after: nil)
    model.append()
    model.check("begun again")
  }

  @Test(arguments: UInt64(1)...6)
  func changesAtRandomKeepTheOrder(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var model = Model()
    for _ in 0..<random.below(1_200) { model.append() }
    for step in 0..<2_400 {
      // Grows, shrinks to nothing, grows again.
      let shrinks = (step / 600) % 2 == 1
      if !model.array.isEmpty, random.below(10) < (shrinks ? 9 : 2) {
        model.remove(at: random.below(model.array.count))
      } else if random.once(in: 12) || model.array.isEmpty {
        model.insert(after: nil)
      } else {
        let near = random.once(in: 2) ? model.array.count / 2 : random.below(model.array.count)
        model.insert(after: min(near, model.array.count - 1))
      }
      if step % 300 == 0 { model.check("seed \(seed), step \(step)", every: 11) }
    }
    model.check("seed \(seed), at the end")
  }

  @Test(arguments: UInt64(1)...4)
  func ranksSayWhatTheBytesSay(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let letters = Array("0189af:G`g~- é".utf8)
    var lines = ["    :", "    : a", "    : s00000000 by hv", "    : wire text 0"].map {
      Array($0.utf8)
    }
    for _ in 0..<600 {
      let length = random.below(9)
      let key = (0..<length).map { _ in letters[random.below(letters.count)] }
      lines.append(Array("    : \(random.once(in: 2) ? "a" : "")".utf8) + key)
    }
    lines.sort { $0.lexicographicallyPrecedes($1) }
    let ranks = lines.map { FactRank.of($0.span) }
    #expect(zip(ranks, ranks.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(Set(ranks).count > 100)
  }

  @Test func ofItemsWithRanksOnlyThoseOfTheSameAreAsked() {
    var order = ItemOrder()
    for item in Int32(0)..<1_000 {
      let rank = UInt32(item / 10 + 1)
      order.insert(item, rank: rank, lines: 1, after: item == 0 ? nil : item - 1)
      if !order.needsRecount.isEmpty { order.recount { _ in 1 } }
    }
    for wanted in [Int32(0), 5, 299, 300, 301, 999] {
      var asked: [Int32] = []
      let found = order.lastPreceding(rank: UInt32(wanted / 10 + 1)) { item in
        asked.append(item)
        return item < wanted
      }
      #expect(found == (wanted == 0 ? nil : wanted - 1))
      #expect(asked.allSatisfy { $0 / 10 == wanted / 10 })
    }
  }

  @Test func theLastItemThatPrecedesIsFoundAmongItemsThatDoNotTakePart() {
    var order = ItemOrder()
    for item in Int32(0)..<2_000 { order.append(item, lines: 1) }
    for wanted in [Int32(0), 1, 2, 511, 512, 777, 1_998, 1_999] {
      let found = order.lastPreceding { $0 % 2 == 0 ? nil : $0 < wanted }
      let expected = (Int32(0)..<2_000).last { $0 % 2 == 1 && $0 < wanted }
      #expect(found == expected, "\(wanted)")
    }
  }
}
