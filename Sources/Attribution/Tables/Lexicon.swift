internal import Casebook

/// What the tables of a language know, by word.
final class Lexicon: Sendable {
  /// What is known of a word.
  struct Entry: Sendable {
    var classes: WordClass = []
    /// Its place in `cueForms`, or -1.
    var cue: Int32 = -1
    /// Its place in `phraseLists`, or -1.
    var phrases: Int32 = -1
  }

  let entries: [UInt64: Entry]
  let cues: [Cue]
  let cueForms: [[Int]]
  let phraseLists: [[Phrase]]
  let places: [Place]
  let offices: [Office]
  let quotes: QuoteTable
  let media: MediaTable
  let problems: [TableProblem]

  init(_ builder: LexiconBuilder) {
    entries = builder.entries
    cues = builder.cues
    cueForms = builder.cueForms
    phraseLists = builder.phraseLists.map { list in
      list.sorted { $0.keys.count > $1.keys.count }
    }
    places = builder.places
    offices = builder.offices
    quotes = builder.quotes
    media = builder.media
    problems = builder.problems
  }
}

/// Reads the tables into a lexicon, and says what does not read.
struct LexiconBuilder {
  var entries: [UInt64: Lexicon.Entry] = [:]
  var cues: [Cue] = []
  var cueForms: [[Int]] = []
  var phraseLists: [[Phrase]] = []
  var places: [Place] = []
  var offices: [Office] = []
  var quotes = QuoteTable()
  var media = MediaTable()
  var problems: [TableProblem] = []

  mutating func addWords(_ table: TableText) {
    for row in table.rows {
      guard row.cells.count == 2, let kind = WordClass.named[row.cells[0]] else {
        problems.append(table.problem(row, "a row is a class of words and its words"))
        continue
      }
      for word in row.cells[1].split(separator: " ") { add(kind, to: word) }
    }
  }

  private mutating func add(_ kind: WordClass, to word: Substring) {
    entries[Folding.key(word), default: Lexicon.Entry()].classes.formUnion(kind)
    guard word.utf8.contains(0x27) else { return }
    let typographic = word.split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: "’")
    entries[Folding.key(typographic), default: Lexicon.Entry()].classes.formUnion(kind)
  }

  mutating func addNames(_ table: TableText) {
    for row in table.rows {
      let kinds: [String: WordClass] = ["male": .maleName, "female": .femaleName]
      guard row.cells.count == 2, let kind = kinds[row.cells[0]] else {
        problems.append(table.problem(row, "a row is male or female and its names"))
        continue
      }
      for word in row.cells[1].split(separator: " ") { add(kind, to: word) }
    }
  }

  mutating func addCues(_ table: TableText) {
    for row in table.rows {
      switch Cue.read(row.cells) {
      case .failure(let fault): problems.append(table.problem(row, fault.sentence))
      case .success(let (cue, forms)):
        cues.append(cue)
        for form in forms { addForm(Folding.key(form), cues.count - 1) }
      }
    }
  }

  private mutating func addForm(_ key: UInt64, _ cue: Int) {
    var entry = entries[key, default: Lexicon.Entry()]
    if entry.cue < 0 {
      entry.cue = Int32(cueForms.count)
      cueForms.append([])
    }
    cueForms[Int(entry.cue)].append(cue)
    entries[key] = entry
  }

  mutating func addMedia(_ table: TableText) {
    for row in table.rows {
      guard row.cells.count == 2, media.add(row.cells[0], TableText.phrases(row.cells[1])) else {
        problems.append(
          table.problem(row, "a row is outlet, platform, quoted or ending and its names"))
        continue
      }
    }
  }

  mutating func addPlaces(_ table: TableText) {
    for row in table.rows {
      guard row.cells.count == 5, let kind = PartyKind(rawValue: row.cells[1]) else {
        problems.append(table.problem(row, "five cells are needed, the second a kind of party"))
        continue
      }
      places.append(Place(name: row.cells[0], kind: kind))
      let id = places.count - 1
      for name in TableText.phrases(row.cells[2]) {
        add(Phrase(name, .name(place: id), proper: true))
      }
      for name in TableText.phrases(row.cells[3]) { addAdjective(name, id) }
      for name in TableText.phrases(row.cells[4]) {
        add(Phrase(name, .metonym(place: id), proper: true))
      }
    }
  }

  /// An adjective with its endings: `französische`, `französischer`.
  private mutating func addAdjective(_ name: String, _ id: Int) {
    let inflected = name.utf8.last == 0x65 && name.utf8.first.map { $0 >= 0x61 } == true
    add(Phrase(name, .adjective(place: id), proper: !inflected))
    guard inflected else { return }
    for ending in ["r", "n", "s", "m"] {
      add(Phrase(name + ending, .adjective(place: id), proper: false))
    }
  }

  mutating func addOffices(_ table: TableText, language: String) {
    for row in table.rows {
      guard row.cells.count == 4, let rank = Office.Rank(rawValue: row.cells[2]) else {
        problems.append(table.problem(row, "four cells are needed, the third a rank"))
        continue
      }
      guard row.cells[0] == language else { continue }
      offices.append(
        Office(
          phrase: row.cells[1], rank: rank, country: row.cells[3] == "-" ? nil : row.cells[3]))
      add(Phrase(row.cells[1], .office(offices.count - 1), proper: false))
    }
  }

  private mutating func add(_ phrase: Phrase) {
    guard let first = phrase.keys.first else { return }
    var entry = entries[first, default: Lexicon.Entry()]
    if entry.phrases < 0 {
      entry.phrases = Int32(phraseLists.count)
      phraseLists.append([])
    }
    phraseLists[Int(entry.phrases)].append(phrase)
    entries[first] = entry
  }
}
