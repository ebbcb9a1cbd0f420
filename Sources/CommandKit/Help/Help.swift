internal import Diagnostics

/// Help, made from the declarations.
public enum Help {
  /// All commands by group.
  public static func overview(_ commands: CommandList) -> [String] {
    var lines: [String] = []
    let width = commands.names.map(\.count).max() ?? 0
    for group in CommandGroup.allCases {
      let members = commands.all.map { $0.declaration }.filter { $0.group == group }
      if members.isEmpty { continue }
      if !lines.isEmpty { lines.append("") }
      lines.append(group.title)
      for one in members {
        let gap = String(repeating: " ", count: width - one.name.count + 2)
        lines.append("  \(one.name)\(gap)\(one.summary)")
      }
    }
    lines += ["", "topics"]
    for topic in HelpTopic.all {
      let gap = String(repeating: " ", count: max(0, width - topic.name.count) + 2)
      lines.append("  \(topic.name)\(gap)\(topic.summary)")
    }
    return lines + [
      "", "help COMMAND or TOPIC says more; help WORD finds a word; Tab completes anywhere",
    ]
  }

  /// The page of one command.
  public static func page(_ one: Declaration) -> [String] {
    var lines = ["\(one.name)  \(one.summary)", ""]
    lines += wrap(one.usage, indent: "  ", hanging: "      ")
    let parameters = one.slots + one.keywords
    if !parameters.isEmpty {
      lines.append("")
      let names = parameters.map { $0.isKeyword ? $0.name : $0.placeholder }
      let width = min(18, names.map(\.count).max() ?? 0)
      for (name, parameter) in zip(names, parameters) where !parameter.summary.isEmpty {
        let gap = String(repeating: " ", count: max(0, width - name.count) + 2)
        let hanging = String(repeating: " ", count: width + 4)
        lines += wrap("\(name)\(gap)\(parameter.summary)", indent: "  ", hanging: hanging)
      }
    }
    for paragraph in one.discussion.split(separator: "\n\n") {
      lines.append("")
      lines += wrap(
        paragraph.split(separator: "\n").joined(separator: " "), indent: "", hanging: "")
    }
    if !one.examples.isEmpty {
      lines += [""] + one.examples.map { "  > \($0.line)" }
    }
    return lines
  }

  /// Breaks a text at blanks into lines of at most 79 cells. Runs of blanks at the beginning of the
  /// text are kept: they align it.
  static func wrap(_ text: String, indent: String, hanging: String) -> [String] {
    var lines: [String] = []
    var line = indent
    var isEmpty = true
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      if !isEmpty, line.count + 1 + word.count > 79, !word.isEmpty {
        lines.append(trimmed(line))
        line = hanging + word
      } else {
        line += (isEmpty ? "" : " ") + word
      }
      isEmpty = false
    }
    return lines + [trimmed(line)]
  }

  private static func trimmed(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }
}
