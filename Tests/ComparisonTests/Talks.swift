import Casebook

/// Three articles of the talks in Port Selan, as an analyst would have coded them.
func talks() -> Desk {
  var desk = Desk()
  desk.parties += [
    Desk.party("Seaboard Union", .bloc, "SU"), Desk.party("Mira Oslin", .person),
    Desk.party("Anton Reck", .person), Desk.party("Cordan Foreign Ministry", .organisation),
    Desk.party("Upper Merrow Council", .organisation),
  ]
  desk.memberships = [
    ("Mira Oslin", "Alba", nil, nil), ("Anton Reck", "Corda", nil, nil),
    ("Tarn", "Seaboard Union", nil, nil),
  ]
  desk.issues.append(("sanctions", "The sanctions should be lifted."))
  desk.articles = [("border", "2031-03-13"), ("wire", "2031-04-17"), ("pasted", nil)]
  desk.statements = [
    Said("no truce without guarantees", "Alba", "truce", "-1").with {
      $0.speaker = "Mira Oslin"
      $0.condition = "no guarantees are given for the work of the monitors on the eastern bank"
      $0.cue = "Oslin said"
      $0.voice = .indirect
      $0.said = "2031-04-14"
    },
    Said("ready to stop at midnight, any midnight", "Corda", "truce", "+1").with {
      $0.article = "border"
      $0.voice = .direct
      $0.cue = "Mr Kolm repeated"
    },
    Said(
      "“We asked for silence on Tuesday, on Wednesday and again this morning, and we were asked for"
        + " our patience”", "Corda", "truce", "+2"
    ).with {
      $0.speaker = "Anton Reck"
      $0.via = ["Cordan Foreign Ministry"]
      $0.voice = .direct
    },
    Said("We accept monitors on both banks", "Corda", "monitors", "+2"),
    Said("Monitors are welcome", "Alba", "monitors", "+1").with { $0.hedge = .weak },
    Said("We accept monitors on both banks", "Seaboard Union", "monitors", "uncommitted").with {
      $0.voice = .narrator
    },
    Said("Tarn will watch", "Tarn", "monitors", "+1").with { $0.article = "pasted" },
    Said("A council that elected itself", "Alba", "seat", "-2"),
    Said("The council should sit at the table", "Upper Merrow Council", "seat", "+2"),
    Said("Spring is late this year", "Alba", nil),
    Said("Lift them", "Corda", "sanctions", "+2"),
  ]
  return desk
}
