import Casebook
import CommandKit
import SourceText
import TestKit

/// Lines that change what is there, ask, or are wrong.
extension RandomAnalyst {
  mutating func edit(_ book: Casebook) -> String {
    let changes = [
      "stance \(random.pick(Stance.all).token)", "stance none", "to none", "for Corda", "to Alba",
      "cue \(JSONString.quote(random.pick(Self.texts)))", "cue none", "act none", "act demand",
      "on \(random.pick(Self.issues)) -1", "on none", "if \"guarantees\"", "if none",
      "said 2031-04-16", "hedge weak", "channel none", "voice none", "kind fact",
      "status contested",
      "credibility 3", "text \(JSONString.quote(random.pick(Self.texts)))", "likelihood none",
      "via none", "via Corda", "-- \(random.pick(Self.notes))",
    ]
    return "edit \(anyReference(book)) \(random.pick(changes))"
  }

  mutating func drop(_ book: Casebook) -> String {
    let what = random.pick([
      anyReference(book), anyReference(book), "party \(random.pick(Self.parties))",
      "issue \(random.pick(Self.issues))", "tag #\(random.pick(Self.tags))",
      "article a\(random.below(4))", "hypothesis \(random.pick(Self.hypotheses))",
    ])
    return "drop \(what)" + (random.once(in: 2) ? " all" : "")
  }

  mutating func rename(_ book: Casebook) -> String {
    let merge = random.once(in: 3) ? " merge" : ""
    switch random.below(5) {
    case 4:
      return "rename hypothesis \(random.pick(Self.hypotheses)) to "
        + random.pick(Self.hypotheses + ["Bluff"]) + merge
    case 0:
      return "rename party \(JSONString.quote(random.pick(Self.parties))) to "
        + JSONString.quote(random.pick(Self.parties + ["New Alba", "alba"])) + merge
    case 1:
      return "rename issue \(random.pick(Self.issues)) to "
        + random.pick(Self.issues + ["ceasefire", "Truce"]) + merge
    case 2:
      return "rename tag #\(random.pick(Self.tags)) to "
        + random.pick(Self.tags + ["y/z", "X"]) + merge
    default: return "rename article a\(random.below(4)) to \(random.pick(["a0", "b1", "b2"]))"
    }
  }

  static let hypotheses = ["bluff", "H2", "tra-nga"]

  mutating func hypothesis(_ book: Casebook) -> String {
    let name = random.pick(Self.hypotheses)
    if random.once(in: 3) {
      return "hypothesis \(name) \(JSONString.quote(random.pick(Self.texts)))"
    }
    let why = random.once(in: 3) ? " -- \(random.pick(Self.notes))" : ""
    if random.once(in: 3) {
      let stance = random.pick(Stance.all.map(\.token) + ["none"])
      return "reconcile \(anyReference(book)) stance \(stance)\(why)"
    }
    return
      "evidence \(anyReference(book)) \(random.pick(Consistency.words + ["none"])) \(name)\(why)"
  }

  mutating func keep() -> String {
    let question = random.pick([
      "compare", "compare on truce", "matrix", "list statements", "list parties",
      "compare Alba Corda on islands", "agreement", "list annotations #x", "compare by state",
      "ach", "coverage", "lint",
    ])
    return "keep \(question)" + (random.once(in: 2) ? " under \"Findings\"" : "")
  }

  mutating func write() -> String {
    "write \(JSONString.quote(random.pick(Self.texts + Self.prose)))"
      + (random.once(in: 2)
        ? " under \(random.pick(["\"Findings\"", "\"New part\"", "\"a0\""]))" : "")
  }

  /// Prose that looks like something else.
  private static let prose = [
    "- a list item", "1. numbered\n2. twice", "# A heading", "two\n\nparagraphs", "    indented",
  ]

  mutating func question(_ book: Casebook) -> String {
    random.pick([
      "list annotations", "list statements", "list claims", "list links", "list tags", "read",
      "next", "skip", "status", "history", "compare", "matrix", "compare on truce", "help",
      "list articles", "find \"Alba\"", "find /nobody|truce/", "show \(anyReference(book))",
      "read a\(random.below(4)) 1-2", "# a comment", "", "   ",
    ])
  }

  mutating func aside(_ book: Casebook) -> String {
    random.pick(["aside a0", "aside a1 keep 1", "aside a2 keep \"A\"", "aside a0 keep %1"])
  }

  /// Takes or refuses what was suggested last, else asks for it.
  mutating func suggested(_ session: Session) -> String {
    let book = session.book
    guard case .suggestion? = session.listing.first else {
      return random.once(in: 3)
        ? "suggest" : "suggest \(book.articles.all.randomName(book, &random))"
    }
    let rows = random.pick(["1", "2", "%1", "1-2", "3", "all"])
    let position = book.issues.all.randomName(book, &random).map { " on \($0) +1" } ?? ""
    return random.pick(["accept \(rows)\(position)", "accept \(rows)", "refuse \(rows)"])
  }

  mutating func invalid(_ book: Casebook) -> String {
    random.pick([
      "anotate a0:1", "annotate", "annotate a0:99", "annotate a0 \"words that are nowhere\"",
      "annotate \"unclosed", "attribute a0:1 to Alba on truce 2", "attribute a0:1 on nothing +1",
      "attribute a0:1 to", "party", "party Alba kind state kind bloc", "issue truce",
      "link it supports it", "drop", "drop party Nobody", "rename party Alba to", "undo undo",
      "load missing.txt", "load talks.txt as 5", "tag it red", "edit it", "keep help", "grade",
      "note", "write", "redo 3", "list on nothing", "compare on nothing", "\u{1B}[31m", "\u{202E}",
      "annotate a0:1 as a0000 #", "claim it", "import missing.md", "open missing-folder/x.md",
    ])
  }

  private mutating func anyReference(_ book: Casebook) -> String {
    var ids = book.annotations.all.map { book.annotations.id($0).text }
    ids += book.annotations.all.flatMap { book.statements(on: $0) }
      .map { book.statements.id($0).text }
    ids += book.claims.map(\.id.text) + book.links.map(\.id.text) + ["it", "1a"]
    return random.pick(ids)
  }
}

extension [ArticleID] {
  /// The name of one of them.
  fileprivate func randomName(_ book: Casebook, _ random: inout SeededGenerator) -> String {
    isEmpty ? "none" : book.articles[random.pick(self)].name
  }
}

extension [IssueID] {
  /// The name of one of them.
  fileprivate func randomName(_ book: Casebook, _ random: inout SeededGenerator) -> String? {
    isEmpty ? nil : book.issues[random.pick(self)].name
  }
}
