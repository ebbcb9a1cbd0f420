internal import Casebook

/// What the rules know of a language, read once from the tables in `Data/`: small words, cues,
/// offices, places, given names, media, quotation marks. A language without tables has its quotation
/// marks only.
public struct AttributionKnowledge: Sendable {
  /// The language of the tables, `en`, `de`, or another without tables.
  public let language: String
  let lexicon: Lexicon

  /// What is known of a language (BCP 47).
  public init(language: String) {
    let code = AttributionKnowledge.code(of: language)
    switch code {
    case "en": self.init(language: code, AttributionKnowledge.english)
    case "de": self.init(language: code, AttributionKnowledge.german)
    default: self.init(language: code, AttributionKnowledge.other)
    }
  }

  init(language: String, _ lexicon: Lexicon) {
    self.language = language
    self.lexicon = lexicon
  }

  /// `en` of `en-GB`; English where none is stated.
  static func code(of language: String) -> String {
    let code = String(language.prefix { $0 != "-" && $0 != "_" }).lowercased()
    return code.isEmpty ? "en" : code
  }

  /// Whether there are tables for the language, so that more than quotations can be read.
  public var isFull: Bool { language == "en" || language == "de" }

  func entry(_ key: UInt64) -> Lexicon.Entry? { lexicon.entries[key] }

  func classes(of key: UInt64) -> WordClass { lexicon.entries[key]?.classes ?? [] }
}

extension AttributionKnowledge {
  static let english = lexicon("en")
  static let german = lexicon("de")
  static let other = lexicon("")

  /// The tables of a language, with what files add to them; without small words and cues for a
  /// language that has none.
  static func lexicon(_ language: String, adding files: [Vocabulary.File] = []) -> Lexicon {
    var builder = LexiconBuilder()
    func add(_ name: String, _ take: (inout LexiconBuilder, TableText) -> Void) {
      take(&builder, table(name))
      for file in files where file.table == name {
        take(&builder, TableText(name: file.path, bytes: file.bytes))
      }
    }
    if !language.isEmpty { add("words.\(language).tsv") { $0.addWords($1) } }
    add("names.tsv") { $0.addNames($1) }
    if !language.isEmpty { add("cues.\(language).tsv") { $0.addCues($1) } }
    add("places.tsv") { $0.addPlaces($1) }
    add("offices.tsv") { $0.addOffices($1, language: language) }
    add("media.tsv") { $0.addMedia($1) }
    add("quotes.tsv") { $0.quotes.add($1, problems: &$0.problems) }
    return Lexicon(builder)
  }

  /// One of the program's own tables.
  static func table(_ name: String) -> TableText {
    let bytes: [UInt8] =
      switch name {
      case "words.en.tsv": PackageResources.words_en_tsv
      case "words.de.tsv": PackageResources.words_de_tsv
      case "cues.en.tsv": PackageResources.cues_en_tsv
      case "cues.de.tsv": PackageResources.cues_de_tsv
      case "places.tsv": PackageResources.places_tsv
      case "offices.tsv": PackageResources.offices_tsv
      case "names.tsv": PackageResources.names_tsv
      case "media.tsv": PackageResources.media_tsv
      default: PackageResources.quotes_tsv
      }
    return TableText(name: name, bytes: bytes)
  }
}
