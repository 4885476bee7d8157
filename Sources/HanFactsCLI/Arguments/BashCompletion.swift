/// The completion script for bash, made from the table.
enum BashCompletion {
  /// The script; it needs bash 3.2 and nothing else.
  static func script() -> String {
    var text = """
      # hanfacts completions bash: put `source <(hanfacts completions bash)` into ~/.bashrc
      _hanfacts() {
        local word="${COMP_WORDS[COMP_CWORD]}" last="${COMP_WORDS[COMP_CWORD-1]}" command="" i
        # bash cuts --name=value into three words.
        if [[ "$word" == "=" ]]; then
          word=""
        elif [[ "$last" == "=" ]]; then
          last="${COMP_WORDS[COMP_CWORD-2]}"
        fi
        for ((i = 1; i < COMP_CWORD; i++)); do
          case "$command ${COMP_WORDS[i]}" in

      """
    for command in all { text += "      ' \(command.name)') command='\(command.name)' ;;\n" }
    // The second word of a group comes behind the first.
    for group in CommandTable.commands {
      for command in group.subcommands { text += "      '\(command.name)') command='\(command.name)' ;;\n" }
    }
    text += "    esac\n  done\n  case \"$command:$last\" in\n"
    for command in all {
      for option in command.allOptions {
        guard let kind = option.value else { continue }
        let names = ["--" + option.name] + (option.short.map { ["-\($0)"] } ?? [])
        let pattern = names.map { "'\(command.name):\($0)'" }.joined(separator: "|")
        text += "    \(pattern)) \(reply(kind)); return ;;\n"
      }
    }
    text += "  esac\n  case \"$command\" in\n"
    text +=
      "    '') COMPREPLY=($(compgen -W '\(CommandTable.commands.map(\.name).joined(separator: " ")) --help --version' -- \"$word\")) ;;\n"
    for command in all {
      let options = command.allOptions.map { "--" + $0.name }.joined(separator: " ")
      text += "    '\(command.name)')\n"
      text += "      if [[ \"$word\" == -* ]]; then COMPREPLY=($(compgen -W '\(options)' -- \"$word\"))\n"
      text += "      else \(operands(command)); fi ;;\n"
    }
    return text + "  esac\n}\ncomplete -o filenames -F _hanfacts hanfacts\n"
  }

  /// All commands, groups too.
  static let all: [CommandSpec] = CommandTable.commands.flatMap { [$0] + $0.subcommands }

  /// The words that stand behind a command.
  static func words(_ command: CommandSpec) -> [String]? {
    if !command.subcommands.isEmpty { return command.subcommands.map(\.lastWord) }
    guard case .word(let words) = command.operandKind else { return nil }
    return words.isEmpty ? CommandTable.commands.map(\.name) : words
  }

  private static func operands(_ command: CommandSpec) -> String {
    if let words = words(command) {
      return "COMPREPLY=($(compgen -W '\(words.joined(separator: " "))' -- \"$word\"))"
    }
    if case .path = command.operandKind { return "COMPREPLY=($(compgen -f -- \"$word\"))" }
    return "COMPREPLY=()"
  }

  private static func reply(_ kind: ValueKind) -> String {
    switch kind {
    case .choice(_, let words): "COMPREPLY=($(compgen -W '\(words.joined(separator: " "))' -- \"$word\"))"
    case .list(_, let words):
      // The words before the last comma stay.
      "local head=''; [[ \"$word\" == *,* ]] && head=\"${word%,*},\"; "
        + "COMPREPLY=($(compgen -P \"$head\" -W '\(words.joined(separator: " "))' -- \"${word##*,}\"))"
    case .file: "COMPREPLY=($(compgen -f -- \"$word\"))"
    case .folder: "COMPREPLY=($(compgen -d -- \"$word\"))"
    case .text, .number: "COMPREPLY=()"
    }
  }
}
