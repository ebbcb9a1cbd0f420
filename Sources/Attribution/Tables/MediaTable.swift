/// The names of papers, stations, agencies and networks; from `Data/media.tsv`.
struct MediaTable: Sendable {
  /// The words of each name, longest first, by its first word.
  private(set) var byFirst: [UInt64: [[UInt64]]] = [:]
  /// Names that are common words too.
  private(set) var quoted: Set<[UInt64]> = []
  /// Last words of names of media: `Times`.
  private(set) var endings: Set<UInt64> = []

  /// Adds the names of a row; false where the kind is none.
  mutating func add(_ kind: String, _ names: [String]) -> Bool {
    switch kind {
    case "outlet", "platform":
      for name in names {
        let keys = name.split(separator: " ").map { Folding.key($0) }
        guard let first = keys.first, byFirst[first]?.contains(keys) != true else { continue }
        byFirst[first, default: []].append(keys)
        byFirst[first]?.sort { $0.count > $1.count }
      }
    case "quoted":
      for name in names { quoted.insert(name.split(separator: " ").map { Folding.key($0) }) }
    case "ending":
      endings.formUnion(names.map { Folding.key($0) })
    default: return false
    }
    return true
  }
}
