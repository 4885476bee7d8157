import HanFacts
import HanGazetteer

/// `hanfacts gazetteer lookup|list|validate`.
struct GazetteerCommand {
  private static let actions = ["lookup", "list", "validate"]
  private let arguments: ParsedArguments
  private let action: String
  private let operands: [String]
  private let isJSON: Bool

  init(_ arguments: ParsedArguments) throws {
    self.arguments = arguments
    guard let action = arguments.operands.first else {
      throw UsageError("'gazetteer' needs one of \(Self.actions.joined(separator: ", "))")
    }
    guard Self.actions.contains(action) else {
      throw UsageError("unknown action '\(action)' of 'gazetteer'" + Suggestion.text(for: action, among: Self.actions))
    }
    self.action = action
    operands = Array(arguments.operands.dropFirst())
    isJSON = arguments.value("format") == "json"
  }

  func run() throws -> Int32 {
    switch action {
    case "lookup":
      return try GazetteerLookup(
        knowledge: KnowledgeLoader.knowledge(arguments), isJSON: isJSON,
        isColored: ColorChoice.isOn(arguments, file: 1)
      ).run(words())
    case "list":
      if let extra = operands.first { throw UsageError("'gazetteer list' takes no operand: '\(extra)'") }
      return try GazetteerList(isJSON: isJSON).run(KnowledgeLoader.knowledge(arguments))
    default:
      return try GazetteerValidate(isJSON: isJSON).run(operands.isEmpty ? arguments.all("gazetteer") : operands)
    }
  }

  /// The operands; `-` stands for the lines of standard input.
  private func words() throws -> [String] {
    guard !operands.isEmpty else { throw UsageError("'gazetteer lookup' needs a word, or '-' for words on standard input") }
    var words: [String] = []
    for operand in operands {
      guard operand == "-" else {
        words.append(operand)
        continue
      }
      let bytes = try FileSystem.read("-", limit: ExtractCommand.sizeLimit)
      for line in bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
        let text = String(decoding: line, as: UTF8.self).drop { $0 == " " || $0 == "\t" || $0 == "\u{FEFF}" }
        if !text.isEmpty { words.append(String(text)) }
      }
    }
    return words
  }
}
