/// Titles: where one ends and how far it reaches to the left.
extension PostParser {
  /// Whether a token can be the head of a title.
  func isHead(_ index: Int) -> Bool {
    let token = context.token(index)
    if !token.traits.isDisjoint(with: [.noTitle, .address]) { return false }
    switch token.wordClass {
    case .title:
      let kind = context.titleKind(token.range)
      return kind != "kinship" && kind != "address"
    case .latin: return token.count <= 5 && context.isListedTitle(token.range)
    case .noun:
      if !token.traits.isDisjoint(with: [.professional, .honour]) || context.reads(index, as: Self.congress) {
        return true
      }
      // 代表团|团长: a post that stands as a noun; a word of one character is too little.
      guard token.count > 1 else { return false }
      let kind = context.titleKind(token.range)
      return kind == "post" || kind == "profession"
    default: return false
    }
  }

  /// The title that ends at a token.
  func unit(endingAt last: Int, floor: Int) -> TitleUnit? {
    guard last >= floor else { return nil }
    guard isHead(last) else { return joined(endingAt: last, floor: floor) }
    let traits = context.token(last).traits
    let holdsNouns =
      traits.contains(.professional) && !traits.contains(.reporter) && !isFounder(last) || isScholar(last)
    var first = last
    var index = last - 1
    var nouns = 0
    while index >= floor, last - index <= 7 {
      let token = context.token(index)
      if isPrefix(index, of: first, last) {
        first = index
      } else if token.wordClass == .title, nouns == 0, isHead(index) {
        first = index
      } else if token.wordClass == .place || token.wordClass == .organization, index > floor, isStationed(index - 1) {
        first = index - 1
        index -= 1
      } else if nouns == 0, token.count == 2, context.folded[Int(token.start)] == 0x9A7B,
        context.isListedPlace(Int(token.start) + 1..<Int(token.end))
      {
        // 驻港|总领事
        first = index
      } else if nouns == 0, context.isListedTitle(Int(token.start)..<Int(context.token(last).end)),
        !isPartOfBody(index, floor)
      {
        first = index
      } else if index == last - 1, let start = fields(before: last, floor) {
        // 机管局|航空|发展|总监
        first = start
        break
      } else if nouns == 0, isPortfolio(index, last, floor) {
        first = index
      } else if index == last - 1, let start = portfolios(before: last, floor) {
        // 能源、商业和工业大臣
        first = start
        break
      } else if nouns == 0, index > floor, isFormer(index - 1), token.wordClass == .noun, token.mention < 0,
        token.count > 1, !token.traits.contains(.body), !namesPart(index)
      {
        // 原供应链副总裁
        first = index - 1
        index -= 1
      } else if holdsNouns, nouns < 4, isSubject(index) {
        nouns += 1
      } else {
        break
      }
      index -= 1
    }
    if nouns > 0 { first = min(first, subjectStart(index + 1, first)) }
    return titleUnit(first, last, floor)
  }

  /// A title of several words that none is listed for: 首席|数字|官, 通讯|作者.
  private func joined(endingAt last: Int, floor: Int) -> TitleUnit? {
    let token = context.token(last)
    guard token.wordClass == .noun || token.wordClass == .character || token.wordClass == .verb,
      token.traits.isDisjoint(with: [.noTitle, .address])
    else { return nil }
    let end = Int(token.end)
    if context.folded[end - 1] == 0x5B98 {
      for first in (max(floor, last - 2)...last).reversed() {
        let start = Int(context.token(first).start)
        if end - start > 3, end - start < 9, context.reads(Self.chief, at: start, before: end) {
          return TitleUnit(range: start..<end, first: first, last: last, traits: token.traits)
        }
      }
    }
    guard last > floor, !token.traits.contains(.body) else { return nil }
    for first in max(floor, last - 2)..<last where end - Int(context.token(first).start) > 2 {
      let range = Int(context.token(first).start)..<end
      if let kind = context.titleKind(range), kind == "post" || kind == "profession" || kind == "rank" {
        return titleUnit(first, last, floor)
      }
    }
    return nil
  }

  private func titleUnit(_ first: Int, _ last: Int, _ floor: Int) -> TitleUnit {
    var start = Int(context.token(first).start)
    // The project is none of the title's where it has a name of its own.
    if first == last, start + 2 < Int(context.token(last).end), first > floor,
      context.reads(Self.projectLeader, at: start, before: Int(context.token(last).end)), namesProject(first - 1)
    {
      start += 2
    }
    let tail = first == last ? bodyTail(of: first, floor) : nil
    if let tail { start = tail.upperBound }
    let range = start..<Int(context.token(last).end)
    var known = context.token(last).traits
    // 长江学者 is held like a post.
    if context.titleKind(range) == "honour", !known.contains(.professional),
      !context.reads(Self.scholar, at: range.upperBound - 2, before: range.upperBound)
    {
      known.insert(.honour)
    }
    return TitleUnit(range: range, first: first, last: last, traits: known, bodyTail: tail)
  }

  static let scholar = "学者".foldedScalars

  /// 专家组 of 专家组组长 behind 农业农村部, 刑侦大队 of 刑侦大队大队长: a part of the body, which the tables list with the title.
  private func bodyTail(of index: Int, _ floor: Int) -> Range<Int>? {
    let range = context.token(index).range
    guard range.count > 3 else { return nil }
    let isBehindName =
      index > floor
      && (context.token(index - 1).wordClass == .organization || context.token(index - 1).traits.contains(.body))
    // A village or a township with its party: 凤山|乡党委书记; 以色列|救援队队长.
    let isBehindPlace =
      index > floor
      && (isPlaceCharacter(context.folded[range.lowerBound]) && isNamePart(index - 1)
        || context.token(index - 1).wordClass == .place
          && isPlaceCharacter(context.folded[Int(context.token(index - 1).end) - 1]))
    let isBehindDemonstrative =
      index > floor && BodyReferences.phrase(at: index - 1, index, context) == index - 1..<index
    // 大会执行主席
    if context.reads(Self.assembly, at: range.lowerBound, before: range.upperBound),
      context.isListedTitle(range.lowerBound + 2..<range.upperBound)
    {
      return range.lowerBound..<range.lowerBound + 2
    }
    // 省|人大代表
    if context.reads(Self.congress, at: range.lowerBound, before: range.upperBound) {
      return range.lowerBound..<range.lowerBound + 2
    }
    // 省|军区副政委, 黄沙|小学校长
    for word in Self.bodyWords where context.reads(word, at: range.lowerBound, before: range.upperBound) {
      let cut = range.lowerBound + word.count
      guard index > floor, context.isListedTitle(cut..<range.upperBound) else { continue }
      if isLevel(index - 1) || context.token(index - 1).wordClass == .place
        || word != Self.bodyWords[0] && isSchoolName(index - 1, floor)
      {
        return range.lowerBound..<cut
      }
    }
    // 植保|系副主任, 、市场|营销|系主任
    if range.count > 2, context.folded[range.lowerBound] == 0x7CFB, index > floor + 1,
      context.isListedTitle(range.lowerBound + 1..<range.upperBound)
    {
      let start = fieldStart(index - 1, floor)
      let before = context.token(start - 1)
      if start < index, start > floor,
        before.wordClass == .organization || before.wordClass == .pause && start - 2 >= floor && isHead(start - 2)
      {
        return range.lowerBound..<range.lowerBound + 1
      }
    }
    // 组|组长, 放射科|主任
    for cut in range.lowerBound + 2..<range.upperBound - 1 {
      let tail = range.lowerBound..<cut
      let isParty = endsCommittee(tail)
      let isDoubled = context.folded[cut] == context.folded[cut - 1]
      let isOrgan = isOrgan(tail, behind: index - 1, isBehindName)
      guard isParty || isDoubled || isOrgan || endsPart(tail), context.isListedTitle(cut..<range.upperBound),
        !context.ends(tail, as: .company)
      else { continue }
      // 六|中队指导员, 那曲|支队政委
      if index > floor, [.numeral, .figure, .place].contains(context.token(index - 1).wordClass),
        context.lexicon.uses(of: context.folded + tail.lowerBound, count: tail.count).contains(.part)
      {
        return tail
      }
      if isBehindPlace || isOrgan || !isParty && (isBehindName || isBehindDemonstrative)
        || endsUnion(tail) && isBehindName
      {
        return tail
      }
      // Alone it must say more than that there is a body: 急诊科, not 办公室 or 研究院.
      let isBody = context.lexicon.traits(of: context.folded + tail.lowerBound, count: tail.count).contains(.body)
      if tail.count > 2, !isParty,
        !isBody
          || isDoubled
            && context.begins(tail, as: .expertGroup)
      {
        return tail
      }
      // 乡党委|书记
      if isParty, isPlaceCharacter(context.folded[tail.lowerBound]) { return tail }
    }
    return nil
  }

  /// The first of the words, at most three, that name a field and end at a token: 市场|营销 before 系.
  func fieldStart(_ last: Int, _ floor: Int) -> Int {
    var first = last + 1
    while first - 1 >= floor, last - first < 2, [.noun, .verb].contains(context.token(first - 1).wordClass),
      context.token(first - 1).count > 1, context.token(first - 1).mention < 0
    { first -= 1 }
    return first
  }

  /// 省 市: an office of that level.
  private func isLevel(_ index: Int) -> Bool { context.reads(index, as: .level) }

  /// 黄沙 before 小学校长: not 一名 or 担任.
  private func isSchoolName(_ index: Int, _ floor: Int) -> Bool {
    let token = context.token(index)
    guard token.wordClass == .noun || token.wordClass == .character, token.count < 4 else { return false }
    return token.traits.isEmpty && token.mention < 0
  }

  /// 国民议会 of 国民议会议长 behind a country, 政治部 of 政治部主任 behind a body.
  private func isOrgan(_ tail: Range<Int>, behind index: Int, _ isBehindName: Bool) -> Bool {
    // 总统府|发言人
    let isOffice = context.folded[tail.upperBound - 1] == 0x5E9C
    guard isOffice || isBehindName || index >= 0 && context.token(index).wordClass == .place else { return false }
    return context.lexicon.uses(of: context.folded + tail.lowerBound, count: tail.count).contains(.organ)
  }

  private func endsUnion(_ tail: Range<Int>) -> Bool {
    context.reads(Self.union, at: tail.upperBound - 2, before: tail.upperBound)
  }

  private func endsPart(_ tail: Range<Int>) -> Bool {
    Self.parts.contains(context.folded[tail.upperBound - 1]) || endsCommittee(tail)
      || context.ends(tail, as: .part, mayBeWhole: false)
  }

  private func endsCommittee(_ tail: Range<Int>) -> Bool {
    context.ends(tail, as: .committee)
  }

  // 乡 镇 村
  private func isPlaceCharacter(_ scalar: UInt32) -> Bool { scalar == 0x4E61 || scalar == 0x9547 || scalar == 0x6751 }

  /// A piece of an unlisted name of a village: 钩刀咀.
  func isNamePart(_ index: Int) -> Bool {
    switch context.token(index).wordClass {
    case .place, .character: true
    case .noun, .verb, .adjective: context.token(index).count < 3
    default: false
    }
  }

  private static let bodyWords = ["军区", "小学", "中学"].map(\.foldedScalars)
  private static let parts = Set("科处室厅局司队团".foldedScalars)
  private static let union = "团委".foldedScalars
  private static let officeWord = "办公室".foldedScalars
  private static let congress = "人大代表".foldedScalars
  private static let assembly = "大会".foldedScalars
  private static let chief = "首席".foldedScalars

  /// 放射科 behind 北京医院: a part of the body, although the tables list 放射科主任.
  private func isPartOfBody(_ index: Int, _ floor: Int) -> Bool {
    guard namesPart(index) else { return false }
    if index > floor, context.token(index - 1).wordClass == .organization { return true }
    return context.token(index).count > 2 && !context.reads(index, as: Self.officeWord)
  }

  /// A noun that names a part of a body: 放射科, 西班牙语系.
  func namesPart(_ index: Int) -> Bool {
    let token = context.token(index)
    guard token.wordClass == .noun, token.count > 1, !context.reads(index, as: .noPart) else { return false }
    let last = context.folded[Int(token.end) - 1]
    // 系
    if last == 0x7CFB { return token.count > 2 || context.reads(index, as: .department) }
    return Self.parts.contains(last)
      || context.ends(token.range, as: .part, mayBeWhole: false)
  }

  private static let projectLeader = "项目负责人".foldedScalars

  private func isStationed(_ index: Int) -> Bool { context.reads(index, as: .stationed) }

  /// 创始人: what stands before it is the body, not what it is one of.
  private func isFounder(_ last: Int) -> Bool {
    let end = Int(context.token(last).end)
    return context.token(last).count >= 3 && context.reads(Self.founder, at: end - 3, before: end)
  }

  private static let founder = "创始人".foldedScalars

  /// 病理学家, 名家: what stands before it says of what.
  private func isScholar(_ last: Int) -> Bool {
    let token = context.token(last)
    // 项目|首席科学家
    if context.reads(Self.chief, at: Int(token.start), before: Int(token.end)) { return false }
    return context.ends(token.range, as: .scholar)
  }

  /// The fields of one minister that 、 and 和 join, behind a country or 兼: `副首相兼[能源、商业和工业大臣]`.
  private func portfolios(before last: Int, _ floor: Int) -> Int? {
    guard context.reads(last, as: .minister) else { return nil }
    var index = last - 1
    var hasJoint = false
    while index > floor, last - index < 12 {
      let token = context.token(index)
      if context.isCharacter(index, 0x517C) || isCountry(index) {
        return hasJoint && index + 1 < last ? index + 1 : nil
      }
      if token.wordClass == .pause || context.isCharacter(index, 0x548C) || context.isCharacter(index, 0x4E0E) {
        hasJoint = true
      } else if token.wordClass != .noun && token.wordClass != .verb || token.count != 2
        || token.traits.contains(.body) || token.mention >= 0
      {
        return nil
      }
      index -= 1
    }
    return nil
  }

  /// `美国财政部|长`: a minister whose ministry is a name with its country.
  func minister(endingAt last: Int, _ floor: Int) -> Post? {
    guard last > floor, context.isCharacter(last, 0x957F) || context.isCharacter(last, 0x9577),
      context.token(last - 1).wordClass == .organization
    else { return nil }
    let body = context.token(last - 1)
    // 教育部|長
    let whole = Int(body.start)..<Int(context.token(last).end)
    if context.isListedTitle(whole) {
      return Post(title: TitleUnit(range: whole, first: last - 1, last: last, traits: [.stateOffice]))
    }
    guard context.folded[Int(body.end) - 1] == 0x90E8, body.count > 4 else { return nil }
    let end = Int(context.token(last).end)
    for start in Int(body.start) + 2..<Int(body.end) - 1 where context.isListedTitle(start..<end) {
      guard context.isListedPlace(Int(body.start)..<start) else { continue }
      let unit = TitleUnit(range: start..<end, first: last - 1, last: last, traits: [.stateOffice])
      return Post(title: unit, organization: FactPiece(range: Int(body.start)..<start))
    }
    return nil
  }

  /// The first of the one or two words of two characters that stand between a body's name and 总监 or 主管, or nil.
  private func fields(before last: Int, _ floor: Int) -> Int? {
    let end = Int(context.token(last).end)
    guard context.token(last).count > 1,
      Self.fieldHeads.contains(where: { context.reads($0, at: end - 2, before: end) })
    else { return nil }
    var first = last
    while first - 1 > floor, last - first < 2, isField(first - 1) { first -= 1 }
    guard first < last, context.token(first - 1).wordClass == .organization else { return nil }
    return first
  }

  private static let fieldHeads = ["总监", "主管"].map(\.foldedScalars)

  private func isField(_ index: Int) -> Bool {
    let token = context.token(index)
    guard token.count == 2, token.mention < 0, [.noun, .verb].contains(token.wordClass) else { return false }
    return token.traits.isDisjoint(with: [.body, .titlePrefix, .appointment, .copula]) && !namesPart(index)
  }

  /// 商工 between a country and its 部长.
  private func isPortfolio(_ index: Int, _ last: Int, _ floor: Int) -> Bool {
    let token = context.token(index)
    guard index > floor, token.wordClass == .noun || token.wordClass == .verb, token.count == 2,
      token.traits.isDisjoint(with: [.body]), isCountry(index - 1),
      context.reads(last, as: .minister)
    else { return false }
    return true
  }

  /// Whether a token is a country, or a place that the tables have several of.
  func isCountry(_ index: Int) -> Bool {
    guard context.token(index).wordClass == .place else { return false }
    guard let kind = context.kind(index) else { return true }
    return kind == "country"
  }

  private func namesProject(_ index: Int) -> Bool {
    switch context.token(index).wordClass {
    case .place, .noun, .dash, .close, .latin, .character: true
    default: false
    }
  }

  /// 前 原 副 执行 …; words that are more than that only where the tables list the whole.
  private func isPrefix(_ index: Int, of first: Int, _ last: Int) -> Bool {
    let token = context.token(index)
    // 第一副|部长
    if context.reads(index, as: .firstDeputy) { return true }
    guard token.traits.contains(.titlePrefix), !context.reads(index, as: .present) else {
      return false
    }
    guard context.reads(index, as: .generalPrefix) else { return true }
    // 第一副部长
    if context.folded[Int(context.token(first).start)] == 0x526F { return true }
    return context.isListedTitle(Int(token.start)..<Int(context.token(last).end))
  }

  // 前 原
  private func isFormer(_ index: Int) -> Bool {
    context.isCharacter(index, 0x524D) || context.isCharacter(index, 0x539F)
  }

  /// A noun that says what a professional is one of: 血液 学 before 专家.
  private func isSubject(_ index: Int) -> Bool {
    let token = context.token(index)
    // 语系 学系: a part of the body.
    let isDepartment = token.count > 1 && context.folded[Int(token.end) - 1] == 0x7CFB && namesPart(index)
    if !token.traits.isDisjoint(with: [.body, .side]) || token.mention >= 0 || isDepartment { return false }
    // 美|籍|顾问
    if context.isCharacter(index, 0x7C4D) { return false }
    switch token.wordClass {
    case .noun, .latin, .adjective, .verb, .character: return true
    default: return false
    }
  }

  /// Without the verb or adjective that the nouns begin with: 著名.
  private func subjectStart(_ index: Int, _ head: Int) -> Int {
    var start = index
    while start < head, context.token(start).wordClass != .noun, context.token(start).wordClass != .latin { start += 1 }
    return start
  }
}
