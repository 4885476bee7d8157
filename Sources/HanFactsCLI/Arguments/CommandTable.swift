/// An option of a command: what parsing, help and completions are made from.
struct OptionSpec {
  var name: String
  var short: Character?
  /// The name of its value in the help; nil for a switch.
  var value: String?
  /// The values it takes, where they are few.
  var choices: [String] = []
  var isRepeatable = false
  var help: String
}

/// A command.
struct CommandSpec {
  var name: String
  var operands: String
  var summary: String
  var options: [OptionSpec]
  var examples: [String]
  var exits: [String] = ["0  done", "2  wrong usage or input"]
}

/// The table of all commands.
enum CommandTable {
  static let program = "hanfacts"
  static let help = OptionSpec(name: "help", short: "h", help: "show this help")
  private static let color = OptionSpec(
    name: "color", value: "WHEN", choices: ["auto", "always", "never"], help: "colours on a terminal (default: auto)")
  private static let tables: [OptionSpec] = [
    OptionSpec(name: "gazetteer", value: "DIR", isRepeatable: true, help: "add the tables of a folder to the built-in ones"),
    OptionSpec(name: "only-gazetteer", value: "DIR", help: "use the tables of a folder alone"),
    OptionSpec(name: "rules", value: "FILE", isRepeatable: true, help: "add the rules of a file"),
  ]
  private static let reading: [OptionSpec] = [
    OptionSpec(name: "input", value: "FORM", choices: ["text", "jsonl"], help: "form of the input (a .jsonl file implies jsonl)"),
    OptionSpec(name: "reference-date", value: "DATE", help: "date that relative dates count from: YYYY-MM-DD[THH:MM[:SS][±HH:MM]]"),
    OptionSpec(name: "layout", value: "MODE", choices: ["auto", "wrapped", "verbatim"], help: "how line ends are read (default: auto)"),
    OptionSpec(name: "encoding", value: "NAME", choices: ["utf-8", "gb18030", "utf-16"], help: "encoding of the input (default: utf-8)"),
    OptionSpec(name: "lossy", help: "replace invalid bytes by U+FFFD instead of refusing the document"),
    OptionSpec(name: "jobs", short: "j", value: "N", help: "threads (default: all cores)"),
  ]

  static let commands: [CommandSpec] = [
    CommandSpec(
      name: "extract", operands: "[PATH… | -]",
      summary: "extract people, organizations, places, dates, figures and facts",
      options: [
        OptionSpec(
          name: "format", short: "f", value: "FORMAT",
          choices: ["text", "json", "jsonl", "csv", "tsv", "brat", "conll", "html", "markdown"],
          help: "output (default: text on a terminal, json otherwise)"),
        OptionSpec(name: "types", value: "LIST", help: "list these types only: person,organization,place,date,figure,…"),
        OptionSpec(name: "no-facts", help: "make no facts"),
        OptionSpec(name: "facts", help: "rows of facts instead of entities (csv, tsv)"),
        OptionSpec(name: "nested", help: "list records inside others too"),
        OptionSpec(name: "output", short: "o", value: "FILE", help: "write to a file, whole or not at all"),
        OptionSpec(name: "progress", value: "WHEN", choices: ["auto", "always", "never"], help: "progress on standard error"),
        OptionSpec(name: "quiet", short: "q", help: "no messages but errors"), color,
      ] + reading + tables,
      examples: ["hanfacts extract seeds", "hanfacts extract --format jsonl --types person,place news/ > out.jsonl", "cat page.txt | hanfacts extract -"],
      exits: ["0  done", "2  wrong usage or input; documents that could be read are written all the same"]),
    CommandSpec(
      name: "explain", operands: "PATH[:LINE[:COLUMN]] | --text TEXT", summary: "show why records stand: rule, rows, costs, rejected reading",
      options: [OptionSpec(name: "text", value: "TEXT", help: "explain this text"), color] + reading.filter { $0.name != "jobs" && $0.name != "input" } + tables,
      examples: ["hanfacts explain seeds/000_cd341a3aa7219399.txt:39", "hanfacts explain --text 外交部发言人汪文斌"]),
    CommandSpec(
      name: "gazetteer", operands: "lookup WORD… | validate [PATH…] | list", summary: "look words up, check tables, list tables",
      options: [OptionSpec(name: "format", short: "f", value: "FORMAT", choices: ["text", "json"], help: "output of lookup and list (default: text)")] + tables,
      examples: ["hanfacts gazetteer lookup 欧航局", "hanfacts gazetteer validate Gazetteers", "hanfacts gazetteer list"],
      exits: ["0  done", "1  a word without a row, a bad row", "2  wrong usage or input"]),
    CommandSpec(name: "help", operands: "[COMMAND]", summary: "show help", options: [], examples: ["hanfacts help extract"]),
  ]

  static func command(_ name: String) -> CommandSpec? { commands.first { $0.name == name } }

  /// The general help.
  static func overview() -> String {
    var text = "Pulls people, organizations, places, dates and figures out of Chinese text.\n\nusage: hanfacts COMMAND [OPTION…] [OPERAND…]\n\ncommands:\n"
    for command in commands { text += "  \(command.name)\(String(repeating: " ", count: max(1, 12 - command.name.count)))\(command.summary)\n" }
    return text + "\n  hanfacts help COMMAND shows a command's options; hanfacts --version the version.\n"
  }
}

extension CommandSpec {
  /// The help of a command.
  func helpText() -> String {
    var text = "\(summary)\n\nusage: hanfacts \(name) [OPTION…] \(operands)\n\noptions:\n"
    for option in options + [CommandTable.help] {
      var left = option.short.map { "-\($0), " } ?? "    "
      left += "--\(option.name)" + (option.value.map { " \($0)" } ?? "")
      let pad = left.count < 28 ? String(repeating: " ", count: 28 - left.count) : "\n" + String(repeating: " ", count: 30)
      text += "  \(left)\(pad)\(option.help)\n"
      if !option.choices.isEmpty { text += String(repeating: " ", count: 30) + option.choices.joined(separator: " | ") + "\n" }
    }
    text += "\nexamples:\n" + examples.map { "  \($0)\n" }.joined()
    return text + "\nexit status:\n" + exits.map { "  \($0)\n" }.joined()
  }
}
