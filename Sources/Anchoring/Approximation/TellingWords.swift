/// Words that deny, in the languages our articles come in. Forms of one word fold to the first.
enum NegationWords {
  private static let table: [[String]] = [
    ["not", "cannot"], ["no"], ["never"], ["none"], ["nor"], ["neither"], ["without"], ["nobody"],
    ["nothing"], ["nowhere"], ["unless"],
    ["nicht"], ["kein", "keine", "keinen", "keinem", "keiner", "keines"], ["nie", "niemals"],
    ["ohne"], ["weder"], ["niemand"], ["nichts"],
    ["ne"], ["pas"], ["jamais"], ["sans"], ["non"], ["aucun", "aucune"], ["rien"], ["ni"],
    ["nunca"], ["sin"], ["jamás"], ["ningún", "ninguna", "ninguno"], ["mai"], ["senza"],
    ["não"], ["sem"], ["bez"], ["nigdy"], ["не"], ["нет"], ["ни"], ["без"], ["никогда"], ["ні"],
    ["немає"], ["ніколи"],
    ["不"], ["没", "沒"], ["无", "無"], ["未"], ["非"], ["别", "別"], ["لا"], ["لم"], ["لن"],
    ["ليس"],
  ]

  private static let forms: [[UInt8]: [UInt8]] = {
    var forms: [[UInt8]: [UInt8]] = [:]
    for row in table {
      for form in row { forms[FoldedText(form).bytes] = FoldedText(row[0]).bytes }
    }
    return forms
  }()

  /// The negation that a folded word is or, as `don't`, ends in.
  static func folded(_ word: [UInt8]) -> [UInt8]? {
    if word.count > 3, word.suffix(3) == [0x6E, 0x27, 0x74] { return forms[Array("not".utf8)] }
    return forms[word]
  }
}

/// Numbers written as words.
enum NumberWords {
  private static let words: Set<[UInt8]> = Set(
    [
      "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
      "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
      "nineteen", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
      "hundred", "hundreds", "thousand", "thousands", "million", "millions", "billion", "billions",
      "trillion", "trillions", "dozen", "dozens", "half", "quarter", "third", "twice", "double",
      "null", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf",
      "zwölf", "zwanzig", "dreißig", "vierzig", "fünfzig", "hundert", "tausend", "tausende",
      "deux", "trois", "quatre", "cinq", "sept", "huit", "neuf", "dix", "vingt", "cent", "mille",
    ].map { FoldedText($0).bytes })

  /// Whether a folded word is a number.
  static func contains(_ word: [UInt8]) -> Bool { words.contains(word) }
}

/// Words that are capitalised only because a sentence begins with them.
enum OpeningWords {
  private static let words: Set<[UInt8]> = Set(
    [
      "a", "an", "the", "this", "that", "these", "those", "and", "but", "or", "so", "yet", "also",
      "still", "however", "then", "there", "here", "it", "its", "as", "at", "by", "for", "from",
      "in", "of", "on", "to", "with", "after", "before", "during", "since", "while", "when", "if",
      "although", "though", "because", "meanwhile", "moreover", "thus", "now",
      "der", "die", "das", "den", "dem", "ein", "eine", "und", "aber", "doch", "es", "in", "im",
      "am", "auf", "mit", "nach", "seit", "wenn", "als", "le", "la", "les", "un", "une", "des",
      "et", "mais", "ce", "cette", "ces", "il", "dans", "sur", "avec", "pour", "après",
    ].map { FoldedText($0).bytes })

  /// Whether a folded word is one of them.
  static func contains(_ word: [UInt8]) -> Bool { words.contains(word) }
}
