/// Numbers as text, the same on every machine.
enum Decimal {
  /// A number to so many places, halves away from zero; `-` for what is no number. No sign before
  /// what is rounded to zero.
  static func text(_ value: Double, places: Int) -> String {
    guard value.isFinite, abs(value) < 1e12 else { return "-" }
    var factor = 1
    for _ in 0..<places { factor *= 10 }
    let scaled = Int((abs(value) * Double(factor)).rounded(.toNearestOrAwayFromZero))
    let sign = value < 0 && scaled > 0 ? "-" : ""
    if places == 0 { return "\(sign)\(scaled)" }
    let rest = String(scaled % factor)
    return "\(sign)\(scaled / factor)."
      + String(repeating: "0", count: places - rest.utf8.count) + rest
  }

  /// The same without zeros at its end: whole numbers stand alone.
  static func short(_ value: Double, places: Int) -> String {
    let text = text(value, places: places)
    if places == 0 || text == "-" { return text }
    var bytes = Substring(text)
    while bytes.utf8.last == 0x30 { bytes = bytes.dropLast() }
    if bytes.utf8.last == 0x2E { bytes = bytes.dropLast() }
    return String(bytes)
  }

  /// The same with a plus before what is above zero.
  static func signed(_ value: Double, places: Int) -> String {
    let text = short(value, places: places)
    return value > 0 && text != "0" && text != "-" ? "+" + text : text
  }
}
