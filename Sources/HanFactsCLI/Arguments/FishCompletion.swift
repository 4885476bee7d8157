/// The completion script for fish, made from the table.
enum FishCompletion {
  /// The script.
  static func script() -> String {
    var text = """
      # hanfacts completions fish > ~/.config/fish/completions/hanfacts.fish
      function __hanfacts_rest
          # What stands behind these words of the command line, options left out; fails where they do not stand there.
          set -l words (commandline -opc | string match -v -- '-*')
          for word in hanfacts $argv
              test (count $words) -gt 0; or return 1
              test "$word" = hanfacts; or test "$words[1]" = "$word"; or return 1
              set -e words[1]
          end
          printf '%s\n' $words
      end
      function __hanfacts_command
          __hanfacts_rest $argv >/dev/null
      end
      function __hanfacts_at
          set -l rest (__hanfacts_rest $argv); and test -z "$rest"
      end
      function __hanfacts_list
          # The words of a list behind its last comma.
          set -l head (commandline -ct | string replace -r '^--[a-z-]+=' '' | string match -r '.*,')
          printf '%s\\n' $head$argv
      end
      complete -c hanfacts -f
      complete -c hanfacts -n __hanfacts_at -s h -l help -d 'show the help'
      complete -c hanfacts -n __hanfacts_at -s V -l version -d 'show the versions'

      """
    for command in CommandTable.commands {
      text += "complete -c hanfacts -n __hanfacts_at -a \(command.name) -d \(quoted(command.summary))\n"
    }
    for command in BashCompletion.all {
      let condition = "-n '__hanfacts_command \(command.name)'"
      for subcommand in command.subcommands {
        text +=
          "complete -c hanfacts -n '__hanfacts_at \(command.name)' -a \(subcommand.lastWord) -d \(quoted(subcommand.summary))\n"
      }
      if command.subcommands.isEmpty {
        if let words = BashCompletion.words(command) {
          text += "complete -c hanfacts \(condition) -a '\(words.joined(separator: " "))'\n"
        } else if case .path = command.operandKind {
          text += "complete -c hanfacts \(condition) -F\n"
        }
      }
      for option in command.allOptions {
        let short = option.short.map { " -s \($0)" } ?? ""
        let value = option.value.map(value) ?? ""
        text += "complete -c hanfacts \(condition)\(short) -l \(option.name)\(value) -d \(quoted(option.help))\n"
      }
    }
    return text
  }

  private static func value(_ kind: ValueKind) -> String {
    switch kind {
    case .choice(_, let words): " -x -a '\(words.joined(separator: " "))'"
    case .list(_, let words): " -x -a '(__hanfacts_list \(words.joined(separator: " ")))'"
    case .file: " -r -F"
    case .folder: " -x -a '(__fish_complete_directories)'"
    case .text, .number: " -x"
    }
  }

  private static func quoted(_ text: String) -> String {
    "'" + text.map { $0 == "'" || $0 == "\\" ? "\\\($0)" : String($0) }.joined() + "'"
  }
}
