/// Bodies that stand with another post: of a member before in a list, of a head before his deputy, of the text.
extension TitleFinder {
  /// `市人大常委会主任莫伟强主持会议，副主任甘沛霖出席`: a bare deputy is that of the head with a body before him in the sentence.
  mutating func carryBodies() {
    for index in holdings.indices where holdings[index].post.organization == nil {
      let holding = holdings[index]
      if parser.isCompanyPost(holding.post.title), beginsMember(holding.post.title.first),
        let company = companySpokenOf(before: holding.post.title.first)
      {
        holdings[index].post.organization = company
        continue
      }
      if let body = bodyBefore(index) {
        holdings[index].post.organization = body
        continue
      }
      if let plant = plantSpokenOf(for: holding.post.title) {
        holdings[index].post.organization = plant
        continue
      }
      guard let head = headTitle(holding.post.title) else { continue }
      var other = index - 1
      while other >= 0, index - other < 12 {
        let before = holdings[other]
        if hasStop(before.person, holding.post.title.first) { break }
        if let body = before.post.organization, head.contains(where: { isTitle($0, before.post.title) }) {
          holdings[index].post.organization = body
          break
        }
        other -= 1
      }
    }
  }

  /// `旧仓库吉他手柏舟、贝斯手那日苏`, `中国铁建副总裁王立新、总工程师李春梅`: the body of the member before in a list.
  private func bodyBefore(_ index: Int) -> FactPiece? {
    let holding = holdings[index]
    let title = holding.post.title
    guard index > 0, title.first > 1, holding.person == title.last + 1,
      let body = holdings[index - 1].post.organization, holdings[index - 1].person == title.first - 2
    else { return nil }
    let joint = context.token(title.first - 1)
    guard joint.wordClass == .pause || joint.traits.contains(.joint),
      isShared(title, with: holdings[index - 1].post.title, body)
    else { return nil }
    return body
  }

  /// Whether two titles of a list are held in one body: posts of a body that has a name, or of one team.
  private func isShared(_ title: TitleUnit, with other: TitleUnit, _ body: FactPiece) -> Bool {
    if context.ends(title.range, as: .teamPost) { return context.ends(other.range, as: .teamPost) }
    let isBody = body.mention < 0 || context.mentions[body.mention].type == .organization
    let general: WordTraits = [.stateOffice, .government, .honour, .reporter, .professional]
    // 总工程师
    let isChief = context.folded[title.range.lowerBound] == 0x603B
    guard isBody, isChief || title.traits.isDisjoint(with: general), other.traits.isDisjoint(with: general) else {
      return false
    }
    // 自治区副主席
    return (isChief || context.titleKind(title.range) == "post") && !context.begins(title.range, as: .level)
  }

  /// `李明当选协会会长，王芳当选副会长`: the body of the post that was given before in the sentence.
  func withBodies(_ found: [CareerFinder.Found]) -> [CareerFinder.Found] {
    var found = found
    for index in found.indices.dropFirst() where found[index].posts.count == 1 {
      guard let post = found[index].posts.first, post.organization == nil, let head = heads(of: post.title) else {
        continue
      }
      for other in found[max(0, index - 6)..<index].reversed() {
        guard let last = other.posts.last, last.title.first <= post.title.first,
          !hasStop(last.title.last, post.title.first)
        else { break }
        // 王芳、赵强当选副会长
        if last.title.first == post.title.first {
          found[index].posts[0].organization = last.organization
          if last.organization != nil { break }
          continue
        }
        if let body = last.organization, head.contains(where: { isTitle($0, last.title) }) {
          found[index].posts[0].organization = body
          break
        }
      }
    }
    return found
  }

  /// The one company that the text around names: `伏尔特公司…，由首席财务官皮娅·林接任`.
  private func companySpokenOf(before index: Int) -> FactPiece? {
    var token = index - 1
    var stops = 0
    var company: Int?
    var isInSentence = false
    while token >= 0, index - token < 160 {
      let candidate = context.token(token)
      if candidate.wordClass == .stop {
        stops += 1
      }
      if candidate.wordClass == .organization, let kind = context.kind(token) {
        // 中信建投证券分析师: the company of somebody who speaks about another.
        if kind == "company", parser.isHead(token + 1), context.token(token + 1).traits.contains(.professional) {
          token -= 1
          continue
        }
        if kind == "company" {
          if company == nil, stops > 3 { return nil }
          if let company, !BodyReferences.isSame(company, token, context) {
            // The sentence says which.
            return isInSentence && stops > 0 ? context.piece(company, company) : nil
          }
          if company == nil { isInSentence = stops == 0 }
          company = company ?? token
        } else if stops == 0 {
          return nil
        }
      }
      token -= 1
    }
    return company.map { context.piece($0, $0) }
  }

  /// 副矿长 of the pit, 厂长 of the plant that was named last.
  private func plantSpokenOf(for title: TitleUnit) -> FactPiece? {
    let range = title.range
    // 长
    guard range.count > 1, [0x957F, 0x9577].contains(context.folded[range.upperBound - 1]) else { return nil }
    let last = context.folded[range.upperBound - 2]
    guard Self.plants.contains(last), range.count == 2 || context.folded[range.lowerBound] == 0x526F else { return nil }
    var token = title.first - 1
    while token >= 0, title.first - token < 160 {
      let candidate = context.token(token)
      if candidate.count > 2, candidate.mention >= 0, [.organization, .place].contains(candidate.wordClass),
        context.folded[Int(candidate.end) - 1] == last
      {
        return context.piece(token, token)
      }
      token -= 1
    }
    return nil
  }

  // 矿 厂 店
  private static let plants = Set("矿厂店".foldedScalars)

  /// Whether a title begins a clause or a member of a list, or stands behind 由.
  func beginsMember(_ first: Int) -> Bool {
    let before = context.token(first - 1)
    return context.endsClause(first - 1) || [.pause, .conjunction, .preposition, .date].contains(before.wordClass)
      || before.traits.contains(.joint) || before.end < context.token(first).start
  }

  private func hasStop(_ start: Int, _ end: Int) -> Bool {
    start < end && (start..<end).contains { context.token($0).wordClass == .stop }
  }

  private func isTitle(_ word: [UInt32], _ title: TitleUnit) -> Bool {
    title.range.count == word.count && context.reads(word, at: title.range.lowerBound, before: title.range.upperBound)
  }

  /// The titles of the head of a body whose deputy or secretary this is.
  private func headTitle(_ title: TitleUnit) -> [[UInt32]]? { beginsMember(title.first) ? heads(of: title) : nil }

  private func heads(of title: TitleUnit) -> [[UInt32]]? {
    if title.traits.contains(.professional) || title.range.isEmpty { return nil }
    // 副总理 副部长: of whatever country; 副主席 may be that of an assembly.
    if title.traits.contains(.stateOffice), context.folded[title.range.upperBound - 1] != 0x5E2D { return nil }
    if Self.secretaries.contains(where: { isTitle($0, title) }) { return Self.heads }
    // 副
    guard title.range.count > 2, context.folded[title.range.lowerBound] == 0x526F else { return nil }
    return [title.range.dropFirst().map { context.folded[$0] }, title.range.map { context.folded[$0] }]
  }

  private static let secretaries = ["秘书长", "副秘书长"].map(\.foldedScalars)
  private static let heads = ["主任", "副主任", "主席", "副主席", "会长", "副会长", "理事长"].map(\.foldedScalars)
}
