/// Small words that a rule asks for by name.
enum Keys {
  static let that = Folding.key("that")
  static let to = Folding.key("to")
  static let by = Folding.key("by")
  static let of = Folding.key("of")
  static let and = Folding.key("and")
  static let but = Folding.key("but")
  static let or = Folding.key("or")
  static let according = Folding.key("according")
  static let who = Folding.key("who")
  static let which = Folding.key("which")
  static let it = Folding.key("it")
  static let i = Folding.key("i")
  static let `in` = Folding.key("in")
  static let on = Folding.key("on")
  static let from = Folding.key("from")
  static let among = Folding.key("among")
  static let yet = Folding.key("yet")
  static let have = Folding.key("have")
  static let has = Folding.key("has")
  static let `as` = Folding.key("as")
  static let so = Folding.key("so")
  static let there = Folding.key("there")
  static let x = Folding.key("x")
  static let wie = Folding.key("wie")
  static let dass = Folding.key("dass")
  static let dass2 = Folding.key("daß")
  static let zu = Folding.key("zu")
  static let nach = Folding.key("nach")
  static let aus = Folding.key("aus")
  static let es = Folding.key("es")
  static let von = Folding.key("von")
  static let demnach = Folding.key("demnach")
  static let ich = Folding.key("ich")
  static let saying = Folding.key("saying")
  static let `if` = Folding.key("if")
  static let about = Folding.key("about")
  /// What begins a German clause with `zu` that is no content.
  static let purposes: Set<UInt64> = [
    Folding.key("um"), Folding.key("ohne"), Folding.key("statt"), Folding.key("anstatt"),
  ]
  /// `Oslin herself said`.
  static let reflexives: Set<UInt64> = [
    Folding.key("himself"), Folding.key("herself"), Folding.key("itself"),
    Folding.key("themselves"),
  ]
  /// German articles of the one to whom something is said.
  static let datives: Set<UInt64> = [Folding.key("dem"), Folding.key("der"), Folding.key("den")]
  /// German verbs of what would be.
  static let conditionals: Set<UInt64> = [Folding.key("würde"), Folding.key("würden")]
  /// German verbs of what is told of others.
  static let hearsay: Set<UInt64> = [Folding.key("soll"), Folding.key("sollen")]
  /// What ends a German infinitive of the past.
  static let perfect: Set<UInt64> = [Folding.key("haben"), Folding.key("sein")]
  static let per = Folding.key("per")
}
