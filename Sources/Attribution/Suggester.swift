public import Casebook

/// Reads an article and proposes its statements: who says what, in which words.
///
/// The rules are deterministic, linear in the length of the text, and need no model. Direct
/// quotations are read in any language; the rest in those that have tables.
public enum Suggester {
  /// The statements of an article, in the order of their words.
  ///
  /// - Parameters:
  ///   - bytes: the canonical text, UTF-8.
  ///   - blocks: its pieces; captions, datelines, tables and what was set aside are not read.
  ///   - language: BCP 47.
  ///   - known: what the notebook knows of parties already.
  ///   - vocabulary: the tables.
  public static func suggest(
    in bytes: [UInt8], blocks: [Block], language: String, known: [KnownParty] = [],
    vocabulary: Vocabulary = .own
  ) -> [Suggestion] {
    var reading = Reading(bytes, blocks, vocabulary.knowledge(of: language), known)
    reading.findCast()
    reading.findDrafts()
    return reading.suggestions()
  }

  /// Who is in an article: people with the office that the text gives, bodies, states and what
  /// stands for them, in the order in which they come.
  public static func cast(
    in bytes: [UInt8], blocks: [Block], language: String, known: [KnownParty] = [],
    vocabulary: Vocabulary = .own
  ) -> [CastMember] {
    var reading = Reading(bytes, blocks, vocabulary.knowledge(of: language), known)
    reading.findCast()
    return reading.castMembers()
  }

  /// The paragraphs of a text that was read by no reader: lines with words.
  public static func paragraphs(of bytes: [UInt8]) -> [Block] {
    var blocks: [Block] = []
    var (start, line) = (0, 1)
    for i in 0...bytes.count where i == bytes.count || bytes[i] == 0x0A {
      var (lo, hi) = (start, i)
      while lo < hi, bytes[lo] <= 0x20 { lo += 1 }
      while hi > lo, bytes[hi - 1] <= 0x20 { hi -= 1 }
      if lo < hi { blocks.append(Block(.paragraph, lo..<hi, line: line)) }
      start = i + 1
      line += 1
    }
    return blocks
  }
}

extension Reading {
  /// The drafts as suggestions, with names and parties.
  func suggestions() -> [Suggestion] {
    var out: [Suggestion] = []
    let pronouns = resolvedPronouns()
    for draft in drafts {
      let who = draft.source.map { identity(of: $0, pronouns) } ?? Identity()
      out.append(suggestion(draft, who))
    }
    return out
  }

  private func suggestion(_ draft: Draft, _ who: Identity) -> Suggestion {
    let cue = draft.cueNumber.map { knowledge.lexicon.cues[$0] }
    return Suggestion(
      content: draft.content.map(byteRange), source: draft.source.map { byteRange($0.range) },
      sourceName: who.name, sourceKind: draft.source.flatMap { kind(of: $0, who) },
      isMetonym: draft.source.map { isMetonym($0, who) } ?? false, role: who.role,
      organisation: who.organisation, party: who.party,
      partyKind: who.kind, cue: draft.cue.map(byteRange), via: draft.via.map { [text($0)] } ?? [],
      addressee: draft.addressee.map { text($0) }, channel: draft.channel.map(byteRange),
      voice: draft.voice,
      act: draft.negated || draft.absent ? nil : cue?.act,
      stanceHint: draft.negated || draft.absent ? nil : cue?.stance, isUncommitted: draft.absent,
      sureness: who.sureness,
      day: draft.day.map(byteRange))
  }

  /// The bytes of some tokens.
  func byteRange(_ range: Range<Int>) -> Range<Int> {
    Int(tokens[range.lowerBound].start)..<Int(tokens[range.upperBound - 1].end)
  }
}
