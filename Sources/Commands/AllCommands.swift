public import CommandKit

/// The one list of commands; its order is the order of `help`.
public enum AllCommands {
  /// Every command.
  public static let list = CommandList([
    LoadCommand.self, ReadCommand.self, NextCommand.self, SkipCommand.self, FindCommand.self,
    AsideCommand.self, GradeCommand.self,
    PartyCommand.self, AliasCommand.self, MemberCommand.self, IssueCommand.self,
    DefineCommand.self, RenameCommand.self,
    AnnotateCommand.self, TagCommand.self, UntagCommand.self, NoteCommand.self,
    CastCommand.self, SuggestCommand.self, AcceptCommand.self, RefuseCommand.self, WalkCommand.self,
    AttributeCommand.self, ClaimCommand.self, LinkCommand.self, EditCommand.self,
    DropCommand.self, ShowCommand.self, ListCommand.self,
    CompareCommand.self, MatrixCommand.self,
    PositionsCommand.self, SilenceCommand.self, NetworkCommand.self, CampsCommand.self,
    AgreementCommand.self, ReconcileCommand.self, BlindCommand.self,
    CoverageCommand.self, LintCommand.self,
    HypothesisCommand.self, EvidenceCommand.self, AchCommand.self,
    SaveCommand.self, OpenCommand.self, KeepCommand.self, WriteCommand.self, ImportCommand.self,
    EditorCommand.self, UndoCommand.self, RedoCommand.self, HistoryCommand.self, ReportCommand.self,
    HelpCommand.self, StatusCommand.self, SetCommand.self, QuitCommand.self,
  ])
}
