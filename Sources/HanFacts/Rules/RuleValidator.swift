/// Checks what a rules file says: references, classes, captures, rules that cannot be reached.
struct RuleValidator {
  private let file: String
  private let knownTypes: Set<String>?
  private let definitions: [(name: String, pattern: RulePattern, position: RulePosition)]
  private let testPositions: [TokenTest: RulePosition]
  private(set) var rules: [Rule]
  private(set) var diagnostics: [RuleDiagnostic]
  /// Definitions that cannot be used.
  private var failed: Set<String> = []

  init(parser: RuleParser, knownTypes: Set<String>?) {
    file = parser.file
    self.knownTypes = knownTypes
    definitions = parser.output.definitions
    testPositions = parser.testPositions
    rules = parser.output.rules
    diagnostics = parser.output.diagnostics
  }

  private mutating func report(
    _ position: RulePosition, _ message: String, _ severity: RuleDiagnostic.Severity = .error
  ) {
    guard diagnostics.count < 100 else { return }
    diagnostics.append(
      RuleDiagnostic(file: file, line: position.line, column: position.column, severity: severity, message: message))
  }

  /// Checks everything, and puts the definitions into the patterns.
  mutating func check() {
    let resolved = resolveDefinitions()
    checkTests()
    var kept: [Rule] = []
    var seen: [Rule.Record: [RulePattern: Rule]] = [:]
    var compiler = RuleCompiler()
    for var rule in rules {
      guard let pattern = substitute(rule.pattern, resolved, rule.position) else { continue }
      rule.pattern = pattern
      checkCaptures(rule)
      if let position = impossible(pattern) { report(rule.position, position) }
      if let other = seen[rule.record]?[pattern] {
        report(
          rule.position,
          "rule '\(rule.name)' is never reached: rule '\(other.name)' in line \(other.position.line) has the same pattern",
          .warning)
      } else {
        seen[rule.record, default: [:]][pattern] = rule
      }
      do {
        try compiler.add(rule, isBuiltIn: false)
        kept.append(rule)
      } catch {
        report(rule.position, "rule '\(rule.name)': \(error.message)")
      }
    }
    rules = kept
  }

  // MARK: Definitions

  private mutating func resolveDefinitions() -> [String: RulePattern] {
    var patterns: [String: (pattern: RulePattern, position: RulePosition)] = [:]
    for definition in definitions {
      if patterns[definition.name] != nil {
        report(definition.position, "'\(definition.name)' is defined twice")
      } else {
        patterns[definition.name] = (definition.pattern, definition.position)
      }
    }
    var resolved: [String: RulePattern] = [:]
    var used: Set<String> = []
    for rule in rules { used.formUnion(rule.pattern.referenceNames) }
    for definition in definitions {
      used.formUnion(definition.pattern.referenceNames)
      resolve(definition.name, patterns, [], &resolved)
    }
    for definition in definitions where !used.contains(definition.name) {
      report(definition.position, "'\(definition.name)' is never used", .warning)
    }
    return resolved
  }

  private mutating func resolve(
    _ name: String, _ patterns: [String: (pattern: RulePattern, position: RulePosition)], _ path: [String],
    _ resolved: inout [String: RulePattern]
  ) {
    guard resolved[name] == nil, !failed.contains(name), let own = patterns[name] else { return }
    let path = path + [name]
    for other in own.pattern.referenceNames where resolved[other] == nil && !failed.contains(other) {
      if let start = path.firstIndex(of: other) {
        let circle = (path[start...] + [other]).joined(separator: " → ")
        report(
          patterns[other]?.position ?? own.position,
          "'\(other)' refers to itself (\(circle)); a pattern cannot be recursive")
        failed.formUnion(path[start...])
        break
      }
      if path.count > RuleParser.maximumDepth {
        report(own.position, "'\(name)' is defined over more than \(RuleParser.maximumDepth) steps")
        failed.insert(name)
        break
      }
      resolve(other, patterns, path, &resolved)
    }
    if failed.contains(name) { return }
    if let pattern = substitute(own.pattern, resolved, own.position) {
      resolved[name] = pattern
    } else {
      failed.insert(name)
    }
  }

  /// The pattern with its references put in, or nil where one is unknown, has failed or it grows too large.
  private mutating func substitute(
    _ pattern: RulePattern, _ resolved: [String: RulePattern], _ position: RulePosition
  ) -> RulePattern? {
    var size = 0
    var unknown: String?
    let result = Self.substitute(pattern, resolved, &size, &unknown)
    if let unknown {
      // What has failed has been reported.
      if failed.contains(unknown) { return nil }
      report(position, "unknown pattern '@\(unknown)'; define it with 'let \(unknown) = …'")
      return nil
    }
    if size > RuleCompiler.maximumSize {
      report(position, "the pattern is too large once its '@' names are put in")
      return nil
    }
    return result
  }

  private static func substitute(
    _ pattern: RulePattern, _ resolved: [String: RulePattern], _ size: inout Int, _ unknown: inout String?
  ) -> RulePattern {
    size += 1
    if size > RuleCompiler.maximumSize { return pattern }
    func inner(_ part: RulePattern) -> RulePattern { substitute(part, resolved, &size, &unknown) }
    switch pattern {
    case .reference(let name):
      guard let known = resolved[name] else {
        unknown = unknown ?? name
        return pattern
      }
      return inner(known)
    case .sequence(let parts): return .sequence(parts.map(inner))
    case .alternatives(let parts): return .alternatives(parts.map(inner))
    case .repeated(let part, let bounds): return .repeated(inner(part), bounds)
    case .capture(let name, let part): return .capture(name, inner(part))
    default: return pattern
    }
  }

  // MARK: Tests

  private mutating func checkTests() {
    var types = knownTypes ?? []
    for rule in rules { if case .entity(let type) = rule.record { types.insert(type.rawValue) } }
    let allowed = types.union(RuleCompiler.classNames)
    guard knownTypes != nil else { return }
    for (test, position) in testPositions {
      for name in test.classes where !allowed.contains(name) {
        let nearest = Nearest.name(to: name, among: allowed).map { "; did you mean '\($0)'?" } ?? ""
        report(position, "unknown class '\(name)'\(nearest)")
      }
    }
  }

  private mutating func checkCaptures(_ rule: Rule) {
    let captures = Set(rule.pattern.captureNames)
    switch rule.record {
    case .entity:
      if let span = rule.span, !captures.contains(span) {
        report(rule.position, "rule '\(rule.name)': there is no capture '\(span)' for its span")
      }
      for name in rule.pattern.captureNames where name != rule.span {
        report(rule.position, "rule '\(rule.name)': capture '\(name)' is not used", .warning)
      }
    case .fact:
      var used: Set<String> = []
      for argument in rule.resolvedArguments {
        switch argument.source {
        case .capture(let name), .list(let name):
          used.insert(name)
          if !captures.contains(name) {
            report(rule.position, "rule '\(rule.name)': argument '\(argument.name)' needs a capture '\(name)'")
          }
        case .word: break
        }
      }
      for name in captures.subtracting(used).sorted() {
        report(rule.position, "rule '\(rule.name)': capture '\(name)' is not used", .warning)
      }
      if captures.isEmpty { report(rule.position, "rule '\(rule.name)': a fact needs a capture") }
    }
  }

  /// Why a pattern can never match, or nil.
  private func impossible(_ pattern: RulePattern) -> String? {
    guard case .sequence(let parts) = pattern else { return nil }
    var hasRead = false
    var ended = false
    for part in parts {
      if case .anchor(let anchor) = part {
        switch anchor {
        case .sentenceStart, .paragraphStart:
          if hasRead { return "'^' behind a token never holds: a match stays inside one sentence" }
        case .sentenceEnd, .paragraphEnd: ended = true
        }
      } else if !part.isNullable {
        if ended { return "nothing can follow '$': a match stays inside one sentence" }
        hasRead = true
      }
    }
    return nil
  }
}

/// The nearest of some names, for messages.
enum Nearest {
  /// The name that differs least, at most by a third of its characters.
  static func name(to wrong: String, among names: Set<String>) -> String? {
    var best: (distance: Int, name: String)?
    for name in names.sorted() {
      let distance = distance(Array(wrong.prefix(32)), Array(name))
      if distance * 3 <= max(name.count, wrong.count), best.map({ distance < $0.distance }) ?? true {
        best = (distance, name)
      }
    }
    return best?.name
  }

  private static func distance(_ a: [Character], _ b: [Character]) -> Int {
    var row = Array(0...b.count)
    for (i, left) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, right) in b.enumerated() {
        let above = row[j + 1]
        row[j + 1] = min(above + 1, row[j] + 1, diagonal + (left == right ? 0 : 1))
        diagonal = above
      }
    }
    return row[b.count]
  }
}
