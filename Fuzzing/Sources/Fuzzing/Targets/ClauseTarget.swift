internal import Attribution
internal import Casebook
internal import SourceText

/// Sentences put together word by word: each byte is a word of a table, so that what is tried are
/// clauses, out of every order, and not letters. The first byte chooses the language.
struct ClauseTarget: FuzzTarget {
  private static let languages = ["en", "de", "fr"]
  /// What stands without a blank before it, and what without one behind it.
  private static let leaning: Set<Substring> = [",", ".", "?", ":", ";", ")", "”", "»", "’s", "…"]
  private static let opening: Set<Substring> = ["(", "“", "„", "«", "‘", "@", "$"]

  func run(_ bytes: [UInt8]) {
    guard let first = bytes.first else { return }
    let number = Int(first) % Self.languages.count
    let words = number == 1 ? Self.german : Self.english
    let text = CanonicalText(
      Self.join(bytes.dropFirst().prefix(160).map { words[Int($0) % words.count] }))
    checkSuggestions(in: text.bytes, Self.languages[number])
  }

  private static func join(_ words: [Substring]) -> String {
    var text = ""
    var isOpen = true
    for word in words {
      if word == "¶" {
        text += "\n\n"
        isOpen = true
        continue
      }
      if !isOpen, !leaning.contains(word) { text += " " }
      text += word
      isOpen = opening.contains(word)
    }
    return text
  }

  private static let marks = """
    , . ? : ; ( ) “ ” " „ « » ‘ ’ ’s — - … ¶ @ $ 17 2031 70% 1.
    """
  private static let english =
    (marks + " " + """
      The the a this that those her his my of in on to from for with by against under during among as
      and or but nor because although while when if once since which who whose where whom what why how
      he she they it I we you one him them us himself mr Mrs spokesman spokeswoman is was were been be
      it's has have had having did does do not never will would could may might hardly also then
      earlier still just already only meanwhile too yet perhaps likely very continues declined refused
      ready able expected seems Monday April today yesterday last next late ago weeks noon Mira Oslin
      Jon Kolm Alba Corda Selan Alban Cordan Washington Kyiv minister ministry foreign defence office
      president delegation officials envoy aide aides sources people government port harbour truce
      talks deal statement letter interview report post percent poll court police Harbour Press said
      says saying say told tells asked added adding warned denied rejects rejected called calling calls
      call described insisted confirmed announced according according quoted claims claimed claim
      concern concerns proposal proposals demand wary aware convinced clear believes believe thinks
      wants want hopes vowed promised agreed agrees accused praised urged urging signed wrote reading
      told reporters noted citing told reporters’ spokesman's no any all both some four-day so-called
      """).split { $0 == " " || $0 == "\n" }
  private static let german =
    (marks + " " + """
      Der der die das den dem des ein eine einen einem seine ihre ihrer dieses jener im am zum zur von
      vom in an auf mit nach laut zufolge gegen für über unter bei seit wegen dass ob weil wenn während
      und oder aber doch sondern so wie was wer wo wozu welche deren dessen er sie es wir ich ihr ihm
      sich man Herr Frau Sprecher Sprecherin Minister Ministerin Außenministerin Präsident Kanzler
      Kanzlerin Ministerium Regierung Partei Zeitung Angaben Mitteilung Erklärung Brief Polizei
      Richter Studie ist sind war waren sei seien wäre wären werde würde hat habe hatte hätte haben
      wird worden geworden kann könne müsse solle soll wolle dürfe nicht kein keine auch schon noch
      nur bereits sehr wohl heute gestern Montag April später Mira Oslin Jon Kolm Alba Corda Selan
      Albaner Albanische sagte sagt gesagt sagen teilte mit mitteilte teilt erklärte erklärt hieß heißt
      lehnte lehnt ab ablehnte forderte fordert nannte nennt warnte warf vor kündigte an meinte zeigte
      überzeugt kritisierte bestätigte betonte glaubt hält fest sieht begrüßte wies zurück verlangte
      sprach Rede davon dazu darauf damit Forderung Kritik Vorwurf nach Ansicht Meinung Einschätzung
      """).split { $0 == " " || $0 == "\n" }
}
