public import Casebook

/// An answer that is printed in three ways. It is made without a width or a format; rendering asks it
/// again.
public protocol TabulatedResult {
  /// For a reader, in lines of at most `width` cells; nil cuts nothing.
  func lines(in casebook: Casebook, width: Int?) -> [String]
  /// For spreadsheets (RFC 4180), a head line first.
  func csvLines(in casebook: Casebook) -> [String]
  /// For programs (RFC 8259), indented.
  func jsonLines(in casebook: Casebook) -> [String]
}

extension CompareResult: TabulatedResult {}
extension Matrix: TabulatedResult {}
extension NetworkResult: TabulatedResult {}
extension CampsResult: TabulatedResult {}
extension PositionLedger: TabulatedResult {}
extension SilenceResult: TabulatedResult {}
extension CoverageResult: TabulatedResult {}
extension AchResult: TabulatedResult {}
