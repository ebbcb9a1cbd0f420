public import Casebook

extension CompareResult {
  /// What a table of the result has to say below: whose words count in several groups, what is not
  /// counted, and why. One sentence a line, uncut.
  public func noteLines(in casebook: Casebook) -> [String] {
    CompareNotes(self, Words(casebook: casebook)).lines(width: nil)
  }
}
