import Testing

@testable import Casebook

@Suite struct PartyTableTests {
  private var table = PartyTable()

  @discardableResult
  private mutating func add(
    _ name: String, _ kind: PartyKind? = nil, short: String? = nil, also: [String] = []
  ) -> PartyID {
    var party = Party(name: name, kind: kind)
    party.short = short
    party.also = also
    return table.define(party)
  }

  private mutating func member(
    _ member: PartyID, _ group: PartyID, _ days: String? = nil, item: Int32 = 1
  ) {
    let range = days.flatMap { DayRange($0) }
    table.add(
      Membership(member: member, group: group, from: range?.first, to: range?.last, item: item))
  }

  private func day(_ text: String) throws -> Day { try #require(DayRange(text)).first }

  @Test mutating func aNameIsFoundInEverySpelling() {
    let zoe = add("Zoë Ångström", .person)
    for name in ["zoë ångström", "ZOË ÅNGSTRÖM", "Zoe\u{308} A\u{30A}ngstro\u{308}m"] {
      #expect(table.named(name) == zoe)
    }
    #expect(table.named("Zoe Angstrom") == nil && table.named("Ångström") == nil)
    #expect(table.meant(by: "ångström") == [zoe])
  }

  @Test mutating func onlyAPersonHasASurname() {
    let mira = add("Mira Oslin", .person)
    add("Harbour House", .organisation)
    add("Oslin", .state)
    #expect(table.meant(by: "House").isEmpty && table.meant(by: "Mira").isEmpty)
    #expect(table.meant(by: "oslin") != [mira], "the full name alone, where there is one")
    #expect(table[mira].label == "Mira Oslin")
  }

  @Test mutating func aShorterNameMayMeanSeveral() {
    let a = add("Mira Oslin", .person)
    let b = add("Jan Oslin", .person, also: ["the Envoy"])
    let c = add("Alba", .state, short: "AL", also: ["the envoy", "Selan"])
    #expect(table.meant(by: "Oslin") == [a, b])
    #expect(table.meant(by: "The Envoy") == [b, c])
    #expect(table.meant(by: "al") == [c] && table[c].label == "AL")
    #expect(table.meant(by: "nobody").isEmpty)
  }

  @Test mutating func definedAgainItLosesItsOldShortNames() {
    let alba = add("Alba", .state, short: "AL", also: ["Selan"])
    #expect(add("ALBA", .state, short: "AB") == alba)
    #expect(table[alba].name == "ALBA")
    #expect(table.meant(by: "AL").isEmpty && table.meant(by: "Selan").isEmpty)
    #expect(table.meant(by: "ab") == [alba] && table.all == [alba])
  }

  @Test mutating func whatIsDroppedComesBackInItsRow() {
    let alba = add("Alba", .state, short: "AL")
    let corda = add("Corda", .state)
    member(alba, corda)
    table.remove(alba)
    table.remove(alba)
    #expect(!table.isDefined(alba) && table.named("Alba") == nil)
    #expect(table.meant(by: "AL").isEmpty && table.all == [corda] && table.rowCount == 2)
    #expect(add("New", .state).row == 2)
    #expect(add("alba", .bloc) == alba)
    #expect(table.groups(of: alba, on: nil) == [corda])
    #expect(table.meant(by: "AL").isEmpty)
  }

  @Test mutating func membershipsGoWithTheirRecord() {
    let (alba, corda, league) = (add("Alba"), add("Corda"), add("League"))
    member(alba, corda, item: 7)
    member(alba, league, item: 8)
    member(corda, league, item: 7)
    table.removeMemberships(of: 7)
    #expect(table.memberships.map(\.item) == [8])
    #expect(table.memberships(of: alba).map(\.group) == [league])
    #expect(table.memberships(of: corda).isEmpty)
    table.removeMemberships(of: 99)
    #expect(table.memberships.count == 1)
  }

  @Test mutating func someoneSpeaksForTheirStateOfThatDay() throws {
    let mira = add("Mira Oslin", .person)
    let (alba, corda) = (add("Alba", .state), add("Corda", .state))
    member(mira, alba, "2030-01-01..2030-12-31")
    member(mira, corda, "2031-01-01..2031-12-31")
    #expect(table.represented(by: mira, on: try day("2030-01-01")) == alba)
    #expect(table.represented(by: mira, on: try day("2030-12-31")) == alba)
    #expect(table.represented(by: mira, on: try day("2031-01-01")) == corda)
    #expect(table.represented(by: mira, on: try day("2029-12-31")) == nil)
    #expect(table.represented(by: mira, on: nil) == nil, "without a day only what always holds")
  }

  @Test mutating func aStateComesBeforeAnOrganisationHoweverFar() throws {
    let mira = add("Mira Oslin", .person)
    let (ministry, alba) = (add("Ministry", .organisation), add("Alba", .state))
    member(mira, ministry)
    #expect(table.represented(by: mira, on: nil) == ministry)
    member(ministry, alba)
    #expect(table.represented(by: mira, on: nil) == alba)
    #expect(table.groups(of: mira, on: nil) == [ministry, alba])
  }

  @Test mutating func forSeveralStatesNobodySpeaks() {
    let mira = add("Mira Oslin", .person)
    let (a, b, house) = (add("Alba", .state), add("Corda", .state), add("House", .organisation))
    for group in [a, b, house] { member(mira, group) }
    #expect(table.represented(by: mira, on: nil) == nil)
    let other = add("Jan", .person)
    member(other, add("League", .bloc))
    member(other, add("Union", .bloc))
    #expect(table.represented(by: other, on: nil) == nil)
  }

  @Test mutating func whoBelongsToABlocAloneSpeaksForIt() {
    let (allies, europe) = (add("European allies", .organisation), add("Europe", .bloc))
    member(allies, europe)
    #expect(table.represented(by: allies, on: nil) == europe)
    let alba = add("Alba", .state)
    member(alba, add("League", .bloc))
    let mira = add("Mira Oslin", .person)
    member(mira, alba)
    #expect(table.represented(by: mira, on: nil) == alba, "the state comes before its blocs")
  }

  @Test mutating func aPartyOfNoStatedKindIsSpokenForWhereThereIsNoOther() {
    let (mira, alba) = (add("Mira Oslin", .person), add("Alba"))
    member(mira, alba)
    #expect(table.represented(by: mira, on: nil) == alba)
    let corda = add("Corda", .state)
    member(mira, corda)
    #expect(table.represented(by: mira, on: nil) == corda)
    let jan = add("Jan", .person)
    member(jan, alba)
    member(jan, add("House"))
    #expect(table.represented(by: jan, on: nil) == nil)
  }

  @Test mutating func circlesAreWalkedOnce() {
    let (a, b, c) = (add("A", .organisation), add("B", .organisation), add("C", .state))
    member(a, b)
    member(b, c)
    member(c, a)
    member(a, a)
    #expect(table.groups(of: a, on: nil) == [b, c])
    #expect(table.groups(of: b, on: nil) == [c, a])
    #expect(table.represented(by: a, on: nil) == c)
    #expect(table.represented(by: c, on: nil) == nil, "two organisations, and no state but itself")
  }

  @Test mutating func aMembershipWithOneEndHoldsToTheOther() throws {
    let (a, b) = (add("A"), add("B", .state))
    table.add(Membership(member: a, group: b, from: try day("2031-04-17")))
    #expect(table.represented(by: a, on: try day("2031-04-16")) == nil)
    #expect(table.represented(by: a, on: try day("2031-04-17")) == b)
    #expect(table.represented(by: a, on: try day("9999-12-31")) == b)
  }
}
