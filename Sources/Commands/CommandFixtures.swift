/// What examples begin with: an article and a small codebook.
enum CommandFixtures {
  static let load = "load examples/articles/wire.txt as wire"
  static let issue = "issue truce \"The fighting should stop before a settlement.\""
  static let parties = [
    "party Alba kind state short AL", "party Corda kind state short CO",
    "party \"Mira Oslin\" kind person of Alba as \"Foreign Minister\"",
  ]
  static let truce = [load, issue] + parties
  static let statement =
    "attribute wire \"no truce without guarantees\" to Oslin cue \"Oslin said\" on truce -1"
}
