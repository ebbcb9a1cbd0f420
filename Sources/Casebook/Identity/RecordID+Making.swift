public import SourceText

extension RecordID {
  /// The digest an annotation's id is cut from: text digest, start in scalars, then the exact words
  /// of each piece, each part followed by LF.
  public static func annotationDigest(
    text: TextDigest, start: Int, pieces: [String]
  ) -> TextDigest {
    TextDigest(ofParts: [text.hex, String(start)] + pieces)
  }

  /// The digest of a statement: annotation id, speaker, party, issue; empty where there is none.
  public static func statementDigest(
    annotation: RecordID, speaker: String?, party: String?, issue: String?
  ) -> TextDigest {
    TextDigest(ofParts: [annotation.text, speaker ?? "", party ?? "", issue ?? ""])
  }

  /// The digest of a claim: its text.
  public static func claimDigest(text: String) -> TextDigest { TextDigest(ofParts: [text]) }

  /// The digest of a link: from, relation, to.
  public static func linkDigest(from: RecordID, relation: Relation, to: RecordID) -> TextDigest {
    TextDigest(ofParts: [from.text, relation.rawValue, to.text])
  }
}
