internal import Casebook

/// What the rules know of a language, read once from the tables in `Data/`: small words, cues,
/// offices, places, given names, quotation marks. A language without tables has its quotation
/// marks only.
public struct AttributionKnowledge: Sendable {
  /// The language of the tables, `en`, `de`, or another without tables.
  public let language: String
  let lexicon: Lexicon

  /// What is known of a language (BCP 47).
  public init(language: String) {
    let code = String(language.prefix { $0 != "-" && $0 != "_" }).lowercased()
    self.language = code.isEmpty ? "en" : code
    switch self.language {
    case "en": lexicon = AttributionKnowledge.english
    case "de": lexicon = AttributionKnowledge.german
    default: lexicon = AttributionKnowledge.other
    }
  }

  /// Whether there are tables for the language, so that more than quotations can be read.
  public var isFull: Bool { language == "en" || language == "de" }

  /// Reads every table and says which rows do not read; none in a sound program.
  public static func check() -> [TableProblem] {
    var problems: [TableProblem] = []
    for lexicon in [english, german, other] {
      for problem in lexicon.problems where !problems.contains(problem) {
        problems.append(problem)
      }
    }
    return problems
  }

  func entry(_ key: UInt64) -> Lexicon.Entry? { lexicon.entries[key] }

  func classes(of key: UInt64) -> WordClass { lexicon.entries[key]?.classes ?? [] }
}

extension AttributionKnowledge {
  static let english = lexicon(
    "en", words: TableText(name: "words.en.tsv", bytes: PackageResources.words_en_tsv),
    cues: TableText(name: "cues.en.tsv", bytes: PackageResources.cues_en_tsv))

  static let german = lexicon(
    "de", words: TableText(name: "words.de.tsv", bytes: PackageResources.words_de_tsv),
    cues: TableText(name: "cues.de.tsv", bytes: PackageResources.cues_de_tsv))

  static let other = lexicon("", words: nil, cues: nil)

  static func lexicon(_ language: String, words: TableText?, cues: TableText?) -> Lexicon {
    var builder = LexiconBuilder()
    if let words { builder.addWords(words) }
    builder.addNames(TableText(name: "names.tsv", bytes: PackageResources.names_tsv))
    if let cues { builder.addCues(cues) }
    builder.addPlaces(TableText(name: "places.tsv", bytes: PackageResources.places_tsv))
    builder.addOffices(
      TableText(name: "offices.tsv", bytes: PackageResources.offices_tsv), language: language)
    let marks = TableText(name: "quotes.tsv", bytes: PackageResources.quotes_tsv)
    builder.quotes.add(marks, problems: &builder.problems)
    return Lexicon(builder)
  }
}
