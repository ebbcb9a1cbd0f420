import Storage
import Testing

@testable import Comparison

/// Published figures of agreement, to the printed digits, where the data are: they are no part of
/// this project. Without them the test is skipped, and says so.
@Suite struct PublishedTests {
  static let path = Paths.join(ReferenceTests.folder, "agreement.json")
  static let isThere = FileStore().exists(path)

  @Test(.enabled(if: isThere, "the published figures are not on this machine"))
  func everyPublishedFigureIsMet() throws {
    let text = String(decoding: try FileStore().read(Self.path), as: UTF8.self)
    let examples = try #require(JSONValue(text))["examples"].list
    var met = 0
    for example in examples {
      for (name, expected) in example["expect"].members {
        let expected = try #require(expected.number)
        let tolerance = try #require(example["tolerance"].number)
        let figure = try #require(Self.figure(name, of: example), "\(name)")
        let isMet = abs(figure - expected) <= tolerance
        #expect(isMet, "\(example["name"].text): \(name) \(figure), not \(expected)")
        met += isMet ? 1 : 0
      }
      for distance in example["distances"].list {
        let expected = try #require(distance["distance"].number)
        #expect(Self.distance(distance) == expected)
        met += 1
      }
    }
    #expect(examples.count == 5 && met == 21)
  }

  private static func figure(_ name: String, of example: JSONValue) -> Double? {
    switch name {
    case "nominal": return ratings(example).alpha(.nominal)
    case "ordinal": return ratings(example).alpha(.ordinal)
    case "interval": return ratings(example).alpha(.interval)
    case "ratio": return ratings(example).alpha(.ratio)
    case "observed": return kappa(example)?.observed
    case "expected": return kappa(example)?.expected
    case "kappa": return kappa(example)?.kappa
    case "Do_c": return unitising(example).observed[0]
    case "De_c": return unitising(example).expected[0]
    case "alpha_c": return unitising(example).alphas[0]
    case "alpha_k": return unitising(example).alphas[1]
    case "alpha": return unitising(example).alpha
    case "A": return spread(example).agreement
    case "polarisation (1-A)/2": return spread(example).polarisation
    case "Leik ordinal dispersion": return spread(example).dispersion
    case "Tastle-Wierman consensus": return spread(example).consensus
    default: return nil
    }
  }

  private static func ratings(_ example: JSONValue) -> Ratings {
    Ratings(coders: example["data"].list.map { $0.list.map(\.number) })
  }

  private static func kappa(_ example: JSONValue) -> CohenKappa? {
    CohenKappa(table: example["table"].list.map { $0.list.compactMap(\.number) })
  }

  private static func spread(_ example: JSONValue) -> OrdinalSpread {
    OrdinalSpread(counts: example["vector"].list.compactMap(\.number))
  }

  private static func unitising(_ example: JSONValue) -> UnitisingAgreement {
    let start = Int(example["continuum"]["start"].number ?? 0)
    let coders = example["observers"].list.map { coder in
      ["c", "k"].map { category in
        coder[category].list.map { unit -> Range<Int> in
          let (begin, length) = (unit.whole[0] - start, unit.whole[1])
          return begin..<(begin + length)
        }
      }
    }
    return UnitisingAgreement(
      coders: coders, length: Int(example["continuum"]["length"].number ?? 0))
  }

  /// The distance of two sections. A gap is what lies between units, which both coders have alike.
  private static func distance(_ example: JSONValue) -> Double {
    let sections = ["a", "b"].map { name -> (range: Range<Int>, isGap: Bool) in
      let section = example[name].whole
      return (section[0]..<(section[0] + section[1]), example["\(name)_is"].text == "gap")
    }
    let shared = sections.filter(\.isGap).flatMap { gap in
      [0..<gap.range.lowerBound, gap.range.upperBound..<450]
    }
    let continua = sections.map { section in
      Continuum(shared + (section.isGap ? [] : [section.range]), length: 450)
    }
    return continua[0].distance(to: continua[1])
  }
}
