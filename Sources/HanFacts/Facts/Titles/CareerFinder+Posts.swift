/// The posts that a verb governs.
extension CareerFinder {

  /// The posts that stand from a token on, and where they end.
  func posts(
    from start: Int, _ clauseEnd: Int, isStrong: Bool, _ limit: Int
  ) -> (posts: [Post], end: Int)? {
    let end = min(clauseEnd, start + PostParser.reach)
    var stop = start
    while stop < end, context.token(stop).wordClass != .person, !isBreak(stop, isStrong) { stop += 1 }
    // The last title that nothing goes on behind.
    var last = stop - 1
    while last >= start {
      if last + 1 >= clauseEnd || isBehindPost(last + 1, isStrong), parser.unit(endingAt: last, floor: start) != nil {
        break
      }
      last -= 1
    }
    guard last >= start, let found = parser.posts(endingAt: last, floor: start, isGoverned: true) else { return nil }
    if !isStrong, last + 1 < clauseEnd, !isMark(last + 1) { return nil }
    guard let posts = covering(found, start, isStrong: isStrong) else { return nil }
    var result = posts
    // 担任天水市委常委、副市长，省人大常委会副秘书长等职务
    if isStrong, last + 1 == clauseEnd, clauseEnd < limit, context.token(clauseEnd).wordClass == .comma,
      let more = more(behind: clauseEnd + 1, limit)
    {
      result += more
    }
    // 历任甲大学教授，乙研究所所长，甲大学副校长
    var comma = last + 1
    while isStrong, result.count < 24, comma < limit, comma - last < 4 * PostParser.reach,
      context.token(comma).wordClass == .comma, let next = clauseOfPosts(comma + 1, limit)
    {
      result += next.posts
      comma = next.end
    }
    return (result, last + 1)
  }

  /// A clause that is posts only, to its 等职务.
  private func more(behind start: Int, _ limit: Int) -> [Post]? {
    var end = start
    while end < limit, end - start < PostParser.reach, !context.endsClause(end), !context.isCharacter(end, 0x7B49) {
      end += 1
    }
    guard end + 1 < limit, end > start, context.isCharacter(end, 0x7B49),
      context.reads(end + 1, as: .postWord),
      let found = parser.posts(endingAt: end - 1, floor: start), found.first == start
    else { return nil }
    return found.posts
  }

  /// A clause that is posts only, the first with a body that is named.
  private func clauseOfPosts(_ start: Int, _ limit: Int) -> (posts: [Post], end: Int)? {
    var end = start
    while end < limit, end - start < PostParser.reach, !context.endsClause(end) {
      if context.token(end).wordClass == .person || context.token(end).wordClass == .roleVerb { return nil }
      end += 1
    }
    guard end > start, context.token(start).wordClass == .organization,
      let found = parser.posts(endingAt: end - 1, floor: start, isGoverned: true), found.first == start
    else { return nil }
    // What a comma and a name go on with is the post of that person.
    if end < limit, context.token(end).wordClass == .comma, context.token(end + 1).wordClass == .person { return nil }
    return (found.posts, end)
  }

  private func isBreak(_ index: Int, _ isStrong: Bool) -> Bool {
    let token = context.token(index)
    if isVerb(index), !token.traits.contains(.joint) || token.traits.contains(.appointment),
      !context.isCharacter(index, 0x4E3A)
    {
      return true
    }
    return token.wordClass == .speechVerb
  }

  func isMark(_ index: Int) -> Bool {
    switch context.token(index).wordClass {
    case .pause, .close, .dash, .comma, .stop, .open: true
    default: false
    }
  }

  /// What may stand behind the posts that a verb governs.
  private func isBehindPost(_ index: Int, _ isStrong: Bool) -> Bool {
    let token = context.token(index)
    if context.reads(index, as: .postWord) { return true }
    if context.reads(index, as: .termEnd) { return true }
    switch token.wordClass {
    case .noun, .title, .character, .latin, .organization, .place, .person, .other: return false
    default: return true
    }
  }

  /// The posts where they are all that stands from a token on, but for what says which one it is.
  private func covering(_ found: (posts: [Post], first: Int), _ start: Int, isStrong: Bool) -> [Post]? {
    if found.first <= start { return found.posts }
    let before = start..<found.first
    if before.allSatisfy({ context.token($0).traits.contains(.body) }) || afterOwnCompany(start) == found.first {
      return found.posts
    }
    // 该校|航空政策研究中心主任
    if let phrase = BodyReferences.phrase(at: start, found.first + 1, context), phrase.upperBound >= found.first,
      phrase.lowerBound == start
    {
      return found.posts
    }
    let last = found.first - 1
    // 学校的|炊事员, 急诊科最年轻的|主治医师
    if context.isCharacter(last, 0x7684) {
      guard before.allSatisfy({ !isOtherStatement($0) }) else { return nil }
      var posts = found.posts
      if let body = before.last(where: { context.token($0).wordClass == .organization || parser.namesPart($0) }) {
        var first = body
        if body > start, context.token(body - 1).traits.contains(.body), parser.namesPart(body) { first -= 1 }
        for index in posts.indices where posts[index].organization == nil {
          posts[index].organization = context.piece(first, body)
        }
      }
      return posts
    }
    if !before.allSatisfy({ !isOtherStatement($0) && context.token($0).wordClass != .particle }) { return nil }
    // 联谊会|秘书长, 乡|供销社|会计
    if isStrong || before.count <= 2, isNounRun(before), context.token(last).wordClass != .figure {
      var posts = found.posts
      let piece = context.piece(start, last)
      if piece.range.count > 1, piece.range.count < 16, posts.first?.organization == nil {
        for index in posts.indices {
          if posts[index].organization != nil { break }
          if context.token(last).traits.contains(.body) || endsBody(last) { posts[index].organization = piece }
        }
      }
      return posts
    }
    return isStrong ? found.posts : nil
  }

  private func isNounRun(_ range: Range<Int>) -> Bool {
    range.allSatisfy { index in
      // 联谊|会
      if index == range.upperBound - 1, index > range.lowerBound, isBodyEnd(index) { return true }
      switch context.token(index).wordClass {
      case .noun, .character, .latin, .place, .organization, .adjective, .other: return true
      case .verb: return context.token(index).count > 1
      default: return false
      }
    }
  }

  // 会 社 院 厂 所 局 校 站 队 馆 科 部
  private static let bodyEnds = Set("会社院厂所局校站队馆科部处室台矿店".foldedScalars)

  private func isBodyEnd(_ index: Int) -> Bool {
    context.token(index).count == 1 && Self.bodyEnds.contains(context.folded[Int(context.token(index).start)])
  }

  private func endsBody(_ index: Int) -> Bool {
    Self.bodyEnds.contains(context.folded[Int(context.token(index).end) - 1])
  }

  private func isOtherStatement(_ index: Int) -> Bool {
    let token = context.token(index)
    switch token.wordClass {
    case .person, .speechVerb, .pronoun: return true
    case .stop, .comma, .colon: return true
    default: return !token.traits.isDisjoint(with: [.copula, .denial, .cue]) && token.wordClass != .noun
    }
  }
}
