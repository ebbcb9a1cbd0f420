import TerminalKit
import Testing

/// The tests at a pseudo-terminal, one after the other: libedit and the terminal library below it
/// keep state in global variables, so that a process can have one editor at a time.
@Suite(.serialized) enum TerminalTests {}
