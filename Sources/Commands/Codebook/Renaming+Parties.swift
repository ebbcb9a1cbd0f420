internal import Casebook
internal import CommandKit
internal import Diagnostics
internal import NotebookFormat
internal import SourceText

extension Renaming {
  func party(_ id: PartyID, in session: inout Session) throws(Diagnostic) -> (String, Int) {
    let old = session.book.parties[id]
    if old.name == name { return (old.name, 0) }
    let other = session.book.parties.named(name)
    if let other, other != id {
      let known = session.book.parties[other].name
      guard merges else { throw taken(known) }
      if !isWritten(known, name) { return try written(known).party(id, in: &session) }
    }
    if NameKey(name) == NameKey(old.name) { return try respell(id, in: &session) }
    let new: PartyID
    if let other {
      new = other
      try keepOldNames("party", of: old.name, old.was + [old.name], under: name, &session)
      try session.touch(session.book.parties[other].item)
    } else {
      try keepOldNames("party", of: old.name, old.was + [old.name], under: name, &session)
      var party = old
      party.name = name
      party.short = nil
      party.also = []
      try session.addRecord(
        RecordText.command(PartyCommand.normalForm(party, nil, session)), at: .behind(old.item))
      guard let made = session.book.parties.named(name) else { throw Diagnostic(.notMade(name)) }
      new = made
    }
    var count = 1 + (try statements(naming: id, with: new, in: &session))
    count += try memberships(of: id, to: new, in: &session)
    let own = session.book.parties.memberships.first { $0.item == old.item }
    try session.removeRecord(old.item)
    // What belonged to the old name belongs to the new one; nothing belongs to itself.
    let kept = own.flatMap { $0.group == id || $0.group == new ? nil : $0 }
    try finish(new, taking: old, kept, in: &session)
    return (old.name, count)
  }

  /// The new party takes the short name, aliases and membership of the old one.
  private func finish(
    _ new: PartyID, taking old: Party, _ own: Membership?, in session: inout Session
  ) throws(Diagnostic) {
    var party = session.book.parties[new]
    party.kind = party.kind ?? old.kind
    party.country = party.country ?? old.country
    party.short = party.short ?? old.short
    for alias in old.also where !party.also.contains(alias) && alias != party.name {
      party.also.append(alias)
    }
    var membership = session.book.parties.memberships.first { $0.item == party.item } ?? own
    membership?.member = new
    try session.replaceRecord(
      party.item, with: RecordText.command(PartyCommand.normalForm(party, membership, session)))
  }

  /// Only the spelling changes: the key stays the same.
  private func respell(_ id: PartyID, in session: inout Session) throws(Diagnostic)
    -> (String, Int)
  {
    var party = session.book.parties[id]
    let old = party.name
    party.name = name
    let own = session.book.parties.memberships.first { $0.item == party.item }
    try session.replaceRecord(
      party.item, with: RecordText.command(PartyCommand.normalForm(party, own, session)))
    let count = try statements(naming: id, with: id, in: &session)
    return (old, count + 1)
  }

  private func statements(naming old: PartyID, with new: PartyID, in session: inout Session)
    throws(Diagnostic) -> Int
  {
    var count = 0
    for row in session.book.statements.all {
      var statement = session.book.statement(row)
      let before = statement
      if statement.speaker == old { statement.speaker = new }
      if statement.party == old { statement.party = new }
      if statement.addressee == old { statement.addressee = new }
      statement.via = statement.via.map { $0 == old ? new : $0 }
      if statement == before, old != new { continue }
      count += try session.rewrite(statement) ? 1 : 0
    }
    return count
  }

  private func memberships(of old: PartyID, to new: PartyID, in session: inout Session)
    throws(Diagnostic) -> Int
  {
    let own = session.book.parties[old].item
    var count = 0
    for var membership in session.book.parties.memberships
    where membership.item != own && (membership.member == old || membership.group == old) {
      if membership.member == old { membership.member = new }
      if membership.group == old { membership.group = new }
      count += 1
      let party = session.book.parties[membership.member]
      let isOwn = party.item == membership.item
      // Nothing belongs to itself: what became so goes.
      if membership.member == membership.group, !isOwn {
        try session.removeRecord(membership.item)
        continue
      }
      let text =
        isOwn
        ? PartyCommand.normalForm(
          party, membership.member == membership.group ? nil : membership, session)
        : MemberCommand.normalForm(membership, session)
      try session.replaceRecord(membership.item, with: RecordText.command(text))
    }
    return count
  }
}
