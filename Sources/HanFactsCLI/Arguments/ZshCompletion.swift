/// The completion script for zsh, made from the table.
enum ZshCompletion {
  /// The script of the function `_hanfacts`.
  static func script() -> String {
    var text = "#compdef hanfacts\n# hanfacts completions zsh: save as _hanfacts in a folder of $fpath\n\n"
    for command in CommandTable.commands {
      for subcommand in command.subcommands { text += function(subcommand) }
      text += command.subcommands.isEmpty ? function(command) : group(command)
    }
    text += "_hanfacts() {\n  local curcontext=\"$curcontext\" state line\n  _arguments -C \\\n"
    text += "    '(- *)'{-h,--help}'[show the help]' \\\n    '(- *)'{-V,--version}'[show the versions]' \\\n"
    text += "    '1:command:->command' '*::argument:->argument'\n  case $state in\n    command)\n"
    text += choices(CommandTable.commands.map { ($0.name, $0.summary) }, indent: 6)
    text += "      ;;\n    argument)\n      case $line[1] in\n"
    for command in CommandTable.commands { text += "        \(command.name)) \(name(command)) ;;\n" }
    return text + "      esac\n      ;;\n  esac\n}\n\n"
      // Autoloaded, the file is the body of the function; sourced, it registers it.
      + "if [[ $zsh_eval_context[-1] == loadautofunc ]]; then\n  _hanfacts \"$@\"\nelse\n  compdef _hanfacts hanfacts\nfi\n"
  }

  private static func name(_ command: CommandSpec) -> String {
    "_hanfacts_" + command.name.split(separator: " ").joined(separator: "_")
  }

  private static func function(_ command: CommandSpec) -> String {
    var lines = command.allOptions.map(option)
    switch command.operandKind {
    case .path: lines.append("'*:path:_files'")
    case .text: lines.append("'*:word:'")
    case .none: break
    case .word: lines.append("'*:word:(\((BashCompletion.words(command) ?? []).joined(separator: " ")))'")
    }
    return "\(name(command))() {\n  _arguments -S -s \\\n    " + lines.joined(separator: " \\\n    ") + "\n}\n\n"
  }

  private static func group(_ command: CommandSpec) -> String {
    var text = "\(name(command))() {\n  local curcontext=\"$curcontext\" state line\n"
    text += "  _arguments -C '(- *)'{-h,--help}'[show the help]' '1:command:->command' '*::argument:->argument'\n"
    text += "  case $state in\n    command)\n"
    text += choices(command.subcommands.map { ($0.lastWord, $0.summary) }, indent: 6)
    text += "      ;;\n    argument)\n      case $line[1] in\n"
    for subcommand in command.subcommands { text += "        \(subcommand.lastWord)) \(name(subcommand)) ;;\n" }
    return text + "      esac\n      ;;\n  esac\n}\n\n"
  }

  private static func choices(_ words: [(String, String)], indent: Int) -> String {
    let space = String(repeating: " ", count: indent)
    let entries = words.map { "'\($0.0):\(escaped($0.1).split(separator: ":").joined(separator: "\\:"))'" }
    return "\(space)local -a commands=(\n"
      + entries.map { "\(space)  \($0)\n" }.joined() + "\(space))\n\(space)_describe command commands\n"
  }

  /// `'(-o --output)'{-o,--output=}'[write to a file]:FILE:_files'`
  private static func option(_ option: OptionSpec) -> String {
    let mark = option.value == nil ? "" : "="
    let tail = "'[\(escaped(option.help, inBrackets: true))]\(option.value.map(value) ?? "")'"
    let star = option.isRepeatable ? "'*'" : ""
    guard let short = option.short else { return "\(star)--\(option.name)\(mark)\(tail)" }
    let shortMark = option.value == nil ? "" : "+"
    return "'(-\(short) --\(option.name))'{-\(short)\(shortMark),--\(option.name)\(mark)}\(tail)"
  }

  private static func value(_ kind: ValueKind) -> String {
    switch kind {
    case .choice(let name, let words): ":\(name):(\(words.joined(separator: " ")))"
    case .list(let name, let words): ":\(name):_values -s , \(name) \(words.joined(separator: " "))"
    case .file(let name): ":\(name):_files"
    case .folder(let name): ":\(name):_files -/"
    case .text(let name), .number(let name, _): ":\(name.split(separator: ":").joined(separator: " ")):"
    }
  }

  private static func escaped(_ text: String, inBrackets: Bool = false) -> String {
    var result = ""
    for character in text {
      switch character {
      case "'": result += "'\\''"
      case "[", "]": result += inBrackets ? "\\\(character)" : String(character)
      default: result.append(character)
      }
    }
    return result
  }
}
