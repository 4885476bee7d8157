import HanFacts

/// `hanfacts gazetteer lookup`.
struct GazetteerLookupCommand {
  private let arguments: ParsedArguments

  init(_ arguments: ParsedArguments) { self.arguments = arguments }

  /// Looks words up; 1 where one has no row.
  func run() throws -> Int32 {
    if arguments.operands.isEmpty, Console.isTerminal(0) {
      Console.writeError(HelpText.text(of: arguments.command))
      return 2
    }
    let words = try words()
    let knowledge = try ExtractorFactory.knowledge(ExtractorRequest(arguments))
    let isJSON = arguments.value("format") == "json"
    let isColored = ColorChoice.isOn(arguments, stream: Console.output)
    return try GazetteerLookup(knowledge: knowledge, isJSON: isJSON, isColored: isColored).run(words)
  }

  /// The operands; `-`, or none, stands for the lines of standard input.
  private func words() throws -> [String] {
    var words: [String] = []
    for operand in arguments.operands.isEmpty ? ["-"] : arguments.operands {
      guard operand == "-" else {
        words.append(operand)
        continue
      }
      guard let bytes = try FileSystem.read("-", limit: ExtractionSetup.sizeLimit) else {
        throw FileError("standard input", "more than 64 MiB of words")
      }
      for line in bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
        let text = String(decoding: line, as: UTF8.self).drop { $0 == " " || $0 == "\t" || $0 == "\u{FEFF}" }
        if !text.isEmpty { words.append(String(text)) }
      }
    }
    return words
  }
}

/// `hanfacts gazetteer validate`.
struct GazetteerValidateCommand {
  private let arguments: ParsedArguments

  init(_ arguments: ParsedArguments) { self.arguments = arguments }

  /// Checks tables; 1 where a row is bad.
  func run() throws -> Int32 {
    try GazetteerValidate(isJSON: arguments.value("format") == "json").run(arguments.operands)
  }
}

/// `hanfacts gazetteer list`.
struct GazetteerListCommand {
  private let arguments: ParsedArguments

  init(_ arguments: ParsedArguments) { self.arguments = arguments }

  /// Lists the tables.
  func run() throws -> Int32 {
    let knowledge = try ExtractorFactory.knowledge(ExtractorRequest(arguments))
    return try GazetteerList(isJSON: arguments.value("format") == "json").run(knowledge)
  }
}
