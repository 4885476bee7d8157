/// The manual page of the program, made from the table, in roff with the man macros.
enum ManualPage {
  /// The page.
  static func text() -> String {
    var text = ".TH HANFACTS 1 \"\" \"hanfacts \(ProgramVersion.number)\" \"User Commands\"\n"
    text += ".SH NAME\nhanfacts \\- \(escaped(CommandTable.summary))\n"
    text += ".SH SYNOPSIS\n.B hanfacts\n.I COMMAND\n[\\fIOPTION\\fR...] [\\fIOPERAND\\fR...]\n"
    text += ".SH DESCRIPTION\n"
    text += paragraph(
      "Records go to standard output, messages to standard error. Options and operands may stand in any order;"
        + " --name VALUE and --name=VALUE are the same, and -- ends options. No network is used.")
    text += ".SH COMMANDS\n"
    for command in BashCompletion.all where command.subcommands.isEmpty { text += section(command) }
    text += ".SH EXIT STATUS\n"
    text += item("0", "Done.") + item("1", "A difference, or a check that failed.")
    text += item("2", "Wrong usage or input; documents that could be read are written all the same.")
    text += item("130", "Interrupted.")
    text += ".SH ENVIRONMENT\n"
    text += item("NO_COLOR", "Where it is set and not empty, --color auto means never.")
    text += item("TERM", "Where it is dumb, --color auto means never.")
    text += item("CI", "Where it is set, check --accept needs --yes.")
    return text
  }

  private static func section(_ command: CommandSpec) -> String {
    var text = ".SS \"hanfacts \(command.name) [OPTION...]"
    text += command.operands.isEmpty ? "\"\n" : " \(escaped(command.operands))\"\n"
    text += paragraph(command.summary.prefix(1).uppercased() + command.summary.dropFirst() + ".")
    for note in command.notes { text += ".PP\n" + paragraph(note) }
    for option in command.options {
      text += item(HelpText.heading(option).drop { $0 == " " }, HelpText.description(option))
    }
    if !command.examples.isEmpty { text += ".PP\nExamples:\n.RS\n" }
    for example in command.examples {
      text += ".PP\n.nf\n\(escaped(example.line))\n.fi\n.RS\n\(escaped(example.note))\n.RE\n"
    }
    if !command.examples.isEmpty { text += ".RE\n" }
    let exits = command.exits.map { "\($0.status) \($0.meaning)" }.joined(separator: ", ")
    return text + ".PP\n" + paragraph("Exit status: \(exits).")
  }

  private static func item(_ heading: some StringProtocol, _ text: String) -> String {
    ".TP\n.B \(escaped(String(heading)))\n\(escaped(text))\n"
  }

  private static func paragraph(_ text: some StringProtocol) -> String { escaped(String(text)) + "\n" }

  /// Backslashes, hyphens and points at the start of a line mean something in roff.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      case "…": result += "..."
      default:
        // Named by number, other characters survive any encoding of the reader's.
        for scalar in character.unicodeScalars {
          result +=
            scalar.isASCII ? String(scalar) : "\\[u\(String(scalar.value, radix: 16, uppercase: true).leftPadded)]"
        }
      }
    }
    return result.hasPrefix(".") || result.hasPrefix("'") ? "\\&" + result : result
  }
}

extension String {
  /// At least four digits, as roff asks of a character's number.
  fileprivate var leftPadded: String { String(repeating: "0", count: max(0, 4 - count)) + self }
}
