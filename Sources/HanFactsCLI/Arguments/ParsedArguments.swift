/// What is wrong with the words of the command line.
struct UsageError: Error, CustomStringConvertible {
  /// What is wrong, and the nearest right word.
  var description: String
  init(_ description: String) { self.description = description }
}

/// The words behind a command, sorted into options and operands and checked against the table.
struct ParsedArguments {
  /// One option as it was given.
  struct Given {
    var option: OptionSpec
    var value: String
  }

  /// The command.
  let command: CommandSpec
  /// What is no option, in order.
  private(set) var operands: [String] = []
  private var given: [Given] = []

  /// Reads words; options and operands in any order, `--` ends options.
  init(_ command: CommandSpec, _ words: [String]) throws(UsageError) {
    self.command = command
    var words = words[...]
    while let word = words.popFirst() {
      if word == "--" {
        operands.append(contentsOf: words)
        break
      }
      if word.hasPrefix("--") {
        try readLong(word, &words)
      } else if word.hasPrefix("-"), word != "-" {
        try readShort(word, &words)
      } else {
        operands.append(word)
      }
    }
    if !has("help") { try checkOperands() }
  }

  /// Whether an option is given.
  func has(_ name: String) -> Bool { given.contains { $0.option.name == name } }
  /// The last value of an option; nil where it is not given.
  func value(_ name: String) -> String? { given.last { $0.option.name == name }?.value }
  /// All values of an option, in order.
  func all(_ name: String) -> [String] { given.filter { $0.option.name == name }.map(\.value) }
  /// The last value of an option that takes a number.
  func number(_ name: String) -> Int? { value(name).flatMap { Int($0) } }

  private func checkOperands() throws(UsageError) {
    if operands.count > command.operandCount.upperBound {
      throw UsageError("'\(operands[command.operandCount.upperBound])' is one operand too many")
    }
    if operands.count < command.operandCount.lowerBound {
      throw UsageError("\(operands.isEmpty ? "no operand" : "too few operands"); expected \(command.operands)")
    }
  }

  private mutating func readLong(_ word: String, _ words: inout ArraySlice<String>) throws(UsageError) {
    let parts = word.dropFirst(2).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = parts.first.map(String.init) ?? ""
    guard let option = command.allOptions.first(where: { $0.name == name }) else {
      throw UsageError("unknown option '--\(name)'" + Self.hint(name, command))
    }
    try add(option, "--\(name)", inline: parts.count > 1 ? String(parts[1]) : nil, &words)
  }

  /// A cluster of short options, the last of which may have its value behind it.
  private mutating func readShort(_ word: String, _ words: inout ArraySlice<String>) throws(UsageError) {
    var letters = word.dropFirst()
    while let letter = letters.popFirst() {
      guard let option = command.allOptions.first(where: { $0.short == letter }) else {
        let long = command.allOptions.first { $0.name == word.dropFirst() }
        throw UsageError("unknown option '-\(letter)'" + (long.map { "; did you mean '--\($0.name)'?" } ?? ""))
      }
      if option.value == nil {
        given.append(Given(option: option, value: ""))
        continue
      }
      if letters.first == "=" { letters.removeFirst() }
      return try add(option, "-\(letter)", inline: letters.isEmpty ? nil : String(letters), &words)
    }
  }

  private mutating func add(
    _ option: OptionSpec, _ spelling: String, inline: String?, _ words: inout ArraySlice<String>
  ) throws(UsageError) {
    guard let kind = option.value else {
      if inline != nil { throw UsageError("option '\(spelling)' takes no value") }
      given.append(Given(option: option, value: ""))
      return
    }
    // A word that is an option itself is no value: something was forgotten.
    if inline == nil, let next = words.first, next.hasPrefix("--"),
      command.allOptions.contains(where: { "--" + $0.name == next })
    {
      throw UsageError("option '\(spelling)' needs a value, \(kind.name), before '\(next)'")
    }
    guard let value = inline ?? words.popFirst() else {
      throw UsageError("option '\(spelling)' needs a value, \(kind.name)")
    }
    try check(value, spelling, kind)
    given.append(Given(option: option, value: value))
  }

  private func check(_ value: String, _ spelling: String, _ kind: ValueKind) throws(UsageError) {
    switch kind {
    case .choice(_, let choices):
      if choices.contains(value) { return }
      throw UsageError(
        "'\(value)' is no value of '\(spelling)'" + Suggestion.text(for: value, among: choices)
          + " (\(choices.joined(separator: ", ")))")
    case .number(_, let bounds):
      if let number = Int(value), bounds.contains(number) { return }
      throw UsageError(
        "'\(value)' is no value of '\(spelling)'; expected a whole number from \(bounds.lowerBound) to \(bounds.upperBound)"
      )
    case .list(let name, _):
      if !value.isEmpty, !value.split(separator: ",", omittingEmptySubsequences: false).contains("") { return }
      throw UsageError("'\(value)' is no value of '\(spelling)'; expected \(name), words parted by commas")
    case .text, .file, .folder:
      if value.isEmpty { throw UsageError("option '\(spelling)' needs a value that is not empty, \(kind.name)") }
    }
  }

  /// The nearest option, or the command that has the option.
  private static func hint(_ name: String, _ command: CommandSpec) -> String {
    let own = Suggestion.text(for: "--" + name, among: command.allOptions.map { "--" + $0.name })
    if !own.isEmpty { return own }
    let others = CommandTable.commands.filter { $0.options.contains { $0.name == name } }.map(\.name)
    return others.isEmpty ? "" : "; it is an option of \(others.joined(separator: ", "))"
  }
}
