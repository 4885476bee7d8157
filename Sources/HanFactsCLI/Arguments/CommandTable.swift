/// The table of all commands. Parsing, help, completions and the manual are made from it.
enum CommandTable {
  /// The name of the program.
  static let program = "hanfacts"
  /// What the program does, in one line.
  static let summary = "pull people, organizations, places, dates, figures and facts out of Chinese text"

  /// All commands, in the order of the help.
  static let commands: [CommandSpec] = [
    extract, diff, check, explain, evaluate, gazetteer, rules, schema, completions, helpCommand,
  ]

  /// `--help`, which every command has.
  static let help = OptionSpec(name: "help", short: "h", help: "show this help")
  /// `--version`, which stands before any command.
  static let version = OptionSpec(name: "version", short: "V", help: "show the versions of program, schema and tables")

  /// The command of some words; nil where there is none.
  static func command(_ words: [String]) -> CommandSpec? {
    guard let first = words.first, let command = commands.first(where: { $0.name == first }) else { return nil }
    guard words.count > 1 else { return command }
    return command.subcommands.first { $0.lastWord == words[1] }
  }

  static let schema = CommandSpec(
    name: "schema", operands: "", operandCount: 0...0, operandKind: .none,
    summary: "print the JSON Schema of the records",
    notes: ["The schema is JSON Schema 2020-12 and describes the outputs of --format json and --format jsonl."],
    examples: [.init(line: "hanfacts schema > hanfacts.schema.json", note: "keep the schema beside your records")])

  static let completions = CommandSpec(
    name: "completions", operands: "bash|zsh|fish", operandCount: 1...1, operandKind: .word(["bash", "zsh", "fish"]),
    summary: "print a completion script for a shell",
    examples: [
      .init(line: "source <(hanfacts completions bash)", note: "in ~/.bashrc"),
      .init(line: "hanfacts completions zsh > ~/.zfunc/_hanfacts", note: "a folder in $fpath"),
      .init(line: "hanfacts completions fish > ~/.config/fish/completions/hanfacts.fish", note: "for fish"),
    ])

  static let helpCommand = CommandSpec(
    name: "help", operands: "[COMMAND…]", operandCount: 0...2, operandKind: .word([]),
    summary: "show the help of a command",
    options: [OptionSpec(name: "man", help: "print the manual page of all commands (roff)")],
    examples: [
      .init(line: "hanfacts help extract", note: "what extract takes"),
      .init(line: "hanfacts help --man | man -l -", note: "the manual page"),
    ])
}
