import Anchoring
import SourceText

/// A text in which `⟦` and `⟧` mark the places that a test is about.
struct Marked {
  let text: CanonicalText
  let places: [Range<Int>]

  init(_ source: String) {
    var bytes: [UInt8] = []
    var places: [Range<Int>] = []
    var start = 0
    for scalar in source.unicodeScalars {
      switch scalar {
      case "⟦": start = bytes.count
      case "⟧": places.append(start..<bytes.count)
      default: bytes += Array(String(scalar).utf8)
      }
    }
    text = CanonicalText(canonical: bytes)
    self.places = places
  }

  var whole: [Range<Int>] { [0..<text.count] }

  /// The text with marks around the places: what a failing test shows.
  func marking(_ places: [Range<Int>]) -> String { text.marking(places) }
}

extension CanonicalText {
  /// The text with `⟦` and `⟧` around some places.
  func marking(_ places: [Range<Int>]) -> String {
    var out = ""
    var at = 0
    for place in places {
      out += self[at..<place.lowerBound] + "⟦" + self[place] + "⟧"
      at = place.upperBound
    }
    return out + self[at..<count]
  }
}

/// Numbers that are the same in every run (SplitMix64).
struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
