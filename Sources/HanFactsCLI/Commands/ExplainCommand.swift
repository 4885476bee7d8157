/// `hanfacts explain`.
///
/// For the lead: what this command needs from `HanFacts`, as `package` API.
/// ```swift
/// package struct ExplanationRecord {
///   var record: Entity                 // or the fact
///   var rule: String                   // what the rule says, in words
///   var rows: [(table: String, line: Int, surface: String)]
///   var cost: Int32                    // of the path, thousandths of a nat
///   var rejected: (cost: Int32, tokens: [(text: String, wordClass: String)])?
/// }
/// extension ExtractionWorker {
///   /// The records that touch `lines`/`column` of the last document, in text order.
///   package mutating func explain(utf8:, id:, options:) throws(TextDecodingError) -> [ExplanationRecord]
/// }
/// ```
struct ExplainCommand {
  private let arguments: ParsedArguments

  init(_ arguments: ParsedArguments) { self.arguments = arguments }

  /// Runs it and returns the exit status.
  func run() throws -> Int32 {
    if arguments.value("text") == nil, arguments.operands.isEmpty, Console.isTerminal(0) {
      Console.writeError(HelpText.text(of: arguments.command))
      return 2
    }
    if arguments.value("text") != nil, let operand = arguments.operands.first {
      throw UsageError("'\(operand)' and --text are two things to explain; give one")
    }
    _ = arguments.operands.first.map(TextPlace.init)
    throw NotBuilt("explain")
  }
}

/// A place in a file, as `PATH[:LINE[:COLUMN]]` names it.
struct TextPlace: Equatable {
  var path: String
  /// From 1; nil for the whole file.
  var line: Int?
  /// From 1, in scalars; nil for the whole line.
  var column: Int?

  /// Reads a place; a file that has the name whole is that file.
  init(_ text: String) {
    self.init(text) { FileSystem.status($0) != nil }
  }

  init(_ text: String, exists: (String) -> Bool) {
    path = text
    if exists(text) { return }
    var numbers: [Int] = []
    var rest = text[...]
    while numbers.count < 2, let colon = rest.lastIndex(of: ":"), let number = Int(rest[rest.index(after: colon)...]),
      number > 0
    {
      numbers.insert(number, at: 0)
      rest = rest[..<colon]
      if exists(String(rest)) { break }
    }
    guard !numbers.isEmpty, !rest.isEmpty else { return }
    path = String(rest)
    line = numbers[0]
    column = numbers.count > 1 ? numbers[1] : nil
  }
}
