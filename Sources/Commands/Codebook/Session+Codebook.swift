internal import Casebook
internal import CommandKit
internal import Diagnostics
internal import NotebookFormat
internal import SourceText

extension Session {
  /// The party with a full name or one that leads to it, as records name it.
  func party(_ name: String) throws(Diagnostic) -> PartyID {
    let meant = book.parties.meant(by: name)
    if meant.count == 1 { return meant[0] }
    let names = book.parties.all.map { book.parties[$0].name }
    throw Diagnostic(
      meant.isEmpty ? .noParty(name) : .severalParties(name),
      hint: Nearness.nearest(to: name, in: names).first.map { "did you mean ‘\($0)’?" }
        ?? "party \(NormalForm.name(name))")
  }

  /// Names that a rename left behind: `: issue ceasefire was "armistice"`.
  func oldNames(of kind: String, _ name: String) -> [String] {
    document.facts(of: .name("\(kind) \(NormalForm.name(name))")).compactMap { line in
      guard line.starts(with: "was \"".utf8), line.last == 0x22 else { return nil }
      return JSONString.unescape(line.dropFirst(5).dropLast())
    }
  }

  /// Where a party that came from an article's cast stands in it: `wire:9.1`.
  func basis(ofParty name: String) -> String? {
    document.facts(of: .name("party \(NormalForm.name(name))")).lazy.compactMap { line in
      guard line.starts(with: "basis \"".utf8), line.last == 0x22 else { return nil }
      return JSONString.unescape(line.dropFirst(7).dropLast())
    }.first
  }

  /// A party in one line: `Mira Oslin, person; Foreign Minister of Alba from 2031-01-21`.
  func described(_ id: PartyID) -> String {
    let party = book.parties[id]
    var text = party.name
    if let kind = party.kind { text += ", \(kind.rawValue)" }
    if let short = party.short { text += " (\(short))" }
    // In the order of their records, whatever the order in which they were made.
    let memberships = book.parties.memberships(of: id).sorted {
      document.line($0.item) < document.line($1.item)
    }
    for membership in memberships where book.parties.isDefined(membership.group) {
      text += "; \(membership.role ?? "member") of \(book.parties[membership.group].name)"
      if let from = membership.from { text += " from \(from.description)" }
      if let to = membership.to { text += " to \(to.description)" }
    }
    if !party.also.isEmpty { text += "; also \(party.also.joined(separator: ", "))" }
    return Layout.words(text)
  }
}

/// Names that look like others.
enum ScriptWarning {
  /// A line for each name in which a word mixes scripts.
  static func lines(_ names: [String]) -> [String] {
    names.compactMap { name in
      guard let found = MixedScripts.word(in: name) else { return nil }
      let scripts = found.scripts.map(\.rawValue).joined(separator: " and ")
      return "note: ‘\(Layout.words(found.word))’ mixes \(scripts) letters"
    }
  }
}

extension Message {
  static func noParty(_ name: String) -> Message {
    Message("unknown-party", "no party ‘\(name)’")
  }
  static func severalParties(_ name: String) -> Message {
    Message("ambiguous-party", "‘\(name)’ may be several parties")
  }
}
