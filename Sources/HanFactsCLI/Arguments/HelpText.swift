/// The help of the program and of its commands, made from the table.
enum HelpText {
  private static let width = 96
  private static let column = 28

  /// The help of the program.
  static func overview() -> String {
    var text = "hanfacts — \(CommandTable.summary)\n\nusage: hanfacts COMMAND [OPTION…] [OPERAND…]\n\ncommands:\n"
    for command in CommandTable.commands { text += entry(command.name, command.summary, column: 18) }
    text += "\noptions:\n" + entry("-h, --help", "show this help, or the help of COMMAND", column: 18)
    text += entry("-V, --version", CommandTable.version.help, column: 18)
    text += "\nexamples:\n"
    for command in CommandTable.commands.prefix(4) {
      if let example = command.examples.first { text += "  \(example.line)\n" }
    }
    return text + "\n'hanfacts help COMMAND' shows the options of a command, 'hanfacts help --man' the whole manual.\n"
  }

  /// The help of a command.
  static func text(of command: CommandSpec) -> String {
    if !command.subcommands.isEmpty { return group(command) }
    let operands = command.operands.isEmpty ? "" : " \(command.operands)"
    var text = wrapped("hanfacts \(command.name) — \(command.summary)", indent: 0)
    text += "\nusage: hanfacts \(command.name) [OPTION…]\(operands)\n"
    for note in command.notes { text += "\n" + wrapped(note, indent: 0) }
    text += "\noptions:\n"
    for option in command.allOptions { text += entry(heading(option), description(option), column: column) }
    text += "\nexamples:\n"
    for example in command.examples { text += "  \(example.line)\n      \(example.note)\n" }
    text += "\nexit status:\n"
    for exit in command.exits { text += "  \(exit.status)  \(exit.meaning)\n" }
    return text
  }

  private static func group(_ command: CommandSpec) -> String {
    var text =
      "hanfacts \(command.name) — \(command.summary)\n\nusage: hanfacts \(command.name) COMMAND [OPTION…]\n\ncommands:\n"
    for subcommand in command.subcommands { text += entry(subcommand.lastWord, subcommand.summary, column: 18) }
    text += "\noptions:\n" + entry("-h, --help", CommandTable.help.help, column: 18) + "\nexamples:\n"
    for example in command.subcommands.flatMap(\.examples) { text += "  \(example.line)\n      \(example.note)\n" }
    text += "\nexit status:\n"
    for exit in command.exits { text += "  \(exit.status)  \(exit.meaning)\n" }
    return text + "\n'hanfacts help \(command.name) COMMAND' shows the options of a command.\n"
  }

  /// `-o, --output FILE`
  static func heading(_ option: OptionSpec) -> String {
    let short = option.short.map { "-\($0), " } ?? "    "
    return short + "--\(option.name)" + (option.value.map { " \($0.name)" } ?? "")
  }

  /// The help with choices, preset and whether it may be repeated.
  static func description(_ option: OptionSpec) -> String {
    var text = option.help
    if let choices = option.value?.choices, !choices.isEmpty { text += "; one of " + choices.joined(separator: ", ") }
    var remarks: [String] = []
    if let preset = option.preset { remarks.append("default: \(preset)") }
    if option.isRepeatable { remarks.append("repeatable") }
    return remarks.isEmpty ? text : text + " (\(remarks.joined(separator: "; ")))"
  }

  private static func entry(_ heading: String, _ text: String, column: Int) -> String {
    let lines = wrapped(text, indent: column)
    let head = "  " + heading
    if head.count + 2 > column { return head + "\n" + lines }
    return head + lines.dropFirst(head.count)
  }

  /// Lines of at most `width` columns, each indented.
  private static func wrapped(_ text: String, indent: Int) -> String {
    let space = String(repeating: " ", count: indent)
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, indent + DisplayWidth.of(line) + 1 + DisplayWidth.of(word) > width {
        lines.append(space + line)
        line = ""
      }
      line += line.isEmpty ? String(word) : " \(word)"
    }
    lines.append(space + line)
    return lines.joined(separator: "\n") + "\n"
  }
}
