import HanText

/// Compiles rules to one ``RuleProgram``.
struct RuleCompiler {
  /// A rule that has nothing to start from, or is too large.
  struct Failure: Error {
    var message: String
  }

  /// How many instructions a rule may have.
  static let maximumSize = 8_192

  private var program = RuleProgram()
  private var literalNumbers = RuleNumbers()
  private var testNumbers = RuleNumbers()
  private var slots: [String] = []
  private var first = 0

  /// What starts a rule.
  private enum Key {
    case literal([UInt32])
    case wordClass(WordClass)
  }

  /// What starting a rule at a pattern costs, and whether anything starts it there.
  private typealias Trigger = (cost: Int, hasKeys: Bool)

  /// A piece of a rule's top level.
  private enum Item {
    case atom(RulePattern)
    case open(String)
    case close(String)
  }

  init() {}

  /// The program of rules that have been checked.
  static func compile(_ rules: [(rule: Rule, isBuiltIn: Bool)]) -> RuleProgram {
    var compiler = RuleCompiler()
    for (rule, isBuiltIn) in rules { try? compiler.add(rule, isBuiltIn: isBuiltIn) }
    return compiler.program
  }

  /// Adds a rule whose references have been put in.
  mutating func add(_ rule: Rule, isBuiltIn: Bool) throws(Failure) {
    first = program.instructions.count
    slots = []
    for name in rule.pattern.captureNames where !slots.contains(name) { slots.append(name) }
    var items: [Item] = []
    Self.flatten(rule.pattern, into: &items)
    var best: (index: Int, cost: Int, atom: RulePattern)?
    for (index, item) in items.enumerated() {
      guard case .atom(let atom) = item, !atom.isNullable, let (cost, _) = trigger(of: atom) else { continue }
      if best.map({ cost < $0.cost }) ?? true { best = (index, cost, atom) }
    }
    guard let best else {
      throw Failure(
        message: "the pattern has nothing to start from; it needs a word, a class or a type that is not optional")
    }
    let number = Int32(program.entries.count)
    let backward = Int32(program.instructions.count)
    for item in items[..<best.index].reversed() { emit(item, backward: true) }
    append(.match)
    let forward = Int32(program.instructions.count)
    for item in items[best.index...] { emit(item, backward: false) }
    append(.match)
    if program.instructions.count - first > Self.maximumSize {
      // Literals and tests that only it has stay, and are never looked at.
      program.instructions.removeAll(from: first)
      throw Failure(message: "the pattern is too large; use fewer or smaller repetitions")
    }
    program.entries.append(
      RuleProgram.Entry(rule: rule, backward: backward, forward: forward, isBuiltIn: isBuiltIn, captures: slots))
    program.starts.append((backward, forward))
    program.gates.append(
      (
        RuleGate(program, Int(backward)..<Int(forward), from: [Int(backward)], backward: true),
        RuleGate(behindFirstOf: program, Int(forward)..<program.instructions.count)
      ))
    var keys: [Key] = []
    addKeys(of: best.atom, to: &keys)
    for key in keys {
      switch key {
      case .literal(let scalars): program.triggers.add(literal: scalars, rule: number)
      case .wordClass(let wordClass): program.triggers.add(wordClass: wordClass, rule: number)
      }
    }
  }

  private static func flatten(_ pattern: RulePattern, into items: inout [Item]) {
    switch pattern {
    case .sequence(let parts): for part in parts { flatten(part, into: &items) }
    case .capture(let name, let inner):
      items.append(.open(name))
      flatten(inner, into: &items)
      items.append(.close(name))
    default: items.append(.atom(pattern))
    }
  }

  // MARK: What starts a rule

  private func trigger(of pattern: RulePattern) -> Trigger? {
    switch pattern {
    case .literal(let text): Self.length(text).map { ($0 > 1 ? 1 : 5, true) }
    case .token(let test): trigger(of: test)
    case .capture(_, let inner): trigger(of: inner)
    case .repeated(let inner, let bounds): bounds.lowerBound > 0 ? trigger(of: inner) : nil
    case .alternatives(let parts): union(parts)
    case .sequence(let parts): Self.needed(parts).flatMap(union)
    default: nil
    }
  }

  /// The parts of a sequence with one of which it begins, but for those that read nothing; nil where all may be missing.
  private static func needed(_ parts: [RulePattern]) -> [RulePattern]? {
    guard let last = parts.firstIndex(where: { !$0.isNullable }) else { return nil }
    return parts[...last].filter {
      switch $0 {
      case .anchor, .peek: false
      default: true
      }
    }
  }

  private func union(_ parts: [RulePattern]) -> Trigger? {
    var cost = 0
    var hasKeys = false
    for part in parts {
      guard let own = trigger(of: Self.unrepeated(part)) else { return nil }
      cost = max(cost, own.cost)
      hasKeys = hasKeys || own.hasKeys
    }
    return hasKeys ? (cost, true) : nil
  }

  private static func unrepeated(_ part: RulePattern) -> RulePattern {
    if case .repeated(let inner, _) = part { inner } else { part }
  }

  /// How many characters a text has that a rule may start from: two stand for more; nil for one that starts nothing.
  private static func length(_ text: String) -> Int? {
    var scalars = text.unicodeScalars.makeIterator()
    // What is folded stays in its plane.
    guard let first = scalars.next(), first.value < 65_536 else { return nil }
    return scalars.next() == nil ? 1 : 2
  }

  /// The texts that a token has to be, where a rule can start from all of them.
  private static func texts(of test: TokenTest) -> [String]? {
    for condition in test.conditions {
      if case .text(let texts) = condition, texts.allSatisfy({ length($0) != nil }) { return texts }
    }
    return nil
  }

  private func trigger(of test: TokenTest) -> Trigger? {
    if test.isNegated { return nil }
    if let texts = Self.texts(of: test) { return (texts.contains { Self.length($0) == 1 } ? 5 : 1, !texts.isEmpty) }
    let (mask, types) = Self.classes(of: test.classes)
    if mask == 0, types.isEmpty { return nil }
    var cost = types.isEmpty ? 0 : 2
    Self.forEachClass(of: mask) { cost = max(cost, Self.commonness($0)) }
    return (test.conditions.isEmpty ? cost : cost - 1, true)
  }

  private static func forEachClass(of mask: UInt64, _ body: (WordClass) -> Void) {
    for wordClass in WordClass.allCases where mask & (1 << UInt64(wordClass.rawValue)) != 0 { body(wordClass) }
  }

  /// Appends what starts a rule at a pattern that has a trigger.
  private func addKeys(of pattern: RulePattern, to keys: inout [Key]) {
    switch pattern {
    case .literal(let text): keys.append(.literal(Self.folded(text)))
    case .token(let test): addKeys(of: test, to: &keys)
    case .capture(_, let inner), .repeated(let inner, _): addKeys(of: inner, to: &keys)
    case .alternatives(let parts): addKeys(ofAll: parts, to: &keys)
    case .sequence(let parts): if let needed = Self.needed(parts) { addKeys(ofAll: needed, to: &keys) }
    default: break
    }
  }

  private func addKeys(ofAll parts: [RulePattern], to keys: inout [Key]) {
    for part in parts { addKeys(of: Self.unrepeated(part), to: &keys) }
  }

  private func addKeys(of test: TokenTest, to keys: inout [Key]) {
    if let texts = Self.texts(of: test) {
      for text in texts { keys.append(.literal(Self.folded(text))) }
      return
    }
    let (mask, types) = Self.classes(of: test.classes)
    if !types.isEmpty { keys.append(.wordClass(.other)) }
    Self.forEachClass(of: mask) { keys.append(.wordClass($0)) }
  }

  private static func commonness(_ wordClass: WordClass) -> Int {
    switch wordClass {
    case .other, .dash, .quote, .idiom: 2
    case .title, .roleVerb, .latin, .modal, .date, .figure: 4
    case .person, .organization, .speechVerb, .colon, .number: 5
    case .place, .open, .close, .pronoun: 6
    default: 9
    }
  }

  // MARK: Instructions

  private mutating func append(
    _ operation: RuleProgram.Instruction.Operation, _ a: Int32 = 0, _ b: Int32 = 0, _ c: Int32 = 0
  ) {
    program.instructions.append(.init(operation: operation, first: a, second: b, third: c))
  }

  private mutating func emit(_ item: Item, backward: Bool) {
    switch item {
    case .atom(let pattern): emit(pattern, backward: backward)
    case .open(let name): append(.open, slot(name))
    case .close(let name): append(.close, slot(name))
    }
  }

  private func slot(_ name: String) -> Int32 { Int32(slots.firstIndex(of: name) ?? 0) }

  private mutating func emit(_ pattern: RulePattern, backward: Bool) {
    if program.instructions.count - first > Self.maximumSize { return }
    switch pattern {
    case .literal(let text): append(.literal, number(ofLiteral: Self.folded(text)))
    case .token(let test): append(.token, number(of: test))
    case .run(let kind, let bounds):
      append(.run, kind == .digits ? 0 : 1, Int32(bounds.lowerBound), Int32(bounds.upperBound))
    case .sequence(let parts):
      for part in backward ? parts.reversed() : parts { emit(part, backward: backward) }
    case .alternatives(let parts): emitAlternatives(parts, backward: backward)
    case .repeated(let inner, let bounds):
      emitRequired(inner, bounds.lowerBound, backward: backward)
      emitOptional(inner, bounds.upperBound - bounds.lowerBound, isGreedy: true, backward: backward)
    case .gap(let bounds):
      let test = RulePattern.token(TokenTest(classes: ["comma", "colon", "stop"], isNegated: true))
      emitRequired(test, bounds.lowerBound, backward: backward)
      emitOptional(test, bounds.upperBound - bounds.lowerBound, isGreedy: false, backward: backward)
    case .capture(let name, let inner):
      append(backward ? .close : .open, slot(name))
      emit(inner, backward: backward)
      append(backward ? .open : .close, slot(name))
    case .anchor(let anchor):
      let number: Int32 =
        switch anchor {
        case .sentenceStart: 0
        case .sentenceEnd: 1
        case .paragraphStart: 2
        case .paragraphEnd: 3
        }
      append(.anchor, number)
    case .peek(let test, let direction, let isNegated):
      append(.peek, number(of: test), direction == .next ? 0 : 1, isNegated ? 1 : 0)
    case .reference: break
    }
  }

  private mutating func emitAlternatives(_ parts: [RulePattern], backward: Bool) {
    if parts.count > 1, parts.allSatisfy({ if case .literal = $0 { true } else { false } }) {
      let literals: [[UInt32]] = parts.map { if case .literal(let text) = $0 { Self.folded(text) } else { [] } }
      append(.literalSet, number(ofSet: literals.sorted { $0.count > $1.count }))
      return
    }
    var ends: [Int] = []
    for (index, part) in parts.enumerated() {
      if index + 1 == parts.count {
        emit(part, backward: backward)
      } else {
        let split = program.instructions.count
        append(.split, Int32(split + 1))
        emit(part, backward: backward)
        ends.append(program.instructions.count)
        append(.jump)
        program.instructions[split].second = Int32(program.instructions.count)
      }
    }
    for end in ends { program.instructions[end].first = Int32(program.instructions.count) }
  }

  private mutating func emitRequired(_ inner: RulePattern, _ count: Int, backward: Bool) {
    if count == 0 { return }
    let start = program.instructions.count
    emit(inner, backward: backward)
    let made = start..<program.instructions.count
    for _ in 1..<count {
      if program.instructions.count - first > Self.maximumSize { return }
      appendCopy(of: made)
    }
  }

  private mutating func emitOptional(_ inner: RulePattern, _ count: Int, isGreedy: Bool, backward: Bool) {
    var splits: [Int] = []
    var made: Range<Int>?
    for _ in 0..<count {
      splits.append(program.instructions.count)
      append(.split)
      if let made {
        appendCopy(of: made)
      } else {
        let start = program.instructions.count
        emit(inner, backward: backward)
        made = start..<program.instructions.count
      }
      if program.instructions.count - first > Self.maximumSize { break }
    }
    let end = Int32(program.instructions.count)
    for split in splits {
      program.instructions[split].first = isGreedy ? Int32(split + 1) : end
      program.instructions[split].second = isGreedy ? end : Int32(split + 1)
    }
  }

  /// Appends instructions once more; where they go on moves with them.
  private mutating func appendCopy(of range: Range<Int>) {
    let offset = Int32(program.instructions.count - range.lowerBound)
    for index in range {
      var instruction = program.instructions[index]
      switch instruction.operation {
      case .split:
        instruction.first += offset
        instruction.second += offset
      case .jump: instruction.first += offset
      default: break
      }
      program.instructions.append(instruction)
    }
  }

  private mutating func number(ofLiteral scalars: [UInt32]) -> Int32 {
    let hash = Self.hash(scalars)
    if let known = literalNumbers.number(hash, where: { program.literals[$0] == scalars }) { return known }
    program.literals.append(scalars)
    return literalNumbers.add(hash)
  }

  private static func hash(_ scalars: [UInt32]) -> UInt64 {
    scalars.reduce(UInt64(scalars.count)) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
  }

  private mutating func number(ofSet set: [[UInt32]]) -> Int32 {
    if let known = program.literalSets.firstIndex(of: set) { return Int32(known) }
    program.literalSets.append(set)
    return Int32(program.literalSets.count - 1)
  }

  private mutating func number(of test: TokenTest) -> Int32 {
    var compiled = CompiledTest()
    (compiled.classes, compiled.types) = Self.classes(of: test.classes)
    compiled.conditions = test.conditions
    compiled.isNegated = test.isNegated
    compiled.texts = test.conditions.map { condition in
      switch condition {
      case .text(let texts), .starts(let texts), .ends(let texts): texts.map(Self.folded)
      default: []
      }
    }
    var hash = compiled.classes &+ UInt64(compiled.conditions.count)
    for text in compiled.texts.joined() { hash = hash &* 31 &+ Self.hash(text) }
    if let known = testNumbers.number(hash, where: { program.tests[$0] == compiled }) { return known }
    program.tests.append(compiled)
    return testNumbers.add(hash)
  }

  // MARK: Names

  /// The scalars of a text, folded as the stream is.
  static func folded(_ text: String) -> [UInt32] {
    let table = FoldingTable.shared
    var text = text
    return text.withUTF8 { bytes in
      var scalars: [UInt32] = []
      scalars.reserveCapacity(bytes.count / 3 + 1)
      UTF8Decoding.forEach(bytes) { scalars.append(table.fold($0)) }
      return scalars
    }
  }

  /// The classes of names, and the names that are types of records.
  static func classes(of names: [String]) -> (UInt64, [EntityType]) {
    var mask: UInt64 = 0
    var types: [EntityType] = []
    for name in names {
      if let group = group(name) {
        mask |= group
      } else if let wordClass = WordClass.byName[name], wordClass != .other {
        mask |= 1 << UInt64(wordClass.rawValue)
      } else {
        types.append(EntityType(rawValue: name))
      }
    }
    return (mask, types)
  }

  /// The classes of a name that stands for several.
  private static func group(_ name: String) -> UInt64? {
    func mask(_ classes: WordClass...) -> UInt64 { classes.reduce(0) { $0 | 1 << UInt64($1.rawValue) } }
    return switch name {
    case "any": 0
    case "number": mask(.number, .date, .figure)
    case "name": mask(.person, .place, .organization)
    case "punctuation": mask(.comma, .pause, .colon, .stop, .open, .close, .dash, .quote)
    default: nil
    }
  }

  /// The classes that a rule may name; those of the decoder's inside are left out.
  static let classNames: [String] =
    WordClass.allCases.filter { ![.bos, .eos, .brand, .head, .other].contains($0) }.map(\.name) + [
      "any", "name", "punctuation",
    ]
}
