public import Casebook

/// The level to which the words of a statement are counted: `by speaker|organisation|state|bloc`.
public enum RollUp: String, CaseIterable, Sendable {
  case speaker, organisation, state, bloc

  /// Whether a party of that kind stands on this level. Media count as organisations.
  public func holds(_ kind: PartyKind?) -> Bool {
    switch self {
    case .speaker: true
    case .organisation: kind == .organisation || kind == .media
    case .state: kind == .state
    case .bloc: kind == .bloc
    }
  }

  /// Whether a way up to this level may lead through a group of that kind: never through what
  /// stands above the level, so that nobody reaches an organisation through their state.
  func passes(_ kind: PartyKind?) -> Bool {
    switch self {
    case .speaker: false
    case .organisation: kind != .state && kind != .bloc
    case .state: kind != .bloc
    case .bloc: true
    }
  }
}
