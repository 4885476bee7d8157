/// Finds the command among the words of the command line.
struct CommandLineWords {
  /// The command; nil where none is named.
  let command: CommandSpec?
  /// The words that are not the command's name.
  let rest: [String]

  /// Reads the words; options may stand before the command.
  ///
  /// - Throws: `UsageError` for a command that there is none of
  init(_ words: [String]) throws(UsageError) {
    var rest: [String] = []
    var index = 0
    while index < words.count {
      let word = words[index]
      if word == "--" { break }
      if !word.hasPrefix("-") || word == "-" { break }
      rest.append(word)
      index += 1
      if Self.takesNext(word), index < words.count {
        rest.append(words[index])
        index += 1
      }
    }
    guard index < words.count, words[index] != "--", words[index] != "-" else {
      command = nil
      self.rest = rest + words[index...]
      return
    }
    guard let found = CommandTable.command([words[index]]) else { throw Self.unknown(words[index], rest) }
    index += 1
    guard !found.subcommands.isEmpty else {
      command = found
      self.rest = rest + words[index...]
      return
    }
    while index < words.count, words[index].hasPrefix("-") {
      rest.append(words[index])
      index += 1
    }
    guard index < words.count else {
      command = found
      self.rest = rest
      return
    }
    guard let subcommand = found.subcommands.first(where: { $0.lastWord == words[index] }) else {
      let names = found.subcommands.map(\.lastWord)
      throw UsageError(
        "unknown command '\(found.name) \(words[index])'" + Suggestion.text(for: words[index], among: names)
          + " (\(names.joined(separator: ", ")))")
    }
    command = subcommand
    self.rest = rest + words[(index + 1)...]
  }

  /// Whether an option before the command has its value in the next word.
  private static func takesNext(_ word: String) -> Bool {
    guard !word.contains("=") else { return false }
    let options = CommandTable.commands.flatMap { $0.options + $0.subcommands.flatMap(\.options) }
    return options.contains { option in
      option.value != nil && ("--" + option.name == word || option.short.map { "-\($0)" == word } ?? false)
    }
  }

  private static func unknown(_ word: String, _ before: [String]) -> UsageError {
    let near = Suggestion.text(for: word, among: CommandTable.commands.map(\.name))
    if near.isEmpty, FileSystem.status(word) != nil {
      return UsageError("unknown command '\(word)'; to extract the file: hanfacts extract \(word)")
    }
    return UsageError("unknown command '\(word)'" + near)
  }
}
