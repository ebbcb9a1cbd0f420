import Casebook

/// Records made up for tests.
enum RecordIDs {
  static func id(_ number: Int) -> RecordID {
    let digits = String(number, radix: 16)
    let hex = String(repeating: "0", count: 8 - digits.utf8.count) + digits
    guard let id = RecordID("a\(hex)".utf8) else { preconditionFailure("eight digits are an id") }
    return id
  }

  static func link(from: RecordID, to: RecordID) -> Link {
    Link(id: from, from: from, relation: .derivedFrom, to: to)
  }
}
