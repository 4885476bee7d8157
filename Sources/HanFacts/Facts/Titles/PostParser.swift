/// A post as it stands beside a person: `前外交部长`, `内科血液学专家`, `执行主任`.
struct TitleUnit {
  /// Its characters.
  var range: Range<Int>
  /// Its first and last token.
  var first: Int
  var last: Int
  /// What the lexicon says of its head.
  var traits: WordTraits
  /// The part of its body that the tables list with it: 专家组 of 专家组组长.
  var bodyTail: Range<Int>?
}

/// A post with the body that it is held in.
struct Post {
  var title: TitleUnit
  var organization: FactPiece?
}

/// Reads posts from right to left: `[德国联邦议院]议员、[德中议员小组]副主席` ends before the person.
///
/// A post is a listed title with the words that belong to it; before it stands the body, a name or a described one
/// (`《七日》周刊`), with its parts (`农业农村部小麦专家指导组`). Posts are chained by 、 兼 及; those without a body of their own
/// share the one on their left. A member that is no post does not end the chain: `阿曼队主教练、英格兰人伯纳德·辛普森`. Every
/// step goes to the left and at most ``reach`` tokens are read, so reading posts before every person of a text is linear.
struct PostParser {
  static let reach = 24
  /// Tokens that a body's parts may have behind its name.
  static let tailLimit = 9
  /// Tokens of a member of a chain that is no post.
  private static let unknownLimit = 6

  let context: FactContext

  /// The posts that end at a token, leftmost first, and their first token; nil where no title ends there.
  ///
  /// - Parameter isGoverned: whether a verb governs them all, so that 和 joins the posts of one person
  func posts(endingAt last: Int, floor: Int, isGoverned: Bool = false) -> (posts: [Post], first: Int)? {
    let floor = max(floor, last - Self.reach)
    guard let unit = lastUnit(endingAt: last, floor) else {
      return minister(endingAt: last, floor).map { ([$0], $0.title.first) }
    }
    var posts: [Post] = []
    // Titles that wait for the body on their left.
    var waiting: [TitleUnit] = [unit]
    var first = unit.first
    while true {
      var bodies = organizations(endingAt: first - 1, for: waiting[0], floor: floor)
      if let leftmost = bodies.first {
        if bodies.count == 1 { shift(leftmost.piece, to: &waiting[0], &bodies[0].piece) }
        posts =
          waiting.flatMap { title in bodies.map { Post(title: title, organization: fitting($0.piece, title, waiting)) }
          } + posts
        waiting = []
        first = leftmost.first
      } else if let part = part(before: first, floor, isGoverned) {
        // 中国民生银行首席经济学家、研究院|院长
        if let piece = part.piece {
          posts = [Post(title: waiting[0], organization: piece)] + posts
          waiting.removeFirst()
        }
        first = part.first
      }
      guard let next = unitBefore(first, afterBody: waiting.isEmpty, waiting.first, floor, isGoverned) else { break }
      if next.isApart {
        posts = waiting.map { Post(title: $0, organization: nil) } + posts
        waiting = []
      }
      waiting.insert(next.unit, at: 0)
      first = next.unit.first
    }
    posts = waiting.map { Post(title: $0, organization: nil) } + posts
    return (posts, first)
  }

  /// `省水利厅|党组书记`, `集团|董事局主席`: the committee goes with the title where the tables list them together.
  private func shift(_ body: FactPiece, to title: inout TitleUnit, _ piece: inout FactPiece) {
    guard body.range.upperBound == title.range.lowerBound else { return }
    for word in Self.shifted where body.range.count > word.count + 1 {
      let start = body.range.upperBound - word.count
      guard context.reads(word, at: start, before: body.range.upperBound),
        context.isListedTitle(start..<title.range.upperBound)
      else { continue }
      title.range = start..<title.range.upperBound
      piece = FactPiece(range: body.range.lowerBound..<start)
    }
  }

  private static let shifted = ["党组", "董事局", "学部"].map(\.foldedScalars)

  /// The title that ends at a token or before a bracket there: `副局长（主持工作）`, `创始人之一`, `主教练、英格兰人`.
  private func lastUnit(endingAt last: Int, _ floor: Int) -> TitleUnit? {
    if let unit = unit(endingAt: last, floor: floor) { return unit }
    let end = beforeAddition(last, floor)
    if end != last { return unit(endingAt: end, floor: floor) }
    // 英格兰人
    if isOrigin(last), let pause = pauseBefore(last, floor, limit: 3) {
      return unit(endingAt: pause - 1, floor: floor)
    }
    return nil
  }

  /// The token before a bracket or a 之一 that ends at a token.
  func beforeAddition(_ last: Int, _ floor: Int) -> Int {
    guard last > floor else { return last }
    if context.isCharacter(last, 0x29) {
      var open = last - 1
      while open > floor, last - open < 12, context.token(open).wordClass != .open { open -= 1 }
      return context.isCharacter(open, 0x28) && open > floor ? open - 1 : last
    }
    if context.reads(last, as: Self.oneOf) { return last - 1 }
    if context.isCharacter(last, 0x4E00), context.isCharacter(last - 1, 0x4E4B), last - 2 >= floor { return last - 2 }
    return last
  }

  private static let oneOf = "之一".foldedScalars

  /// 人 behind a place: 英格兰人, 巴布亚新几内亚人.
  func isOrigin(_ last: Int) -> Bool {
    context.isCharacter(last, 0x4EBA) && context.token(last - 1).wordClass == .place
  }

  /// The 、 before a member of a chain that is no post; nil where the member is more than nouns.
  private func pauseBefore(_ last: Int, _ floor: Int, limit: Int, overBody: Bool = false) -> Int? {
    var index = last
    while index > floor, last - index <= limit {
      switch context.token(index).wordClass {
      case .pause: return index
      case .noun, .adjective, .place, .figure, .numeral, .title, .character, .latin, .adverb, .other, .locality:
        index -= 1
      case .verb where context.token(index).count > 1: index -= 1
      case .organization where overBody: index -= 1
      default: return nil
      }
    }
    return nil
  }

  /// The next title to the left in the chain, and whether what stands between parts it from those behind.
  private func unitBefore(
    _ first: Int, afterBody: Bool, _ waiting: TitleUnit?, _ floor: Int, _ isGoverned: Bool
  ) -> (unit: TitleUnit, isApart: Bool)? {
    guard first - 2 >= floor else { return nil }
    var joint = first - 1
    var isApart = false
    // 前主教练、现任|发展中心主任
    if isJoint(joint - 1), context.reads(joint, as: .holding) {
      joint -= 1
      isApart = true
      guard joint - 1 >= floor else { return nil }
    } else if !isJoint(joint) {
      // 委员、德国|科隆体育学院教授; 田径协会主席、前奥运会|亚军
      let reaches = waiting.map { !$0.traits.isDisjoint(with: [.honour, .professional]) } ?? false
      guard afterBody || reaches || isGoverned, let pause = pauseBefore(joint, floor, limit: afterBody ? 2 : 4),
        pause - 1 >= floor
      else { return nil }
      joint = pause
      isApart = true
    }
    let unit = unit(endingAt: beforeAddition(joint - 1, floor), floor: floor)
    if let unit {
      guard unit.first == floor || context.token(unit.first - 1).wordClass != .person else { return nil }
      // 安理会秘书长与伊拉克副总理阿齐兹: two persons.
      if afterBody, !isApart, !isGoverned, context.token(joint).wordClass == .conjunction,
        joinsPersons(joint, unit, floor)
      {
        return nil
      }
      return (unit, isApart)
    }
    // A member that is no post.
    guard context.token(joint).wordClass == .pause,
      let pause = pauseBefore(joint - 1, floor, limit: Self.unknownLimit, overBody: isGoverned), pause - 1 >= floor,
      let unit = self.unit(endingAt: beforeAddition(pause - 1, floor), floor: floor),
      unit.first == floor || context.token(unit.first - 1).wordClass != .person
    else { return nil }
    return (unit, true)
  }

  /// 与 between a title without a body and one that has its own.
  private func joinsPersons(_ joint: Int, _ unit: TitleUnit, _ floor: Int) -> Bool {
    if context.isCharacter(joint, 0x4E0E) || context.isCharacter(joint, 0x540C) { return true }
    return context.isCharacter(joint, 0x548C)
      && organizations(endingAt: unit.first - 1, for: unit, floor: floor).isEmpty
  }

  /// A part of the body to the left, without its name: 研究院 behind `中国民生银行首席经济学家、`, 急诊科 alone. What only says again
  /// that there is a body (公司) gives no piece; behind a verb it is the company whose text this is.
  private func part(before first: Int, _ floor: Int, _ isGoverned: Bool) -> (piece: FactPiece?, first: Int)? {
    let index = first - 1
    guard index >= floor, context.token(index).wordClass == .noun else { return nil }
    if !isGoverned, BodyReferences.company(index, context) != nil { return (context.piece(index, index), index) }
    if namesPart(index), context.token(index).count > 2, !context.reads(index, as: Self.officeRoom) {
      return (context.piece(index, index), index)
    }
    // 宣传|部
    var start = index
    if context.token(index).count == 1, start > floor, [.noun, .verb].contains(context.token(start - 1).wordClass) {
      start -= 1
    }
    // 心血管内科副主任医师漆晓峰、儿科|主治医师
    if isBehindPerson(start), start < index || namesPart(index) || context.reads(index, as: .organ) {
      return (context.piece(start, index), start)
    }
    guard start - 2 >= floor, context.token(index).traits.contains(.body) || context.token(index).count > 2,
      context.token(start - 1).wordClass == .pause || context.isCharacter(start - 1, 0x517C),
      unit(endingAt: start - 2, floor: floor) != nil
    else { return nil }
    let isGeneral = context.reads(index, as: .generalBody)
    return (isGeneral ? nil : context.piece(start, index), start)
  }

  /// Whether a member of a list begins at a token and a person ends the one before.
  private func isBehindPerson(_ index: Int) -> Bool {
    guard index > 1 else { return false }
    let joint = context.token(index - 1)
    return (joint.wordClass == .pause || joint.traits.contains(.joint)) && context.token(index - 2).wordClass == .person
  }

  private static let officeRoom = "办公室".foldedScalars

  /// A party committee is no body of a mayor; that of an office is none of its other posts.
  private func fitting(_ body: FactPiece, _ title: TitleUnit, _ titles: [TitleUnit]) -> FactPiece? {
    guard titles.count > 1, title.first != titles[0].first else { return body }
    // 机器人研究所所长、长江学者
    if context.titleKind(title.range) == "honour",
      context.reads(Self.scholar, at: title.range.upperBound - 2, before: title.range.upperBound)
    {
      return nil
    }
    // 纪委书记、公司监事会主席: an organ without a name is that of its own title.
    let end = body.range.upperBound
    if Self.organs.contains(where: {
      body.range.count == $0.count && context.reads($0, at: body.range.lowerBound, before: end)
    }) {
      return nil
    }
    // 市委 省委 党委 …
    for word in Self.committees
    where body.range.count > word.count + 2 && context.reads(word, at: end - word.count, before: end) {
      // 上蔡县教育体育局党组书记、局长
      return FactPiece(range: body.range.lowerBound..<end - word.count)
    }
    // 市委 and 防汛指挥部 are no bodies of a mayor.
    guard title.traits.contains(.government) else { return body }
    return [0x59D4, 0x90E8].contains(context.folded[end - 1]) ? nil : body
  }

  private static let organs = ["董事会", "监事会", "纪委", "党委", "团委", "工会"].map(\.foldedScalars)
  private static let committees = ["党组", "党委", "党工委", "党支部", "党总支"].map(\.foldedScalars)

  private func isJoint(_ index: Int) -> Bool {
    context.token(index).wordClass == .pause || context.token(index).traits.contains(.joint)
  }
}
