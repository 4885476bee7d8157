/// Tests tokens.
enum RuleTests {
  /// Whether a token of the stream passes a test.
  @inline(__always)
  static func passes(_ test: CompiledTest, _ index: Int, _ input: RuleInput) -> Bool {
    let token = input.stream.tokens.base[index]
    let isPlain = test.classes & (1 << UInt64(token.wordClass.rawValue)) != 0 && test.conditions.isEmpty
    if isPlain { return !test.isNegated }
    return passesAll(test, token, input) != test.isNegated
  }

  private static func passesAll(_ test: CompiledTest, _ token: FactToken, _ input: RuleInput) -> Bool {
    guard hasClass(test, token, input) else { return false }
    for number in test.conditions.indices where !holds(test, number, token, input) { return false }
    return true
  }

  private static func hasClass(_ test: CompiledTest, _ token: FactToken, _ input: RuleInput) -> Bool {
    if test.classes == 0, test.types.isEmpty { return true }
    if test.classes & (1 << UInt64(token.wordClass.rawValue)) != 0 { return true }
    guard !test.types.isEmpty, token.mention >= 0 else { return false }
    return test.types.contains(input.mentions[Int(token.mention)].entityType)
  }

  private static func holds(_ test: CompiledTest, _ number: Int, _ token: FactToken, _ input: RuleInput) -> Bool {
    let texts = test.texts[number]
    switch test.conditions[number] {
    case .text: return texts.contains { $0.count == token.count && matches($0, at: Int(token.start), input) }
    case .starts: return texts.contains { $0.count <= token.count && matches($0, at: Int(token.start), input) }
    case .ends:
      return texts.contains { $0.count <= token.count && matches($0, at: Int(token.end) - $0.count, input) }
    case .length(let range): return range.contains(token.count)
    case .kind(let kinds): return kindName(token, input).map { kinds.contains($0) } ?? false
    case .table(let tables): return isListed(token, tables, input)
    case .value(let values): return value(token, input).map { values.contains($0) } ?? false
    case .unit(let units):
      guard let figure = figure(token, input) else { return false }
      return figure.unit.map { units.contains($0) } ?? false || figure.canonicalUnit.map { units.contains($0) } ?? false
    case .approximation(let names):
      return figure(token, input).map { names.contains($0.approximation.rawValue) } ?? false
    }
  }

  private static func matches(_ scalars: [UInt32], at start: Int, _ input: RuleInput) -> Bool {
    for offset in scalars.indices where input.folded[start + offset] != scalars[offset] { return false }
    return true
  }

  private static func figure(_ token: FactToken, _ input: RuleInput) -> FigureValue? {
    guard token.mention >= 0, case .figure(let figure) = input.mentions[Int(token.mention)].value else { return nil }
    return figure
  }

  private static func value(_ token: FactToken, _ input: RuleInput) -> String? {
    guard token.mention >= 0 else { return nil }
    let mention = input.mentions[Int(token.mention)]
    switch mention.value {
    case .figure(let figure): return figure.value?.description
    case .date(let date): return date.value
    default: return input.placeCode(of: mention)
    }
  }

  private static func kindName(_ token: FactToken, _ input: RuleInput) -> String? {
    if token.mention >= 0 {
      let mention = input.mentions[Int(token.mention)]
      switch mention.value {
      case .figure(let figure): return figure.kind.rawValue
      case .date(let date): return date.kind.rawValue
      default: return input.knowledge.vocabulary.name(mention.kind)
      }
    }
    let decoded = input.document.tokens[Int(token.token)]
    let names = input.knowledge.kindNames[Int(decoded.image)]
    return Int(decoded.kind) < names.count ? names[Int(decoded.kind)] : nil
  }

  private static func isListed(_ token: FactToken, _ tables: [String], _ input: RuleInput) -> Bool {
    for image in input.knowledge.images {
      var found = false
      let surface = UnsafeBufferPointer(start: input.folded + Int(token.start), count: token.count)
      image.withEntries(of: surface) { _, entry in
        if tables.contains(image.tableNames[Int(entry.table)]) { found = true }
      }
      if found { return true }
    }
    return false
  }
}
