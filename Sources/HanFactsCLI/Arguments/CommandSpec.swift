/// What an option takes as its value.
enum ValueKind: Equatable, Sendable {
  /// Any text; the name stands in the help.
  case text(String)
  /// One of these words.
  case choice(String, [String])
  /// Words parted by commas; these are known, others are left to the command.
  case list(String, [String])
  /// A whole number in these bounds.
  case number(String, ClosedRange<Int>)
  /// The path of a file.
  case file(String)
  /// The path of a folder.
  case folder(String)

  /// The name of the value in the help.
  var name: String {
    switch self {
    case .text(let name), .choice(let name, _), .list(let name, _), .number(let name, _), .file(let name),
      .folder(let name):
      name
    }
  }

  /// The words that are known to be taken.
  var choices: [String] {
    switch self {
    case .choice(_, let words), .list(_, let words): words
    default: []
    }
  }
}

/// An option: what parsing, help, completions and the manual are made from.
struct OptionSpec: Sendable {
  /// The name without `--`.
  var name: String
  /// The letter of the short form.
  var short: Character?
  /// Its value; nil for a switch.
  var value: ValueKind?
  /// What it is where the option is not given.
  var preset: String?
  /// Whether it may be given several times, each adding one; else the last one counts.
  var isRepeatable = false
  /// One line about it.
  var help: String
}

/// What stands in the place of an operand.
enum OperandKind: Sendable {
  /// The path of a file or a folder.
  case path
  /// Any text.
  case text
  /// One of these words; none for the names of commands.
  case word([String])
  /// The command takes none.
  case none
}

/// A command, or a group of commands.
struct CommandSpec: Sendable {
  /// A line of examples: what to type and what it is for.
  struct Example: Sendable {
    var line: String
    var note: String
  }

  /// The words that call it: `extract`, `gazetteer lookup`.
  var name: String
  /// The operands as the usage line shows them.
  var operands: String
  /// How many operands there may be.
  var operandCount: ClosedRange<Int> = 0...Int.max
  /// What completions offer for operands.
  var operandKind = OperandKind.path
  /// One line about it.
  var summary: String
  /// Further sentences for the help.
  var notes: [String] = []
  var options: [OptionSpec] = []
  var examples: [Example] = []
  /// What the exit statuses mean.
  var exits: [(status: Int, meaning: String)] = [(0, "done"), (2, "wrong usage or input")]
  /// The commands of a group.
  var subcommands: [CommandSpec] = []

  /// The last word of the name.
  var lastWord: String { name.split(separator: " ").last.map(String.init) ?? name }
  /// The options with those that every command has.
  var allOptions: [OptionSpec] { options + [CommandTable.help] }
}
