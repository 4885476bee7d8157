/// `该院`, `该公司`, `本校`: the last body of that kind before them.
enum BodyReferences {
  /// How many tokens back a body is looked for.
  static let reach = 600

  private static let ends: [(word: [UInt32], heads: [[UInt32]])] = [
    ("公司", ["公司", "集团", "企业"]), ("企业", ["公司", "集团", "企业", "厂"]), ("集团", ["集团"]), ("银行", ["银行", "分行"]),
    ("机构", ["机构", "中心", "组织", "基金会", "研究所", "院"]), ("组织", ["组织", "联盟", "署"]), ("协会", ["协会", "学会", "商会"]),
    ("学校", ["学校", "大学", "学院", "中学", "小学"]), ("大学", ["大学"]), ("医院", ["医院"]), ("中心", ["中心"]), ("实验室", ["实验室"]),
    ("院", ["院"]), ("校", ["大学", "学院", "学校", "中学", "小学"]), ("所", ["所"]), ("部", ["部"]), ("局", ["局"]), ("厅", ["厅"]),
    ("会", ["会"]), ("厂", ["厂"]), ("团队", ["团队"]), ("报", ["报"]), ("社", ["社"]),
  ].map { ($0.0.foldedScalars, $0.1.map(\.foldedScalars)) }
  private static let demonstratives = ["该", "这家", "这个"].map(\.foldedScalars)

  /// The tokens of a demonstrative and its noun that begin at a token, or nil.
  static func phrase(at index: Int, _ limit: Int, _ context: FactContext) -> Range<Int>? {
    let start = Int(context.token(index).start)
    for demonstrative in demonstratives
    where context.reads(demonstrative, at: start, before: start + demonstrative.count) {
      var end = index
      while end < limit, Int(context.token(end).end) <= start + demonstrative.count { end += 1 }
      // 该院 may be one token.
      if end == index { return index..<index + 1 }
      return end < limit ? index..<end + 1 : nil
    }
    return nil
  }

  /// The mention that a phrase of a demonstrative and a noun of bodies stands for, or nil.
  static func resolve(_ phrase: Range<Int>, _ context: FactContext) -> Int? {
    let start = Int(context.token(phrase.lowerBound).start)
    let end = Int(context.token(phrase.upperBound - 1).end)
    guard end - start <= 5 else { return nil }
    for demonstrative in demonstratives where context.reads(demonstrative, at: start, before: end) {
      let noun = Array(
        UnsafeBufferPointer(
          start: context.folded + start + demonstrative.count, count: end - start - demonstrative.count))
      guard let heads = ends.first(where: { $0.word == noun })?.heads else { continue }
      return lastBody(before: phrase.lowerBound, heads, context)
    }
    return nil
  }

  /// `公司CEO`, `集团首席运营官`: the company that the text spoke of last, for the bare word, or nil.
  static func company(_ index: Int, _ context: FactContext) -> Int? {
    guard index > 0, context.reads(index, as: .company) else { return nil }
    // 物流公司: a kind of company.
    switch context.token(index - 1).wordClass {
    // 新津的公司: one that is described.
    case .particle where context.isCharacter(index - 1, 0x7684): return nil
    // 本公司: the company whose text this is, which need not be named.
    case .pronoun where context.isCharacter(index - 1, 0x672C): return nil
    case .stop, .comma, .colon, .pause, .open, .close, .dash, .verb, .roleVerb, .speechVerb, .preposition, .particle,
      .conjunction, .date, .modal, .adverb:
      break
    default:
      if !context.token(index - 1).traits.contains(.demonstrative),
        context.token(index - 1).end == context.token(index).start
      {
        return nil
      }
    }
    return onlyCompany(before: index, context)
  }

  /// How many tokens back another company makes it uncertain which one is meant.
  private static let near = 160

  /// The company before a token where the text around names no other: not the bank that was named beside it.
  private static func onlyCompany(before index: Int, _ context: FactContext) -> Int? {
    var token = index - 1
    var company: Int?
    while token >= 0, index - token < (company == nil ? reach : near) {
      let candidate = context.token(token)
      if candidate.wordClass == .organization, candidate.mention >= 0, context.kind(token) == "company" {
        if let company, !isSame(company, token, context) { return nil }
        company = company ?? token
      }
      token -= 1
    }
    return company.map { Int(context.token($0).mention) }
  }

  /// Whether two tokens name one company, the short name in characters of the long one.
  static func isSame(_ one: Int, _ other: Int, _ context: FactContext) -> Bool {
    let (first, second) = (Int(context.token(one).mention), Int(context.token(other).mention))
    if first < 0 || second < 0 { return false }
    if context.mentions[first].thing > 0, context.mentions[first].thing == context.mentions[second].thing {
      return true
    }
    if let name = context.mentions[first].thingName, name == context.mentions[second].thingName { return true }
    let (short, long) = context.token(one).count <= context.token(other).count ? (one, other) : (other, one)
    let word = context.token(short).range.map { context.folded[$0] }
    let range = context.token(long).range
    return range.contains { context.reads(word, at: $0, before: range.upperBound) }
  }

  private static func lastBody(before index: Int, _ heads: [[UInt32]], _ context: FactContext) -> Int? {
    var token = index - 1
    while token >= 0, index - token < reach {
      let candidate = context.token(token)
      if candidate.wordClass == .organization, candidate.mention >= 0 {
        for head in heads
        where candidate.count > head.count
          && context.reads(head, at: Int(candidate.end) - head.count, before: Int(candidate.end))
        {
          return Int(candidate.mention)
        }
        // 该公司: 国元证券
        if heads.count == 3, heads[0] == ends[0].word, context.kind(token) == "company" {
          return Int(candidate.mention)
        }
      }
      token -= 1
    }
    return nil
  }
}
