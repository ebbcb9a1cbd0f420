internal import Casebook
internal import SourceText

extension AgreementResult {
  /// More disagreements than these are counted, not listed.
  static let most = 40

  /// The agreement as lines for a terminal of that width (at least 40), or uncut without one.
  public func lines(width: Int? = 80) -> [String] {
    let width = width.map { max(Layout.narrowest, $0) }
    let right = "\(counted(coders.count, "coder")), \(counted(lines.lines.count, "line"))"
    var out = Layout.ends("agreement on stance", right, width: width)
    if let missing { return out + Layout.wrap(sentence: missing, width: width) }
    let codersLine = coders.indices.map { coder -> String in
      let name = hasLetters ? "\(labels[coder]) \(coders[coder])" : coders[coder]
      return "\(name) \(units.count { $0.lines[coder] != nil })"
    }
    let pairable = nominal.pairableCount
    out += wrap(
      codersLine.joined(separator: ", ") + " of \(counted(units.count, "statement"));"
        + " \(pairable) by two or more", width)
    if pairable == 0 {
      out += Layout.wrap(
        sentence: "No statement was coded by two: what is the same must overlap in words, party and"
          + " issue.", width: width)
    } else {
      out += figureLines(width) + categoryLines(width)
    }
    return out + settledLines(width) + passageLines(width) + disputeLines(width)
  }

  /// What is missing; nil where there is agreement to measure.
  var missing: String? {
    if coders.count == 1, !lines.lines.isEmpty {
      return "Only one coder, \(coders[0]): agreement needs two."
    }
    if lines.lines.isEmpty { return "No statement has a party and an issue, or none fits." }
    if let silent = coders.first(where: { coder in !lines.lines.contains { $0.coder == coder } }) {
      return "\(silent) has no statement: there is nothing to agree with."
    }
    return nil
  }

  /// Whether coders are called by letters, because a name is long.
  private var hasLetters: Bool { coders.contains { $0.unicodeScalars.count > 8 } }

  /// What coders are called in lists: their names, or letters.
  var labels: [String] {
    if !hasLetters { return coders }
    return coders.indices.map { place in
      place < 26 ? String(Character(Unicode.Scalar(UInt8(0x41 + place)))) : "C\(place + 1)"
    }
  }

  private func wrap(_ sentence: String, _ width: Int?) -> [String] {
    Layout.wrap(
      sentence.split(separator: " ").map(String.init), lead: "  ", hang: 2, width: width)
  }

  static func figure(_ value: Double?) -> String {
    value.map { Decimal.text($0, places: 3) } ?? "-"
  }

  private func figureLines(_ width: Int?) -> [String] {
    var lines = wrap(
      "alpha ordinal \(Self.figure(degrees.alpha(.ordinal)))\(bounds), interval "
        + "\(Self.figure(degrees.alpha(.interval))), nominal \(Self.figure(nominal.alpha(.nominal)))",
      width)
    lines += wrap(
      "pairs that agree \(Self.figure(nominal.percentage)), Fleiss' kappa "
        + Self.figure(nominal.fleissKappa), width)
    lines += pairLines(width)
    if degrees.alpha(.ordinal) == nil {
      lines += Layout.wrap(
        sentence: "-: all stances that meet are the same, or none meet: without variation there is"
          + " no figure.", width: width)
    }
    return lines
  }

  private func settledLines(_ width: Int?) -> [String] {
    if settledCount == 0 { return [] }
    let (coded, settled) = alphas
    return wrap(
      "\(settledCount) settled: alpha ordinal \(Self.figure(coded)) as coded, "
        + "\(Self.figure(settled)) as settled", width)
  }

  private var bounds: String {
    guard let interval else { return "" }
    let range = "\(Self.figure(interval.low))..\(Self.figure(interval.high))"
    return " (\(range) in 95 of 100 samples)"
  }

  private func pairLines(_ width: Int?) -> [String] {
    var items: [String] = []
    for a in coders.indices {
      for b in coders.indices where a < b {
        guard let kappa = nominal.cohenKappa(a, b) else {
          items.append("\(labels[a]) – \(labels[b]) nothing in common")
          continue
        }
        items.append(
          "\(labels[a]) – \(labels[b]) \(Self.figure(kappa.kappa))"
            + " (\(Int(kappa.count)) shared, \(Self.figure(kappa.observed)) the same)")
      }
    }
    let shown = items.prefix(10)
    let rest = items.count > 10 ? [", \(items.count - 10) more pairs"] : []
    return wrap("Cohen's kappa " + shown.joined(separator: ", ") + rest.joined(), width)
  }

  private func categoryLines(_ width: Int?) -> [String] {
    let counts = nominal.categoryCounts
    let alphas = nominal.alphaByCategory
    let items = nominal.categories.indices.map { i in
      "\(Self.name(ofCategory: nominal.categories[i])) \(Self.figure(alphas[i])) (\(counts[i]))"
    }
    return wrap("each stance against the rest: " + items.joined(separator: ", "), width)
  }

  static func name(ofCategory value: Double) -> String {
    outside.first { $0.value == value }?.name ?? Stance.degree(Int(value)).token
  }

  private func passageLines(_ width: Int?) -> [String] {
    if sharedArticleCount == 0 {
      return wrap("passages: there is no article in which all have coded", width)
    }
    let alphas = zip(issues, passages.alphas).map { "\($0) \(Self.figure($1))" }
    let shown = alphas.prefix(12).joined(separator: ", ")
    let rest = alphas.count > 12 ? ", \(alphas.count - 12) more issues" : ""
    return wrap(
      "passages, in \(counted(sharedArticleCount, "article")): alpha "
        + "\(Self.figure(passages.alpha)); \(shown)\(rest)", width)
  }
}
