/// What is wrong with the words of the command line.
struct UsageError: Error, CustomStringConvertible {
  var description: String
  init(_ description: String) { self.description = description }
}

/// The words of a command line, sorted into options and operands.
struct ParsedArguments {
  let command: CommandSpec
  private(set) var operands: [String] = []
  private var values: [String: [String]] = [:]

  /// Reads the words behind the command's name; options and operands in any order, `--` ends options.
  init(_ command: CommandSpec, _ words: [String]) throws {
    self.command = command
    var index = 0
    var onlyOperands = false
    while index < words.count {
      let word = words[index]
      index += 1
      if onlyOperands || word == "-" || !word.hasPrefix("-") {
        operands.append(word)
      } else if word == "--" {
        onlyOperands = true
      } else {
        try readOption(word, words, &index)
      }
    }
  }

  private mutating func readOption(_ word: String, _ words: [String], _ index: inout Int) throws {
    let all = command.options + [CommandTable.help]
    var inline: String?
    let option: OptionSpec
    if word.hasPrefix("--") {
      let parts = word.dropFirst(2).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(parts.first ?? "")
      if parts.count > 1 { inline = String(parts[1]) }
      guard let found = all.first(where: { $0.name == name }) else {
        throw UsageError("unknown option '--\(name)'" + Suggestion.text(for: "--" + name, among: all.map { "--" + $0.name }))
      }
      option = found
    } else {
      guard let letter = word.dropFirst().first, let found = all.first(where: { $0.short == letter }) else {
        throw UsageError("unknown option '\(word)'" + Suggestion.text(for: word, among: all.map { "--" + $0.name }))
      }
      if word.count > 2 { inline = String(word.dropFirst(2)) }
      option = found
    }
    guard option.value != nil else {
      if inline != nil { throw UsageError("option '--\(option.name)' takes no value") }
      values[option.name, default: []].append("")
      return
    }
    if inline == nil, index < words.count {
      inline = words[index]
      index += 1
    }
    guard let value = inline else { throw UsageError("option '--\(option.name)' needs a value: \(option.value ?? "")") }
    if !option.choices.isEmpty, !option.choices.contains(value) {
      throw UsageError(
        "'\(value)' is no value of '--\(option.name)' (\(option.choices.joined(separator: ", ")))"
          + Suggestion.text(for: value, among: option.choices))
    }
    if !option.isRepeatable, values[option.name] != nil { values[option.name] = [] }
    values[option.name, default: []].append(value)
  }

  /// Whether a switch or an option is given.
  func has(_ name: String) -> Bool { values[name] != nil }
  /// The last value of an option.
  func value(_ name: String) -> String? { values[name]?.last }
  /// All values of an option.
  func all(_ name: String) -> [String] { values[name] ?? [] }
}

/// The nearest known word for a mistyped one.
enum Suggestion {
  static func text(for word: String, among known: [String]) -> String {
    guard let best = nearest(to: word, among: known) else { return "" }
    return "; did you mean '\(best)'?"
  }

  static func nearest(to word: String, among known: [String]) -> String? {
    let word = String(word.prefix(64))
    let best = known.map { ($0, distance(word, $0)) }.min { $0.1 < $1.1 }
    guard let best, best.1 <= max(2, word.count / 3) else { return nil }
    return best.0
  }

  /// Edits from one word to the other: insertions, deletions, substitutions and swaps of neighbours.
  static func distance(_ left: String, _ right: String) -> Int {
    let left = Array(left.utf8)
    let right = Array(right.utf8)
    var before: [Int] = []
    var previous = Array(0...right.count)
    for i in left.indices {
      var current = [i + 1]
      for j in right.indices {
        var best = min(previous[j + 1] + 1, current[j] + 1, previous[j] + (left[i] == right[j] ? 0 : 1))
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] { best = min(best, before[j - 1] + 1) }
        current.append(best)
      }
      before = previous
      previous = current
    }
    return previous[right.count]
  }
}
