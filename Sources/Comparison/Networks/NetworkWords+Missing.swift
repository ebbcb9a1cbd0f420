internal import Casebook

extension NetworkWords {
  /// What is missing for a network; nil where there is one.
  var missing: String? {
    let table = network.coded.table
    if table.count == 0 { return "Nothing found: no statement fits the question." }
    if network.isTooLarge {
      return
        "\(network.coded.parties.count) parties on \(network.coded.issues.count) issues: a network"
        + " of more than 3,000 is not computed; name parties, issues or a level."
    }
    let takesAll = network.query.options.measure == .ignore
    if !takesAll, !table.levels.contains(where: { $0 != NetworkStatements.noDegree }) {
      return "None of the statements has a stance that counts: ties ignore counts them without one."
    }
    if network.windowCount > NetworkQuery.mostWindows {
      return tooManyWindows
    }
    if network.query.windows != nil, network.windows.isEmpty {
      return "No statement has a day: without one there are no windows."
    }
    guard let whole = network.network, whole.isOneMode else { return nil }
    if whole.rows.count < 2 {
      let noun = network.query.options.mode == .issues ? "issue" : "party"
      return "Only one \(noun), \(row(whole.rows[0])), counts: a tie needs two."
    }
    return nil
  }

  private var tooManyWindows: String {
    let days = network.result.days.map { ", \($0.readable)" } ?? ""
    return
      "\(network.windowCount) windows\(days): more than \(NetworkQuery.mostWindows) are not computed;"
      + " take a longer window or step, or since D."
  }

  /// What the figures leave out, and what they do not say.
  var notes: [String] {
    let table = network.coded.table
    if table.count == 0 { return [] }
    var notes: [String] = []
    let without = bare
    if network.query.options.measure != .ignore, without > 0 {
      let verb = without == 1 ? "has" : "have"
      notes.append(
        "\(counted(without, "statement")) \(verb) no stance that counts, and \(verb) no part in it."
      )
    }
    if network.query.windows != nil, table.undatedCount > 0 {
      let verb = table.undatedCount == 1 ? "is" : "are"
      notes.append(
        "\(counted(table.undatedCount, "statement")) without a day \(verb) in no window.")
    }
    if let whole = network.network, missing == nil, whole.ties.isEmpty {
      notes.append("No two of them have a tie: the weights are 0, or nothing is shared.")
    }
    return notes
  }

  /// How many statements have no degree by any coder.
  private var bare: Int {
    let table = network.coded.table
    var (bare, i) = (0, 0)
    while i < table.count {
      var end = i
      var isBare = true
      while end < table.count, table.statements[end] == table.statements[i] {
        if table.levels[end] != NetworkStatements.noDegree { isBare = false }
        end += 1
      }
      bare += isBare ? 1 : 0
      i = end
    }
    return bare
  }
}
