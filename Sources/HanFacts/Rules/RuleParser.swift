/// Reads a `.rules` file. Linear in the file; nesting is at most ``maximumDepth`` deep.
///
/// ```
/// file     = { "let" NAME "=" pattern | rule }
/// rule     = ("entity" | "fact") TYPE [NAME] "{" { field } "}"
/// field    = "pattern:" pattern | "priority:" NUMBER | "span:" NAME | "args:" argument { argument }
///          | "yes:" STRING [ "=>" expected { "," expected } ] | "no:" STRING
/// argument = NAME [ "=" ( NAME [ "[]" ] | STRING ) ]
/// expected = STRING | NAME "=" STRING
/// ```
/// `RuleParser+Pattern.swift` has the grammar of patterns.
struct RuleParser {
  /// How deep brackets may be nested.
  static let maximumDepth = 64
  /// How large a rules file may be.
  static let maximumSize = 1 << 20
  static let fields: Set<String> = ["pattern", "priority", "span", "args", "yes", "no"]

  /// What the file defines.
  struct Output {
    var rules: [Rule] = []
    var definitions: [(name: String, pattern: RulePattern, position: RulePosition)] = []
    var diagnostics: [RuleDiagnostic] = []
  }

  /// Leaves the rule that is being read.
  struct Failure: Error {}

  let file: String
  var lexemes: [RuleLexer.Lexeme]
  var index = 0
  var output = Output()
  var depth = 0
  /// Where each token test stands, for messages about unknown classes.
  var testPositions: [TokenTest: RulePosition] = [:]

  /// Reads the bytes of a file.
  static func parse(_ bytes: [UInt8], file: String) -> RuleParser {
    var parser = RuleParser(file: file, lexemes: [])
    if bytes.count > maximumSize {
      parser.report(
        RulePosition(line: 1, column: 1),
        "a rules file may have at most \(maximumSize) bytes, this one has \(bytes.count); split it, or put words into a table"
      )
      return parser
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      parser.report(RulePosition(line: 1, column: 1), "the file is not valid UTF-8")
      return parser
    }
    let lexer = RuleLexer(text: text, file: file)
    parser.lexemes = lexer.lexemes
    parser.output.diagnostics = lexer.diagnostics
    parser.readFile()
    return parser
  }

  private init(file: String, lexemes: [RuleLexer.Lexeme]) {
    self.file = file
    self.lexemes = lexemes
  }

  // MARK: Lexemes

  var current: RuleLexer.Lexeme { lexemes[min(index, lexemes.count - 1)] }

  func isMark(_ text: String) -> Bool { current.kind == .mark && current.text == text }

  mutating func take(mark text: String) -> Bool {
    guard isMark(text) else { return false }
    index += 1
    return true
  }

  mutating func expect(mark text: String, _ purpose: String) throws(Failure) {
    if !take(mark: text) { throw fail("expected '\(text)' \(purpose), found \(described(current))") }
  }

  func described(_ lexeme: RuleLexer.Lexeme) -> String {
    switch lexeme.kind {
    case .word, .mark: "'\(lexeme.text)'"
    case .string: "\"\(lexeme.text)\""
    case .end: lexeme.text
    }
  }

  mutating func fail(_ message: String, at position: RulePosition? = nil) -> Failure {
    report(position ?? current.position, message)
    return Failure()
  }

  mutating func report(_ position: RulePosition, _ message: String, _ severity: RuleDiagnostic.Severity = .error) {
    guard output.diagnostics.count < 100 else { return }
    output.diagnostics.append(
      RuleDiagnostic(
        file: file, line: position.line, column: position.column, severity: severity, message: message))
  }

  // MARK: Items

  private mutating func readFile() {
    while current.kind != .end {
      do {
        try readItem()
      } catch {
        skipItem()
      }
    }
  }

  /// To the next word that begins an item at the start of a line.
  private mutating func skipItem() {
    while current.kind != .end {
      if current.kind == .word, current.position.column == 1, ["let", "entity", "fact"].contains(current.text) {
        return
      }
      index += 1
    }
  }

  private mutating func readItem() throws(Failure) {
    guard current.kind == .word, ["let", "entity", "fact"].contains(current.text) else {
      throw fail("expected 'entity', 'fact' or 'let', found \(described(current))")
    }
    let keyword = current
    index += 1
    if keyword.text == "let" {
      let position = current.position
      let name = try word("a name behind 'let'")
      try expect(mark: "=", "behind the name")
      output.definitions.append((name, try readPattern(), position))
    } else {
      try readRule(isEntity: keyword.text == "entity", keyword.position)
    }
  }

  mutating func word(_ what: String) throws(Failure) -> String {
    guard current.kind == .word else { throw fail("expected \(what), found \(described(current))") }
    index += 1
    return lexemes[index - 1].text
  }

  private mutating func string(_ what: String) throws(Failure) -> String {
    guard current.kind == .string else {
      throw fail("expected \(what) in quotation marks, found \(described(current))")
    }
    index += 1
    return lexemes[index - 1].text
  }

  private mutating func readRule(isEntity: Bool, _ position: RulePosition) throws(Failure) {
    let type = try word("the type of the record")
    let name = current.kind == .word ? try word("the rule's name") : type
    let record: Rule.Record = isEntity ? .entity(EntityType(rawValue: type)) : .fact(FactType(rawValue: type))
    var rule = Rule(name: name, record: record, pattern: .sequence([]))
    rule.position = position
    var hasPattern = false
    let open = current.position
    try expect(mark: "{", "behind the name of the rule")
    while !take(mark: "}") {
      if current.kind == .end { throw fail("'{' is not closed", at: open) }
      let field = current
      let key = try word("a field (pattern, args, span, priority, yes, no)")
      try expect(mark: ":", "behind '\(key)'")
      if key == "pattern" {
        if hasPattern { throw fail("a rule has one pattern", at: field.position) }
        rule.pattern = try readPattern()
        hasPattern = true
      } else {
        try readField(key, field.position, isEntity: isEntity, into: &rule)
      }
    }
    if !hasPattern { throw fail("rule '\(name)' has no pattern", at: position) }
    output.rules.append(rule)
  }

  private mutating func readField(
    _ key: String, _ position: RulePosition, isEntity: Bool, into rule: inout Rule
  ) throws(Failure) {
    switch key {
    case "priority":
      let isNegative = take(mark: "-")
      let text = try word("a number")
      guard let number = Int(text), abs(number) <= 1_000 else {
        throw fail("a priority is a number from -1000 to 1000")
      }
      rule.priority = isNegative ? -number : number
    case "span":
      if !isEntity { throw fail("only entity rules have a span", at: position) }
      rule.span = try word("the name of a capture")
    case "args":
      if isEntity { throw fail("only fact rules have arguments; use 'span:' for the text of an entity", at: position) }
      rule.arguments = try readArguments()
    case "yes":
      var example = Rule.Example(text: try string("an example"), expected: [], isPositive: true, position: position)
      if take(mark: "=>") {
        repeat { example.expected.append(try readExpected(isEntity)) } while take(mark: ",")
      }
      rule.examples.append(example)
    case "no":
      rule.examples.append(
        Rule.Example(text: try string("an example"), expected: [], isPositive: false, position: position))
    default: throw fail("unknown field '\(key)'; known are pattern, args, span, priority, yes, no", at: position)
    }
  }

  private mutating func readExpected(_ isEntity: Bool) throws(Failure) -> String {
    if isEntity { return try string("what is found") }
    let name = try word("the name of an argument")
    try expect(mark: "=", "behind the argument")
    return name + "=" + (try string("the argument's text"))
  }

  private mutating func readArguments() throws(Failure) -> [Rule.Argument] {
    var arguments: [Rule.Argument] = []
    while current.kind == .word, !Self.fields.contains(current.text) {
      let name = try word("the name of an argument")
      guard take(mark: "=") else {
        arguments.append(Rule.Argument(name, .capture(name)))
        continue
      }
      if current.kind == .string {
        arguments.append(Rule.Argument(name, .word(try string("a word"))))
      } else {
        let capture = try word("the name of a capture or a word in quotation marks")
        if take(mark: "[") {
          try expect(mark: "]", "behind '['")
          arguments.append(Rule.Argument(name, .list(capture)))
        } else {
          arguments.append(Rule.Argument(name, .capture(capture)))
        }
      }
    }
    if arguments.isEmpty { throw fail("expected the names of arguments, found \(described(current))") }
    return arguments
  }
}
